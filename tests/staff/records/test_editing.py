"""Records are saved whole with what derives from them, and nobody's change is lost."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import MarcRecord, control, data_field
from kiosk.model.errors import DiskFull, RecordUnknown
from kiosk.model.record import Form
from kiosk.model.staff_errors import (
    NotAllowed,
    RecordChangedMeanwhile,
    RecordInvalid,
    RecordNumberTaken,
    RecordVersionUnknown,
)
from kiosk.staff.records.comparing import Side, merged
from kiosk.staff.records.form_fields import FormField, form_value, with_form_value
from kiosk.staff.records.headings import HeadingKind, with_heading
from kiosk.staff.records.opened import OpenedRecord, form_after
from kiosk.storage.desk.audit import Audit
from tests.staff.people import signed

from .shelf import ANNA, JAN, NOW, Shelf, wolf_hall

LATER = NOW + timedelta(hours=1)


def save(shelf: Shelf, opened: OpenedRecord, field: FormField, text: str) -> OpenedRecord:
    changed = with_form_value(opened.record, field, text)
    return shelf.editing.save(ANNA, opened, changed, form_after(opened.record, opened.form, changed), LATER)


def test_saving_without_a_change_leaves_everything_as_it_was(shelf: Shelf) -> None:
    stored = shelf.add(wolf_hall())
    opened = shelf.editing.open(ANNA, stored.id)
    assert shelf.editing.save(ANNA, opened, opened.record, opened.form, LATER) is opened
    assert shelf.stored(stored.id) == stored
    assert shelf.audited(stored.id) == ()
    assert shelf.history.versions(ANNA, stored.id) == ()


def test_a_saved_change_is_in_the_record_its_columns_and_its_lists(shelf: Shelf) -> None:
    opened = shelf.editing.open(ANNA, shelf.add(wolf_hall()).id)
    changed = with_form_value(opened.record, FormField.TITLE, "Wolf Hall : a novel")
    changed = with_heading(changed, HeadingKind.SUBJECT, "Tudors -- Fiction", None)
    saved = shelf.editing.save(ANNA, opened, changed, opened.form, LATER)
    stored = shelf.stored(saved.record_id or 0)
    assert (stored.description.title, stored.description.subtitle) == ("Wolf Hall", "a novel")
    assert (stored.edited_here, stored.updated_at) == (True, LATER)
    assert read_back(stored.marc) == saved.record == changed
    with shelf.database.read() as view:
        assert view.headings.records_of("subject", "Tudors -- Fiction") == [stored.id]
        assert stored.id in [change.record_id for change in view.feed.after(0)]
    assert (saved.changed_by, saved.versions) == ("anna", 2)


def test_what_the_form_does_not_know_is_never_lost(shelf: Shelf) -> None:
    opened = shelf.editing.open(ANNA, shelf.add(wolf_hall()).id)
    saved = save(shelf, opened, FormField.PUBLISHED, "London : Fourth Estate, 2010")
    known = {"264"}
    assert [f for f in saved.record.fields if f.tag not in known] == [
        f for f in opened.record.fields if f.tag not in known
    ]


def test_the_trail_tells_what_was_and_what_is(shelf: Shelf) -> None:
    opened = shelf.editing.open(ANNA, shelf.add(wolf_hall()).id)
    saved = save(shelf, opened, FormField.CALL_NUMBER, "FIC MAN")
    (entry,) = shelf.audited(saved.record_id or 0)
    assert (entry.account, entry.act) == ("anna", "record.edit")
    assert entry.details == {"before": {"099": [None]}, "after": {"099": ["## $a FIC MAN"]}}


def test_an_error_that_the_change_brings_is_refused_with_its_place(shelf: Shelf) -> None:
    stored = shelf.add(wolf_hall())
    opened = shelf.editing.open(ANNA, stored.id)
    with pytest.raises(RecordInvalid) as refused:
        save(shelf, opened, FormField.ISBN, "978-0-00-723018-2")
    problems = refused.value.values["problems"]
    assert isinstance(problems, tuple)
    (problem,) = problems
    assert (problem.key, problem.tag, problem.code, problem.position) == ("isbn_check", "020", "a", 12)
    assert shelf.stored(stored.id) == stored


def test_an_error_that_was_there_before_keeps_nobody_from_mending_another(shelf: Shelf) -> None:
    broken = wolf_hall()
    broken = broken.having((*broken.fields, data_field("022", "  ", ("a", "1234-5678"))))
    opened = shelf.editing.open(ANNA, shelf.add(broken).id)
    assert save(shelf, opened, FormField.EDITION, "2nd ed.").versions == 2


def test_a_colleagues_change_is_never_overwritten(shelf: Shelf) -> None:
    record_id = shelf.add(wolf_hall()).id
    mine, theirs = shelf.editing.open(ANNA, record_id), shelf.editing.open(JAN, record_id)
    title = with_form_value(theirs.record, FormField.TITLE, "Wölfe")
    shelf.editing.save(JAN, theirs, title, theirs.form, LATER)
    extent = with_form_value(mine.record, FormField.EXTENT, "650 p.")
    with pytest.raises(RecordChangedMeanwhile) as refused:
        shelf.editing.save(ANNA, mine, extent, mine.form, LATER)
    assert refused.value.values["account"] == "jan"
    conflict = shelf.editing.compare(ANNA, mine, extent)
    assert [one.tag for one in conflict.differences] == ["245", "300"]
    assert [one.plain_choice for one in conflict.differences] == [Side.THEIRS, Side.MINE]
    both = merged(conflict.theirs.record, conflict.differences, [Side.THEIRS, Side.MINE])
    saved = shelf.editing.save(ANNA, conflict.theirs, both, mine.form, LATER)
    assert form_value(saved.record, FormField.TITLE) == "Wölfe"
    assert form_value(saved.record, FormField.EXTENT) == "650 p."


def test_an_import_in_between_is_a_change_of_nobodys(shelf: Shelf) -> None:
    record_id = shelf.add(wolf_hall()).id
    opened = save(shelf, shelf.editing.open(ANNA, record_id), FormField.TITLE, "Wölfe")
    with shelf.database.act() as act:
        act.records.update(record_id, new_record(wolf_hall(title="Imported")), LATER, edited_here=False)
        act.commit()
    assert shelf.editing.open(ANNA, record_id).changed_by is None
    with pytest.raises(RecordChangedMeanwhile):
        save(shelf, opened, FormField.TITLE, "Wolf")


def test_a_record_deleted_meanwhile_is_told(shelf: Shelf) -> None:
    opened = shelf.editing.open(ANNA, shelf.add(wolf_hall()).id)
    with shelf.database.act() as act:
        act.records.delete(opened.record_id or 0)
        act.commit()
    with pytest.raises(RecordUnknown):
        save(shelf, opened, FormField.TITLE, "Wölfe")
    with pytest.raises(RecordUnknown):
        shelf.editing.open(ANNA, opened.record_id or 0)


def test_two_records_never_have_one_number(shelf: Shelf) -> None:
    shelf.add(wolf_hall("1"))
    opened = shelf.editing.open(ANNA, shelf.add(wolf_hall("2")).id)
    same = opened.record.having(
        control("001", "1") if field.tag == "001" else field for field in opened.record.fields
    )
    with pytest.raises(RecordNumberTaken):
        shelf.editing.save(ANNA, opened, same, opened.form, LATER)


@pytest.mark.parametrize("form", list(Form))
def test_an_empty_record_of_each_form_lacks_nothing_but_its_title(shelf: Shelf, form: Form) -> None:
    opened = shelf.editing.empty(ANNA, form, NOW)
    assert form_value(opened.record, FormField.FORM) == form
    assert form_value(opened.record, FormField.LANGUAGE) == "eng"
    with pytest.raises(RecordInvalid):
        shelf.editing.save(ANNA, opened, opened.record, form, NOW)
    titled = with_form_value(opened.record, FormField.TITLE, "Neu")
    saved = shelf.editing.save(ANNA, opened, titled, form, NOW)
    assert shelf.stored(saved.record_id or 0).description.form is form
    assert saved.versions == 1


def test_a_duplicate_has_no_number_of_its_model(shelf: Shelf) -> None:
    stored = shelf.add(wolf_hall())
    copy = shelf.editing.duplicate(ANNA, stored.id, NOW)
    assert copy.is_new
    assert not copy.record.all("001", "003", "020")
    assert copy.record.data("008")[:6] == "261124"
    saved = shelf.editing.save(ANNA, copy, copy.record, copy.form, NOW)
    assert saved.record_id != stored.id
    assert shelf.stored(stored.id) == stored


def test_any_version_comes_back_and_that_can_be_taken_back_too(shelf: Shelf) -> None:
    stored = shelf.add(wolf_hall())
    first = save(shelf, shelf.editing.open(ANNA, stored.id), FormField.TITLE, "Two")
    second = save(shelf, first, FormField.TITLE, "Three")
    back = shelf.history.restore(JAN, second, 1, LATER)
    assert shelf.stored(stored.id).marc == stored.marc
    again = shelf.history.restore(JAN, back, 3, LATER)
    assert form_value(again.record, FormField.TITLE) == "Three"
    told = [(one.number, one.account, one.act) for one in shelf.history.versions(ANNA, stored.id)]
    assert told == [
        (5, "jan", "record.restore"),
        (4, "jan", "record.restore"),
        (3, "anna", "record.edit"),
        (2, "anna", "record.edit"),
        (1, None, "record.arrived"),
    ]
    latest = shelf.history.versions(ANNA, stored.id)[0]
    assert [change.tag for change in latest.changes] == ["245"]
    with pytest.raises(RecordVersionUnknown):
        shelf.history.restore(JAN, again, 99, LATER)


def test_restoring_meets_a_colleagues_change_as_saving_does(shelf: Shelf) -> None:
    stored = shelf.add(wolf_hall())
    opened = save(shelf, shelf.editing.open(ANNA, stored.id), FormField.TITLE, "Two")
    save(shelf, opened, FormField.TITLE, "Three")
    with pytest.raises(RecordChangedMeanwhile):
        shelf.history.restore(JAN, opened, 1, LATER)


def test_a_form_that_came_from_the_items_stays_until_the_record_says_another(shelf: Shelf) -> None:
    stored = shelf.add(wolf_hall())
    with shelf.database.act() as act:
        fresh = new_record(wolf_hall())
        film = replace(fresh, description=replace(fresh.description, form=Form.FILM))
        act.records.update(stored.id, film, NOW, edited_here=False)
        act.commit()
    opened = shelf.editing.open(ANNA, stored.id)
    saved = save(shelf, opened, FormField.TITLE, "Wölfe")
    assert shelf.stored(stored.id).description.form is Form.FILM
    assert save(shelf, saved, FormField.FORM, Form.MAP).form is Form.MAP


def test_only_who_may_edit_saves(shelf: Shelf) -> None:
    desk = signed("circulation")
    opened = shelf.editing.open(desk, shelf.add(wolf_hall()).id)
    with pytest.raises(NotAllowed):
        shelf.editing.save(desk, opened, MarcRecord(opened.record.leader, ()), opened.form, LATER)
    with pytest.raises(NotAllowed):
        shelf.history.restore(desk, opened, 1, LATER)


def test_headings_complete_as_typed_and_come_as_established(shelf: Shelf) -> None:
    shelf.add(wolf_hall("1", "Wolf Hall", "Tudors", "Tulips"))
    shelf.add(wolf_hall("2", "Bring up the bodies", "Tudors"))
    subjects = shelf.completion.begin_with(ANNA, HeadingKind.SUBJECT, "tu")
    assert [(one.text, one.records) for one in subjects] == [("Tudors", 2), ("Tulips", 1)]
    assert shelf.completion.begin_with(ANNA, HeadingKind.SUBJECT, " ") == ()
    assert shelf.completion.begin_with(ANNA, HeadingKind.SUBJECT, "zz") == ()
    author = shelf.completion.established(ANNA, HeadingKind.AUTHOR, "mantel, hilary")
    assert author is not None
    assert author.subfields == (("a", "Mantel, Hilary,"), ("d", "1952-2022,"))
    assert shelf.completion.established(ANNA, HeadingKind.AUTHOR, "Nobody") is None
    fresh = with_heading(MarcRecord("0" * 24, ()), HeadingKind.CONTRIBUTOR, "", author)
    assert (fresh.fields[0].tag, fresh.fields[0].indicators) == ("700", "1 ")


def test_of_many_who_save_at_the_same_moment_one_is_first_and_all_others_are_told(shelf: Shelf) -> None:
    record_id = shelf.add(wolf_hall()).id
    opened = shelf.editing.open(ANNA, record_id)
    start = Barrier(4)

    def one(number: int) -> bool:
        changed = with_form_value(opened.record, FormField.TITLE, f"Title {number}")
        start.wait(10)
        try:
            shelf.editing.save(ANNA, opened, changed, opened.form, LATER)
        except RecordChangedMeanwhile:
            return False
        return True

    with ThreadPoolExecutor(4) as desks:
        assert sorted(desks.map(one, range(4))) == [False, False, False, True]
    assert len(shelf.history.versions(ANNA, record_id)) == 2
    assert len(shelf.audited(record_id)) == 1


def test_a_save_that_fails_half_way_leaves_nothing(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = shelf.add(wolf_hall())
    opened = shelf.editing.open(ANNA, stored.id)

    def full(*_: object, **__: object) -> None:
        raise DiskFull()

    monkeypatch.setattr(Audit, "write", full)
    with pytest.raises(DiskFull):
        save(shelf, opened, FormField.TITLE, "Wölfe")
    assert shelf.stored(stored.id) == stored
    assert shelf.history.versions(ANNA, stored.id) == ()
