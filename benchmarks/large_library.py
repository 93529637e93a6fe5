"""Makes a library folder with everything that the workspace lists, at any size, once, and keeps it.

usage: python benchmarks/large_library.py FOLDER [--records N] [--loans N]

Titles are spread as in real catalogues (made_catalogue.py); one item in five was never lent; loans go round
over three branches, four categories of patron and 2,000 days; 2,000 holds each are queued, kept and on
their way; 3,000 searches and questions found nothing. The index is made by `kiosk index`.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from made_catalogue import MadeCatalogue
from made_loans import NOW, town

from kiosk.circulation.nightly.step import Night
from kiosk.circulation.nightly.sum_days import sum_days
from kiosk.library_folder import LibraryFolder
from kiosk.model.calendar import Calendar
from kiosk.model.clock import FixedClock
from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.model.record import Description
from kiosk.model.texts import LocalText
from kiosk.services import Services
from kiosk.settings import write_default_settings
from kiosk.storage import Database, QuestionAsked
from kiosk.storage.people.finding_keys import keys_of

# A day in the middle of the made loans, with others before and behind it.
AT = NOW - timedelta(days=60)
BRANCHES, CATEGORIES = ("MAIN", "NORTH", "WEST"), ("adult", "child", "student", "senior")
TYPES = ("book", "dvd", "game", "map", "music")
CARDS, LISTED, OPEN = 100_000, 2000, 50_000
_BATCH = 20_000
_UNLENT_EACH = 5
_ROUND, _DAYS = 777, 2000
_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
_FIRST_NAMES = ("Ada", "Bruno", "Celia", "David", "Ewa", "Frida", "Georg", "Hanna", "Igor", "Jana")
_json = msgspec.json.Encoder()

_RECORD = """INSERT INTO records (id, content_hash, title, filing_title, form, subtitle, authors, names,
 other_titles, subjects, series, notes, year, language, isbns, issns, audience, call_number, edited_here,
 created_at, updated_at, marc)
 VALUES (?, ?, ?, ?, ?, ?, ?, '[]', '[]', ?, '[]', ?, ?, ?, ?, '[]', ?, ?, ?, ?, ?, ?)"""
_ITEM = """INSERT INTO items (id, record_id, barcode, barcode_key, branch, item_type, location, call_number,
 shelf_key, condition, not_for_loan, place, times_lent, last_lent_at)
 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'fine', ?, 'shelf', ?, ?)"""
_PATRON = """INSERT INTO patrons (id, card, card_key, last_name, first_name, name_key, category, birth_date,
 email, branch, expires_on, card_lost, keeps_history) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_KEY = "INSERT INTO patron_keys (patron_id, kind, key) VALUES (?, ?, ?)"
_LOAN = """INSERT INTO loans (id, act_id, item_id, patron_id, patron_category, branch, lent_at, due_at,
 period_count, period_unit, renewals, fine_per_day, fine_grace_days, fine_closed_days, replacement_fee,
 renewals_used, ended_lost, claims_returned, fine_booked, returned_at, return_act_id, lent_by_patron,
 returned_by_patron)
 VALUES (?, ?, ?, ?, ?, ?, ?, ?, 28, 'days', 2, 20, 0, ?, 1500, 0, ?, ?, 0, ?, ?, ?, ?)"""
_HOLD = """INSERT INTO holds (act_id, record_id, patron_id, pickup_branch, placed_at, state, trapped_item_id,
 ready_at, ready_until) VALUES (?, ?, ?, 'MAIN', '2026-11-20 10:00:00.000000', ?, ?, ?, ?)"""
_LAY = "UPDATE items SET place = ?, at_branch = 'MAIN' WHERE id = ?"


def large_town() -> Library:
    """Return the library with more branches, categories and types than the bare one has."""
    calendar = Calendar("Europe/Berlin")
    return replace(
        town(),
        branches=tuple(Branch(code, LocalText.of(code.title()), calendar) for code in BRANCHES),
        patron_categories=tuple(PatronCategory(code, LocalText.of(code.title())) for code in CATEGORIES),
        item_types=tuple(ItemType(code, LocalText.of(code.title())) for code in TYPES),
    )


