"""Records that describe one title become one: copies, loans and holds go with it, nobody waits twice."""

import pytest

from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import Field, data_field
from kiosk.model.hold import HoldState
from kiosk.model.item import Place
from kiosk.model.staff_errors import NothingToMerge, RecordChangedMeanwhile
from kiosk.staff.copies.taking_over import FieldGroup, with_taken
from tests.circulation.desk import NOON, days
from tests.staff.copies.workroom import ANNA, Workroom

ISBN = data_field("020", "  ", ("a", "9780007230181"))
OTHER_ISBN = data_field("020", "  ", ("a", "9780312429980"))
NOVEL = data_field("655", " 7", ("a", "Novels."), ("2", "lcgft"))


def merge(room: Workroom, kept: int, *gone: int, take: tuple[FieldGroup, ...] = ()) -> None:
    room.services.merging.merge(ANNA, room.services.merging.preview(ANNA, kept, gone), take)


def test_copies_loans_and_holds_go_with_the_record_that_stays(room: Workroom) -> None:
    kept, gone = room.desk.title(), room.desk.title()
    room.desk.copy("B1", kept)
    room.desk.copy("B2", gone)
    room.desk.reader()
    room.desk.reader("R2")
    room.desk.lend(barcode="B2")
    room.desk.hold("R2", gone)
    preview = room.services.merging.preview(ANNA, kept, [gone])
    assert (preview.moved.items, preview.moved.on_loan, preview.moved.holds) == (1, 1, 1)
    merge(room, kept, gone)
    assert room.record(gone) is None
    assert {room.desk.item(code).record_id for code in ("B1", "B2")} == {kept}
    assert room.desk.lent("B2").patron_id is not None
    assert room.desk.queue(kept) == [("R2", HoldState.QUEUED)]
    assert room.trail("record", kept)[0].details["before"]["record"] == f"r{gone}"


def test_the_index_hears_of_both(room: Workroom) -> None:
    kept, gone = room.desk.title(), room.desk.title()
    before = room.desk.feed_position()
    merge(room, kept, gone)
    assert room.desk.touched_since(before) >= {kept, gone}


def test_whoever_waited_for_both_waits_once_in_the_better_place(room: Workroom) -> None:
    kept, gone = room.desk.title(), room.desk.title()
    for barcode, record in (("B1", kept), ("B2", gone)):
        room.desk.copy(barcode, record)
    for card in ("R1", "R2", "R3"):
        room.desk.reader(card)
    room.desk.lend("R1", "B1")
    room.desk.lend("R1", "B2")
    room.desk.hold("R2", gone, NOON + days(1))
    room.desk.hold("R3", kept, NOON + days(2))
    room.desk.hold("R2", kept, NOON + days(3))
    assert room.services.merging.preview(ANNA, kept, [gone]).doubled_holds == 1
    merge(room, kept, gone)
    assert room.desk.queue(kept) == [("R2", HoldState.QUEUED), ("R3", HoldState.QUEUED)]


def test_a_hold_that_is_ready_stays_and_the_other_gives_way(room: Workroom) -> None:
    ready = room.desk.trapped()
    queued = room.desk.title()
    room.desk.copy("B9", queued)
    room.desk.lend("R1", "B9")
    room.desk.hold("R2", queued, NOON - days(30))
    merge(room, queued, ready)
    assert room.desk.queue(queued) == [("R2", HoldState.READY)]
    assert room.desk.item("B1").place is Place.HOLD_SHELF


def test_a_copy_kept_twice_for_one_patron_goes_back_to_the_shelf(room: Workroom) -> None:
    first = room.desk.trapped()
    second = room.desk.copy("B2")
    room.desk.lend("R1", "B2", NOON - days(3))
    room.desk.hold("R2", second, NOON - days(2))
    room.desk.take_back("B2")
    assert room.desk.item("B2").place is Place.HOLD_SHELF
    merge(room, first, second)
    assert [state for _, state in room.desk.queue(first)] == [HoldState.READY]
    assert sorted(room.desk.item(code).place for code in ("B1", "B2")) == [Place.HOLD_SHELF, Place.SHELF]


