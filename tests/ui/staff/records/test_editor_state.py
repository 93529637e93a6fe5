"""The editor's state as a table: what is typed, taken back, saved and resumed."""

from datetime import UTC, datetime

import pytest

from kiosk.catalog.marc.json_records import to_json
from kiosk.catalog.marc.record import MarcRecord, data_field
from kiosk.model.record import Form
from kiosk.staff.records.form_fields import FormField
from kiosk.staff.records.headings import HeadingKind
from kiosk.staff.records.opened import OpenedRecord
from kiosk.staff.records.problems import problems_of
from kiosk.ui.staff.records.drafting import draft_values, resumed_draft
from kiosk.ui.staff.records.editor_state import (
    EditorState,
    heading_added,
    redone,
    row_added,
    row_removed,
    row_typed,
    saved,
    settled,
    typed,
    undone,
)
from kiosk.ui.staff.records.told import by_field, by_place, problem_text
from kiosk.words import wording
from tests.staff.records.shelf import wolf_hall

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def begun(record: MarcRecord | None = None) -> EditorState:
    record = record or wolf_hall()
    return EditorState.of(OpenedRecord(7, to_json(record), record, Form.BOOK, NOW, "anna", 1))


def write(state: EditorState, field: FormField, text: str) -> EditorState:
    """Type a text letter by letter behind what stands there."""
    for end in range(1, len(text) + 1):
        state = typed(state, field, text[:end])
    return state


def test_a_line_does_not_hang_on_the_way_it_was_typed() -> None:
    slowly = write(begun(), FormField.PUBLISHED, "Berlin : Rowohlt, 2011")
    at_once = typed(begun(), FormField.PUBLISHED, "Berlin : Rowohlt, 2011")
    assert slowly.record == at_once.record
    assert slowly.value(FormField.PUBLISHED) == "Berlin : Rowohlt, 2011"


def test_letters_typed_into_one_field_are_one_step_back() -> None:
    state = write(begun(), FormField.TITLE, "Wölfe")
    state = write(settled(state), FormField.EXTENT, "650 S.")
    assert state.unsaved == 2
    state = undone(state)
    assert (state.unsaved, state.value(FormField.TITLE)) == (1, "Wölfe")
    state = undone(state)
    assert (state.unsaved, state.record) == (0, wolf_hall())
    assert undone(state).record == wolf_hall()
    assert redone(redone(state)).value(FormField.EXTENT) == "650 S."
    assert redone(redone(redone(state))).unsaved == 2


def test_what_is_typed_back_is_no_change() -> None:
    state = typed(begun(), FormField.TITLE, "Wolf")
    assert typed(state, FormField.TITLE, "Wolf Hall").unsaved == 0


def test_a_step_back_leads_behind_what_was_saved() -> None:
    state = typed(begun(), FormField.TITLE, "Wölfe")
    state = saved(state, begun(state.record).opened)
    assert state.unsaved == 0
    assert (undone(state).unsaved, undone(state).value(FormField.TITLE)) == (1, "Wolf Hall")


def test_what_is_typed_while_saving_stays_typed() -> None:
    first = typed(begun(), FormField.TITLE, "Wölfe")
    more = typed(settled(first), FormField.EXTENT, "650 S.")
    assert saved(more, begun(first.record).opened).unsaved == 1


def test_rows_of_the_table_change_the_same_record() -> None:
    state, place = row_added(begun(), data_field("500", "  ", ("a", "Eine Note")))
    assert state.value(FormField.NOTES) == "Eine Note"
    state = row_typed(state, place, data_field("500", "  ", ("a", "Zwei")))
    assert state.value(FormField.NOTES) == "Zwei"
    state = row_removed(state, place)
    assert state.unsaved == 0
    assert undone(state).value(FormField.NOTES) == "Zwei"


def test_fields_in_another_order_are_one_change() -> None:
    swapped = wolf_hall()
    swapped = swapped.having(reversed(swapped.fields))
    state = begun()
    for place, field in enumerate(swapped.fields):
        state = row_typed(state, place, field)
    assert state.unsaved == 1


def test_the_kind_of_title_changes_in_both_and_counts() -> None:
    state = typed(begun(), FormField.FORM, Form.FILM)
    assert (state.record.leader[6], state.form, state.unsaved) == ("g", Form.FILM, 1)
    assert undone(state).form is Form.BOOK


def test_an_author_chosen_after_typing_is_changed_but_once() -> None:
    known = data_field("100", "1 ", ("a", "Ende, Michael,"), ("d", "1929-1995"))
    state = write(begun(), FormField.AUTHOR, "Ende")
    state = heading_added(state, HeadingKind.AUTHOR, "Ende, Michael", known)
    assert state.value(FormField.AUTHOR) == "Ende, Michael, 1929-1995"
    assert state.record.all("100")[0].subfields[-1] == ("e", "author.")


def test_a_draft_goes_on_where_it_was_left() -> None:
    state = typed(begun(), FormField.TITLE, "Wölfe")
    back = resumed_draft(begun().opened, draft_values(state))
    assert back is not None
    assert (back.record, back.opened.stored, back.unsaved) == (state.record, state.opened.stored, 1)
    assert undone(back).record == wolf_hall()


@pytest.mark.parametrize("values", [{}, {"record": "{", "opened": "{}", "form": "book"}])
def test_a_draft_that_cannot_be_read_is_none(values: dict[str, str]) -> None:
    assert resumed_draft(begun().opened, values) is None


def test_problems_stand_at_their_field_and_their_row() -> None:
    state = typed(begun(), FormField.ISBN, "978-0-00-723018-2")
    problems = problems_of(state.record, NOW.date())
    fields = by_field(state.record, problems)
    assert set(fields) == {FormField.ISBN}
    assert "1" in problem_text(fields[FormField.ISBN], wording("en"))
    (place,) = by_place(problems)
    assert place is not None
    assert state.record.fields[place].tag == "020"


@pytest.mark.parametrize(
    ("field", "text", "marked"),
    [
        (FormField.TITLE, "", FormField.TITLE),
        (FormField.YEAR, "2109", FormField.YEAR),
        (FormField.PUBLISHED, "London : 4th, 2109", FormField.PUBLISHED),
        (FormField.NOTES, "a\x01b", FormField.NOTES),
        (FormField.RESPONSIBILITY, "a\x01b", FormField.RESPONSIBILITY),
        (FormField.ISSN, "0028-0837", FormField.ISSN),
    ],
)
def test_a_field_is_marked_for_what_is_typed_into_it(field: FormField, text: str, marked: FormField) -> None:
    state = typed(begun(), field, text)
    assert marked in by_field(state.record, state.problems(NOW.date()))
