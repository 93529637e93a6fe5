"""A filled second schema becomes the third with nothing lost, and goes back where that is possible."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, text

from kiosk.model.hold import HoldState
from kiosk.model.patron import Patron
from kiosk.model.request_number import read_request_number
from kiosk.storage import Database, PatronRequest, check, migrations

from .builders import NOW, Town, act


@contextmanager
def as_it_was(town: Town) -> Iterator[Connection]:
    """Lend a connection to the library taken back to the second schema."""
    with town.database.connection(to_write=True, foreign_keys=False) as connection:
        migrations.downgrade(connection, "0002")
        yield connection
        connection.commit()


def brought_up(town: Town) -> Database:
    town.database.create_or_upgrade(backup_folder=None, now=NOW)
    assert all(result.ok for result in check(town.database))
    return town.database


def count(connection: Connection, table: str, where: str = "1 = 1") -> int:
    return int(connection.execute(text(f"SELECT count(*) FROM {table} WHERE {where}")).scalar() or 0)


def test_what_the_second_schema_had_is_in_the_third(town: Town) -> None:
    who, item = town.patron("K1", birth_date=date(2000, 2, 29)), town.item()
    loan = town.loan(who, item)
    hold = town.hold(town.patron(), item.record_id)
    with as_it_was(town):
        pass
    with brought_up(town).read() as view:
        assert view.patrons.get(who.id) == who
        assert view.loans.get(loan.id) == loan
        assert view.holds.get(hold.id) == hold
        assert view.items.get(item.id) == item
        assert view.loans.decided(loan.id) == ()


def test_acts_done_move_out_of_the_meta_table_and_back(town: Town) -> None:
    ours = "INSERT INTO meta (name, value) VALUES (:name, :value)"
    rows = [
        {"name": f"act:{number}", "value": f"2026-03-0{1 + number % 9}T10:30:00+00:00"}
        for number in range(6000)
    ]
    with as_it_was(town) as connection:
        others = count(connection, "meta")
        connection.execute(text(ours), rows)
    with brought_up(town).read() as view:
        assert view.acts_done.knows("0")
        assert view.acts_done.knows("5999")
        assert not view.acts_done.knows("act:0")
        assert set(view.acts_done.before(NOW - timedelta(hours=1), 9000)) == {
            str(number) for number in range(0, 6000, 9)
        }
    with town.database.connection(to_write=False) as connection:
        assert count(connection, "meta") == others
    with as_it_was(town) as connection:
        assert count(connection, "meta") == others + 6000
        kept = connection.execute(text("SELECT value FROM meta WHERE name = 'act:4'")).scalar()
        assert kept == "2026-03-05T10:30:00+00:00"


def test_old_requests_get_numbers_of_their_own_and_new_ones_follow(town: Town) -> None:
    who = town.patron()
    with town.database.act() as work:
        made = [work.requests.make(PatronRequest(act(), who.id, "purchase", NOW)) for _ in range(3)]
        work.requests.decide(made[0].id, "accepted", by="anna", at=NOW)
        work.requests.make(PatronRequest(act(), None, "purchase", NOW))
        work.commit()
    with as_it_was(town) as connection:
        assert count(connection, "requests") == 3
    with brought_up(town).act() as work:
        old = work.requests.of_patron(who.id)
        assert [request.id for request in old] == [request.id for request in made]
        assert [request.state for request in old] == ["accepted", "open", "open"]
        numbers = {read_request_number(request.number) for request in old}
        assert None not in numbers
        assert len(numbers) == 3
        later = work.requests.make(PatronRequest(act(), who.id, "purchase", NOW))
        assert later.id > made[-1].id


def test_patrons_who_were_there_before_are_found_to_be_alike(town: Town) -> None:
    born = date(1990, 5, 1)
    first = town.patron(last_name="Łęcka", first_name="Izabela", birth_date=born)
    town.patron(last_name="Łęcka", first_name="Izabela")
    with as_it_was(town):
        pass
    other = Patron(0, "NEW", "LECKA", "adult", first_name="izabela", birth_date=born)
    with brought_up(town).read() as view:
        assert [found.id for found in view.patrons.alike(other)] == [first.id]


def test_going_back_leaves_one_open_hold_of_a_patron_on_a_record(town: Town) -> None:
    who, record = town.patron(), town.record()
    held = [town.hold(who, record.id, item_id=town.item(record).id) for _ in range(2)]
    with as_it_was(town):
        pass
    with brought_up(town).act() as work:
        states: list[Any] = [found.state for found in map(work.holds.get, (one.id for one in held)) if found]
        assert states == [HoldState.QUEUED, HoldState.CANCELLED]
