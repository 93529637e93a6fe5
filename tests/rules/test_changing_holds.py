"""What may be done with a hold that waits, and with a loan just made."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.model.decision import Facts, ReasonCode
from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import Condition
from kiosk.model.library import Library
from kiosk.rules.changing_holds import (
    against_fetching_at,
    against_suspending,
    first_day_to_wait_again,
)
from kiosk.rules.priorities import hold_priority
from kiosk.rules.resolution import RuleBook
from kiosk.rules.say import say_of_record
from kiosk.rules.undoing import UNDO_WITHIN, against_undoing
from kiosk.rules.waking import suspension_is_over
from kiosk.rules.withdrawing import against_withdrawing

from .builders import (
    ME,
    NOW,
    SOMEBODY,
    at,
    copy,
    day,
    facts,
    hold,
    item,
    library,
    loan,
    on_card,
    patron,
    ready,
    record,
)
from .reason_cases import STRICT

CHILDREN_FIRST = replace(
    library(),
    patron_categories=tuple(
        replace(one, hold_priority=5 if one.code == "child" else 0) for one in library().patron_categories
    ),
)


@pytest.mark.parametrize(
    ("state", "refused"),
    [
        (HoldState.QUEUED, False),
        (HoldState.SUSPENDED, False),
        (HoldState.READY, True),
        (HoldState.IN_TRANSIT, True),
        (HoldState.FILLED, True),
    ],
)
def test_what_waits_may_rest(state: HoldState, refused: bool) -> None:
    reasons = against_suspending(hold(state=state))
    assert [reason.code for reason in reasons] == ([ReasonCode.HOLD_NOT_WAITING] if refused else [])


@pytest.mark.parametrize(
    ("of", "before", "branch", "codes"),
    [
        (library(), hold(), "WEST", []),
        (library(), hold(state=HoldState.SUSPENDED), "WEST", []),
        (library(), ready(), "WEST", [ReasonCode.HOLD_NOT_WAITING]),
        (library(), ready(), "main", []),
        (STRICT, hold(), "WEST", [ReasonCode.HOLD_NO_ITEMS]),
        (STRICT, ready(), "WEST", [ReasonCode.HOLD_NO_ITEMS, ReasonCode.HOLD_NOT_WAITING]),
        (STRICT, hold(item_id=2), "WEST", []),
    ],
)
def test_a_hold_is_fetched_where_its_items_may_be_lent(
    of: Library, before: Hold, branch: str, codes: list[ReasonCode]
) -> None:
    copies = [copy(item(1))] + ([copy(item(2, branch="WEST"))] if before.item_id else [])
    moved = replace(before, pickup_branch=branch)
    reasons = against_fetching_at(RuleBook(of), record(*copies), moved, before)
    assert [reason.code for reason in reasons] == codes


@pytest.mark.parametrize(
    ("until", "when", "over"),
    [
        ("2026-03-03", "2026-03-02 23:59", False),
        ("2026-03-03", "2026-03-03 00:00", True),
        ("2026-03-29", "2026-03-29 00:00", True),
        ("2026-03-03", "2026-05-01 12:00", True),
    ],
)
def test_a_hold_wakes_at_midnight_of_its_branch(until: str, when: str, over: bool) -> None:
    resting = hold(state=HoldState.SUSPENDED, suspended_until=day(until))
    assert suspension_is_over(library(), resting, at(when)) is over
    assert not suspension_is_over(library(), replace(resting, state=HoldState.QUEUED), at(when))
    assert not suspension_is_over(library(), replace(resting, suspended_until=None), at(when))


def test_the_first_day_to_wake_is_tomorrow() -> None:
    assert first_day_to_wait_again(library(), hold(), at("2026-03-28 23:30")) == day("2026-03-29")


def undoable(when: timedelta = timedelta(minutes=2), **changes: Any) -> Facts:
    mine = replace(loan(1), lent_at=NOW - when, **changes)
    return facts(copy(item(), mine), patron(on_card(mine, 1)))


@pytest.mark.parametrize(
    ("known", "codes"),
    [
        (undoable(), []),
        (undoable(UNDO_WITHIN), []),
        (undoable(UNDO_WITHIN + timedelta(seconds=1)), ["undo.too_late"]),
        (undoable(timedelta(seconds=-1)), ["undo.too_late"]),
        (undoable(renewals_used=1), ["undo.not_last"]),
        (undoable(branch="WEST"), ["undo.not_last"]),
        (undoable(timedelta(hours=1), branch="WEST"), ["undo.not_last", "undo.too_late"]),
        (undoable(timedelta(hours=1), patron_id=SOMEBODY), ["undo.not_last"]),
        (undoable(patron_id=SOMEBODY), ["undo.not_last"]),
        (undoable(claims_returned=True), ["undo.not_last"]),
        (facts(copy(), patron()), ["undo.not_last"]),
        (facts(None, patron()), ["item.unknown"]),
        (facts(copy()), ["card.unknown"]),
    ],
)
def test_a_loan_is_undone_when_it_is_the_last_and_just_made(known: Facts, codes: list[str]) -> None:
    latest = known.copy.loan if known.copy else None
    reasons = against_undoing(known, latest, "B1", "MAIN", NOW)
    assert [reason.code.value for reason in reasons] == codes


def test_an_earlier_loan_is_not_undone() -> None:
    reasons = against_undoing(undoable(), loan(2), "B1", "MAIN", NOW)
    assert [reason.code for reason in reasons] == [ReasonCode.UNDO_NOT_LAST]


def test_what_somebody_has_is_not_withdrawn() -> None:
    assert against_withdrawing(copy(item(condition=Condition.LOST)), "B1") == ()
    assert [r.code for r in against_withdrawing(copy(item(), loan()), "B1")] == [ReasonCode.ITEM_ON_LOAN]
    assert [r.code for r in against_withdrawing(None, "B1")] == [ReasonCode.ITEM_UNKNOWN]


@pytest.mark.parametrize(("category", "priority"), [("child", 5), ("CHILD", 5), ("adult", 0), (None, 0)])
def test_a_category_says_whose_hold_goes_first(category: str | None, priority: int) -> None:
    assert hold_priority(CHILDREN_FIRST, category) == priority


@pytest.mark.parametrize(("category", "place"), [("adult", 3), ("child", 2)])
def test_the_place_a_hold_would_have_counts_who_goes_first(category: str, place: int) -> None:
    lent = copy(item(), replace(loan(1, SOMEBODY), due_at=at("2026-01-01 12:00")))
    queue = (hold(1, 7, priority=5), hold(2, 8))
    known = facts(lent, patron(category=category), CHILDREN_FIRST, holds=queue)
    assert say_of_record(known, "MAIN", NOW).position == place


def test_a_hold_of_ones_own_has_the_place_it_has() -> None:
    lent = copy(item(), replace(loan(1, SOMEBODY), due_at=at("2026-01-01 12:00")))
    queue = (hold(1, 7, priority=5), hold(2, ME), hold(3, 8))
    said = say_of_record(facts(lent, patron(), CHILDREN_FIRST, holds=queue), "MAIN", NOW)
    assert (said.position, said.own) == (2, True)
