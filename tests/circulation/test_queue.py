"""Who comes first in a queue, and how long it may take."""

from dataclasses import replace
from datetime import timedelta

from kiosk.model.hold import HoldState
from kiosk.model.library import Library

from .desk import NOON, Desk, days, town_library, why


def children_first() -> Library:
    library = town_library()
    categories = tuple(
        replace(one, hold_priority=1 if one.code == "child" else 0) for one in library.patron_categories
    )
    return replace(library, patron_categories=categories)


def waiting(desk: Desk) -> int:
    """Have R1 borrow the only copy; R2 waits, and a day later the child K1."""
    desk.configure(children_first())
    record = desk.copy()
    for card, category in (("R1", "adult"), ("R2", "adult"), ("K1", "child"), ("K2", "child")):
        desk.reader(card, category=category)
    desk.lend("R1")
    desk.hold("R2", record)
    desk.hold("K1", record, NOON + days(1))
    return record


def test_a_category_with_priority_goes_first(desk: Desk) -> None:
    record = waiting(desk)
    desk.hold("K2", record, NOON + days(2))
    assert [card for card, _state in desk.queue(record)] == ["K1", "K2", "R2"]
    places = {card: desk.statement(card).holds[0].position for card in ("K1", "K2", "R2")}
    assert places == {"K1": 1, "K2": 2, "R2": 3}
    desk.take_back(at=NOON + days(3))
    assert desk.queue(record)[0] == ("K1", HoldState.READY)


def test_who_came_first_yields_what_is_free_to_one_with_priority(desk: Desk) -> None:
    record = waiting(desk)
    desk.copy("B2", record)
    assert why(desk.lend("R2", "B2")) == ["item.wanted_by_other"]
    assert desk.lend("K1", "B2").done


def test_the_priority_of_the_day_it_was_placed_stays(desk: Desk) -> None:
    record = waiting(desk)
    desk.configure(town_library())
    assert [card for card, _state in desk.queue(record)] == ["K1", "R2"]
    desk.hold("K2", record, NOON + days(2))
    assert [card for card, _state in desk.queue(record)] == ["K1", "R2", "K2"]


def filled(desk: Desk, record: int, times: int, each: timedelta) -> None:
    """Have R2 wait so long for what R1 has, so many times."""
    at = NOON
    for _ in range(times):
        desk.lend("R1", "B1", at)
        desk.hold("R2", record, at)
        desk.take_back("B1", at + each)
        # A day on the hold shelf is no waiting any more.
        desk.lend("R2", "B1", at + each + days(1))
        at += each + days(2)
        desk.take_back("B1", at)


def test_the_account_estimates_from_the_last_filled_holds(desk: Desk) -> None:
    record = desk.copy("B1")
    for card in ("R1", "R2", "R3", "R4"):
        desk.reader(card)
    filled(desk, record, 4, days(10))
    desk.lend("R1", "B1", NOON + days(100))
    for card in ("R3", "R4"):
        desk.hold(card, record, NOON + days(100))
    assert [line.estimate_weeks for line in desk.statement("R3").holds] == [None]
    desk.cancel("R3", record)
    desk.cancel("R4", record)
    desk.take_back("B1", NOON + days(100))
    filled(desk, record, 1, days(10))
    desk.lend("R1", "B1", NOON + days(200))
    for card in ("R3", "R4"):
        desk.hold(card, record, NOON + days(200))
    # Ten days and twenty, in whole weeks.
    estimates = {card: desk.statement(card).holds[0].estimate_weeks for card in ("R3", "R4")}
    assert estimates == {"R3": 2, "R4": 3}
    desk.copy("B2", record)
    assert desk.statement("R4").holds[0].estimate_weeks == 2
