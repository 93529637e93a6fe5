"""Builders for facts that read as sentences: what matters to a test is said, the rest is plausible."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.model.calendar import Calendar, Closure, OpenSpan
from kiosk.model.decision import (
    Act,
    CopyFacts,
    Decision,
    Facts,
    HoldFacts,
    LoanFacts,
    PatronFacts,
    RecordFacts,
    Request,
)
from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import Item
from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.model.loan import Loan, LoanTerms
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.model.rule import CirculationRule, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.model.texts import LocalText
from kiosk.rules import evaluate

BERLIN = ZoneInfo("Europe/Berlin")
ME, SOMEBODY, ANYBODY = 1, 2, 3


def at(text: str, zone: str = "Europe/Berlin") -> datetime:
    """Return a moment by the clock on the wall, such as ``2026-03-02 10:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def day(text: str) -> date:
    return date.fromisoformat(text)


def wall(moment: datetime | None, zone: str = "Europe/Berlin") -> str:
    """Return a moment as the clock on the wall shows it."""
    assert moment is not None
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M:%S")


NOW = at("2026-03-02 10:30")  # a Monday


def days(count: int) -> Period:
    return Period(count, PeriodUnit.DAYS)


def hours(count: int) -> Period:
    return Period(count, PeriodUnit.HOURS)


def eur(text: str) -> Money:
    return Money.parse(text, "EUR")


def span(text: str) -> OpenSpan:
    opens, closes = text.split("-")
    return OpenSpan(time.fromisoformat(opens), time.fromisoformat(closes))


def closed(first: str, last: str | None = None) -> Closure:
    return Closure(day(first), day(last or first), LocalText.of("closed"))


def calendar(*closures: Closure, zone: str = "Europe/Berlin", **weekdays: str) -> Calendar:
    """Return a calendar; without weekdays open Monday to Friday 09:00–18:00."""
    if not weekdays:
        weekdays = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "09:00-18:00")
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    week = tuple(tuple(span(s) for s in weekdays.get(name, "").split()) for name in names)
    return Calendar(zone, week, closures)


ALWAYS_OPEN = Calendar("Europe/Berlin")


def rule(number: int, scope: dict[str, str] | None = None, **values: Any) -> CirculationRule:
    return CirculationRule(number, RuleScope(**(scope or {})), RuleValues(**values))


BASIC = rule(1, loan_period=days(28), max_loans=10, renewals=2)


def library(*rules: CirculationRule, main: Calendar = ALWAYS_OPEN, west: Calendar = ALWAYS_OPEN) -> Library:
    """Return a library of two branches; the rules follow an unscoped one of 28 days, 10 loans, 2 renewals."""
    return Library(
        name=LocalText.of("Town Library"),
        time_zone="Europe/Berlin",
        currency="EUR",
        languages=("en",),
        branches=(
            Branch("MAIN", LocalText.of("Main"), main),
            Branch("WEST", LocalText.of("West"), west),
        ),
        patron_categories=tuple(PatronCategory(c, LocalText.of(c)) for c in ("adult", "child")),
        item_types=tuple(ItemType(t, LocalText.of(t)) for t in ("book", "dvd", "game")),
        rules=(BASIC, *rules),
    )


def library_with(main: Calendar = ALWAYS_OPEN, **values: Any) -> Library:
    """Return a library whose unscoped rule sets these values too."""
    return replace(library(main=main), rules=(replace(BASIC, values=replace(BASIC.values, **values)),))


def person(number: int = ME, **changes: Any) -> Patron:
    settings: dict[str, Any] = {"category": "adult", "birth_date": day("1980-05-17")} | changes
    return Patron(number, f"C{number}", "Nowak", **settings)


def patron(
    *loans: LoanFacts, owing: str = "0.00", holds: tuple[HoldFacts, ...] = (), **changes: Any
) -> PatronFacts:
    return PatronFacts(person(**changes), eur(owing), loans, holds)


def item(number: int = 1, **changes: Any) -> Item:
    settings: dict[str, Any] = {"record_id": 1, "branch": "MAIN", "item_type": "book"} | changes
    return Item(number, barcode=f"B{number}", **settings)


TERMS = LoanTerms(
    loan_period=days(28),
    renewals=2,
    fine_per_day=Money(20, "EUR"),
    fine_grace_days=0,
    fine_closed_days=False,
    fine_max=None,
    replacement_fee=Money(1000, "EUR"),
)


def terms(**changes: Any) -> LoanTerms:
    return replace(TERMS, **changes)


def loan(
    item_id: int = 1, patron_id: int | None = ME, due: str = "2026-03-20 23:59:59", **changes: Any
) -> Loan:
    settings: dict[str, Any] = {
        "branch": "MAIN",
        "lent_at": at("2026-02-20 12:00"),
        "due_at": at(due),
        "terms": TERMS,
    } | changes
    return Loan(item_id, f"act-{item_id}", item_id, patron_id, **settings)


def on_card(one: Loan, record_id: int = 100, price: Money | None = None, **changes: Any) -> LoanFacts:
    settings: dict[str, Any] = {
        "item_branch": "MAIN",
        "item_type": "book",
        "title": f"T{one.item_id}",
    } | changes
    return LoanFacts(one, record_id, f"B{one.item_id}", item_price=price, **settings)


def hold(number: int = 1, patron_id: int = SOMEBODY, **changes: Any) -> Hold:
    settings: dict[str, Any] = {
        "record_id": 1,
        "pickup_branch": "MAIN",
        "placed_at": at("2026-02-01 12:00"),
        "patron_category": "adult",
    } | changes
    return Hold(number, f"hold-{number}", patron_id=patron_id, **settings)


def ready(number: int = 1, patron_id: int = SOMEBODY, until: str = "2026-03-09", **changes: Any) -> Hold:
    settings: dict[str, Any] = {"trapped_item_id": 1, "ready_until": day(until)} | changes
    return hold(number, patron_id, state=HoldState.READY, **settings)


def held(one: Hold, branch: str | None = "MAIN", item_type: str | None = "book") -> HoldFacts:
    return HoldFacts(one, ((branch, item_type),) if branch and item_type else ())


def copy(one: Item | None = None, on_loan: Loan | None = None, trapped_for: Hold | None = None) -> CopyFacts:
    return CopyFacts(one or item(), on_loan, trapped_for)


def record(*copies: CopyFacts, holds: tuple[Hold, ...] = (), online: bool = False) -> RecordFacts:
    return RecordFacts(1, "A title", copies, holds, online)


def facts(
    one: CopyFacts | None = None,
    who: PatronFacts | None = None,
    of: Library | None = None,
    others: tuple[CopyFacts, ...] = (),
    holds: tuple[Hold, ...] = (),
) -> Facts:
    """Return the facts of one copy with the other copies and the holds of its record."""
    copies = ((one,) if one is not None else ()) + others
    return Facts(of or library(), who, one, record(*copies, holds=holds))


def ask(act: Act, known: Facts, when: datetime = NOW, branch: str = "MAIN", **changes: Any) -> Decision:
    return evaluate(Request(act, when, branch, **changes), known)


def codes(decision: Decision) -> list[str]:
    return [reason.code.value for reason in decision.reasons]


def values_of(decision: Decision, code: str) -> dict[str, object]:
    """Return what fills the sentence of that reason."""
    return dict(next(reason.values for reason in decision.reasons if reason.code.value == code))
