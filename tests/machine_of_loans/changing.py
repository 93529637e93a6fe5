"""The model's changes to holds that wait: they rest, wait again, or are fetched elsewhere, all or none."""

from dataclasses import replace
from datetime import date, datetime

from tests.machine_of_loans import waiting
from tests.machine_of_loans.days import today
from tests.machine_of_loans.plain import Answer, State
from tests.machine_of_loans.reasons import in_order

WAITING = ("queued", "suspended")


def rest(
    state: State, card: str, title: int, until: date | None, at: datetime, only: str | None = None
) -> Answer:
    """Let others go first."""
    mine = state.own_holds(card, title, only)
    if not mine:
        return _waits_for_nothing(state, card)
    days = [today(state.town.branch(hold.pickup), at) for hold in mine]
    if until is not None and any(until <= day for day in days):
        return Answer(False, error="day_not_ahead")
    if any(hold.state not in WAITING for hold in mine):
        return Answer(False, ("hold.not_waiting",))
    for hold in mine:
        hold.state, hold.rests_until = "suspended", until
    return Answer(True)


def wait_again(state: State, card: str, title: int, only: str | None = None) -> Answer:
    mine = state.own_holds(card, title, only)
    for hold in mine:
        if hold.state == "suspended":
            hold.state, hold.rests_until = "queued", None
    return Answer(True) if mine else _waits_for_nothing(state, card)


def move(state: State, card: str, title: int, pickup: str, only: str | None = None) -> Answer:
    """Have it fetched elsewhere; where it is fetched already, nothing changes."""
    mine = state.own_holds(card, title, only)
    if not mine:
        return _waits_for_nothing(state, card)
    if all(pickup != branch.code for branch in state.town.branches):
        return Answer(False, error="branch_unknown")
    moving = [hold for hold in mine if hold.pickup != pickup]
    codes = ["hold.not_waiting" for hold in moving if hold.state not in WAITING]
    for hold in moving:
        if not waiting.could_fill(state, replace(hold, pickup=pickup)):
            codes.append("hold.no_items")
    for hold in moving if not codes else ():
        hold.pickup = pickup
    return Answer(not codes, in_order(codes))


def _waits_for_nothing(state: State, card: str) -> Answer:
    return Answer(False, error="hold_unknown" if card in state.people else "card_unknown")
