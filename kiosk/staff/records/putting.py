"""Puts a changed record into the catalogue: compared, derived, kept as a version, written down."""

from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.record import MarcRecord
from kiosk.model.errors import RecordUnknown
from kiosk.model.record import BibRecord, Form, record_key
from kiosk.model.staff_errors import RecordChangedMeanwhile, RecordInvalid, RecordNumberTaken
from kiosk.staff.records.audited import audited_changes
from kiosk.staff.records.opened import OpenedRecord, opened_record
from kiosk.staff.records.problems import blocking
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act, Database, NewRecord, View
from kiosk.storage.catalogue.versions import ARRIVED


@dataclass(frozen=True, slots=True)
class Put:
    """What was opened, what it shall be, and under which act the audit trail has it."""

    opened: OpenedRecord
    record: MarcRecord
    form: Form
    act: str


def put_record(database: Database, by: SignedIn, put: Put, at: datetime) -> OpenedRecord:
    """Store the record with all that derives from it, as an import would; whole or not at all.

    Raises RecordChangedMeanwhile, RecordNumberTaken, RecordUnknown.
    """
    fresh = new_record(put.record)
    fresh = replace(fresh, description=replace(fresh.description, form=put.form))
    with database.act() as work:
        stored = _compared(work, put.opened)
        _refuse_taken_number(work, fresh, put.opened.record_id)
        if stored is None:
            after = work.records.add(fresh, at)
        else:
            after = work.records.update(stored.id, fresh, at, edited_here=True)
        number = work.record_versions.keep(stored, after, account=by.account, act=put.act)
        work.audit.write(
            at=at,
            account=by.account,
            act=put.act,
            subject="record",
            subject_id=after.id,
            details=audited_changes(put.opened, put.record, put.form),
        )
        work.commit()
    return opened_record(after, by.account, number)


def opened_now(view: View, stored: BibRecord | None, record_id: int) -> OpenedRecord:
    """Return a stored record as opened, with who changed it last; raises RecordUnknown."""
    if stored is None:
        raise RecordUnknown(record=record_key(record_id))
    last = view.record_versions.last(stored.id)
    own = last is not None and last.act != ARRIVED and last.marc == stored.marc
    return opened_record(stored, last.account if own and last else None, last.number if last else 0)


def refuse_errors(record: MarcRecord, before: MarcRecord | None, at: datetime) -> None:
    """Raise RecordInvalid where a change brings errors; ``problems`` of the error are they."""
    found = blocking(record, before, at.date())
    if found:
        first = found[0]
        raise RecordInvalid(problems=found, errors=len(found), tag=first.tag)


def _compared(work: Act, opened: OpenedRecord) -> BibRecord | None:
    if opened.record_id is None:
        return None
    stored = work.records.locked(opened.record_id)
    if stored is None:
        raise RecordUnknown(record=opened.key)
    if (stored.marc, stored.description.form) != (opened.stored, opened.form):
        last = opened_now(work, stored, stored.id).changed_by
        raise RecordChangedMeanwhile(record=opened.key, account=last or "")
    return stored


def _refuse_taken_number(work: Act, fresh: NewRecord, record_id: int | None) -> None:
    if fresh.control_number is None or fresh.agency is None:
        return
    holder = work.records.numbered(fresh.control_number, fresh.agency)
    if holder is not None and holder != record_id:
        raise RecordNumberTaken(number=fresh.control_number, agency=fresh.agency, record=record_key(holder))
