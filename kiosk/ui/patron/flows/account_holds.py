"""Leads through changing a hold in My account: let it rest, wait again, fetch it elsewhere, cancel it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from kiosk.model.decision import Reason
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.account_hold_events import (
    AgainWanted,
    BranchChosen,
    Cancel,
    CancelAgreed,
    CancelWanted,
    Changed,
    ChangeFailed,
    ChangeWanted,
    DayMoved,
    ElsewhereWanted,
    FetchAt,
    HoldAct,
    HoldEffect,
    HoldEvent,
    Left,
    ReadAgain,
    RestAgreed,
    RestWanted,
    Resume,
    Suspend,
    Tell,
    TellFailed,
    WeeksChosen,
)

WEEKS = (1, 2, 4, 8)
_FIRST_OFFERED = 2
_LONGEST = timedelta(days=365)


class HoldQuestion(StrEnum):
    """What the patron is asked or told about a hold."""

    NONE = ""
    CHANGE = "change"
    REST = "rest"
    ELSEWHERE = "elsewhere"
    CANCEL = "cancel"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AccountHolds:
    """What is asked about which hold; ``busy`` are those being changed, by number.

    A hold rests until ``day``, None for until it is resumed; ``first`` is the earliest day there is.
    """

    question: HoldQuestion = HoldQuestion.NONE
    hold: int = 0
    first: date | None = None
    day: date | None = None
    refusal: tuple[Reason, ...] = ()
    busy: frozenset[int] = frozenset()


Next = tuple[AccountHolds, tuple[HoldEffect, ...]]


def advance(state: AccountHolds, event: HoldEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    match event:
        case ChangeWanted(hold) | CancelWanted(hold) if hold and hold not in state.busy:
            asked = HoldQuestion.CANCEL if isinstance(event, CancelWanted) else HoldQuestion.CHANGE
            return AccountHolds(asked, hold, busy=state.busy), ()
        case Changed(act, outcome) if act.hold in state.busy:
            return _changed(_let_go(state, act), act, outcome)
        case ChangeFailed(act, error) if act.hold in state.busy:
            return _let_go(state, act), (TellFailed(error),)
        case Left() if state.question in (HoldQuestion.REST, HoldQuestion.ELSEWHERE):
            return replace(state, question=HoldQuestion.CHANGE), ()
        case Left():
            return AccountHolds(busy=state.busy), ()
    return _answered(state, event)


def _answered(state: AccountHolds, event: HoldEvent) -> Next:
    """Take what answers the question that is asked."""
    match state.question, event:
        case HoldQuestion.CHANGE, RestWanted(first):
            return _choosing(replace(state, question=HoldQuestion.REST, first=first), _FIRST_OFFERED), ()
        case HoldQuestion.CHANGE, AgainWanted():
            return _doing(state, Resume(state.hold))
        case HoldQuestion.CHANGE, ElsewhereWanted():
            return replace(state, question=HoldQuestion.ELSEWHERE), ()
        case HoldQuestion.CHANGE, CancelWanted():
            return replace(state, question=HoldQuestion.CANCEL), ()
        case HoldQuestion.REST, WeeksChosen(weeks):
            return _choosing(state, weeks), ()
        case HoldQuestion.REST, DayMoved(days):
            return _moved(state, days), ()
        case HoldQuestion.REST, RestAgreed():
            return _doing(state, Suspend(state.hold, state.day))
        case HoldQuestion.ELSEWHERE, BranchChosen(code):
            return _doing(state, FetchAt(state.hold, code))
        case HoldQuestion.CANCEL, CancelAgreed():
            return _doing(state, Cancel(state.hold))
    return state, ()


def next_day(today: date) -> date:
    """Return the earliest day on which a rest may end."""
    return today + timedelta(days=1)


def day_after(first: date, weeks: int) -> date | None:
    """Return the day so many weeks from the day before the first one; None for no weeks."""
    return first + timedelta(days=7 * weeks - 1) if weeks else None


def _choosing(state: AccountHolds, weeks: int) -> AccountHolds:
    assert state.first is not None
    return replace(state, day=day_after(state.first, weeks))


def _moved(state: AccountHolds, days: int) -> AccountHolds:
    if state.first is None or state.day is None:
        return state
    moved = state.day + timedelta(days=days)
    return replace(state, day=min(max(moved, state.first), state.first + _LONGEST))


def _doing(state: AccountHolds, act: HoldAct) -> Next:
    return AccountHolds(busy=state.busy | {act.hold}), (act,)


def _let_go(state: AccountHolds, act: HoldAct) -> AccountHolds:
    return replace(state, busy=state.busy - {act.hold})


def _changed(state: AccountHolds, act: HoldAct, outcome: Outcome) -> Next:
    if outcome.done:
        return state, (Tell(act, outcome.title or ""),)
    refused = AccountHolds(HoldQuestion.REFUSED, act.hold, refusal=outcome.reasons, busy=state.busy)
    return refused, (ReadAgain(),)
