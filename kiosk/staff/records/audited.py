"""What the audit trail says of a changed record: the fields that are not what they were."""

from collections.abc import Mapping
from typing import Any

from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.model.record import Form
from kiosk.staff.records.comparing import changes
from kiosk.staff.records.marc_text import content_text
from kiosk.staff.records.opened import OpenedRecord

_MOST = 50
_LONGEST = 300


def audited_changes(opened: OpenedRecord, record: MarcRecord, form: Form) -> Mapping[str, Any]:
    """Return the changed fields before and after; of a new record only what it is."""
    if opened.is_new:
        return {"before": None, "after": {"form": form.value, "fields": len(record.fields)}}
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    found = changes(opened.record, record)
    for one in found[:_MOST]:
        before.setdefault(one.tag, []).append(_told(one.before))
        after.setdefault(one.tag, []).append(_told(one.after))
    if len(found) > _MOST:
        after["further"] = len(found) - _MOST
    if form is not opened.form:
        before["form"], after["form"] = opened.form.value, form.value
    return {"before": before, "after": after}


def _told(field: Field | None) -> str | None:
    if field is None:
        return None
    text = content_text(field)
    text = text if field.is_control else f"{field.indicators.replace(' ', '#')} {text}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
