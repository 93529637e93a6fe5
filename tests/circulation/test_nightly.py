"""The night is done in short units of work, step by step, and may be cut off anywhere."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.circulation.nightly import Night, Nightly, Step
from kiosk.circulation.nightly.batches import FIRST, MOST, in_batches, next_size
from kiosk.circulation.nightly.steps import STEPS
from kiosk.model.hold import HoldState
from kiosk.model.library import Retention
from kiosk.storage import Act, NewHold, View

from .desk import NOON, Desk, days, town_library


class Cut(BaseException):
    """Stands for the power going off."""


def acts_of_long_ago(desk: Desk, count: int) -> None:
    with desk.database.act() as work:
        for number in range(count):
            work.acts_done.remember(f"a{number}", NOON - timedelta(minutes=number))
        work.commit()


def acts_left(desk: Desk) -> int:
    with desk.database.read() as view:
        return len(view.acts_done.before(NOON + days(1), 10_000))


def test_every_step_is_remembered_with_its_day(desk: Desk) -> None:
    report = desk.acts.nightly(NOON)
    assert tuple(report.done) == tuple(step.name for step in STEPS)
    with desk.database.read() as view:
        assert {view.nightly_runs.last(step.name) for step in STEPS} == {NOON}
    desk.acts.nightly(NOON + days(1))
    desk.acts.nightly(NOON - days(3))
    with desk.database.read() as view:
        assert {view.nightly_runs.last(step.name) for step in STEPS} == {NOON + days(1)}


def test_a_night_cut_off_between_two_steps_is_done_by_the_next(desk: Desk) -> None:
    def cut(_night: Night) -> int:
        raise Cut

    acts_of_long_ago(desk, 3)
    steps = (STEPS[0], Step("cut", cut), *STEPS[1:])
    later = NOON + days(31)
    with pytest.raises(Cut):
        Nightly(desk.database, desk.decider, steps)(later)
    with desk.database.read() as view:
        assert view.nightly_runs.last(STEPS[0].name) == later
        assert view.nightly_runs.last("cut") is None
        assert view.nightly_runs.last(STEPS[1].name) is None
    assert acts_left(desk) == 3
    assert desk.acts.nightly(later).done["acts_forgotten"] == 3


def test_a_step_that_fails_keeps_no_other_from_being_done(desk: Desk) -> None:
    def fail(_night: Night) -> int:
        raise ValueError("this step")

    acts_of_long_ago(desk, 3)
    steps = (Step("first", fail), *STEPS, Step("last", fail))
    with pytest.raises(ValueError, match="this step"):
        Nightly(desk.database, desk.decider, steps)(NOON + days(31))
    assert acts_left(desk) == 0
    with desk.database.read() as view:
        assert {view.nightly_runs.last(step.name) for step in STEPS} == {NOON + days(31)}
        assert view.nightly_runs.last("first") is None


def test_a_step_cut_off_between_two_batches_goes_on_where_it_was(desk: Desk) -> None:
    acts_of_long_ago(desk, FIRST + 50)
    batches = iter((False, True))

    def forget(work: Act, some: Sequence[str]) -> int:
        if next(batches):
            raise Cut
        return work.acts_done.forget(some)

    def find(view: View, most: int) -> Sequence[str]:
        return view.acts_done.before(NOON + days(1), most)

    with pytest.raises(Cut):
        in_batches(desk.database, find, forget)
    assert acts_left(desk) == 50
    assert in_batches(desk.database, find, lambda work, some: work.acts_done.forget(some)) == 50
    assert acts_left(desk) == 0


def test_many_things_are_forgotten_in_many_batches_and_all_of_them(desk: Desk) -> None:
    count = 3 * FIRST + 1
    acts_of_long_ago(desk, count)
    record = desk.copy()
    who = desk.reader()
    with desk.database.act() as work:
        for number in range(count):
            placed = work.holds.place(NewHold(f"h{number}", record, who.id, "MAIN", NOON))
            assert placed is not None
            work.holds.close(placed.id, HoldState.CANCELLED, NOON)
            work.attempts.failed(f"card:{number}", NOON)
        work.commit()
    report = desk.acts.nightly(NOON + days(31))
    assert report.holds_forgotten == report.done["acts_forgotten"] == count
    assert report.done["wrong_pins_forgotten"] == count
    again = desk.acts.nightly(NOON + days(31))
    assert set(again.done.values()) == {0}


def test_the_links_of_many_ended_loans_are_cut_past_those_that_stay(desk: Desk) -> None:
    desk.copy()
    keeper, other = desk.reader(), desk.reader("R2")
    with desk.database.act() as work:
        work.patrons.keep_history(keeper.id, True)
        work.patrons.keep_history(other.id, True)
        work.commit()
    for number in range(6):
        desk.lend("R1" if number % 2 else "R2", at=NOON + days(number))
        desk.take_back(at=NOON + days(number))
    with desk.database.connection(to_write=True) as connection:
        connection.exec_driver_sql(f"UPDATE patrons SET keeps_history = false WHERE id = {other.id}")
        connection.commit()
    assert desk.acts.nightly(NOON + days(7)).links_cut == 3
    with desk.database.read() as view:
        assert len(view.loans.history(keeper.id)) == 3
        assert view.loans.history(other.id) == ()


@pytest.mark.parametrize(
    ("size", "seconds", "then"),
    [(100, 0.001, 200), (100, 0.015, 100), (100, 0.030, 50), (1, 9.0, 1), (MOST, 0.001, MOST)],
)
def test_a_batch_that_took_long_is_followed_by_a_smaller_one(size: int, seconds: float, then: int) -> None:
    assert next_size(size, seconds) == then


def test_holds_of_ever_are_kept_where_the_library_says_so(desk: Desk) -> None:
    desk.configure(replace(town_library(), retention=Retention(holds=None)))
    record = desk.copy()
    desk.reader()
    desk.reader("R2")
    desk.lend()
    desk.hold("R2", record)
    desk.cancel("R2", record)
    assert desk.acts.nightly(NOON + days(500)).holds_forgotten == 0
