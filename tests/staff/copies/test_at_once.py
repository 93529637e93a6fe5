"""Two desks at the same time: nothing is lost, nothing happens twice."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import TypeVar

from kiosk.model.errors import KioskError
from kiosk.model.outcome import Outcome
from kiosk.model.staff_errors import BarcodeTaken, CopyChangedMeanwhile, TitleNotPutBack
from kiosk.staff.copies.batch import BatchDone
from kiosk.staff.copies.batch_change import BatchChange
from kiosk.staff.copies.fields import fields_of
from kiosk.staff.copies.merging import Merged
from tests.circulation.desk import NORTH
from tests.staff.copies.workroom import ANNA, BOB, Workroom

T = TypeVar("T")


def at_once(*works: Callable[[], T]) -> list[T | KioskError]:
    """Do all of it at the same moment; return what each gave or was refused with."""
    begin = Barrier(len(works))

    def run(work: Callable[[], T]) -> T | KioskError:
        begin.wait()
        try:
            return work()
        except KioskError as refusal:
            return refusal

    with ThreadPoolExecutor(len(works)) as desks:
        return list(desks.map(run, works))


def test_one_number_is_given_to_one_copy(room: Workroom) -> None:
    one, two = room.desk.title(), room.desk.title()
    results = at_once(
        lambda: room.services.editing.add(ANNA, one, room.fields(), ["B1", "B2"]),
        lambda: room.services.editing.add(BOB, two, room.fields(), ["B2", "B1"]),
    )
    refused = [result for result in results if isinstance(result, KioskError)]
    assert len(refused) == 1
    owners = {room.desk.item(code).record_id for code in ("B1", "B2")}
    assert owners in ({one}, {two})


def test_of_two_changes_of_one_copy_one_is_shown_the_other(room: Workroom) -> None:
    (item,) = room.add("B1")
    results = at_once(
        *(
            lambda by=by, place=place: room.services.editing.update(
                by, item, replace(fields_of(item), location=place)
            )
            for by, place in ((ANNA, "Crime"), (BOB, "Horror"))
        )
    )
    assert [type(result) for result in results].count(CopyChangedMeanwhile) == 1
    assert room.desk.item().location in ("Crime", "Horror")


def test_a_barcode_taken_meanwhile_is_said(room: Workroom) -> None:
    one, two = room.add("B1", "B2")
    results = at_once(
        lambda: room.services.editing.update(ANNA, one, replace(fields_of(one), barcode="X")),
        lambda: room.services.editing.update(BOB, two, replace(fields_of(two), barcode="x")),
    )
    assert [type(result) for result in results].count(BarcodeTaken) == 1


def test_lending_goes_on_while_records_are_merged(room: Workroom) -> None:
    kept, gone = room.desk.title(), room.desk.title()
    room.desk.copy("B2", gone)
    room.desk.reader()
    preview = room.services.merging.preview(ANNA, kept, [gone])
    lend: Callable[[], Outcome | Merged] = lambda: room.desk.lend(barcode="B2")  # noqa: E731
    merge: Callable[[], Outcome | Merged] = lambda: room.services.merging.merge(ANNA, preview)  # noqa: E731
    results = at_once(lend, merge)
    assert not [result for result in results if isinstance(result, KioskError)]
    assert room.desk.item("B2").record_id == kept
    assert room.desk.loan("B2") is not None


def test_two_batches_over_the_same_copies_leave_each_copy_whole(room: Workroom) -> None:
    record = room.desk.title()
    ids = [item.id for item in room.add(*(f"B{n:02}" for n in range(40)), record=record)]
    changes = (BatchChange(branch=NORTH, location="North wing"), BatchChange(location="Cellar"))
    previews = [room.services.batch.preview(ANNA, ids, change) for change in changes]
    results: Sequence[BatchDone | KioskError] = at_once(
        lambda: room.services.batch.apply(ANNA, previews[0]),
        lambda: room.services.batch.apply(BOB, previews[1]),
    )
    done = [result for result in results if isinstance(result, BatchDone)]
    assert len(done) == 2
    assert sum(len(one.changed) for one in done) == 40
    places = {(room.desk.item(f"B{n:02}").branch, room.desk.item(f"B{n:02}").location) for n in range(40)}
    assert places <= {(NORTH, "North wing"), ("MAIN", "Cellar")}


def test_of_two_who_take_a_deletion_back_one_is_told_that_it_was(room: Workroom) -> None:
    (item,) = room.add("B1")
    gone = room.services.deleting.delete_record(ANNA, item.record_id)
    results = at_once(
        lambda: room.services.deleting.undo_delete_record(ANNA, gone),
        lambda: room.services.deleting.undo_delete_record(BOB, gone),
    )
    assert [type(result) for result in results].count(TitleNotPutBack) == 1
    assert room.desk.item().id == item.id


def test_of_two_who_take_a_merge_back_one_is_told_that_it_was(room: Workroom) -> None:
    kept, gone = room.desk.title(), room.desk.title()
    room.desk.copy("B2", gone)
    made = room.services.merging.merge(ANNA, room.services.merging.preview(ANNA, kept, [gone]))
    results = at_once(
        lambda: room.services.merging.undo(ANNA, made), lambda: room.services.merging.undo(BOB, made)
    )
    assert [type(result) for result in results].count(TitleNotPutBack) == 1
    assert room.desk.item("B2").record_id == gone
