"""Copies are added, changed, compared and given up with the keyboard, and what is typed survives."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton

from kiosk.model.item import Condition
from kiosk.model.outcome import ActBy
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.copies.fields import fields_of
from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.staff.copies.add_dialog import AddCopiesDialog
from kiosk.ui.staff.copies.labels_dialog import LabelsDialog
from kiosk.ui.staff.copies.panel import CopiesPanel
from kiosk.ui.staff.workplace import Workplace
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import ANNA, BARCODES, NOW
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.copies.shelf_hands import (
    BOB,
    Prepare,
    barcodes,
    catalogue,
    known,
    opened,
    search,
    stored,
    to_copies,
)

KLARA = BARCODES["Klara and the Sun"]


def at_klara(open_desk: OpenDesk, prepare: Prepare = None) -> DeskHands:
    hands = catalogue(open_desk, prepare=prepare)
    search(hands, "klara", "Klara")
    to_copies(hands)
    return hands


def saved(hands: DeskHands) -> None:
    """Save what is typed in the dialog and wait until it is gone."""
    hands.press("Ctrl+S")
    hands.wait(lambda: QApplication.activeModalWidget() is None)
    hands.settle()


def test_copies_are_added_with_the_next_free_number_and_one_that_is_scanned(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk)
    hands.press("Ins")
    opened(hands)
    hands.wait(lambda: bool(hands.one(QPlainTextEdit, "copyBarcode").toPlainText().strip()))
    hands.scan("X-100")
    saved(hands)
    hands.wait(lambda: len(barcodes(hands)) == 3)
    assert "X-100" in barcodes(hands)
    assert KLARA in barcodes(hands)
    hands.click("toastUndo")
    hands.wait(lambda: barcodes(hands) == [KLARA])
    assert stored(hands, "X-100") is None


def test_a_taken_number_is_said_by_its_field_and_nothing_is_added(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk)
    hands.press("Ins")
    opened(hands)
    field = hands.one(QPlainTextEdit, "copyBarcode")
    hands.wait(lambda: bool(field.toPlainText().strip()))
    field.setPlainText(f"X-1\n{BARCODES['Solaris']}\n")
    hands.press("Ctrl+S")
    hands.wait(lambda: BARCODES["Solaris"] in hands.texts())
    assert stored(hands, "X-1") is None
    hands.press("Esc")


def test_one_copy_is_changed_and_changed_back(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk)
    before = known(hands, KLARA)
    hands.press("F2")
    opened(hands)
    hands.focus("copyCallNumber")
    hands.press("Ctrl+A")
    hands.write("SF ISHI")
    hands.focus("copyPrice")
    hands.write("12.50")
    saved(hands)
    after = known(hands, KLARA)
    assert (after.call_number, after.price and after.price.decimal()) == ("SF ISHI", "12.50")
    hands.click("toastUndo")
    hands.wait(lambda: known(hands, KLARA) == before)


def test_what_cannot_be_read_is_said_by_its_field(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk)
    hands.press("F2")
    opened(hands)
    hands.focus("copyPrice")
    hands.write("much")
    hands.press("Ctrl+S")
    assert "That is no price" in hands.texts()
    hands.press("Esc")


def test_what_another_changed_meanwhile_is_shown_and_merged_by_choice(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk)
    before = known(hands, KLARA)
    hands.press("F2")
    opened(hands)
    theirs = replace(fields_of(before), location="Crime", note="theirs")
    hands.aside(lambda services: StaffServices(services).copies.editing.update(BOB, before, theirs))
    hands.focus("copyPlace")
    hands.press("Ctrl+A")
    hands.write("Horror")
    hands.focus("copyCallNumber")
    hands.press("Ctrl+A")
    hands.write("HOR ISHI")
    hands.press("Ctrl+S")
    hands.wait(lambda: hands.seen("locationMine"))
    opened(hands)
    assert "bob" in hands.texts()
    saved(hands)
    now = known(hands, KLARA)
    assert (now.location, now.note, now.call_number) == ("Horror", "theirs", "HOR ISHI")


def test_many_are_changed_after_a_preview_and_changed_back(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk)
    before = known(hands, KLARA)
    hands.aside(
        lambda services: StaffServices(services).copies.editing.add(
            BOB, before.record_id, fields_of(before), ["X-1"]
        )
    )
    hands.press("F5")
    hands.wait(lambda: len(barcodes(hands)) == 2)
    to_copies(hands, mark_all=True)
    hands.press("F2")
    opened(hands)
    hands.one(QComboBox, "batchPlace").setEditText("Cellar")
    hands.click("preview")
    hands.wait(lambda: len(hands.rows("batchPreview")) == 2)
    assert "→ Cellar" in hands.rows("batchPreview")[0][3]
    assert known(hands, "X-1").location != "Cellar"
    saved(hands)
    hands.wait(lambda: known(hands, "X-1").location == known(hands, KLARA).location == "Cellar")
    assert hands.place.drafts.all() == ()
    hands.page.undo()
    hands.wait(lambda: known(hands, KLARA) == before)


def lent(services: Services) -> None:
    by = ActBy(NOW, "MAIN", account="desk")
    assert services.acts.checkout(ANNA, KLARA, by).done


def test_deleted_copies_are_taken_back_by_the_keyboard(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk)
    before = known(hands, KLARA)
    asked = QTimer(hands.window)
    asked.timeout.connect(lambda: hands.click("do") if hands.seen("do") else None)
    asked.start(20)
    hands.press("Del")
    hands.wait(lambda: stored(hands, KLARA) is None)
    asked.stop()
    hands.wait(lambda: "1 copy deleted" in hands.texts())
    hands.settle()
    hands.press("Ctrl+Z")
    hands.wait(lambda: "1 copy is back" in hands.texts())
    assert known(hands, KLARA) == before
    hands.wait(lambda: KLARA in barcodes(hands))


def test_what_somebody_has_is_not_deleted_and_it_says_why(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk, prepare=lent)
    hands.press("Del")
    hands.wait(lambda: "It is on loan" in hands.shell.wrong.text)
    assert stored(hands, KLARA) is not None


def test_a_state_is_set_and_taken_back(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk)
    panel = hands.page.copies  # type: ignore[attr-defined]  # the catalogue's
    panel._set_state(Condition.MISSING)
    hands.wait(lambda: known(hands, KLARA).condition is Condition.MISSING)
    hands.settle()
    hands.click("toastUndo")
    hands.wait(lambda: known(hands, KLARA).condition is Condition.FINE)


def test_what_was_typed_comes_back_after_a_crash(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk)
    hands.press("Ins")
    opened(hands)
    hands.wait(lambda: bool(hands.one(QPlainTextEdit, "copyBarcode").toPlainText().strip()))
    hands.scan("X-77")
    hands.focus("copyNote")
    hands.write("signed by the author")
    hands.wait(lambda: any("signed" in str(one.values) for one in hands.place.drafts.all()))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AddCopiesDialog)
    dialog.hide()  # as if it had never been left: what was typed is neither saved nor given up
    dialog.deleteLater()
    hands.settle()
    to_copies(hands)
    hands.press("Ins")
    opened(hands)
    assert "X-77" in hands.one(QPlainTextEdit, "copyBarcode").toPlainText()
    assert hands.one(QPlainTextEdit, "copyNote").toPlainText() == "signed by the author"
    hands.press("Esc")
    hands.settle()
    assert hands.place.drafts.all() == ()


def test_who_may_not_change_copies_is_offered_no_change(open_desk: OpenDesk) -> None:
    hands = at_klara(open_desk)
    rights = frozenset(map(str, FIRST_ROLES["circulation"]))
    by = SignedIn("ola", "Ola", "circulation", rights, "MAIN")
    place = hands.place
    other = Workplace(place.services, by, place.library, place.words, hands.jobs, hands.window)
    panel = CopiesPanel(other, known(hands, KLARA).record_id)
    hands.wait(lambda: len(panel.table.rows) == 1)
    shown = {one.objectName() for one in panel.findChildren(QPushButton) if not one.isHidden()}
    assert {"copyLabels", "copiesCsv"} <= shown
    assert not shown & {"addCopy", "changeCopies", "copyState"}
    panel.table.view.selectRow(0)
    panel.edit()
    panel.give_up()
    assert QApplication.activeModalWidget() is None
    panel.deleteLater()


def test_labels_are_saved_as_pdf(open_desk: OpenDesk, tmp_path: Path) -> None:
    hands = at_klara(open_desk)
    hands.click("copyLabels")
    hands.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LabelsDialog)
    dialog.save_to(tmp_path / "labels.pdf")
    hands.wait(lambda: (tmp_path / "labels.pdf").exists() and QApplication.activeModalWidget() is None)
    assert (tmp_path / "labels.pdf").read_bytes().startswith(b"%PDF")