def services_of(home: Path, database_url: str = "") -> Services:
    """Open what was made, at the time for which it was made; with a URL the copy in that database."""
    services = Services(LibraryFolder(home), FixedClock(AT))
    if database_url:
        services.settings = msgspec.structs.replace(services.settings, database_url=database_url)
    return services


def make(home: Path, records: int, loans: int) -> None:
    """Make the library in a new folder, its days summed up."""
    services = Services(LibraryFolder(home), FixedClock(AT))
    services.folder.create(services.settings)
    write_default_settings(services.folder.settings_file)
    services.upgrade()
    _told("filled", lambda: fill(services.database, records, loans))
    _told("days summed", lambda: sum_days(Night(services.database, services.decider, AT)))
    services.close()


def fill(database: Database, records: int, loans: int) -> None:
    """Fill an empty database."""
    with database.act() as work:
        work.library.replace(large_town())
        work.commit()
    catalogue, dice = MadeCatalogue(), random.Random(7)
    times, last = _uses(records, loans)
    shelf: list[str] = []
    _fill(database, _RECORD, (_record(n, catalogue.record(n).description, shelf) for n in _upto(records)))
    _fill(database, _ITEM, (_item(n, shelf[n - 1], times[n], last[n]) for n in _upto(records)))
    people = [_person(n, catalogue, dice) for n in _upto(CARDS)]
    _fill(database, _PATRON, iter(people))
    keys = (
        (n, kind, key) for n, _c, _k, name, first, *_rest in people for kind, key in _keys(n, name, first)
    )
    _fill(database, _KEY, keys)
    _fill(database, _LOAN, _loans(records, loans))
    _fill(database, _LOAN, _open_loans(records, loans))
    _fill_desk(database, records)
    _ask_in_vain(database)
    with database.connection(to_write=True) as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def _fill_desk(database: Database, records: int) -> None:
    free = range(_open(records) + 1, records + 1)
    kept, queued = free[:LISTED], free[LISTED : 2 * LISTED]
    travelling = free[2 * LISTED : 3 * LISTED]
    ready = ("2026-11-21 10:00:00.000000", "2026-12-01")
    _fill(database, _LAY, iter([("hold_shelf", n) for n in kept] + [("transit", n) for n in travelling]))
    holds: list[tuple[Any, ...]] = [(f"kept-{n}", n, 1 + n % CARDS, "ready", n, *ready) for n in kept]
    holds += [(f"queued-{n}", n, 1 + n % CARDS, "queued", None, None, None) for n in queued]
    _fill(database, _HOLD, iter(holds))


def free_copies(records: int) -> range:
    """Return the numbers of the copies that nobody has and nobody waits for."""
    return range(_open(records) + 3 * LISTED + 1, records + 1)


def _ask_in_vain(database: Database) -> None:
    with database.act() as work:
        for n in range(3000):
            at = AT - timedelta(minutes=n * 10)
            work.questions.search_empty(f"unknown title {n % 400}", "en", at)
            work.questions.asked(QuestionAsked(f"May I bring my {n % 200}?", "en", "none", at))
        work.commit()


def _record(n: int, about: Description, shelf: list[str]) -> tuple[Any, ...]:
    shelf.append(about.call_number or "")
    title = [{"a": about.title}, {"b": about.subtitle}][: 2 if about.subtitle else 1]
    fields = [{"001": f"M{n:08}"}, {"245": {"ind1": "1", "ind2": "0", "subfields": title}}]
    came = _text(AT - timedelta(days=3000) + timedelta(minutes=4 * n))
    marc = _text_of({"leader": "00000nam a2200000 a 4500", "fields": fields})
    return (
        *(n, f"hash-{n}", about.title, about.filing_title, about.form.value, about.subtitle),
        *(_text_of(some) for some in (about.authors, about.subjects, about.notes)),
        *(about.year, about.language, _text_of(about.isbns)),
        *(about.audience.value if about.audience else None, about.call_number, False, came, came, marc),
    )


