"""Deletions and merges that are taken back leave the library as it was, row for row, or are refused."""

from dataclasses import replace

import pytest

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import data_field
from kiosk.circulation.nightly.step import Night
from kiosk.circulation.nightly.sum_days import sum_days
from kiosk.membership.erasing import erase_person
from kiosk.model.staff_errors import NotAllowed
from kiosk.staff.copies.taking_over import FieldGroup
from tests.circulation.desk import NOON, by, days, town_library
from tests.staff.copies.undoing import deleted, edit, library_of, merged, why_not
from tests.staff.copies.workroom import ANNA, Workroom, signed_in

_ISBN = data_field("020", "  ", ("a", "9780312429980"))


def used_title(room: Workroom) -> int:
    """Return a title with a history: lent, renewed, held, edited, charged for and paid, nothing open."""
    record = room.described("1", "Wolf Hall", _ISBN).id
    edit(room, record, "Wolf Hall, revised")
    room.add("B1", "B2", record=record)
    room.desk.reader("R1", keeps_history=True)
    room.desk.reader("R2")
    room.desk.lend("R1", "B1", NOON - days(60))
    room.desk.renew("R1", "B1", NOON - days(40))
    room.desk.hold("R2", record, NOON - days(39))
    room.desk.cancel("R2", record, NOON - days(38))
    room.desk.take_back("B1", NOON - days(2))
    room.desk.pay("2.00")
    return record


def test_a_deleted_title_comes_back_with_all_that_hung_on_it(room: Workroom) -> None:
    record = used_title(room)
    before = library_of(room)
    assert all(before[name] for name in ("renewals", "record_versions", "identifiers", "charges"))
    gone = deleted(room, record)
    assert room.record(record) is None
    room.services.deleting.undo_delete_record(ANNA, gone)
    assert library_of(room) == before
    assert [entry.act for entry in room.trail("record", record)][:2] == [
        "record.delete_undone",
        "record.delete",
    ]


def test_the_index_hears_of_what_came_back(room: Workroom) -> None:
    record = used_title(room)
    gone = deleted(room, record)
    position = room.desk.feed_position()
    room.services.deleting.undo_delete_record(ANNA, gone)
    assert record in room.desk.touched_since(position)


def test_a_deletion_is_taken_back_once(room: Workroom) -> None:
    gone = deleted(room, used_title(room))
    room.services.deleting.undo_delete_record(ANNA, gone)
    before = library_of(room)
    assert why_not(lambda: room.services.deleting.undo_delete_record(ANNA, gone)) == "copies.undo.changed"
    assert library_of(room) == before


def test_a_barcode_or_number_given_anew_is_named(room: Workroom) -> None:
    record = room.described("1", "Wolf Hall")
    with room.desk.database.act() as work:
        number = replace(new_record(read_back(record.marc)), control_number="1", agency="DE-1")
        work.records.update(record.id, number, NOON, edited_here=True)
        work.commit()
    room.add("B1", record=record.id)
    gone = deleted(room, record.id)
    other = room.described("2", "Bring Up the Bodies").id
    room.add("B1", record=other)
    assert why_not(lambda: room.services.deleting.undo_delete_record(ANNA, gone)) == "copies.undo.barcode"
    deleted(room, other)
    with room.desk.database.act() as work:
        work.records.add(number, NOON)
        work.commit()
    assert why_not(lambda: room.services.deleting.undo_delete_record(ANNA, gone)) == "copies.undo.number"
    assert (room.record(record.id), room.now("B1")) == (None, None)


def test_a_branch_that_is_gone_by_now_keeps_its_copies_from_coming_back(room: Workroom) -> None:
    record = room.desk.title()
    room.add("B1", record=record, branch="ISLAND")
    gone = deleted(room, record)
    library = town_library()
    room.desk.configure(replace(library, branches=library.branches[:2]))
    assert why_not(lambda: room.services.deleting.undo_delete_record(ANNA, gone)) == "copies.undo.in_use"
    assert room.record(record) is None


def test_who_was_forgotten_meanwhile_stays_forgotten(room: Workroom) -> None:
    record = used_title(room)
    gone = deleted(room, record)
    with room.desk.database.act() as work:
        for card in ("R1", "R2"):
            person = work.patrons.by_card(card)
            assert person is not None
            erase_person(work, person, by="anna", at=NOON)
        work.commit()
    room.services.deleting.undo_delete_record(ANNA, gone)
    after = library_of(room)
    assert [row[3] for row in after["loans"]] == [None]
    assert after["holds"] == []
    assert after["items"]


def test_who_wants_no_history_any_more_has_none_when_a_title_comes_back(room: Workroom) -> None:
    record = used_title(room)
    gone = deleted(room, record)
    with room.desk.database.act() as work:
        person = work.patrons.by_card("R1")
        assert person is not None
        work.patrons.keep_history(person.id, False)
        work.commit()
    room.services.deleting.undo_delete_record(ANNA, gone)
    assert [row[3] for row in library_of(room)["loans"]] == [None]


