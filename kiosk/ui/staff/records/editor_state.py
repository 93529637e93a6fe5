"""What the record editor holds: the record as opened, as it is now, and the way back; free of Qt."""

from dataclasses import dataclass, replace
from datetime import date

from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.model.record import Form
from kiosk.staff.records import coded
from kiosk.staff.records.comparing import Change, changes
from kiosk.staff.records.form_fields import FormField, form_value, with_form_value
from kiosk.staff.records.headings import HeadingKind, headings_of, with_heading
from kiosk.staff.records.marc_fields import place_for, without_field
from kiosk.staff.records.marc_text import with_row
from kiosk.staff.records.opened import OpenedRecord, form_after
from kiosk.staff.records.problems import RecordProblem, problems_of

_MOST_BACK = 200


@dataclass(frozen=True, slots=True)
class Moment:
    """The record as it was before a change."""

    record: MarcRecord
    form: Form


@dataclass(frozen=True, slots=True)
class EditorState:
    """One record under the pen. Letters typed into one field after another are one step back.

    ``run`` is the field being typed in and ``base`` the record when that began: a line is always read
    against what it was then, so that what comes of it does not hang on the way it was typed.
    """

    opened: OpenedRecord
    record: MarcRecord
    form: Form
    past: tuple[Moment, ...] = ()
    future: tuple[Moment, ...] = ()
    run: str = ""
    base: MarcRecord | None = None

    @classmethod
    def of(cls, opened: OpenedRecord) -> "EditorState":
        """Begin with a record as opened."""
        return cls(opened, opened.record, opened.form)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return the fields that are not as they were opened."""
        return changes(self.opened.record, self.record)

    @property
    def unsaved(self) -> int:
        """Count the fields that are not as they were opened; fields in another order are one change."""
        count = len(self.changes)
        if not count and self.record != self.opened.record:
            count = 1
        return count + (self.form is not self.opened.form and not self._form_is_told())

    def _form_is_told(self) -> bool:
        return coded.form(self.record) is not coded.form(self.opened.record)

    def value(self, field: FormField) -> str:
        """Return what the form shows; the kind of title is that which patrons see."""
        return self.form.value if field is FormField.FORM else form_value(self.record, field)

    def problems(self, today: date) -> tuple[RecordProblem, ...]:
        """Return everything that is wrong with the record as it is now."""
        return problems_of(self.record, today)


def look_through(state: EditorState, today: date) -> None:
    """Have all found that is shown of a record: it is remembered, and whoever shows it waits for nothing."""
    state.problems(today)
    _ = state.unsaved
    for kind in HeadingKind:
        headings_of(state.record, kind)


def typed(state: EditorState, field: FormField, text: str) -> EditorState:
    """Take a field of the form as it reads now."""
    if field is FormField.FORM:
        return _with_form(state, Form(text))
    run = f"form.{field}"
    base = state.base if state.run == run and state.base is not None else state.record
    return _changed(state, with_form_value(base, field, text), run, base)


def row_typed(state: EditorState, place: int | None, field: Field) -> EditorState:
    """Take a row of the table as it reads now; without a place it is the leader."""
    return _changed(state, with_row(state.record, place, field))


def row_added(state: EditorState, field: Field, place: int | None = None) -> tuple[EditorState, int]:
    """Add a field, in its place by tag or at the one given; return where it stands."""
    at = place_for(state.record, field.tag) if place is None else place
    fields = state.record.fields
    return _changed(state, state.record.having((*fields[:at], field, *fields[at:]))), at


def row_removed(state: EditorState, place: int) -> EditorState:
    """Take a field out."""
    return _changed(state, without_field(state.record, place))


def heading_added(state: EditorState, kind: HeadingKind, text: str, established: Field | None) -> EditorState:
    """Add a heading, or change the author, as it is established in the catalogue or else as typed."""
    base = state.base if state.run == "form.author" and kind is HeadingKind.AUTHOR else None
    return _changed(state, with_heading(base or state.record, kind, text, established))


def settled(state: EditorState) -> EditorState:
    """End the run of letters: what is typed next is a step of its own."""
    return replace(state, run="", base=None)


def undone(state: EditorState) -> EditorState:
    """Go a step back, where there is one; saved steps too, which makes them changes again."""
    if not state.past:
        return settled(state)
    last = state.past[-1]
    ahead = (*state.future, Moment(state.record, state.form))
    return replace(settled(state), record=last.record, form=last.form, past=state.past[:-1], future=ahead)


def redone(state: EditorState) -> EditorState:
    """Go forward again."""
    if not state.future:
        return settled(state)
    following = state.future[-1]
    behind = (*state.past, Moment(state.record, state.form))
    return replace(
        settled(state),
        record=following.record,
        form=following.form,
        past=behind,
        future=state.future[:-1],
    )


def saved(state: EditorState, opened: OpenedRecord) -> EditorState:
    """Take the record as stored; what was typed while it was being saved stays typed."""
    return replace(settled(state), opened=opened)


def became(state: EditorState, opened: OpenedRecord, record: MarcRecord, form: Form) -> EditorState:
    """Go on over what a colleague saved, with a record merged of both."""
    return replace(_changed(state, record), opened=opened, form=form)


def resumed(opened: OpenedRecord, record: MarcRecord, form: Form) -> EditorState:
    """Go on with a draft; a step back leads to what is stored."""
    return _changed(EditorState.of(opened), record, form=form)


def _with_form(state: EditorState, form: Form) -> EditorState:
    if form is state.form:
        return state
    return _changed(state, with_form_value(state.record, FormField.FORM, form), form=form)


def _changed(
    state: EditorState,
    record: MarcRecord,
    run: str = "",
    base: MarcRecord | None = None,
    form: Form | None = None,
) -> EditorState:
    now = form if form is not None else form_after(state.record, state.form, record)
    if (record, now) == (state.record, state.form):
        return replace(state, run=run, base=base)
    goes_on = bool(run) and run == state.run
    past = state.past if goes_on else (*state.past, Moment(state.record, state.form))[-_MOST_BACK:]
    return replace(state, record=record, form=now, past=past, future=(), run=run, base=base)
