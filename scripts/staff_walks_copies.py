"""The way through the catalogue: search, copies, and the dialogs in which they are changed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableView

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.json_records import read_back
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.copies.fields import fields_of
from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.signed_in import SignedIn
from scripts.desk_hands import DeskHands
from scripts.screenshots import NOW

Snap = Callable[[str], None]


def describe_twice(home: Path) -> None:
    """Describe one title of the sample once more, with a copy of its own."""
    services = Services(LibraryFolder(home), FixedClock(NOW))
    by = SignedIn("magda", "M. Wójcik", "librarian", frozenset(map(str, FIRST_ROLES["librarian"])), "MAIN")
    staff = StaffServices(services)
    found = services.finder
    found.catch_up()
    record_id = found.record_id(_first_barcode(services))
    with services.database.act() as work:
        record = work.records.get(record_id)
        assert record is not None
        twin = work.records.add(new_record(read_back(record.marc)), NOW)
        (copy, *_) = work.items.of_record(record_id)
        work.commit()
    numbers = staff.copies.editing.next_barcodes(by, 1)
    staff.copies.editing.add(by, twin.id, fields_of(copy.item), numbers)
    services.close()


def catalogue(hands: DeskHands, snap: Snap) -> None:
    """Search, and do with copies and titles what can be done."""
    hands.go("catalogue")
    hands.wait(lambda: len(hands.rows("titles")) > 100)
    _rest(hands)
    snap("catalogue")
    hands.focus("catalogueSearch")
    hands.write("kafka")
    hands.wait(lambda: any("Kafka" in row[1] for row in hands.rows("titles")))
    hands.press("Down")
    _rest(hands)
    _copies(hands, snap)
    _titles(hands, snap)
    hands.go("catalogue/duplicates")
    hands.wait(lambda: bool(hands.rows("duplicates")))
    snap("catalogue-duplicates")


def _copies(hands: DeskHands, snap: Snap) -> None:
    place = next(at for at, row in enumerate(hands.rows("titles")) if row[6].startswith(("2", "3")))
    hands.one(QTableView, "titles").selectRow(place)
    _rest(hands)
    snap("catalogue-search")
    hands.click("addCopy")
    hands.wait(lambda: QApplication.activeModalWidget() is not None)
    hands.settle()
    snap("copies-add")
    hands.press("Esc")
    view = hands.one(QTableView, "copies")
    view.selectAll()
    hands.click("changeCopies")
    hands.wait(lambda: hands.seen("batchPlace"))
    hands.one(QComboBox, "batchPlace").setEditText("Magazin")
    hands.one(QLineEdit, "batchPrefixOld").setText(hands.rows("copies")[0][3].split()[0])
    hands.one(QLineEdit, "batchPrefixNew").setText("KLA")
    hands.click("preview")
    hands.wait(lambda: bool(hands.rows("batchPreview")))
    snap("copies-change")
    hands.press("Esc")
    view.selectRow(0)
    hands.click("changeCopies")
    hands.wait(lambda: hands.seen("copyCallNumber"))
    snap("copies-edit")
    hands.press("Esc")
    hands.click("copyLabels")
    hands.settle()
    snap("copies-labels")
    hands.press("Esc")
    hands.settle()


def _titles(hands: DeskHands, snap: Snap) -> None:
    view = hands.one(QTableView, "titles")
    view.clearSelection()
    how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (0, 1):
        view.selectionModel().select(view.model().index(row, 0), how)
    hands.click("merge")
    hands.wait(lambda: hands.seen("do") and hands.find("do").isEnabled())
    snap("catalogue-merge")
    hands.press("Esc")
    hands.settle()


def _rest(hands: DeskHands) -> None:
    """Wait until the copies of the title the keyboard rests on are there."""
    hands.settle()
    hands.wait(lambda: hands.find("addCopy").isEnabled() and bool(hands.rows("copies")))
    hands.settle()


def _first_barcode(services: Services) -> str:
    with services.database.read() as view:
        return view.copy_rows.latest_barcodes(1)[0]
