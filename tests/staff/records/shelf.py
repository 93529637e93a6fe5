"""A catalogue with a few records, and its editor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.record import MarcRecord, control, data_field
from kiosk.decisions import Decider, LibraryCache
from kiosk.model.record import BibRecord
from kiosk.staff.records.completing import HeadingCompletion
from kiosk.staff.records.editing import RecordEditing
from kiosk.staff.records.history import RecordHistory
from kiosk.storage import AuditEntry, Database
from tests.catalog.conftest import LIBRARY
from tests.staff.people import signed

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ANNA, JAN = signed("editor", "anna"), signed("editor", "jan")
CODED = "090312s2009    xxk           000 1 eng d"


def wolf_hall(number: str = "14882", title: str = "Wolf Hall", *subjects: str) -> MarcRecord:
    """A record with fields of which the form knows nothing."""
    return MarcRecord(
        "00000cam a2200000 i 4500",
        (
            control("001", number),
            control("003", "KIOSK"),
            control("008", CODED),
            data_field("020", "  ", ("a", "9780007230181"), ("q", "hardback")),
            data_field("082", "04", ("a", "823.914"), ("2", "23")),
            data_field("100", "1 ", ("a", "Mantel, Hilary,"), ("d", "1952-2022,"), ("e", "author.")),
            data_field("245", "10", ("a", f"{title} /"), ("c", "Hilary Mantel.")),
            data_field("264", " 1", ("a", "London :"), ("b", "Fourth Estate,"), ("c", "2009.")),
            data_field("300", "  ", ("a", "650 pages ;"), ("c", "24 cm")),
            data_field("583", "1 ", ("a", "conserve"), ("x", "secret")),
            *(data_field("650", " 0", ("a", subject)) for subject in subjects or ("Historical fiction.",)),
            data_field("984", "##".replace("#", " "), ("z", "local")),
        ),
    )


@dataclass(frozen=True, slots=True)
class Shelf:
    """What tests of the editor work with."""

    database: Database
    editing: RecordEditing
    history: RecordHistory
    completion: HeadingCompletion

    @classmethod
    def of(cls, database: Database) -> "Shelf":
        with database.act() as act:
            act.library.replace(LIBRARY)
            act.commit()
        decider = Decider(LibraryCache())
        editing = RecordEditing(database, decider)
        return cls(database, editing, RecordHistory(database), HeadingCompletion(database))

    def add(self, record: MarcRecord) -> BibRecord:
        """Store a record as an import does."""
        with self.database.act() as act:
            stored = act.records.add(new_record(record), NOW)
            act.commit()
        return stored

    def stored(self, record_id: int) -> BibRecord:
        with self.database.read() as view:
            found = view.records.get(record_id)
        assert found is not None
        return found

    def audited(self, record_id: int) -> Sequence[AuditEntry]:
        with self.database.read() as view:
            return view.audit.about("record", record_id)
