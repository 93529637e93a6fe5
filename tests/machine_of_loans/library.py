"""The real library beside the model: made from the same plain words, looked at past the product."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import uuid4

from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider, LibraryCache
from kiosk.model.calendar import Calendar, Closure, OpenSpan
from kiosk.model.item import Condition, Item
from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.model.loan import LoanTerms
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.model.rule import CirculationRule, ClosedDays, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.model.texts import LocalText
from kiosk.storage import Database, NewLoan, sqlite_url
from kiosk.storage.tables import metadata
from tests.machine_of_loans import plain
from tests.machine_of_loans.worlds import CATEGORIES, TITLES, TYPES, World
from tests.storage.builders import description, new_record

_MONEY = frozenset({"loan_fee", "fine_per_day", "fine_max", "replacement_fee", "block_owing"})
_PERIODS = frozenset({"loan_period", "renewal_period"})


def eur(cents: int) -> Money:
    return Money(cents, "EUR")


class Kept:
    """One library on a file that many games share, one after another."""

    def __init__(self, file: Path) -> None:
        self.database = Database.open(sqlite_url(file))
        # Looks at what is committed, past the product's own reading.
        self.looking = sqlite3.connect(f"file:{file}?mode=ro", uri=True, isolation_level=None)
        self.titles: dict[int, int] = {}
        self.acts = Acts(self.database, Decider(LibraryCache()))

    def begin(self, world: World) -> None:
        """Forget the game before, and furnish this one."""
        with self.database.act() as work:
            for table in reversed(metadata.sorted_tables):
                if table.name != "meta":
                    work.link.write(table.delete())
            work.commit()
        self.acts = Acts(self.database, Decider(LibraryCache()))
        self.configure(world.town)
        with self.database.act() as work:
            made = [
                work.records.add(new_record(description(f"Title {n}"), control_number=f"t{n}"), world.begins)
                for n in TITLES
            ]
            self.titles = {title: record.id for title, record in zip(TITLES, made, strict=True)}
            for person in world.people:
                work.patrons.add(_patron(person, world.begins))
            for copy in world.copies:
                work.items.add(_item(copy, self.titles[copy.title]))
            work.commit()

    def configure(self, town: plain.Town) -> None:
        with self.database.act() as work:
            work.library.replace(library_of(town))
            work.commit()

    def lend_to_nobody(self, loan: plain.Loan, branch: str) -> None:
        """Have a copy come in as lent to somebody whom only the system before knew."""
        terms = LoanTerms(Period(1, PeriodUnit(loan.terms["unit"])), 0, eur(0), 0, False, None, eur(0))
        with self.database.act() as work:
            item = work.items.by_barcode(loan.barcode)
            assert item is not None
            work.loans.open(NewLoan(str(uuid4()), item.id, None, branch, loan.lent, loan.due, terms))
            work.commit()

    def set_condition(self, barcode: str, condition: str) -> None:
        with self.database.act() as work:
            item = work.items.by_barcode(barcode)
            assert item is not None
            work.items.set_condition(item.id, Condition(condition))
            work.commit()

    def change_person(self, person: plain.Person) -> None:
        with self.database.act() as work:
            patron = work.patrons.by_card(person.card)
            assert patron is not None
            work.patrons.update(replace(patron, category=person.category, expires_on=person.expires))
            work.patrons.set_card_lost(patron.id, person.lost)
            work.commit()

    def close(self) -> None:
        self.looking.close()
        self.database.close()


def library_of(town: plain.Town) -> Library:
    """Return the product's library of a town in plain words."""
    return Library(
        name=LocalText.of("Town Library"),
        time_zone="Europe/Berlin",
        currency="EUR",
        languages=("en",),
        lend_other_branches=town.lend_other_branches,
        branches=tuple(Branch(b.code, LocalText.of(b.code), _calendar(b)) for b in town.branches),
        patron_categories=tuple(
            PatronCategory(
                code, LocalText.of(code), hold_priority=int(town.children_first and code == "child")
            )
            for code in CATEGORIES
        ),
        item_types=tuple(ItemType(code, LocalText.of(code)) for code in TYPES),
        rules=tuple(
            CirculationRule(number, RuleScope(*row.scope), _values(row.values))
            for number, row in enumerate(town.rules, 1)
        ),
    )


