"""The model's refusals: every code of the contract that stands against an act, in the contract's order."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from tests.machine_of_loans import waiting
from tests.machine_of_loans.days import due, overdue_days, today
from tests.machine_of_loans.plain import Branch, Copy, Hold, Kind, Loan, Person, State
from tests.machine_of_loans.rows import is_full, values

ORDER = [
    "card.unknown",
    "card.lost",
    "card.expired",
    "card.restricted",
    "card.wrong_pin",
    "card.locked",
    "patron.owes",
    "patron.overdue",
    "patron.too_young",
    "limit.loans",
    "limit.holds",
    "item.unknown",
    "item.not_loanable",
    "item.on_loan",
    "item.on_loan_to_you",
    "item.held_for_other",
    "item.wanted_by_other",
    "item.lost",
    "item.withdrawn",
    "item.damaged",
    "item.in_transit",
    "item.other_branch",
    "renewal.limit",
    "renewal.too_early",
    "renewal.wanted_by_other",
    "renewal.not_on_loan",
    "renewal.claimed_returned",
    "hold.available_now",
    "hold.duplicate",
    "hold.not_allowed",
    "hold.no_items",
    "hold.not_waiting",
    "undo.not_last",
    "undo.too_late",
    "kiosk.function_off",
]

# Those with a tick in the contract's last column.
STAFF_MAY = frozenset(
    [
        "card.expired",
        "card.restricted",
        "patron.owes",
        "patron.overdue",
        "patron.too_young",
        "limit.loans",
        "limit.holds",
        "item.not_loanable",
        "item.held_for_other",
        "item.wanted_by_other",
        "item.lost",
        "item.withdrawn",
        "item.damaged",
        "item.in_transit",
        "item.other_branch",
        "renewal.limit",
        "renewal.too_early",
        "renewal.wanted_by_other",
        "hold.available_now",
        "hold.not_allowed",
    ]
)


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes), key=ORDER.index))


def fine(state: State, loan: Loan, at: datetime) -> int:
    """Return what a return at the moment would book."""
    copy, terms = state.copies[loan.barcode], loan.terms
    days = overdue_days(state.town.branch(copy.home), loan.due, at, terms)
    if days <= terms["fine_grace_days"]:
        return 0
    caps = [cap for cap in (terms["fine_max"], copy.price) if cap is not None]
    whole = days * int(terms["fine_per_day"]) - loan.booked_since_due
    return max(0, min([whole, *(cap - loan.booked for cap in caps)]))


def owes(state: State, card: str, at: datetime) -> int:
    booked = sum(charge.open for charge in state.charges if charge.card == card)
    return booked + sum(fine(state, loan, at) for loan in state.loans_on(card))


def against_person(
    state: State, person: Person | None, said: dict[str, Any], at: datetime, day: date, act: str
) -> Iterator[str]:
    """Yield what stands against the card, whatever item it is."""
    if person is None:
        yield "card.unknown"
        return
    if person.lost:
        yield "card.lost"
    if person.expires is not None and day > person.expires:
        yield "card.expired"
    if person.restriction:
        yield "card.restricted"
    if said["block_owing"] is not None and owes(state, person.card, at) > said["block_owing"]:
        yield "patron.owes"
    late = sum(1 for loan in state.loans_on(person.card) if loan.due < at)
    if act != "hold" and said["block_overdue"] is not None and late >= said["block_overdue"]:
        yield "patron.overdue"
    if person.birth is not None and _age(person.birth, day) < (said["minimum_age"] or 0):
        yield "patron.too_young"


def _age(born: date, day: date) -> int:
    """Return the full years; born on 29 February, one has a birthday on 1 March in other years."""
    leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
    birthday = date(day.year, 3, 1) if (born.month, born.day) == (2, 29) and not leap else None
    birthday = birthday or born.replace(year=day.year)
    return day.year - born.year - (1 if day < birthday else 0)


def against_one_more(state: State, person: Person, copy: Copy | None) -> Iterator[str]:
    """Yield the limit of loans where it is reached; an unknown item counts in groups of any kind alone."""
    kind: Kind = (copy.home, copy.type) if copy is not None else (None, None)
    # An item on one's own loan does not count against itself, nor one said to be returned against any.
    others = (
        one.barcode
        for one in state.loans_on(person.card)
        if not one.claimed and (copy is None or one.barcode != copy.barcode)
    )
    lent = (state.copies[barcode] for barcode in others)
    if is_full(state.town, "max_loans", person.category, kind, ((one.home, one.type) for one in lent)):
        yield "limit.loans"


def against_checkout(
    state: State, person: Person | None, copy: Copy, said: dict[str, Any], branch: str, at: datetime
) -> Iterator[str]:
    """Yield what stands against lending the copy here."""
    loan, kept = state.loan_of(copy.barcode), state.kept_for(copy.barcode)
    own = loan is not None and person is not None and loan.card == person.card
    mine = kept is not None and person is not None and kept.card == person.card
    if copy.not_for_loan or not said["loanable"]:
        yield "item.not_loanable"
    if loan is not None:
        yield "item.on_loan_to_you" if own else "item.on_loan"
    if kept is not None and not mine and not has_lapsed(state, kept, at):
        yield "item.held_for_other"
    if not mine and waiting.wanted_by_others(state, copy, person.card if person else None, at):
        yield "item.wanted_by_other"
    if copy.condition in ("lost", "withdrawn", "damaged"):
        yield f"item.{copy.condition}"
    if loan is None and copy.place == "transit" and copy.stands_at != branch and not mine:
        yield "item.in_transit"
    if not state.town.lend_other_branches and copy.home != branch:
        yield "item.other_branch"


def has_lapsed(state: State, hold: Hold, at: datetime) -> bool:
    """Return whether a ready hold has waited beyond its last day."""
    if hold.state != "ready" or hold.until is None:
        return False
    return today(state.town.branch(hold.pickup), at) > hold.until


def against_renewal(
    state: State, person: Person | None, copy: Copy, said: dict[str, Any], branch: Branch, at: datetime
) -> Iterator[str]:
    """Yield what stands against renewing the copy's loan."""
    loan = state.loan_of(copy.barcode)
    if copy.not_for_loan or not said["loanable"]:
        yield "item.not_loanable"
    if loan is None or (person is not None and loan.card != person.card):
        yield "renewal.not_on_loan"
    if loan is None or person is None or loan.card != person.card:
        return
    if loan.renewals >= said["renewals"]:
        yield "renewal.limit"
    first = said["renew_not_before"]
    early = first is not None and today(branch, at) < today(branch, loan.due) - timedelta(days=first)
    if early or due(branch, at, said["renewal_period"], said) <= loan.due:
        yield "renewal.too_early"
    if waiting.wanted_by_others(state, copy, person.card, at):
        yield "renewal.wanted_by_other"
    if loan.claimed:
        yield "renewal.claimed_returned"


