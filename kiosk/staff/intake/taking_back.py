"""Takes the taking over of a record back, unless somebody has gone on with it."""

from dataclasses import replace
from datetime import datetime

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.json_records import read_back
from kiosk.model.staff_errors import RecordChangedMeanwhile
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act

_UNDONE = "record.copy_undone"


def undo_taken(
    work: Act, by: SignedIn, record_id: int, version: int, at: datetime, *, new: bool, edited: bool
) -> None:
    """Delete a record that was new, or put back what stood there before that version was kept.

    Raises RecordChangedMeanwhile where another version was kept since, or a new record has items.
    """
    current = work.records.locked(record_id)
    last = work.record_versions.last(record_id)
    if current is None or last is None or last.number != version or last.marc != current.marc:
        raise RecordChangedMeanwhile(record=record_id, account=(last.account if last else None) or "–")
    after = None
    if new:
        if not work.records.delete(record_id):
            raise RecordChangedMeanwhile(record=record_id, account=last.account or "–")
    else:
        before = work.record_versions.get(record_id, version - 1)
        assert before is not None  # what is replaced is kept before what replaces it
        former = new_record(read_back(before.marc))
        former = replace(former, description=replace(former.description, form=before.form))
        after = work.records.update(record_id, former, at, edited_here=edited)
        work.record_versions.keep(current, after, account=by.account, act=_UNDONE)
    work.audit.write(
        at=at,
        account=by.account,
        act=_UNDONE,
        subject="record",
        subject_id=record_id,
        details={
            "before": {"content": current.content_hash},
            "after": None if after is None else {"content": after.content_hash},
        },
    )