def test_deleted_copies_come_back_with_the_loans_that_were_undone(room: Workroom) -> None:
    record = room.desk.title()
    items = room.add("B1", "B2", "B3", record=record)
    room.desk.reader("R1")
    room.desk.lend("R1", "B1")
    room.desk.acts.undo("R1", "B1", by(NOON))
    room.desk.lend("R1", "B3")
    before = library_of(room)
    assert before["loans"]
    done = room.services.deleting.delete(ANNA, [item.id for item in items])
    assert [one.why_not is None for one in done] == [True, True, False]
    room.services.deleting.undo_delete(ANNA, done)
    assert library_of(room) == before
    assert [entry.act for entry in room.trail("item", items[0].id)][:2] == [
        "item.delete_undone",
        "item.delete",
    ]


def test_deleted_copies_stay_away_all_of_them_where_one_cannot_come_back(room: Workroom) -> None:
    record = room.desk.title()
    items = room.add("B1", "B2", record=record)
    done = room.services.deleting.delete(ANNA, [item.id for item in items])
    room.add("B2", record=record)
    assert why_not(lambda: room.services.deleting.undo_delete(ANNA, done)) == "copies.undo.barcode"
    assert room.now("B1") is None
    with pytest.raises(NotAllowed):
        room.services.deleting.undo_delete(signed_in("circulation"), done)


def test_a_deleted_copy_does_not_come_back_to_a_title_that_is_gone(room: Workroom) -> None:
    (item,) = room.add("B1")
    done = room.services.deleting.delete(ANNA, [item.id])
    deleted(room, item.record_id)
    assert why_not(lambda: room.services.deleting.undo_delete(ANNA, done)) == "copies.undo.in_use"
    assert room.now("B1") is None


def test_merged_titles_are_several_again(room: Workroom) -> None:
    kept = used_title(room)
    gone = room.described("2", "Wolf Hall.", data_field("020", "  ", ("a", "9780007230181")))
    room.add("B3", record=gone.id)
    room.desk.lend("R2", "B3")
    room.desk.hold("R1", gone.id)
    sum_days(Night(room.desk.database, room.desk.decider, NOON + days(1)))
    before = library_of(room)
    made = merged(room, kept, gone.id, take=(FieldGroup.NUMBERS,))
    assert made.stays.description.isbns == ("9780312429980", "9780007230181")
    room.services.merging.undo(ANNA, made)
    assert library_of(room) == before
    assert room.trail("record", kept)[0].act == "record.merge_undone"


def test_holds_that_met_are_two_again(room: Workroom) -> None:
    kept, gone = room.desk.title(), room.desk.title()
    for barcode, record in (("B1", kept), ("B2", gone)):
        room.desk.copy(barcode, record)
    for card in ("R1", "R2"):
        room.desk.reader(card)
    room.desk.lend("R1", "B1")
    room.desk.lend("R1", "B2")
    room.desk.hold("R2", gone, NOON + days(1))
    room.desk.hold("R2", kept, NOON + days(2))
    before = library_of(room)
    made = merged(room, kept, gone)
    assert len(room.desk.queue(kept)) == 1
    room.services.merging.undo(ANNA, made)
    assert library_of(room) == before


def test_what_came_since_goes_with_its_copy(room: Workroom) -> None:
    kept, gone = room.desk.title(), room.desk.title()
    room.desk.copy("B1", kept)
    room.desk.copy("B2", gone)
    room.desk.reader()
    made = merged(room, kept, gone)
    room.desk.lend("R1", "B2")
    room.services.merging.undo(ANNA, made)
    assert room.desk.item("B2").record_id == gone
    assert room.desk.lent("B2").patron_id is not None


def test_a_merge_stays_where_the_record_or_a_hold_is_another_by_now(room: Workroom) -> None:
    kept = room.described("1", "Wolf Hall")
    gone = room.described("2", "Wolf Hall", _ISBN)
    made = merged(room, kept.id, gone.id, take=(FieldGroup.NUMBERS,))
    edit(room, kept.id, "Wolf Hall, newly")
    assert why_not(lambda: room.services.merging.undo(ANNA, made)) == "copies.undo.changed"
    assert room.record(gone.id) is None


def test_a_copy_that_has_gone_on_is_not_called_back(room: Workroom) -> None:
    first = room.desk.trapped()
    second = room.desk.copy("B2")
    room.desk.lend("R1", "B2", NOON - days(3))
    room.desk.hold("R2", second, NOON - days(2))
    room.desk.take_back("B2")
    made = merged(room, first, second)
    assert why_not(lambda: room.services.merging.undo(ANNA, made)) == "copies.undo.sent_on"


def test_an_undo_that_breaks_off_leaves_everything_as_it_was(
    room: Workroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kiosk.storage import catalogue

    gone = deleted(room, used_title(room))
    before = library_of(room)

    def break_off(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(catalogue.kept_rows, "write_links", break_off)
    with pytest.raises(RuntimeError):
        room.services.deleting.undo_delete_record(ANNA, gone)
    assert library_of(room) == before


def test_whoever_may_not_delete_takes_no_deletion_back(room: Workroom) -> None:
    desk = signed_in("circulation")
    gone = deleted(room, used_title(room))
    with pytest.raises(NotAllowed):
        room.services.deleting.undo_delete_record(desk, gone)
    made = merged(room, room.desk.title(), room.desk.title())
    with pytest.raises(NotAllowed):
        room.services.merging.undo(desk, made)
