"""The plain things of the model: numbers, texts and dates, written from the contract and nothing else."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

Minutes = tuple[int, int]
Scope = tuple[str | None, str | None, str | None]
"""Branch, patron category and item type; None for any."""
Kind = tuple[str | None, str | None]
"""Home branch and item type."""


@dataclass(frozen=True)
class Branch:
    """A building: ``week`` has its hours by weekday in minutes of the day, None where it never closes."""

    code: str
    zone: str
    week: tuple[tuple[Minutes, ...], ...] | None = None
    closures: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True)
class Rule:
    """One row: what it is for and the values it sets, by the contract's names; money in cents."""

    scope: Scope
    values: dict[str, Any]


@dataclass(frozen=True)
class Town:
    """The library file, as far as acts depend on it."""

    branches: tuple[Branch, ...]
    rules: tuple[Rule, ...]
    lend_other_branches: bool = True
    children_first: bool = False

    def branch(self, code: str) -> Branch:
        return next(branch for branch in self.branches if branch.code == code)


@dataclass
class Person:
    """Who has a card."""

    card: str
    category: str
    birth: date | None = None
    expires: date | None = None
    restriction: str | None = None
    lost: bool = False


@dataclass
class Copy:
    """An item; ``goal`` is where it lies or, in transit, where it goes, None for its home."""

    barcode: str
    title: int
    home: str
    type: str
    price: int | None = None
    not_for_loan: bool = False
    condition: str = "fine"
    place: str = "shelf"
    goal: str | None = None

    @property
    def stands_at(self) -> str:
        return self.goal or self.home


@dataclass
class Loan:
    """A loan with the values kept with it; ``card`` is None for one to nobody known.

    It is ``claimed`` while its reader says to have returned it.
    """

    barcode: str
    card: str | None
    lent: datetime
    due: datetime
    terms: dict[str, Any]
    renewals: int = 0
    booked: int = 0
    booked_since_due: int = 0
    open: bool = True
    lost: bool = False
    branch: str = ""
    before: "Before | None" = None
    claimed: bool = False


@dataclass
class Hold:
    """A place in a title's queue: ``kept`` waits or travels for it, ``only`` is the one copy wanted."""

    number: int
    title: int
    card: str
    pickup: str
    placed: datetime
    state: str = "queued"
    kept: str | None = None
    until: date | None = None
    only: str | None = None
    priority: int = 0
    rests_until: date | None = None


@dataclass(frozen=True)
class Before:
    """How things stood before a loan: where the copy lay, and the reader's own hold that it then filled."""

    place: str
    goal: str | None
    hold: Hold | None = None
    state: str = ""
    kept: str | None = None


@dataclass
class Charge:
    """Money owed, with what became of it, all in cents; ``loan`` is None for what staff ask for."""

    number: int
    card: str
    kind: str
    amount: int
    at: datetime
    loan: Loan | None
    paid: int = 0
    waived: int = 0
    reversed: int = 0
    refunded: int = 0

    @property
    def open(self) -> int:
        return self.amount - self.paid - self.waived - self.reversed


@dataclass(frozen=True)
class Answer:
    """What the model expects of an act; ``error`` names what was asked in vain, as JSON has it."""

    done: bool
    codes: tuple[str, ...] = ()
    due: datetime | None = None
    charge: int = 0
    place: str | None = None
    error: str | None = None


@dataclass
class State:
    """All that is so at the moment."""

    town: Town
    people: dict[str, Person] = field(default_factory=dict)
    copies: dict[str, Copy] = field(default_factory=dict)
    loans: list[Loan] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)
    charges: list[Charge] = field(default_factory=list)

    def loan_of(self, barcode: str) -> Loan | None:
        return next((loan for loan in self.loans if loan.open and loan.barcode == barcode), None)

    def loans_on(self, card: str) -> list[Loan]:
        return [loan for loan in self.loans if loan.open and loan.card == card]

    def copies_of(self, title: int) -> list[Copy]:
        """Return a title's copies by barcode."""
        return sorted((c for c in self.copies.values() if c.title == title), key=lambda c: c.barcode)

    def queue(self, title: int) -> list[Hold]:
        """Return a title's open holds in the order in which they are filled."""
        there = (hold for hold in self.holds if hold.title == title and hold.state in OPEN)
        return sorted(there, key=lambda hold: (-hold.priority, hold.placed, hold.number))

    def holds_on(self, card: str) -> list[Hold]:
        return [hold for hold in self.holds if hold.card == card and hold.state in OPEN]

    def own_holds(self, card: str, title: int, only: str | None = None) -> list[Hold]:
        """Return a card's holds on a title in the queue's order, or the one on that copy alone."""
        mine = (hold for hold in self.queue(title) if hold.card == card)
        return [hold for hold in mine if only is None or hold.only == only]

    def kept_for(self, barcode: str) -> Hold | None:
        """Return the open hold that a copy waits or travels for."""
        return next((h for h in self.holds if h.kept == barcode and h.state in OPEN), None)


OPEN = frozenset({"queued", "suspended", "in_transit", "ready"})
