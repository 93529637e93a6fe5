"""What happened is counted by day, hour and kind of item; items know how often they were lent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from kiosk.model.happened import DaySum, Dimension, Facet, Happening
from kiosk.model.item import Item
from kiosk.storage import Act, Database, migrations

from .builders import NOW, Town, act, new_loan

DAY = date(2026, 3, 2)


def _sum(**changed: object) -> DaySum:
    whole = DaySum(Facet.HOUR, DAY, "MAIN", Happening.LOAN, "adult", "10", 3, 1)
    return replace(whole, **changed)  # type: ignore[arg-type]


def _used(database: Database, item: Item) -> tuple[int, str | None]:
    with database.connection(to_write=False) as connection:
        statement = text(f"SELECT times_lent, last_lent_at FROM items WHERE id = {item.id}")
        times, last = connection.execute(statement).one()
    return int(times), None if last is None else str(last)[:16]


def test_a_loan_a_return_and_a_renewal_are_read_without_who_had_it(town: Town) -> None:
    item = town.item(location="Fiction")
    loan = town.loan(town.patron("C1", category="child"), item, patron_category="child", by_patron=True)
    later = NOW + timedelta(hours=2)
    with town.database.act() as work:
        terms, due = loan.terms, NOW + timedelta(days=40)
        work.loans.renew(loan.id, act_id=act(), at=NOW + timedelta(hours=1), due_at=due, terms=terms)
        work.loans.close(loan.id, act_id=act(), at=later, branch="NORTH", by_patron=True)
        work.commit()
    with town.database.read() as view:
        found = view.day_sums.events(NOW, NOW + timedelta(days=1))
    told = {(one.kind, one.at, one.branch, one.by_patron) for one in found}
    assert told == {
        (Happening.LOAN, NOW, "MAIN", True),
        (Happening.RENEWAL, NOW + timedelta(hours=1), "MAIN", False),
        (Happening.RETURN, later, "NORTH", True),
    }
    assert {(one.patron_category, one.item_type, one.location) for one in found} == {
        ("child", "book", "Fiction")
    }


def test_a_loan_undone_or_lost_is_no_return_and_an_undone_one_no_loan(town: Town) -> None:
    for undone in (True, False):
        loan = town.loan(None, town.item())
        with town.database.act() as work:
            work.loans.close(loan.id, act_id=act(), at=NOW, undone=undone, lost=not undone)
            work.commit()
    with town.database.read() as view:
        found = view.day_sums.events(NOW, NOW + timedelta(days=1))
        count = view.day_sums.loans(NOW, NOW + timedelta(days=1))
    assert [one.kind for one in found] == [Happening.LOAN], "the lost one was lent"
    assert count == 1


def test_what_an_import_found_lent_long_ago_makes_no_days_to_be_summed(town: Town) -> None:
    long_ago = NOW - timedelta(days=40_000)
    loan = town.loan(None, town.item(), lent_at=long_ago, due_at=long_ago)
    with town.database.connection(to_write=True) as connection:
        connection.execute(text("UPDATE loans SET period_count = 0"))
        connection.commit()
    with town.database.read() as view:
        assert view.day_sums.first_loan() is None
    with town.database.act() as work:
        work.loans.close(loan.id, act_id=act(), at=NOW)
        work.commit()
    with town.database.read() as view:
        assert view.day_sums.first_loan() == NOW, "its return is counted"


def test_sums_replace_those_of_the_same_day_and_no_other(town: Town) -> None:
    with town.database.act() as work:
        work.day_sums.replace(DAY, [_sum(), _sum(value="11")])
        work.day_sums.replace(DAY + timedelta(days=1), [_sum(day=DAY + timedelta(days=1), times=9)])
        work.day_sums.replace(DAY, [_sum(times=5)])
        work.commit()
    with town.database.read() as view:
        found = view.day_sums.totals(Dimension.DAY, DAY, DAY + timedelta(days=9), branch=None, category=None)
    assert {value: total.times for (_kind, value), total in found.items()} == {
        "2026-03-02": 5,
        "2026-03-03": 9,
    }


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        ({}, 12),
        ({"branch": "MAIN"}, 8),
        ({"category": "child"}, 9),
        ({"branch": "X", "category": "child"}, 0),
    ],
)
def test_totals_are_narrowed_to_a_branch_or_a_category(
    town: Town, narrowed: dict[str, str], expected: int
) -> None:
    with town.database.act() as work:
        rows = [
            _sum(),
            _sum(patron_category="child", times=5),
            _sum(branch="NORTH", patron_category="child", times=4),
        ]
        work.day_sums.replace(DAY, [*rows, _sum(facet=Facet.LOCATION, value="Fiction", times=12)])
        work.commit()
    asked = {"branch": None, "category": None} | narrowed
    with town.database.read() as view:
        found = view.day_sums.totals(Dimension.CATEGORY, DAY, DAY, **asked)
    assert sum(total.times for total in found.values()) == expected


def test_the_day_up_to_which_all_is_summed_is_kept(town: Town) -> None:
    with town.database.act() as work:
        assert work.day_sums.summed_before() is None
        for day in (DAY, DAY + timedelta(days=1)):
            work.day_sums.replace(day, [])
        work.commit()
    with town.database.read() as view:
        assert view.day_sums.summed_before() == DAY + timedelta(days=2)


def test_an_item_knows_how_often_it_was_lent_and_when_last(town: Town) -> None:
    item = town.item()
    assert _used(town.database, item) == (0, None)
    for days_ago in (3, 9):
        lent = NOW - timedelta(days=days_ago)
        loan = town.loan(None, item, lent_at=lent, due_at=NOW)
        _end(town, loan.id)
    assert _used(town.database, item) == (2, "2026-02-27 10:30"), "one dated back makes no later one earlier"


def test_a_loan_undone_was_never_counted(town: Town) -> None:
    item = town.item()
    _end(town, town.loan(None, item, lent_at=NOW - timedelta(days=3), due_at=NOW).id)
    _end(town, town.loan(None, item).id, undone=True)
    assert _used(town.database, item) == (1, "2026-02-27 10:30")


def test_a_repeated_checkout_counts_once(town: Town) -> None:
    item = town.item()
    new = new_loan(item, None)
    for _ in range(2):
        with town.database.act() as work:
            work.loans.open(new)
            work.commit()
    assert _used(town.database, item)[0] == 1


def test_an_upgrade_counts_the_loans_there_were(town: Town) -> None:
    often, never = town.item(), town.item()
    for days_ago in (9, 3):
        _end(town, town.loan(None, often, lent_at=NOW - timedelta(days=days_ago), due_at=NOW).id)
    with town.database.connection(to_write=True, foreign_keys=False) as connection:
        migrations.downgrade(connection, "0010")
        connection.commit()
    town.database.create_or_upgrade(backup_folder=None, now=NOW)
    assert _used(town.database, often) == (2, "2026-02-27 10:30")
    assert _used(town.database, never) == (0, None)


def _end(town: Town, loan_id: int, *, undone: bool = False) -> None:
    with town.database.act() as work:
        _close(work, loan_id, undone)
        work.commit()


def _close(work: Act, loan_id: int, undone: bool) -> None:
    work.loans.close(loan_id, act_id=act(), at=NOW, undone=undone)
