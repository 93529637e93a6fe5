"""Many copies are changed as the preview shows, stopped behind a whole copy, and taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.errors import DatabaseBusy
from kiosk.model.item import Condition
from kiosk.model.staff_errors import CopyInvalid, TooManyCopies
from kiosk.staff.copies.batch import MOST_AT_ONCE, BatchDone
from kiosk.staff.copies.batch_change import BatchChange, NewPrefix, changed, prefixed
from kiosk.staff.copies.fields import CopyFields, fields_of
from kiosk.storage import Act
from tests.circulation.desk import NORTH, eur
from tests.staff.copies.workroom import ANNA, BOB, Workroom

WORDS = st.text(st.sampled_from("AB 12"), max_size=8)


def do(room: Workroom, change: BatchChange, *barcodes: str) -> BatchDone:
    numbers = [room.desk.item(code).id for code in barcodes]
    preview = room.services.batch.preview(ANNA, numbers, change)
    done = room.services.batch.apply(ANNA, preview)
    assert len(done.changed) == preview.to_change
    for line in preview.lines:
        now = room.desk.item(line.before.barcode)
        assert (fields_of(now), now.condition) == (
            (line.after, line.condition) if line.changes else (fields_of(line.before), line.before.condition)
        )
    return done


@pytest.mark.parametrize(
    ("number", "old", "new", "after"),
    [
        ("FIC MAN", "FIC", "ROM", "ROM MAN"),
        ("FICTION", "FIC", "ROM", "FICTION"),
        ("fic man", "FIC", "ROM", "ROM man"),
        ("FIC MAN", "", "J", "J FIC MAN"),
        ("FIC MAN", "FIC MAN", "", None),
        ("FIC MAN", "FIC", "", "MAN"),
        (None, "", "J", None),
        ("363.7 KLE", "363.7", "363.8", "363.8 KLE"),
    ],
)
def test_a_beginning_is_made_of_whole_words(
    number: str | None, old: str, new: str, after: str | None
) -> None:
    assert prefixed(number, NewPrefix(old, new)) == after


@given(number=WORDS, old=WORDS, new=WORDS)
def test_what_does_not_begin_so_stays_as_it_is(number: str, old: str, new: str) -> None:
    after = prefixed(number, NewPrefix(old, new))
    begins = number.split()[: len(old.split())] == old.split()
    assert after == number or begins
    if begins and number.strip():
        assert (after or "").split() == new.split() + number.split()[len(old.split()) :]


@given(branch=st.none() | st.just("B"), location=st.none() | WORDS, no_price=st.booleans())
def test_a_change_made_twice_is_made_once(branch: str | None, location: str | None, no_price: bool) -> None:
    change = BatchChange(branch, location, no_price=no_price)
    once = changed(CopyFields("1", "A", "book", "x", "FIC A", eur("3.00")), change)
    assert changed(once, change) == once


def test_all_of_a_change_is_done_and_undone(room: Workroom) -> None:
    record = room.desk.title()
    items = room.add("B1", "B2", record=record)
    change = BatchChange(NORTH, "Crime", "dvd", NewPrefix("FIC", "KRI"), Condition.DAMAGED, eur("5.00"))
    done = do(room, change, "B1", "B2")
    now = room.desk.item("B2")
    assert (now.branch, now.location, now.item_type, now.call_number) == (NORTH, "Crime", "dvd", "KRI MAN")
    assert (now.condition, now.price) == (Condition.DAMAGED, eur("5.00"))
    assert not done.skipped
    undone = room.services.batch.undo(ANNA, done)
    assert (len(undone.changed), undone.skipped) == (2, ())
    assert [fields_of(room.desk.item(item.barcode)) for item in items] == [fields_of(item) for item in items]
    assert {room.desk.item(item.barcode).condition for item in items} == {Condition.FINE}


def test_a_batch_is_one_entry_a_copy_in_the_trail(room: Workroom) -> None:
    (item,) = room.add("B1")
    do(room, BatchChange(location=""), "B1")
    entry = room.trail("item", item.id)[0]
    assert entry.details["before"] == {"location": "Fiction"}
    assert entry.details["after"] == {"location": None}
    assert entry.details["batch"]


def test_what_is_on_loan_keeps_its_state_and_is_told_of(room: Workroom) -> None:
    record = room.desk.title()
    room.add("B1", "B2", record=record)
    room.desk.reader()
    room.desk.lend()
    ids = [room.desk.item(code).id for code in ("B1", "B2")]
    preview = room.services.batch.preview(ANNA, ids, BatchChange(condition=Condition.LOST))
    assert (preview.to_change, preview.refused) == (1, 1)
    do(room, BatchChange(condition=Condition.LOST), "B1", "B2")
    assert room.desk.loan() is not None


def test_what_another_changed_since_the_preview_is_left_alone(room: Workroom) -> None:
    record = room.desk.title()
    one, two = room.add("B1", "B2", record=record)
    preview = room.services.batch.preview(ANNA, [one.id, two.id], BatchChange(location="Crime"))
    room.services.editing.update(BOB, one, replace(fields_of(one), location="Horror"))
    done = room.services.batch.apply(ANNA, preview)
    assert [(item.barcode, why.key) for item, why in done.skipped] == [("B1", "copies.why.changed_meanwhile")]
    assert (room.desk.item("B1").location, room.desk.item("B2").location) == ("Horror", "Crime")


def test_undo_leaves_alone_what_was_changed_again(room: Workroom) -> None:
    record = room.desk.title()
    room.add("B1", "B2", record=record)
    done = do(room, BatchChange(location="Crime"), "B1", "B2")
    now = room.desk.item("B1")
    room.services.editing.update(BOB, now, replace(fields_of(now), location="Horror"))
    room.services.states.set(BOB, "B2", Condition.MISSING)
    undone = room.services.batch.undo(ANNA, done)
    assert len(undone.skipped) == 1
    assert (room.desk.item("B1").location, room.desk.item("B2").location) == ("Horror", "Fiction")


def test_stopped_it_ends_behind_a_whole_copy_and_can_be_taken_back(room: Workroom) -> None:
    record = room.desk.title()
    codes = [f"B{number:03}" for number in range(60)]
    items = room.add(*codes, record=record)
    preview = room.services.batch.preview(ANNA, [item.id for item in items], BatchChange(NORTH))
    asked, told = count(), []
    done = room.services.batch.apply(
        ANNA, preview, lambda at, of: told.append((at, of)), lambda: next(asked) == 2
    )
    assert done.stopped
    assert (len(done.changed), told[-1]) == (50, (50, 60))
    room.services.batch.undo(ANNA, done)
    assert {room.desk.item(code).branch for code in codes} == {"MAIN"}


def test_a_change_that_cannot_be_is_refused_before_anything(room: Workroom) -> None:
    (item,) = room.add("B1")
    with pytest.raises(CopyInvalid) as refused:
        room.services.batch.preview(ANNA, [item.id], BatchChange(branch="MOON"))
    assert set(refused.value.problems) == {"branch"}
    with pytest.raises(TooManyCopies):
        room.services.batch.preview(ANNA, range(MOST_AT_ONCE + 1), BatchChange(NORTH))


def test_copies_of_titles_and_of_barcodes_are_found_for_a_batch(room: Workroom) -> None:
    first, second = room.desk.title(), room.desk.title("Persuasion")
    one, two = room.add("B1", "B2", record=second)
    (three,) = room.add("B3", record=first)
    room.services.states.set(ANNA, "B2", Condition.WITHDRAWN)
    assert room.services.batch.ids_of_records(ANNA, [second, first]) == (one.id, three.id)
    found = room.services.listing.of_barcodes(ANNA, ["b3", "B2", "no such", " b3 ", ""])
    assert [row.copy.item.id for row in found.rows] == [three.id, two.id]
    assert found.unknown == ("no such",)


def test_what_was_changed_before_the_database_failed_can_be_taken_back(
    room: Workroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = room.desk.title()
    ids = [item.id for item in room.add(*(f"B{n:02}" for n in range(30)), record=record)]
    preview = room.services.batch.preview(ANNA, ids, BatchChange(location="Cellar"))
    begun, act = count(1), room.desk.database.act

    @contextmanager
    def failing() -> Iterator[Act]:
        if next(begun) > 1:
            raise DatabaseBusy
        with act() as work:
            yield work

    with monkeypatch.context() as away:
        away.setattr(room.desk.database, "act", failing)
        done = room.services.batch.apply(ANNA, preview)
        assert isinstance(done.trouble, DatabaseBusy)
        assert (len(done.changed), done.stopped) == (25, True)
        with pytest.raises(DatabaseBusy):
            room.services.batch.apply(ANNA, preview)
    back = room.services.batch.undo(ANNA, done)
    assert (len(back.changed), back.trouble) == (25, None)
    assert {room.desk.item(f"B{n:02}").location for n in range(30)} == {"Fiction"}
