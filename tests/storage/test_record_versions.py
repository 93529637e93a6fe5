"""Versions of records are kept in order, whole, and go with their record."""

from dataclasses import replace
from datetime import timedelta

from kiosk.model.record import BibRecord
from kiosk.storage import Database, NewRecord

from .builders import NOW, Town, description


def changed(town: Town, before: BibRecord, title: str, account: str, hours: int) -> BibRecord:
    with town.database.act() as work:
        new = NewRecord(None, None, description(title), f'{{"t":"{title}"}}', title)
        after = work.records.update(before.id, new, NOW + timedelta(hours=hours), edited_here=True)
        work.record_versions.keep(before, after, account=account, act="record.edit")
        work.commit()
    return after


def told(database: Database, record_id: int) -> list[tuple[int, str | None, str]]:
    with database.read() as view:
        return [(one.number, one.account, one.marc) for one in view.record_versions.of(record_id)]


def test_the_first_change_keeps_what_was_there_before(town: Town) -> None:
    first = town.record(description("One"))
    changed(town, first, "Two", "anna", 1)
    assert told(town.database, first.id) == [(2, "anna", '{"t":"Two"}'), (1, None, first.marc)]


def test_later_changes_keep_only_themselves(town: Town) -> None:
    first = town.record(description("One"))
    second = changed(town, first, "Two", "anna", 1)
    changed(town, second, "Three", "jan", 2)
    assert [number for number, _, _ in told(town.database, first.id)] == [3, 2, 1]


def test_what_an_import_did_in_between_is_kept_as_nobodys(town: Town) -> None:
    first = town.record(description("One"))
    second = changed(town, first, "Two", "anna", 1)
    with town.database.act() as work:
        imported = work.records.update(
            first.id, NewRecord(None, None, description("X"), "{}", "x"), NOW, edited_here=False
        )
        work.commit()
    assert imported != second
    changed(town, imported, "Three", "jan", 2)
    assert [account for _, account, _ in told(town.database, first.id)] == ["jan", None, "anna", None]


def test_a_new_record_begins_with_itself(town: Town) -> None:
    first = town.record(description("One"))
    with town.database.act() as work:
        assert work.record_versions.keep(None, first, account="anna", act="record.new") == 1
        work.commit()
    with town.database.read() as view:
        assert view.record_versions.get(first.id, 1) == view.record_versions.last(first.id)
        assert view.record_versions.get(first.id, 2) is None
        assert view.record_versions.count(first.id) == 1
        assert view.record_versions.of(first.id, before=1) == ()


def test_versions_go_with_their_record(town: Town) -> None:
    first = town.record(description("One"))
    changed(town, first, "Two", "anna", 1)
    with town.database.act() as work:
        assert work.records.delete(first.id)
        work.commit()
    assert told(town.database, first.id) == []


def test_a_change_that_is_not_committed_leaves_no_version(town: Town) -> None:
    first = town.record(description("One"))
    with town.database.act() as work:
        work.record_versions.keep(first, replace(first, marc="{}"), account="anna", act="record.edit")
    assert told(town.database, first.id) == []
