"""The night sums up the days that are over, and counts anew what may have changed since."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from threading import Thread

import pytest

from kiosk.model.happened import DaySum, Dimension, Happened, Happening
from kiosk.model.library import Library
from kiosk.rules.counting import sum_up

from .desk import NOON, Desk, by, days

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def _days(desk: Desk) -> dict[tuple[str, str], int]:
    with desk.database.read() as view:
        found = view.day_sums.totals(Dimension.DAY, FIRST, LAST, branch=None, category=None)
    return {(str(kind), day): total.times for (kind, day), total in found.items()}


def _used(desk: Desk, *moments: float) -> None:
    desk.reader("R1")
    for number, ago in enumerate(moments):
        desk.copy(f"B{number}")
        assert desk.lend("R1", f"B{number}", NOON - days(ago)).done


def test_a_night_without_any_loan_sums_nothing(desk: Desk) -> None:
    assert desk.acts.nightly(NOON).done["days_summed"] == 0
    assert _days(desk) == {}


def test_days_that_are_over_are_summed_and_today_is_not(desk: Desk) -> None:
    _used(desk, 3, 1, 1, 0)
    desk.take_back("B1", NOON)
    assert desk.acts.nightly(NOON).done["days_summed"] == 3
    assert _days(desk) == {("loan", "2026-02-27"): 1, ("loan", "2026-03-01"): 2}


def test_a_second_night_is_harmless(desk: Desk) -> None:
    _used(desk, 3, 1)
    for _ in range(2):
        desk.acts.nightly(NOON)
        assert _days(desk) == {("loan", "2026-02-27"): 1, ("loan", "2026-03-01"): 1}


def test_a_return_dated_back_is_counted_by_a_later_night(desk: Desk) -> None:
    _used(desk, 5)
    desk.acts.nightly(NOON)
    desk.take_back("B0", NOON - days(2), branch="NORTH")
    desk.acts.nightly(NOON + days(1))
    assert _days(desk)["return", "2026-02-28"] == 1
    with desk.database.read() as view:
        found = view.day_sums.totals(Dimension.BRANCH, FIRST, LAST, branch=None, category=None)
    assert found[Happening.RETURN, "NORTH"].by_patrons == 1


def test_a_return_dated_back_by_weeks_has_its_day_counted_anew(desk: Desk) -> None:
    _used(desk, 30, 28)
    desk.acts.nightly(NOON)
    weeks_ago = replace(by(NOON - days(20), "NORTH", account="m.weber"), noted_at=NOON)
    assert desk.acts.checkin("B0", weeks_ago).done
    assert ("return", "2026-02-10") not in _days(desk)
    assert desk.acts.nightly(NOON + days(1)).done["days_summed"] == 10
    assert _days(desk)["return", "2026-02-10"] == 1
    assert desk.acts.nightly(NOON + days(1)).done["days_summed"] == 8, (
        "the late day is counted once more only"
    )


def test_nights_that_were_missed_are_made_up_for(desk: Desk) -> None:
    _used(desk, 40)
    desk.acts.nightly(NOON - days(39))
    desk.copy("B9")
    assert desk.lend("R1", "B9", NOON - days(20)).done
    desk.acts.nightly(NOON)
    assert sum(_days(desk).values()) == 2


def test_a_night_killed_half_way_is_gone_on_with(desk: Desk) -> None:
    _used(desk, 12, 11, 10)
    with desk.database.act() as work:
        work.day_sums.replace(date(2026, 2, 18), [])
        work.commit()
    desk.acts.nightly(NOON)
    assert sum(_days(desk).values()) == 3


def test_a_return_dated_back_while_the_night_counts_its_day_is_not_forgotten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _used(desk, 30, 30)
    desk.acts.nightly(NOON)
    weeks_ago = replace(by(NOON - days(20), account="m.weber"), noted_at=NOON)
    assert desk.acts.checkin("B0", weeks_ago).done
    others: list[Thread] = []

    def meanwhile(
        library: Library, events: Iterable[Happened], first: date, last: date
    ) -> tuple[DaySum, ...]:
        if first == date(2026, 2, 10):
            others.append(Thread(target=desk.acts.checkin, args=("B1", weeks_ago)))
            others[-1].start()
            # Long enough for it to be done, were it let in; it waits for the night and is done after it.
            others[-1].join(0.5)
        return sum_up(library, events, first, last)

    monkeypatch.setattr("kiosk.circulation.nightly.sum_days.sum_up", meanwhile)
    desk.acts.nightly(NOON + days(1))
    (other,) = others
    other.join(30)
    assert not other.is_alive()
    desk.acts.nightly(NOON + days(1))
    assert _days(desk)["return", "2026-02-10"] == 2