def _item(n: int, call_number: str, times: int, last: int) -> tuple[Any, ...]:
    return (
        *(n, n, f"B{n}", f"b{n}", BRANCHES[n % 3], TYPES[n // 3 % 5], f"Shelf {n % 40}", call_number),
        *(call_number.casefold(), False, times, _text(_EPOCH + timedelta(minutes=last)) if last else None),
    )


def _person(n: int, catalogue: MadeCatalogue, dice: random.Random) -> tuple[Any, ...]:
    name, first = catalogue.names.draw(dice).partition(",")[0], dice.choice(_FIRST_NAMES)
    born = f"{dice.randrange(1930, 2020)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 28):02}"
    ends = f"{dice.randrange(2026, 2029)}-{dice.randrange(1, 13):02}-15"
    return (
        *(n, f"C{n}", f"c{n}", name, first, f"{name} {first}".casefold(), CATEGORIES[n % 4], born),
        *(_mail(n), BRANCHES[n % 3], ends, False, False),
    )


def _keys(n: int, name: str, first: str) -> set[tuple[str, str]]:
    return keys_of(name, first, _mail(n), None)


def _mail(n: int) -> str:
    return f"reader{n}@example.org"


def _loan(records: int, n: int) -> tuple[int, datetime]:
    """Return which item is lent the n-th time, and when."""
    item = (n + n // records * _ROUND) % records + 1
    if item % _UNLENT_EACH == 0:
        item = item - 1 or 1
    return item, NOW - timedelta(days=40 + n % _DAYS, minutes=n % 1440)


def _uses(records: int, loans: int) -> tuple[list[int], list[int]]:
    """Return by number of the item how often it was lent, and when last in minutes, 0 for never."""
    times, last = [0] * (records + 1), [0] * (records + 1)
    for n in _upto(loans):
        item, at = _loan(records, n)
        times[item] += 1
        last[item] = max(last[item], (at - _EPOCH) // timedelta(minutes=1))
    for n in _upto(_open(records)):
        times[n] += 1
        last[n] = (_lent_now(n) - _EPOCH) // timedelta(minutes=1)
    return times, last


def _loans(records: int, loans: int) -> Iterator[tuple[Any, ...]]:
    """Yield ended loans, the names of their patrons cut."""
    for n in _upto(loans):
        item, lent = _loan(records, n)
        back, due = lent + timedelta(days=20), lent + timedelta(days=28)
        yield (
            *(n, f"loan-{n}", item, None, CATEGORIES[n // 3 % 4], BRANCHES[n % 3], _text(lent), _text(due)),
            *(False, False, False, _text(back), f"back-{n}", n % 3 == 0, n % 4 == 0),
        )


def _open_loans(records: int, loans: int) -> Iterator[tuple[Any, ...]]:
    for n in _upto(_open(records)):
        lent = _lent_now(n)
        yield (
            *(loans + n, f"open-{n}", n, 1 + n % CARDS, CATEGORIES[(1 + n % CARDS) % 4], BRANCHES[n % 3]),
            *(
                _text(lent),
                _text(lent + timedelta(days=28)),
                False,
                False,
                False,
                None,
                None,
                n % 3 == 0,
                None,
            ),
        )


def _lent_now(n: int) -> datetime:
    return AT - timedelta(days=n % 30, minutes=n % 600)


def _open(records: int) -> int:
    return min(OPEN, records // 4)


def _upto(count: int) -> range:
    return range(1, count + 1)


def _text(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}"


def _text_of(value: object) -> str:
    return _json.encode(value).decode()


def _fill(database: Database, statement: str, rows: Iterator[tuple[Any, ...]]) -> None:
    while batch := list(islice(rows, _BATCH)):
        with database.act() as work:
            work.link.bulk(statement, batch)
            work.commit()


def _told(what: str, act: Callable[[], object]) -> None:
    begun = time.perf_counter()
    act()
    print(f"{what}: {time.perf_counter() - begun:.0f} s", flush=True)


def main() -> None:
    """Make it where it is not there yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--loans", type=int, default=3_000_000)
    chosen = parser.parse_args()
    make(chosen.folder, chosen.records, chosen.loans)


if __name__ == "__main__":
    main()