def against_hold(
    state: State, person: Person | None, title: int, only: str | None, pickup: str, at: datetime
) -> Iterator[str]:
    """Yield what stands against waiting for the title, or for that copy of it alone."""
    category = person.category if person is not None else None
    wanted = (
        state.copies_of(title) if only is None else [c for c in state.copies_of(title) if c.barcode == only]
    )
    copies = [copy for copy in wanted if waiting.lendable(state, copy, category, pickup)]
    if person is not None:
        first = deciding_copy(state, person, title, only, pickup)
        kind: Kind = (first.home, first.type) if first else (None, None)
        counted = [_kind_of_hold(state, hold) for hold in state.holds_on(person.card)]
        if is_full(state.town, "max_holds", person.category, kind, counted):
            yield "limit.holds"
    if only is not None and not wanted:
        yield "item.unknown"
        return
    if person is not None and _has_it(state, person.card, title, only):
        yield "hold.duplicate"
    card = person.card if person is not None else None
    if any(_can_be_taken(state, copy, pickup, card, at) for copy in copies):
        yield "hold.available_now"
    if copies and not any(waiting.values_of(state, copy, category)["holds"] for copy in copies):
        yield "hold.not_allowed"
    if not copies:
        yield "hold.no_items"


def deciding_copy(
    state: State, person: Person | None, title: int, only: str | None, pickup: str
) -> Copy | None:
    """Return the copy whose rules decide a hold: the one wanted, else the first that can be held."""
    category = person.category if person is not None else None
    if only is not None:
        return next((copy for copy in state.copies_of(title) if copy.barcode == only), None)
    return next(iter(waiting.holdable(state, title, category, pickup)), None)


def _has_it(state: State, card: str, title: int, only: str | None) -> bool:
    """Return whether the card has it or waits for it: two copies alone are two things."""
    held = [h.only for h in state.holds_on(card) if h.title == title]
    there = (loan.barcode for loan in state.loans_on(card) if not loan.claimed)
    lent = [barcode for barcode in there if state.copies[barcode].title == title]
    if only is None:
        return bool(held or lent)
    return only in lent or any(one in (None, only) for one in held)


def _can_be_taken(state: State, copy: Copy, pickup: str, card: str | None, at: datetime) -> bool:
    return (
        waiting.is_free(state, copy)
        and copy.place == "shelf"
        and copy.stands_at == pickup
        and not waiting.wanted_by_others(state, copy, card, at)
    )


def _kind_of_hold(state: State, hold: Hold) -> Kind:
    """Return what a hold counts as: its first holdable copy by barcode."""
    copies = waiting.could_fill(state, hold)
    return (copies[0].home, copies[0].type) if copies else (None, None)


def values_for(state: State, copy: Copy | None, person: Person | None) -> dict[str, Any]:
    category = person.category if person is not None else None
    if copy is None:
        return values(state.town, None, category, None)
    return values(state.town, copy.home, category, copy.type)
