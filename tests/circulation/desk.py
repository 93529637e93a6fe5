"""A small library with a desk: what a test does at it reads as a sentence, the rest is plausible."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider, LibraryCache
from kiosk.membership.account import Accounts, Statement
from kiosk.model.calendar import Calendar
from kiosk.model.charge import Charge
from kiosk.model.decision import Override, ReasonCode
from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import Condition, Item, Place
from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.model.loan import Loan
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.model.patron import Patron
from kiosk.model.rule import CirculationRule, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.model.texts import LocalText
from kiosk.storage import Database
from tests.storage.builders import description, new_record

MAIN, NORTH, ISLAND = "MAIN", "NORTH", "ISLAND"
NOON = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)  # Monday noon in Berlin


def days(count: float) -> timedelta:
    return timedelta(days=count)


def eur(text: str) -> Money:
    return Money.parse(text, "EUR")


def town_library(*more: CirculationRule, **values: Any) -> Library:
    """Three branches that never close, one of them in another zone; ``values`` go into the unscoped rule."""
    basic = RuleValues(
        loan_period=Period(28, PeriodUnit.DAYS),
        max_loans=10,
        max_holds=5,
        renewals=2,
        fine_per_day=eur("0.20"),
        fine_max=eur("5.00"),
        replacement_fee=eur("15.00"),
        block_owing=eur("10.00"),
    )
    return Library(
        name=LocalText.of("Town Library"),
        time_zone="Europe/Berlin",
        currency="EUR",
        languages=("en", "de", "pl"),
        branches=(
            Branch(MAIN, LocalText.of("Main"), Calendar("Europe/Berlin")),
            Branch(NORTH, LocalText.of("North"), Calendar("Europe/Berlin")),
            Branch(ISLAND, LocalText.of("Island"), Calendar("Atlantic/Azores")),
        ),
        patron_categories=tuple(PatronCategory(c, LocalText.of(c)) for c in ("adult", "child")),
        item_types=tuple(ItemType(t, LocalText.of(t)) for t in ("book", "dvd")),
        rules=(
            CirculationRule(1, RuleScope(), replace(basic, **values)),
            rule(2, {"item_type": "dvd"}, loan_period=Period(7, PeriodUnit.DAYS), loan_fee=eur("1.50")),
            *more,
        ),
    )


def rule(number: int, scope: dict[str, str], **values: Any) -> CirculationRule:
    return CirculationRule(number, RuleScope(**scope), RuleValues(**values))


def by(at: datetime = NOON, branch: str = MAIN, account: str | None = None) -> ActBy:
    return ActBy(at, branch, account=account)


def staff_may(*codes: ReasonCode) -> Override:
    return Override(frozenset(codes), "m.weber", "known to us")


def why(outcome: Outcome) -> list[str]:
    return [str(reason.code) for reason in outcome.reasons]


class Desk:
    """One library, its acts, and short ways to look at what they did."""

    def __init__(self, database: Database, library: Library | None = None) -> None:
        self.database = database
        self.decider = Decider(LibraryCache())
        self.acts = Acts(database, self.decider)
        self._numbers = itertools.count(1)
        self.configure(library or town_library())

    def configure(self, library: Library) -> None:
        with self.database.act() as work:
            work.library.replace(library)
            work.commit()

    def reader(self, card: str = "R1", **changed: Any) -> Patron:
        person = Patron(0, card, "Nowak", "adult", "Ewa", date(1980, 5, 17), created_at=NOON)
        with self.database.act() as work:
            added = work.patrons.add(replace(person, **changed))
            work.commit()
        assert added is not None
        return added

    def title(self, name: str = "Emma") -> int:
        with self.database.act() as work:
            made = new_record(description(name), control_number=f"c{next(self._numbers)}")
            record = work.records.add(made, NOON)
            work.commit()
        return record.id

    def copy(self, barcode: str = "B1", record: int | None = None, **changed: Any) -> int:
        """Add a copy, of a new title unless one is named; return the title's number."""
        of_record = self.title() if record is None else record
        with self.database.act() as work:
            added = work.items.add(replace(Item(0, of_record, barcode, MAIN, "book"), **changed))
            work.commit()
        assert added is not None
        return of_record

    def lend(self, card: str = "R1", barcode: str = "B1", at: datetime = NOON, **more: Any) -> Outcome:
        return self.acts.checkout(card, barcode, by(at, more.pop("branch", MAIN)), **more)

    def take_back(self, barcode: str = "B1", at: datetime = NOON, branch: str = MAIN, **more: Any) -> Outcome:
        return self.acts.checkin(barcode, by(at, branch), **more)

    def renew(self, card: str = "R1", barcode: str = "B1", at: datetime = NOON, **more: Any) -> Outcome:
        return self.acts.renew(card, barcode, by(at), **more)

    def hold(self, card: str, record: int, at: datetime = NOON, pickup: str = MAIN, **more: Any) -> Outcome:
        return self.acts.place_hold(card, record, by(at), pickup_branch=pickup, **more)

    def cancel(self, card: str, record: int, at: datetime = NOON, **more: Any) -> Outcome:
        return self.acts.cancel_hold(card, record, by(at), **more)

    def lose(self, barcode: str = "B1", at: datetime = NOON, **more: Any) -> Outcome:
        return self.acts.declare_lost(barcode, by(at), **more)

    def pay(self, amount: str, card: str = "R1", at: datetime = NOON, **more: Any) -> Outcome:
        return self.acts.settle(card, eur(amount), by(at, account="desk"), **more)

    def statement(self, card: str = "R1", at: datetime = NOON) -> Statement:
        return Accounts(self.database, self.decider).statement(card, at, MAIN)

    def trapped(self, waiting: str = "R2", barcode: str = "B1", at: datetime = NOON) -> int:
        """Have the reader R1 bring a copy back for which another waits; return the title's number."""
        record = self.copy(barcode)
        self.reader("R1")
        self.reader(waiting)
        self.lend("R1", barcode, at - days(9))
        self.hold(waiting, record, at - days(8))
        assert self.take_back(barcode, at).place is Place.HOLD_SHELF
        return record

    def item(self, barcode: str = "B1") -> Item:
        with self.database.read() as view:
            item = view.items.by_barcode(barcode)
        assert item is not None
        return item

    def set_condition(self, condition: Condition, barcode: str = "B1") -> None:
        with self.database.act() as work:
            work.items.set_condition(self.item(barcode).id, condition)
            work.commit()

    def loan(self, barcode: str = "B1") -> Loan | None:
        item_id = self.item(barcode).id
        with self.database.read() as view:
            return view.loans.of_item(item_id)

    def lent(self, barcode: str = "B1") -> Loan:
        loan = self.loan(barcode)
        assert loan is not None
        return loan

    def own_hold(self, outcome: Outcome) -> Hold:
        with self.database.read() as view:
            hold = view.holds.get(outcome.hold_id or 0)
        assert hold is not None
        return hold

    def queue(self, record: int) -> list[tuple[str, HoldState]]:
        """Return card and state of every open hold, in the order in which they are filled."""
        with self.database.read() as view:
            holds = view.holds.of_record(record)
            cards = {hold.patron_id: view.patrons.get(hold.patron_id) for hold in holds}
        return [(patron.card, hold.state) for hold in holds if (patron := cards[hold.patron_id])]

    def charges(self, card: str = "R1") -> list[tuple[str, str]]:
        """Return kind and open amount of everything ever charged to the card."""
        return [(str(charge.kind), charge.open_amount.decimal()) for charge in self.ledger(card)]

    def ledger(self, card: str = "R1") -> tuple[Charge, ...]:
        with self.database.read() as view:
            patron = view.patrons.by_card(card)
            assert patron is not None
            return view.ledger.of_patron(patron.id)

    def feed_position(self) -> int:
        with self.database.read() as view:
            return view.feed.position().last

    def touched_since(self, position: int) -> set[int]:
        with self.database.read() as view:
            return {change.record_id for change in view.feed.after(position)}


def wall(moment: datetime | None, zone: str = "Europe/Berlin") -> str:
    assert moment is not None
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M:%S")
