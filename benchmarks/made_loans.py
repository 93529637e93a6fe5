"""Makes a library of any size with loans of years: records, copies, cards, ended loans, a full card."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from kiosk.model.calendar import Calendar
from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.model.money import Money
from kiosk.model.rule import CirculationRule, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.model.texts import LocalText
from kiosk.storage import Database

NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
FULL_CARD, OPEN_LOANS = "FULL", 1000
_BATCH = 20_000


def eur(text: str) -> Money:
    return Money.parse(text, "EUR")


def town(**values: Any) -> Library:
    """Return a library that is always open and lends to anybody."""
    basic = RuleValues(
        loan_period=Period(28, PeriodUnit.DAYS),
        max_loans=100_000,
        max_holds=100_000,
        renewals=100_000,
        loan_fee=eur("0.10"),
    )
    return Library(
        name=LocalText.of("Town Library"),
        time_zone="Europe/Berlin",
        currency="EUR",
        languages=("en",),
        branches=(Branch("MAIN", LocalText.of("Main"), Calendar("Europe/Berlin")),),
        patron_categories=(PatronCategory("adult", LocalText.of("Adult")),),
        item_types=(ItemType("book", LocalText.of("Book")),),
        rules=(CirculationRule(1, RuleScope(), replace(basic, **values)),),
    )


def furnish(database: Database, records: int, cards: int, loans: int) -> None:
    """Fill an empty database: record n has the copy Bn; ended loans go round; a full card has a thousand."""
    with database.act() as work:
        work.library.replace(town())
        work.commit()
    _fill(database, _RECORD, (_record(n) for n in range(1, records + 1)))
    _fill(database, _ITEM, (_item(n) for n in range(1, records + 1)))
    names = [*(f"C{n}" for n in range(1, cards + 1)), FULL_CARD]
    _fill(database, _PATRON, ((n, card, card.casefold()) for n, card in enumerate(names, 1)))
    full = min(OPEN_LOANS, records // 2)
    _fill(database, _LOAN, _loans(records, cards, loans, full))
    if database.dialect == "postgresql":
        _set_sequences(database)


def free_copies(records: int) -> range:
    """Return the numbers of the copies that nobody has."""
    return range(min(OPEN_LOANS, records // 2) + 1, records + 1)


_RECORD = """INSERT INTO records (id, content_hash, title, filing_title, form, authors, names, other_titles,
 subjects, series, notes, isbns, issns, edited_here, created_at, updated_at, marc)
 VALUES (?, ?, ?, ?, 'book', '[]', '[]', '[]', '[]', '[]', '[]', '[]', '[]', ?, ?, ?, '')"""
_ITEM = """INSERT INTO items (id, record_id, barcode, barcode_key, branch, item_type, condition, not_for_loan,
 place) VALUES (?, ?, ?, ?, 'MAIN', 'book', 'fine', ?, 'shelf')"""
_PATRON = """INSERT INTO patrons (id, card, card_key, last_name, name_key, category, card_lost, keeps_history)
 VALUES (?, ?, ?, 'Benchmark', 'benchmark', 'adult', FALSE, FALSE)"""
_LOAN = """INSERT INTO loans (id, act_id, item_id, patron_id, branch, lent_at, due_at, period_count,
 period_unit, renewals, fine_per_day, fine_grace_days, fine_closed_days, replacement_fee, renewals_used,
 ended_lost, claims_returned, fine_booked, returned_at, return_act_id)
 VALUES (?, ?, ?, ?, 'MAIN', ?, ?, 28, 'days', 2, 20, 0, FALSE, 1500, 0, FALSE, FALSE, 0, ?, ?)"""


def _record(n: int) -> tuple[Any, ...]:
    title = f"The Book of Number {n}"
    return n, f"hash-{n}", title, title.casefold(), False, _text(NOW), _text(NOW)


def _item(n: int) -> tuple[Any, ...]:
    return n, n, f"B{n}", f"b{n}", False


def _loans(records: int, cards: int, ended: int, full: int) -> Iterator[tuple[Any, ...]]:
    """Yield ended loans, the names of their patrons cut, then those that the full card has."""
    for n in range(1, ended + 1):
        lent = NOW - timedelta(days=40 + n % 2000, minutes=n % 1440)
        back, due = lent + timedelta(days=20), lent + timedelta(days=28)
        yield n, f"loan-{n}", n % records + 1, None, _text(lent), _text(due), _text(back), f"back-{n}"
    for n in range(1, full + 1):
        lent, due = NOW - timedelta(days=n % 20), NOW + timedelta(days=8 + n % 20)
        yield ended + n, f"open-{n}", n, cards + 1, _text(lent), _text(due), None, None


def _text(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}"


def _fill(database: Database, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
    rows = iter(rows)
    while batch := list(islice(rows, _BATCH)):
        with database.act() as work:
            work.link.bulk(statement, batch)
            work.commit()


def _set_sequences(database: Database) -> None:
    """Go on counting behind the numbers that were given."""
    with database.connection(to_write=True) as connection:
        for table in ("records", "items", "patrons", "loans"):
            last = f"(SELECT max(id) FROM {table})"
            connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {last})")
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