def _calendar(branch: plain.Branch) -> Calendar:
    closures = tuple(Closure(first, last) for first, last in branch.closures)
    if branch.week is None:
        return Calendar(branch.zone, None, closures)
    week = tuple(tuple(OpenSpan(_time(a), _time(b)) for a, b in spans) for spans in branch.week)
    return Calendar(branch.zone, week, closures)


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _values(values: dict[str, Any]) -> RuleValues:
    return RuleValues(**{name: _value(name, value) for name, value in values.items()})


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _MONEY:
        return eur(value)
    if name in _PERIODS:
        return Period(value[0], PeriodUnit(value[1]))
    return ClosedDays(value) if name == "closed_days" else value


def _patron(person: plain.Person, at: datetime) -> Patron:
    return Patron(
        0,
        person.card,
        "Nowak",
        person.category,
        birth_date=person.birth,
        expires_on=person.expires,
        restriction=person.restriction,
        created_at=at,
    )


def _item(copy: plain.Copy, record: int) -> Item:
    return Item(
        0,
        record,
        copy.barcode,
        copy.home,
        copy.type,
        price=None if copy.price is None else eur(copy.price),
        not_for_loan=copy.not_for_loan,
        condition=Condition(copy.condition),
    )


Seen = dict[str, list[tuple[Any, ...]]]

_LOOKS = {
    "copies": "SELECT barcode, condition, place, coalesce(at_branch, branch) FROM items ORDER BY barcode",
    "loans": """
        SELECT i.barcode, p.card, l.due_at, l.renewals_used, l.fine_booked, l.claims_returned
        FROM loans l JOIN items i ON i.id = l.item_id LEFT JOIN patrons p ON p.id = l.patron_id
        WHERE l.returned_at IS NULL ORDER BY i.barcode""",
    "holds": """
        SELECT h.record_id, p.card, h.pickup_branch, h.state, i.barcode,
               CASE h.state WHEN 'ready' THEN h.ready_until END
        FROM holds h JOIN patrons p ON p.id = h.patron_id LEFT JOIN items i ON i.id = h.trapped_item_id
        WHERE h.closed_at IS NULL ORDER BY h.record_id, h.priority DESC, h.placed_at, h.id""",
    "charges": """
        SELECT p.card, c.kind, c.amount, c.open_amount,
               coalesce(sum(CASE s.kind WHEN 'payment' THEN s.amount END), 0),
               coalesce(sum(CASE s.kind WHEN 'waiver' THEN s.amount END), 0),
               coalesce(sum(CASE s.kind WHEN 'reversal' THEN s.amount END), 0),
               coalesce(sum(CASE s.kind WHEN 'refund' THEN s.amount END), 0)
        FROM charges c JOIN patrons p ON p.id = c.patron_id LEFT JOIN settlements s ON s.charge_id = c.id
        GROUP BY c.id ORDER BY c.id""",
}


def seen_in(kept: Kept) -> Seen:
    """Return what the database holds."""
    seen = {name: kept.looking.execute(query).fetchall() for name, query in _LOOKS.items()}
    seen["loans"] = [(b, card, _moment(due), *more) for b, card, due, *more in seen["loans"]]
    seen["holds"] = [
        (*hold, None if until is None else date.fromisoformat(until)) for *hold, until in seen["holds"]
    ]
    return seen


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def expected_in(state: plain.State, titles: dict[int, int]) -> Seen:
    """Return what the model holds, in the same form."""
    loans = sorted((loan for loan in state.loans if loan.open), key=lambda loan: loan.barcode)
    queues: Iterable[plain.Hold] = (hold for title in TITLES for hold in state.queue(title))
    return {
        "copies": [
            (c.barcode, c.condition, c.place, c.stands_at)
            for c in sorted(state.copies.values(), key=lambda copy: copy.barcode)
        ],
        "loans": [(one.barcode, one.card, one.due, one.renewals, one.booked, one.claimed) for one in loans],
        "holds": [
            (titles[h.title], h.card, h.pickup, h.state, h.kept, h.until if h.state == "ready" else None)
            for h in queues
        ],
        "charges": [
            (c.card, c.kind, c.amount, c.open, c.paid, c.waived, c.reversed, c.refunded)
            for c in state.charges
        ],
    }
