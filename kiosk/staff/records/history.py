"""What a record was, who made it so, and any of that again."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import MarcRecord
from kiosk.model.record import Form
from kiosk.model.staff_errors import RecordVersionUnknown
from kiosk.staff.records.comparing import Change, changes
from kiosk.staff.records.opened import OpenedRecord
from kiosk.staff.records.putting import Put, put_record
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, RecordVersion

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class PastRecord:
    """A version with what it changed of the one before it; the first has no changes."""

    number: int
    at: datetime
    account: str | None
    act: str
    form: Form
    record: MarcRecord
    changes: tuple[Change, ...]


class RecordHistory:
    """Reads versions and restores them; restoring is a change like any other."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.CATALOGUE_SEE)
    def versions(self, by: SignedIn, record_id: int, before: int | None = None) -> tuple[PastRecord, ...]:
        """Return the versions of a record, the latest first, a hundred at once; none of one never changed."""
        with self._database.read() as view:
            found = view.record_versions.of(record_id, _SHOWN + 1, before)
        read = [(one, read_back(one.marc)) for one in found]
        earlier = [*(record for _, record in read[1:]), None]
        past = [_past(one, record, was) for (one, record), was in zip(read, earlier, strict=False)]
        return tuple(past[:_SHOWN])

    @needs(Right.CATALOGUE_SEE)
    def version(self, by: SignedIn, record_id: int, number: int) -> PastRecord:
        """Return one version; raises RecordVersionUnknown."""
        with self._database.read() as view:
            found = view.record_versions.get(record_id, number)
        if found is None:
            raise RecordVersionUnknown(record=f"r{record_id}", version=number)
        return _past(found, read_back(found.marc), None)

    @needs(Right.CATALOGUE_EDIT)
    def restore(self, by: SignedIn, opened: OpenedRecord, number: int, at: datetime) -> OpenedRecord:
        """Make a record what it was in a version; raises as saving does, and RecordVersionUnknown.

        What was wrong with it then may be wrong with it again: it is restored as it was.
        """
        assert opened.record_id is not None
        past = self.version(by, opened.record_id, number)
        if past.record == opened.record and past.form is opened.form:
            return opened
        return put_record(self._database, by, Put(opened, past.record, past.form, "record.restore"), at)


def _past(version: RecordVersion, record: MarcRecord, before: MarcRecord | None) -> PastRecord:
    changed = changes(before, record) if before is not None else ()
    return PastRecord(version.number, version.at, version.account, version.act, version.form, record, changed)
