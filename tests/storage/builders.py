"""Makes a small library in a database, so that tests read as sentences."""

import itertools
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from kiosk.model.calendar import Calendar, Closure, OpenSpan
from kiosk.model.hold import Hold
from kiosk.model.item import Item
from kiosk.model.library import (
    Branch,
    CardFormat,
    Channel,
    ItemType,
    Joining,
    KioskProfile,
    LabelFormat,
    Library,
    PatronCategory,
    Retention,
    Sheet,
    Shelf,
    Symbology,
)
from kiosk.model.loan import Loan, LoanTerms
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.model.record import Audience, BibRecord, Description, Form
from kiosk.model.rule import CirculationRule, ClosedDays, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.model.texts import LocalText
from kiosk.storage import Act, Database, NewHold, NewLoan, NewRecord

NOW = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
WEEK = timedelta(days=7)
BERLIN = "Europe/Berlin"


def eur(minor: int) -> Money:
    return Money(minor, "EUR")


def act() -> str:
    return str(uuid4())


TERMS = LoanTerms(
    loan_period=Period(28, PeriodUnit.DAYS),
    renewals=2,
    fine_per_day=eur(20),
    fine_grace_days=1,
    fine_closed_days=False,
    fine_max=eur(500),
    replacement_fee=eur(1500),
)


def calendar() -> Calendar:
    morning, afternoon = OpenSpan(time(9), time(12, 30)), OpenSpan(time(14), time(18))
    week: tuple[tuple[OpenSpan, ...], ...] = (*((morning, afternoon),) * 5, (morning,), ())
    reason = LocalText.of({"en": "Christmas", "de": "Weihnachten"})
    return Calendar(BERLIN, week, (Closure(date(2026, 12, 24), date(2027, 1, 1), reason),))


def library(**changed: Any) -> Library:
    """A library with something in every part."""
    whole = Library(
        name=LocalText.of({"de": "Stadtbücherei", "en": "Town Library", "pl": "Biblioteka"}),
        time_zone=BERLIN,
        currency="EUR",
        languages=("de", "en", "pl"),
        lend_other_branches=False,
        branches=(
            Branch(
                "MAIN", LocalText.of("Haupt"), calendar(), "Markt 1", "+49 30 1", "a@b.de", "https://b.de"
            ),
            Branch("NORTH", LocalText.of({"de": "Nord"}), Calendar(BERLIN)),
        ),
        channels=(
            Channel("phone", "+49 30 1", calendar(), LocalText.of("Auskunft")),
            Channel("web", "https://b.de", Calendar("Europe/Warsaw")),
        ),
        shelves=(Shelf("MAIN", "shelf-1", "Fiction", "ROM A", "ROM K", LocalText.of("Romane")),),
        patron_categories=(
            PatronCategory("adult", LocalText.of("Erwachsene"), eur(1500), 12, hold_priority=2),
            PatronCategory("child", LocalText.of({"de": "Kind"})),
        ),
        item_types=(ItemType("book", LocalText.of("Buch")), ItemType("dvd", LocalText.of("DVD"))),
        rules=(
            CirculationRule(1, RuleScope(), _all_values()),
            CirculationRule(2, RuleScope("MAIN", "child", "dvd"), RuleValues(max_loans=0, loanable=False)),
        ),
        kiosks=(
            KioskProfile("entrance", "MAIN", ("de", "pl"), 60, frozenset({"borrow"}), frozenset({"account"})),
        ),
        retention=Retention(loans=730, audit=None, receipts=7),
        card_format=CardFormat(Symbology.EAN13, "20", 13, sheet=Sheet.LETTER_3X10),
        label_format=LabelFormat(Symbology.CODE39, Sheet.A4_5X13),
        joining=Joining("child", 14, 16),
    )
    return replace(whole, **changed)