def test_fields_that_only_the_other_has_are_taken_where_that_is_wanted(room: Workroom) -> None:
    kept = room.described("1", "Wolf Hall", ISBN)
    gone = room.described("2", "Wolf Hall.", OTHER_ISBN, ISBN, NOVEL)
    preview = room.services.merging.preview(ANNA, kept.id, [gone.id])
    assert preview.to_take == {FieldGroup.NUMBERS: (OTHER_ISBN,), FieldGroup.SUBJECTS: (NOVEL,)}
    merge(room, kept.id, gone.id, take=(FieldGroup.NUMBERS,))
    after = room.record(kept.id)
    assert after is not None
    assert after.description.isbns == ("9780007230181", "9780312429980")
    assert after.description.subjects == ()
    assert read_back(after.marc) == with_taken(read_back(kept.marc), [OTHER_ISBN])


def test_without_taking_the_record_stays_byte_for_byte(room: Workroom) -> None:
    kept, gone = room.described("1", "Wolf Hall", ISBN), room.described("2", "Wolf Hall", NOVEL)
    merge(room, kept.id, gone.id)
    assert room.record(kept.id) == kept


@pytest.mark.parametrize("tags", [["001", "245", "655"], ["245", "001"], [], ["999", "020"]])
def test_fields_taken_over_leave_the_others_in_their_order(tags: list[str]) -> None:
    from kiosk.catalog.marc.record import DEFAULT_LEADER, MarcRecord

    own = tuple(Field(tag, tag) for tag in tags)
    taken = with_taken(MarcRecord(DEFAULT_LEADER, own), [ISBN, NOVEL]).fields
    assert tuple(field for field in taken if field not in (ISBN, NOVEL)) == own
    assert len(taken) == len(own) + 2


def test_one_record_is_nothing_to_merge(room: Workroom) -> None:
    kept = room.desk.title()
    for gone in ([], [kept]):
        with pytest.raises(NothingToMerge):
            room.services.merging.preview(ANNA, kept, gone)


def test_a_record_changed_since_it_was_shown_is_not_merged(room: Workroom) -> None:
    kept, gone = room.described("1", "Wolf Hall"), room.described("2", "Wolf Hall")
    preview = room.services.merging.preview(ANNA, kept.id, [gone.id])
    merge(room, kept.id, gone.id)
    with pytest.raises(RecordChangedMeanwhile):
        room.services.merging.merge(ANNA, preview)


def test_a_merge_that_breaks_off_leaves_everything_as_it_was(
    room: Workroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kiosk.storage.catalogue.records import Records

    kept, gone = room.desk.title(), room.desk.title()
    room.desk.copy("B2", gone)

    def break_off(*_: object) -> bool:
        raise RuntimeError

    monkeypatch.setattr(Records, "delete", break_off)
    with pytest.raises(RuntimeError):
        merge(room, kept, gone)
    assert room.desk.item("B2").record_id == gone
    assert room.record(gone) is not None


def test_duplicates_are_told_by_isbn_and_by_title_and_author(room: Workroom) -> None:
    one = room.described("1", "Wolf Hall", ISBN)
    two = room.described("2", "Wolf Hall", ISBN)
    three = room.described("3", "Wolf hall /")
    room.described("4", "Wolf Hall", author="Somebody, Else")
    room.described("5", "Bring Up the Bodies", ISBN)
    room.finder.catch_up()
    alike = room.services.duplicates.of_record(ANNA, one.id)
    assert {row.id for row in alike} >= {two.id, three.id}
    assert "4" not in {row.control_number for row in alike}
    groups = room.services.duplicates.everywhere(ANNA)
    assert [(str(group.why), group.ids) for group in groups] == [
        ("isbn", (one.id, two.id)),
        ("title", (one.id, two.id, three.id)),
    ]
