"""The model's queues: which copy could fill which hold, and whom a copy is promised to."""

from collections.abc import Iterable
from datetime import datetime
from itertools import permutations
from typing import Any

from tests.machine_of_loans.days import today
from tests.machine_of_loans.plain import Copy, Hold, State
from tests.machine_of_loans.rows import values

GONE = ("lost", "withdrawn")


def values_of(state: State, copy: Copy, category: str | None) -> dict[str, Any]:
    return values(state.town, copy.home, category, copy.type)


def lendable(state: State, copy: Copy, category: str | None, pickup: str) -> bool:
    """Return whether the copy, whatever becomes of it now, may one day be lent there."""
    if copy.condition in GONE or copy.not_for_loan:
        return False
    if not state.town.lend_other_branches and copy.home != pickup:
        return False
    return bool(values_of(state, copy, category)["loanable"])


def holdable(state: State, title: int, category: str | None, pickup: str) -> list[Copy]:
    """Return by barcode the copies a hold counts on: all lendable ones where rules forbid holds on each."""
    those = [copy for copy in state.copies_of(title) if lendable(state, copy, category, pickup)]
    return [copy for copy in those if values_of(state, copy, category)["holds"]] or those


def fills(state: State, copy: Copy, hold: Hold) -> bool:
    """Return whether the copy, once it is here, can be kept for the hold."""
    return copy.condition != "damaged" and copy in could_fill(state, hold)


def could_fill(state: State, hold: Hold) -> list[Copy]:
    """Return the copies that may one day fill the hold: the only one wanted, or any its title has."""
    category = state.people[hold.card].category
    if hold.only is None:
        return holdable(state, hold.title, category, hold.pickup)
    copy = state.copies[hold.only]
    return [copy] if lendable(state, copy, category, hold.pickup) else []


def waits(state: State, hold: Hold, at: datetime) -> bool:
    """Return whether the hold takes part: one that rests does again from its day on, night or no night."""
    if hold.state == "suspended" and hold.rests_until is not None:
        return today(state.town.branch(hold.pickup), at) >= hold.rests_until
    return hold.state == "queued"


def first_for(state: State, copy: Copy, at: datetime) -> Hold | None:
    """Return the hold for which a returned copy is trapped."""
    waiting = (hold for hold in state.queue(copy.title) if waits(state, hold, at))
    return next((hold for hold in waiting if fills(state, copy, hold)), None)


def is_free(state: State, copy: Copy) -> bool:
    return (
        state.loan_of(copy.barcode) is None
        and state.kept_for(copy.barcode) is None
        and copy.condition == "fine"
        and copy.place in ("shelf", "transit")
    )


def wanted_by_others(state: State, copy: Copy, card: str | None, at: datetime) -> bool:
    """Return whether those who go before want this very copy, the other free ones being too few for them."""
    before = []
    for hold in state.queue(copy.title):
        if waits(state, hold, at) and fills(state, copy, hold):
            if hold.card == card:
                break
            before.append(hold)
    others = [c for c in state.copies_of(copy.title) if c is not copy and is_free(state, c)]
    return bool(before) and not _served(state, before, others)


def _served(state: State, holds: list[Hold], copies: Iterable[Copy]) -> bool:
    """Return whether every hold can have a copy of its own: some way of giving them out fits all."""
    return any(
        all(fills(state, copy, hold) for copy, hold in zip(given, holds, strict=True))
        for given in permutations(copies, len(holds))
    )
