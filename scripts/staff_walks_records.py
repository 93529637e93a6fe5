"""The ways through the record editor on which its pictures are taken."""

from collections.abc import Callable
from pathlib import Path

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.record import MarcRecord, control, data_field
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.item import Condition, Item
from kiosk.services import Services
from kiosk.staff.records.form_fields import FormField, with_form_value
from kiosk.staff.records.putting import Put, opened_now, put_record
from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.signed_in import SignedIn
from scripts.desk_hands import DeskHands
from scripts.screenshots import NOW

Snap = Callable[[str], None]
_NUMBER, _AGENCY = "0014882", "KIOSK"
_COPIES = (
    ("3001400412887", "MAIN", "Fiction", Condition.FINE),
    ("3001400412895", "MAIN", "Fiction", Condition.FINE),
    ("3001400518226", "WEST", "Fiction", Condition.FINE),
    ("3001400601043", "WEST", "Workroom", Condition.DAMAGED),
)
_JAN = SignedIn("jan", "Jan", "editor", frozenset(map(str, FIRST_ROLES["editor"])), "MAIN")


def shelve_wolf_hall(home: Path) -> None:
    """Store a title with fields of every kind, as an import does, and change it once."""
    services = Services(LibraryFolder(home), FixedClock(NOW))
    with services.database.act() as act:
        stored = act.records.add(new_record(_wolf_hall()), NOW)
        for barcode, branch, location, condition in _COPIES:
            item = Item(0, stored.id, barcode, branch, "book", location, "FIC MAN", condition=condition)
            act.items.add(item)
        act.commit()
    _colleague(services, stored.id, FormField.EXTENT, "650 pages ; 24 cm")
    services.close()


def edit_record(hands: DeskHands, snap: Snap) -> None:
    """Correct a record, make a mistake, meet a colleague's change, look back."""
    number = hands.aside(_number)
    hands.go(f"catalogue/r{number}")
    hands.focus("record.call_number")
    hands.write("FIC MAN")
    hands.focus("record.edition")
    hands.write("1st Estate Paperback ed.")
    hands.focus("record.call_number")
    snap("record")
    hands.focus("record.isbn")
    hands.press("Ctrl+A")
    hands.write("9780007230182")
    hands.press("Ctrl+S")
    snap("record-wrong")
    hands.press("Ctrl+A")
    hands.write("9780007230181")
    hands.aside(_colleague, number, FormField.EDITION, "Paperback edition")
    hands.when_asked(lambda: snap("record-conflict"))
    hands.press("Ctrl+S")
    hands.settle()
    hands.settle()
    hands.when_asked(lambda: snap("record-history"))
    hands.click("history")
    hands.settle()
    hands.settle()
    hands.when_asked(lambda: snap("record-as-kiosk"))
    hands.click("asKiosk")


def _number(services: Services) -> int:
    with services.database.read() as view:
        found = view.records.numbered(_NUMBER, _AGENCY)
    assert found is not None
    return found


def _colleague(services: Services, record_id: int, field: FormField, text: str) -> None:
    with services.database.read() as view:
        opened = opened_now(view, view.records.get(record_id), record_id)
    record = with_form_value(opened.record, field, text)
    put_record(services.database, _JAN, Put(opened, record, opened.form, "record.edit"), NOW)


def _wolf_hall() -> MarcRecord:
    return MarcRecord(
        "00000cam a2200000 i 4500",
        (
            control("001", _NUMBER),
            control("003", _AGENCY),
            control("008", "090312s2009    enk           000 1 eng d"),
            data_field("020", "  ", ("a", "9780007230181")),
            data_field("041", "0 ", ("a", "eng")),
            data_field("082", "04", ("a", "823.914"), ("2", "23")),
            data_field("100", "1 ", ("a", "Mantel, Hilary,"), ("d", "1952-2022,"), ("e", "author.")),
            data_field("245", "10", ("a", "Wolf Hall /"), ("c", "Hilary Mantel.")),
            data_field("264", " 1", ("a", "London :"), ("b", "Fourth Estate,"), ("c", "2009.")),
            data_field("300", "  ", ("a", "650 pages")),
            data_field("600", "10", ("a", "Cromwell, Thomas,"), ("d", "1485?-1540"), ("v", "Fiction.")),
            data_field("651", " 0", ("a", "Great Britain"), ("y", "1509-1547"), ("v", "Fiction.")),
            data_field("655", " 7", ("a", "Historical fiction."), ("2", "lcgft")),
        ),
    )
