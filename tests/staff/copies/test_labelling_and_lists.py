"""Labels come on sheets for the copies that can have one, and lists tell what stands where since when."""

from pathlib import Path

import pytest

from kiosk.catalog.search import SearchRequest, Sort
from kiosk.model.errors import FolderNotWritable, RecordUnknown, StartNotOnSheet
from kiosk.model.item import Condition, ItemStatus
from kiosk.model.staff_errors import NothingToPrint, TooManyCopies
from kiosk.staff.copies.labelling import LabelOrder
from tests.circulation.desk import NOON, days
from tests.staff.copies.workroom import ANNA, Workroom


def test_labels_are_printed_for_those_that_can_have_one(room: Workroom) -> None:
    room.add("B1", "B2")
    made = room.services.labels.draw(ANNA, LabelOrder(("B1", "b2", "gone"), start=3))
    assert made.pdf.startswith(b"%PDF")
    assert (made.labels, made.next_start) == (2, 5)
    assert [(code, why.key) for code, why in made.problems] == [("gone", "copies.why.unknown")]
    assert room.services.labels.sheets(ANNA)[0] == made.sheet


def test_backs_need_a_call_number(room: Workroom) -> None:
    record = room.desk.title()
    room.add("B1", record=record, call_number=None)
    room.add("B2", record=record)
    made = room.services.labels.draw(ANNA, LabelOrder(("B1", "B2"), spine=True))
    assert (made.labels, len(made.problems)) == (1, 1)


def test_nothing_that_could_be_printed_is_said_and_a_bad_start_too(room: Workroom) -> None:
    room.add("B1")
    with pytest.raises(NothingToPrint):
        room.services.labels.draw(ANNA, LabelOrder(("gone",)))
    with pytest.raises(StartNotOnSheet):
        room.services.labels.draw(ANNA, LabelOrder(("B1",), start=1000))


def test_labels_are_saved_whole_or_not_at_all(room: Workroom, tmp_path: Path) -> None:
    room.add("B1")
    file = tmp_path / "labels.pdf"
    room.services.labels.save(ANNA, LabelOrder(("B1",)), file)
    before = file.read_bytes()
    assert before.startswith(b"%PDF")
    with pytest.raises(FolderNotWritable):
        room.services.labels.save(ANNA, LabelOrder(("B1",)), tmp_path / "nowhere" / "labels.pdf")
    assert [one.name for one in tmp_path.glob("*.p*")] == ["labels.pdf"]


def test_a_titles_copies_are_listed_with_state_loans_and_since_when(room: Workroom) -> None:
    record = room.desk.title()
    room.add("B1", "B2", "B3", record=record)
    room.desk.reader()
    room.desk.reader("R2")
    room.desk.lend("R1", "B1", NOON - days(20))
    room.desk.take_back("B1", NOON + days(1))
    room.desk.lend("R1", "B2")
    room.services.states.set(ANNA, "B3", Condition.MISSING)
    listed = room.services.listing.of_record(ANNA, record)
    assert [row.copy.status for row in listed.rows] == [
        ItemStatus.AVAILABLE,
        ItemStatus.ON_LOAN,
        ItemStatus.MISSING,
    ]
    assert [row.loans for row in listed.rows] == [1, 1, 0]
    assert [row.since for row in listed.rows] == [NOON + days(1), NOON, NOON]
    assert listed.rows[1].copy.due_at is not None
    assert (listed.on_shelf, listed.waiting, listed.locations) == (1, 0, ("Fiction",))
    with pytest.raises(RecordUnknown):
        room.services.listing.of_record(ANNA, 4711)


def test_a_search_finds_as_the_kiosk_does_and_gives_all_of_it(room: Workroom) -> None:
    ids = [room.described(str(number), f"Wolf {number}").id for number in range(5)]
    room.finder.catch_up()
    page = room.services.search.search(ANNA, SearchRequest("wolf", limit=2, offset=4))
    assert (page.result.total, len(page.rows)) == (5, 1)
    up, down = (
        [row.id for row in room.services.search.search(ANNA, request).rows]
        for request in (
            SearchRequest("wolf", sort=Sort.TITLE),
            SearchRequest("wolf", sort=Sort.TITLE, backwards=True),
        )
    )
    assert up == down[::-1] == ids
    assert set(room.services.search.all_ids(ANNA, SearchRequest("wolf"), 10)) == set(ids)
    with pytest.raises(TooManyCopies):
        room.services.search.all_ids(ANNA, SearchRequest("wolf"), 4)
    assert room.services.search.all_ids(ANNA, SearchRequest("wolf"), 10, stop=lambda: True) == ()


def test_a_title_deleted_since_it_was_indexed_keeps_its_place_in_the_page(room: Workroom) -> None:
    ids = [room.described(str(number), f"Wolf {number}").id for number in range(3)]
    room.finder.catch_up()
    room.services.deleting.delete_record(ANNA, ids[1])
    rows = room.services.search.search(ANNA, SearchRequest("wolf", sort=Sort.TITLE)).rows
    assert [(row.id, row.description.title) for row in rows] == [
        (number, f"Wolf {place}") for place, number in enumerate(ids)
    ]
    room.services.search.catch_up(ANNA)
    assert len(room.services.search.search(ANNA, SearchRequest("wolf")).rows) == 2
