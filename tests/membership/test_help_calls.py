"""A call for help waits until somebody goes: twice is once, and nobody is called who is not in."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from kiosk.membership.help_calls import HelpCalls
from kiosk.model.calendar import Calendar, OpenSpan
from kiosk.model.errors import DatabaseUnavailable, HelpCallUnknown
from kiosk.model.help_call import HELP_NOTICE, HelpReason
from kiosk.storage import HelpCall
from tests.circulation.desk import MAIN, NOON, Desk, days, town_library

MINUTE = days(1 / 1440)
NINE_TO_FIVE = Calendar("Europe/Berlin", ((OpenSpan(time(9), time(17)),),) * 5 + ((), ()))


@pytest.fixture
def calls(desk: Desk) -> HelpCalls:
    return HelpCalls(desk.database, desk.decider, "desk@library.example")


def call(calls: HelpCalls, minutes: float = 0, kiosk: str = "entrance", **more: str) -> HelpCall | None:
    return calls.call(kiosk, MAIN, "find", HelpReason.ASKED, at=NOON + minutes * MINUTE, **more)


def letters(desk: Desk) -> list[datetime]:
    with desk.database.read() as view:
        return [one.queued_at for one in view.notices.latest(20) if one.kind == HELP_NOTICE]


def test_a_call_waits_until_it_is_taken_and_then_another_may_follow(calls: HelpCalls) -> None:
    made = call(calls)
    assert made is not None
    assert calls.waiting(NOON) == (made,)
    assert (made.kiosk, made.branch, made.screen, made.why) == ("entrance", MAIN, "find", "asked")
    assert calls.take(made.id, by="anna", at=NOON + MINUTE).taken_by == "anna"
    assert calls.take(made.id, by="jan", at=NOON + 2 * MINUTE).taken_by == "anna"
    assert calls.waiting(NOON + MINUTE) == ()
    again = call(calls, 3)
    assert again is not None
    assert again.id != made.id


def test_touched_twice_it_is_one_call_and_another_kiosk_has_its_own(calls: HelpCalls, desk: Desk) -> None:
    assert call(calls) == call(calls, 1)
    other = call(calls, 2, "upstairs")
    assert [one.kiosk for one in calls.waiting(NOON + 3 * MINUTE)] == ["entrance", "upstairs"]
    assert other is not None
    assert len(letters(desk)) == 2


def test_a_repeated_act_is_the_same_call_even_after_it_was_taken(calls: HelpCalls) -> None:
    made = call(calls, act_id="a1")
    assert made is not None
    calls.take(made.id, by="anna", at=NOON)
    again = call(calls, 1, act_id="a1")
    assert again is not None
    assert (again.id, again.taken_by) == (made.id, "anna")


def test_who_still_waits_after_five_minutes_is_written_of_again_and_no_oftener(
    calls: HelpCalls, desk: Desk
) -> None:
    for minutes in (0, 1, 4.9, 5.1, 6, 9.9):
        call(calls, minutes)
    assert len(calls.waiting(NOON + 10 * MINUTE)) == 1
    assert len(letters(desk)) == 2


def test_while_the_branch_is_closed_nobody_is_called(calls: HelpCalls, desk: Desk) -> None:
    library = town_library()
    first, *rest = library.branches
    desk.configure(replace(library, branches=(replace(first, calendar=NINE_TO_FIVE), *rest)))
    assert call(calls, 60 * 6) is None
    assert calls.waiting(NOON + 61 * 6 * MINUTE) == ()
    assert call(calls, 60) is not None


def test_a_call_of_hours_ago_is_over_and_the_next_is_a_new_one(calls: HelpCalls) -> None:
    made = call(calls)
    assert made is not None
    assert calls.waiting(NOON + days(0.5)) == ()
    again = call(calls, 60 * 24)
    assert again is not None
    assert (again.at, again.taken_at) == (NOON + days(1), None)


def test_a_call_made_by_mistake_is_called_off(calls: HelpCalls) -> None:
    call(calls)
    call(calls, 0, "upstairs")
    assert calls.call_off("entrance")
    assert not calls.call_off("entrance")
    assert [one.kiosk for one in calls.waiting(NOON)] == ["upstairs"]


def test_without_an_address_nothing_is_written(desk: Desk) -> None:
    assert call(HelpCalls(desk.database, desk.decider)) is not None
    assert letters(desk) == []


def test_a_number_of_no_call_is_told(calls: HelpCalls) -> None:
    with pytest.raises(HelpCallUnknown):
        calls.take(99, by="anna", at=NOON)


def test_with_the_database_away_the_call_fails_aloud(
    calls: HelpCalls, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise DatabaseUnavailable

    monkeypatch.setattr(desk.database, "act", away)
    with pytest.raises(DatabaseUnavailable):
        call(calls)
