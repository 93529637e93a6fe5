"""A record under the pen as a draft, and back; free of Qt."""

from collections.abc import Mapping
from typing import Any

from kiosk.catalog.marc.json_records import read_back, to_json
from kiosk.model.record import Form
from kiosk.staff.records.opened import OpenedRecord
from kiosk.ui.staff.records.editor_state import EditorState, resumed


def draft_form(route: str) -> str:
    """Return the name under which the draft of a record is kept."""
    return f"catalogue/{route}"


def draft_values(state: EditorState) -> Mapping[str, Any]:
    """Return what has to be kept to go on another day."""
    return {
        "record": to_json(state.record),
        "form": state.form.value,
        "opened": to_json(state.opened.record),
        "opened_form": state.opened.form.value,
    }


def resumed_draft(now: OpenedRecord, values: Mapping[str, Any]) -> EditorState | None:
    """Return a draft as it was left over the record as it was opened then; None where it is unreadable.

    A record that has changed since is told of when it is saved, as any other change of a colleague's.
    """
    try:
        record = read_back(str(values["record"]))
        before = read_back(str(values["opened"]))
        form, before_form = Form(values["form"]), Form(values["opened_form"])
    except (KeyError, ValueError, TypeError):
        return None
    stored = to_json(before) if now.stored is not None else None
    opened = OpenedRecord(
        now.record_id, stored, before, before_form, now.changed_at, now.changed_by, now.versions
    )
    return resumed(opened, record, form)
