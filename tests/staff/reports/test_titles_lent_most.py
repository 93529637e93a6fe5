"""Titles lent most, from what the nights listed and from single loans, are what counting all loans gives."""

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from kiosk.circulation.nightly.step import Night
from kiosk.circulation.nightly.sum_days import sum_days
from kiosk.staff.reports.collection import CollectionReports
from kiosk.staff.reports.report import Ask
from kiosk.storage import Database
from tests.circulation.desk import NOON, Desk
from tests.staff.people import signed
from tests.storage.builders import Town, act, description

_SPANS = ((1, 20), (0, 100), (3, 3), (15, 16), (20, 35), (-3, 7))
_ZONE = ZoneInfo("Europe/Berlin")


@pytest.fixture
def lent(desk: Desk) -> Database:
    """Eighty loans of six weeks, at night and by day, some undone, of titles with one copy or two."""
    dice, town = random.Random(5), Town.of(desk.database)
    copies = [
        town.item(record, branch=branch)
        for n in range(20)
        for record in [town.record(description(f"Title {n}", isbns=()))]
        for branch in ("MAIN", "NORTH")[: 1 + n % 2]
    ]
    for _ in range(80):
        item = copies[min(dice.randrange(len(copies)), dice.randrange(len(copies)))]
        at = NOON - timedelta(minutes=dice.randrange(30, 40 * 1440))
        loan = town.loan(None, item, lent_at=at, due_at=at, branch=item.branch)
        with desk.database.act() as work:
            work.loans.close(loan.id, act_id=act(), at=at, undone=dice.random() < 0.1)
            work.commit()
    return desk.database


def _plainly(database: Database, ask: Ask) -> list[tuple[int, int]]:
    """Count loan by loan."""
    statement = text(
        "SELECT lent_at, loans.branch, record_id FROM loans JOIN items ON items.id = item_id WHERE NOT undone"
    )
    times = Counter[int]()
    with database.connection(to_write=False) as connection:
        for at, branch, record in connection.execute(statement):
            moment = datetime.fromisoformat(str(at))
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            day = moment.astimezone(_ZONE).date()
            if ask.first <= day <= ask.last and ask.branch in (None, branch):
                times[record] += 1
    return sorted(times.items(), key=lambda one: (-one[1], -one[0]))


def _asks(branch: str | None) -> list[Ask]:
    today = NOON.date()
    return [
        Ask(today - timedelta(days=last), today - timedelta(days=first), branch) for first, last in _SPANS
    ]


def _agree(collection: CollectionReports, database: Database) -> None:
    for branch in (None, "MAIN", "NORTH"):
        for ask in _asks(branch):
            report = collection.titles_lent_most(signed(), ask)
            found = [(record, row[1]) for record, row in zip(report.marks, report.rows, strict=True)]
            assert found == _plainly(database, ask), ask


def test_they_agree_before_the_first_night_after_it_and_with_loans_since(
    desk: Desk, lent: Database, collection: CollectionReports
) -> None:
    _agree(collection, lent)
    assert sum_days(Night(lent, desk.decider, NOON - timedelta(days=10))) > 25
    _agree(collection, lent)
    sum_days(Night(lent, desk.decider, NOON))
    _agree(collection, lent)


def test_a_library_of_before_is_counted_loan_by_loan_until_a_night_has_listed_its_titles(
    desk: Desk, lent: Database, collection: CollectionReports
) -> None:
    sum_days(Night(lent, desk.decider, NOON))
    with lent.connection(to_write=True) as connection:
        connection.execute(text("DELETE FROM title_sums"))
        connection.execute(text("UPDATE summed_days SET titles = FALSE"))
        connection.commit()
    _agree(collection, lent)
    assert sum_days(Night(lent, desk.decider, NOON)) > 35, "all days are listed, the oldest first"
    _agree(collection, lent)
    assert sum_days(Night(lent, desk.decider, NOON)) == 8, "and then the last ones alone"


def test_a_night_that_was_cut_short_goes_on_where_it_was(
    desk: Desk, lent: Database, collection: CollectionReports
) -> None:
    sum_days(Night(lent, desk.decider, NOON))
    with lent.connection(to_write=True) as connection:
        day = (NOON - timedelta(days=20)).date()
        connection.execute(text("DELETE FROM title_sums WHERE day >= :day"), {"day": day})
        connection.execute(text("UPDATE summed_days SET titles = FALSE WHERE day >= :day"), {"day": day})
        connection.commit()
    _agree(collection, lent)
    assert sum_days(Night(lent, desk.decider, NOON)) == 20
    _agree(collection, lent)


def test_what_was_lent_of_a_title_counts_for_the_one_it_is_merged_into(
    desk: Desk, lent: Database, collection: CollectionReports
) -> None:
    sum_days(Night(lent, desk.decider, NOON))
    ranked = _plainly(lent, Ask(date(2020, 1, 1), NOON.date()))
    (kept, most), (gone, more), (other, _) = ranked[0], ranked[1], ranked[2]
    with lent.act() as work:
        work.merging_records.move([gone, other], kept)
        assert work.records.delete(gone)
        work.commit()
    _agree(collection, lent)
    found = dict(_plainly(lent, Ask(date(2020, 1, 1), NOON.date())))
    assert found[kept] > most + more
    assert gone not in found


def test_a_deleted_title_gives_its_place_to_the_next(
    desk: Desk, lent: Database, collection: CollectionReports, monkeypatch: pytest.MonkeyPatch
) -> None:
    sum_days(Night(lent, desk.decider, NOON))
    span = Ask(date(2026, 1, 1), NOON.date())
    ranked = _plainly(lent, span)
    with lent.read() as view:
        times = view.title_sums.times(span.first, span.last, None)
        named = view.title_sums.most(times | {987_654: 500}, 3)
    assert [number for number, _title, _times in named][:2] == [ranked[0][0], ranked[1][0]]
    assert len(named) == 3
