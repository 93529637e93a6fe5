"""Libraries with rules at random, and a card at random to ask of them: the same for the same seed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from kiosk.model.charge import ChargeKind
from kiosk.model.item import Item
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.model.rule import CirculationRule, ClosedDays, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.storage import Act, NewCharge, NewHold
from tests.storage.builders import description, new_loan, new_record

from .conftest import NOW

BRANCHES, CATEGORIES, KINDS = ("MAIN", "WEST"), ("adult", "child"), ("book", "dvd", "game")


@dataclass(frozen=True)
class Asked:
    """Who asks about what, and what the card has."""

    card: str
    barcode: str
    branch: str
    category: str
    kind: str
    at: datetime
    age: int | None
    overdue: int
    holds: int


def rule_set(base: Library, seed: int) -> Library:
    """Return the library with a rule for everybody and up to seven more."""
    random = Random(seed)
    everybody = _values(random, 0.45, loan_period=_period(random), max_loans=random.randint(1, 6))
    rows = {RuleScope(): everybody}
    for _ in range(random.randint(0, 7)):
        scope = RuleScope(
            random.choice([None, *BRANCHES]),
            random.choice([None, *CATEGORIES]),
            random.choice([None, *KINDS]),
        )
        if scope != RuleScope():
            rows[scope] = _values(random, 0.3)
    rules = tuple(CirculationRule(n, scope, values) for n, (scope, values) in enumerate(rows.items(), 1))
    return replace(base, rules=rules, shelves=(), kiosks=())


def somebody(work: Act, seed: int) -> Asked:
    """Make a card with loans, holds and charges, and a copy to ask about."""
    random = Random(seed + 1_000_000)
    at = NOW + timedelta(hours=random.randint(0, 60 * 24))
    branch, category, kind = random.choice(BRANCHES), random.choice(CATEGORIES), random.choice(KINDS)
    age = random.choice([None, *range(4, 30, 3)])
    born = None if age is None else date(at.year - age, 1, 1)
    card = f"S{seed}"
    who = work.patrons.add(Patron(0, card, "Nowak", category, birth_date=born))
    assert who is not None
    overdue = 0
    for n in range(random.choice([0, 0, 1, 2, 4])):
        late = random.random() < 0.4
        overdue += late
        due = at + timedelta(days=-random.randint(2, 20) if late else random.randint(2, 20))
        lent = _copy(work, f"S{seed}L{n}", random.choice(BRANCHES), random.choice(KINDS))
        work.loans.open(new_loan(lent, who, lent_at=due - timedelta(days=28), due_at=due))
    holds = random.choice([0, 0, 1, 2])
    for n in range(holds):
        wanted = _copy(work, f"S{seed}H{n}", branch, kind)
        work.holds.place(
            NewHold(f"hold-{seed}-{n}", wanted.record_id, who.id, branch, at - timedelta(days=1))
        )
    if random.random() < 0.4:
        amount = Money(random.randint(1, 900), "EUR")
        work.ledger.book(
            NewCharge(f"charge-{seed}", who.id, ChargeKind.OTHER, amount, at - timedelta(days=3))
        )
    barcode = f"S{seed}B"
    _copy(work, barcode, branch, kind)
    return Asked(card, barcode, branch, category, kind, at, age, overdue, holds)


def _copy(work: Act, barcode: str, branch: str, kind: str) -> Item:
    record = work.records.add(new_record(description(f"Title {barcode}"), control_number=barcode), NOW)
    item = work.items.add(Item(0, record.id, barcode, branch, kind))
    assert item is not None
    return item


def _period(random: Random) -> Period:
    if random.random() < 0.2:
        return Period(random.randint(1, 30), PeriodUnit.HOURS)
    return Period(random.randint(1, 60), PeriodUnit.DAYS)


def _values(random: Random, share: float, **sure: Any) -> RuleValues:
    def cents(most: int) -> Money:
        return Money(random.randint(0, most), "EUR")

    ways: dict[str, Callable[[], object]] = {
        "loanable": lambda: random.random() < 0.8,
        "loan_period": lambda: _period(random),
        "fixed_due_date": lambda: NOW.date() + timedelta(days=random.randint(-10, 90)),
        "closed_days": lambda: random.choice(list(ClosedDays)),
        "max_loans": lambda: random.randint(0, 6),
        "renewals": lambda: random.randint(0, 4),
        "renewal_period": lambda: _period(random),
        "renew_not_before": lambda: random.randint(0, 30),
        "holds": lambda: random.random() < 0.8,
        "max_holds": lambda: random.randint(0, 4),
        "hold_shelf_days": lambda: random.randint(1, 14),
        "minimum_age": lambda: random.randint(3, 18),
        "loan_fee": lambda: cents(300),
        "fine_per_day": lambda: cents(200),
        "fine_grace_days": lambda: random.randint(0, 4),
        "fine_closed_days": lambda: random.random() < 0.5,
        "fine_max": lambda: cents(2000),
        "replacement_fee": lambda: cents(4000),
        "block_owing": lambda: cents(1500),
        "block_overdue": lambda: random.randint(1, 3),
    }
    chosen = {name: way() for name, way in ways.items() if random.random() < share}
    return RuleValues(**{**chosen, **sure})