def _all_values() -> RuleValues:
    return RuleValues(
        loanable=True,
        loan_period=Period(28, PeriodUnit.DAYS),
        fixed_due_date=date(2026, 7, 31),
        closed_days=ClosedDays.PREVIOUS_OPEN_DAY,
        max_loans=10,
        renewals=2,
        renewal_period=Period(3, PeriodUnit.HOURS),
        renew_not_before=5,
        holds=True,
        max_holds=4,
        hold_shelf_days=6,
        minimum_age=0,
        loan_fee=eur(150),
        fine_per_day=eur(20),
        fine_grace_days=1,
        fine_closed_days=False,
        fine_max=eur(500),
        replacement_fee=eur(2000),
        block_owing=eur(0),
        block_overdue=3,
    )


def description(title: str = "Die Vermessung der Welt", **changed: Any) -> Description:
    whole = Description(
        title=title,
        filing_title=title.casefold(),
        form=Form.BOOK,
        subtitle="Roman",
        authors=("Kehlmann, Daniel",),
        names=("Kehlmann, Daniel", "Daniel Kehlmann"),
        subjects=("Humboldt, Alexander von", "Forschungsreise"),
        series=("Reihe ; 3",),
        year=2005,
        language="ger",
        isbns=("3-498-03528-2",),
        issns=("0028-0836",),
        audience=Audience.ADULT,
        call_number="ROM KEHL",
    )
    return replace(whole, **changed)


def new_record(described: Description | None = None, **changed: Any) -> NewRecord:
    described = described or description()
    whole = NewRecord(None, None, described, f'{{"title":"{described.title}"}}', f"hash of {described.title}")
    return replace(whole, **changed)


def patron(card: str = "C1", **changed: Any) -> Patron:
    whole = Patron(id=0, card=card, last_name="Nowak", first_name="Ewa", category="adult", branch="MAIN")
    return replace(whole, created_at=NOW, **changed)


def configured(database: Database) -> Database:
    """The database with the library's configuration in it."""
    with database.act() as work:
        work.library.replace(library())
        work.commit()
    return database


@dataclass(frozen=True)
class Town:
    """A configured library, filled by one call a thing."""

    database: Database
    numbers: "itertools.count[int]"

    @classmethod
    def of(cls, database: Database) -> "Town":
        return cls(configured(database), itertools.count(1))

    def record(self, described: Description | None = None, **changed: Any) -> BibRecord:
        with self.database.act() as work:
            added = work.records.add(new_record(described, **changed), NOW)
            work.commit()
        return added

    def item(self, record: BibRecord | None = None, **changed: Any) -> Item:
        of_record = record or self.record()
        whole = Item(0, of_record.id, f"B{next(self.numbers)}", "MAIN", "book")
        with self.database.act() as work:
            added = work.items.add(replace(whole, **changed))
            work.commit()
        assert added is not None
        return added

    def patron(self, card: str | None = None, **changed: Any) -> Patron:
        with self.database.act() as work:
            added = work.patrons.add(patron(card or f"C{next(self.numbers)}", **changed))
            work.commit()
        assert added is not None
        return added

    def loan(self, who: Patron | None, item: Item, **changed: Any) -> Loan:
        with self.database.act() as work:
            opened = work.loans.open(new_loan(item, who, **changed))
            work.commit()
        assert opened is not None
        return opened

    def hold(self, who: Patron, record_id: int, **changed: Any) -> Hold:
        with self.database.act() as work:
            placed = place(work, who, record_id, **changed)
            work.commit()
        assert placed is not None
        return placed


def new_loan(item: Item, who: Patron | None, **changed: Any) -> NewLoan:
    whole = NewLoan(act(), item.id, who.id if who else None, "MAIN", NOW, NOW + 4 * WEEK, TERMS, "adult")
    return replace(whole, **changed)


def place(work: Act, who: Patron, record_id: int, **changed: Any) -> Hold | None:
    return work.holds.place(replace(NewHold(act(), record_id, who.id, "MAIN", NOW), **changed))
