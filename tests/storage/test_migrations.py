"""Migrations make exactly what the tables say, go up and down, and back up first."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect, text

from kiosk.model.article import Article
from kiosk.model.errors import DatabaseDamaged, DatabaseNewer, DatabaseOlder
from kiosk.storage import Database, check, migrations, schema, sqlite_url, upgrade
from kiosk.storage.tables import metadata

from .builders import NOW, Town, description


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with nothing in it at all."""
    server: Any = request.getfixturevalue("postgresql") if request.param == "postgresql" else None
    url = server.url(server.create()) if server else sqlite_url(tmp_path / "empty.db")
    database = Database.open(url, check=False)
    yield database
    database.close()


def test_the_migrations_make_what_the_tables_say(database: Database) -> None:
    with database.connection(to_write=True) as connection:
        context = MigrationContext.configure(connection, opts={"target_metadata": metadata})
        assert compare_metadata(context, metadata) == []


def test_the_migrations_make_the_same_checks_and_indexes(database: Database) -> None:
    """Autogenerate looks at neither checks nor partial indexes, so both are compared by name."""
    with database.connection(to_write=False) as connection:
        assert _constraints(connection) == _expected_constraints(connection)


def test_an_index_of_some_rows_is_one_on_either_database(database: Database) -> None:
    """Were the condition of open loans forgotten, an item could be lent but once in its life."""
    indexes = [index for table in metadata.tables.values() for index in table.indexes]
    said = {index.name: index.info["where"] for index in indexes if index.info}
    with database.connection(to_write=False) as connection:
        if connection.dialect.name == "sqlite":
            rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql LIKE '%WHERE%'"))
        else:
            rows = connection.execute(
                text("SELECT indexname, indexdef FROM pg_indexes WHERE indexdef LIKE '%WHERE%'")
            )
        made = {name: _plain(sql.partition(" WHERE ")[2]) for name, sql in rows}
    assert made.keys() == said.keys()
    if connection.dialect.name == "sqlite":
        assert made == {name: _plain(where) for name, where in said.items()}


def _plain(condition: str) -> str:
    return " ".join(condition.split()).casefold()


def _constraints(connection: Connection) -> set[tuple[str, str]]:
    inspector = inspect(connection)
    found = set()
    for table in metadata.tables:
        found |= {(table, str(one["name"])) for one in inspector.get_check_constraints(table)}
        found |= {(table, str(one["name"])) for one in inspector.get_foreign_keys(table)}
        found |= {(table, str(one["name"])) for one in inspector.get_indexes(table)}
    return found


def _expected_constraints(connection: Connection) -> set[tuple[str, str]]:
    """Make the tables from the metadata beside the migrated ones and look at those the same way."""
    engine = create_engine("sqlite://") if connection.dialect.name == "sqlite" else None
    if engine is not None:
        with engine.begin() as other:
            metadata.create_all(other)
            made = _constraints(other)
        engine.dispose()
        return made
    names = {(t.name, str(c.name)) for t in metadata.tables.values() for c in t.constraints}
    names = {pair for pair in names if pair[1].startswith(("ck_", "fk_", "uq_"))}
    return names | {(t.name, str(i.name)) for t in metadata.tables.values() for i in t.indexes}


def test_up_down_and_up_again_leave_nothing_over(empty: Database) -> None:
    for _ in range(2):
        with empty.connection(to_write=True, foreign_keys=False) as connection:
            migrations.upgrade(connection)
            assert schema.revision_of(connection) == schema.HEAD
            migrations.downgrade(connection)
            assert set(inspect(connection).get_table_names()) == {"alembic_version"}
            connection.commit()


def test_the_known_revisions_are_those_there_are() -> None:
    there = [script.revision for script in migrations.scripts().walk_revisions()]
    assert tuple(reversed(there)) == schema.REVISIONS


def test_creating_twice_is_creating_once(empty: Database) -> None:
    first = empty.create_or_upgrade(backup_folder=None, now=NOW)
    with empty.read() as view:
        epoch = view.feed.position().epoch
    second = empty.create_or_upgrade(backup_folder=None, now=NOW)
    assert (first.created, second.created) == (True, False)
    with empty.read() as view:
        assert view.feed.position().epoch == epoch != ""
    assert all(result.ok for result in check(empty))


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_connection: Connection) -> None:
        raise RuntimeError("half way")

    monkeypatch.setattr(upgrade, "_sign", fail)
    with pytest.raises(RuntimeError):
        empty.create_or_upgrade(backup_folder=None, now=NOW)
    assert empty.revision() is None


@pytest.mark.parametrize("earlier", schema.REVISIONS[:-1])
def test_an_older_schema_is_told_and_backed_up_before_it_is_upgraded(
    town: Town, tmp_path: Path, earlier: str
) -> None:
    authors = ("Ärger, Ida", "Zola, Émile", "Art deco group", "Art")
    record = town.record(description("Filled", authors=authors, subjects=("Art -- History", "Art deco")))
    with town.database.read() as view:
        before = [view.headings.browse(kind, "") for kind in ("author", "subject")]
    with town.database.connection(to_write=True, foreign_keys=False) as connection:
        migrations.downgrade(connection, earlier)
        connection.commit()
    with pytest.raises(DatabaseOlder):
        Database.open(town.database.url)
    done = town.database.create_or_upgrade(backup_folder=tmp_path / "saved", now=NOW)
    assert (done.created, done.before, done.after) == (False, earlier, schema.HEAD)
    assert done.backup is not None
    assert done.backup.stat().st_size > 0
    Database.open(town.database.url).close()
    with town.database.read() as view:
        assert view.records.get(record.id) == record
        assert [view.headings.browse(kind, "") for kind in ("author", "subject")] == before


def test_articles_keep_every_version_through_an_upgrade(town: Town, tmp_path: Path) -> None:
    article = Article("renewals", "de", "borrowing", "Verlängern?", "Ja.", questions=("Wie oft?",))
    with town.database.act() as work:
        work.articles.save(article, by="anna", at=NOW)
        later = work.articles.save(replace(article, body="Nein."), by="jan", at=NOW)
        work.articles.save_draft(replace(article, body="Vielleicht."), by="eva", at=NOW)
        work.commit()
    with town.database.connection(to_write=True, foreign_keys=False) as connection:
        migrations.downgrade(connection, "0004")
        connection.commit()
    town.database.create_or_upgrade(backup_folder=tmp_path / "saved", now=NOW)
    with town.database.read() as view:
        assert view.articles.all() == (later,)
        told = [
            (one.article.body, one.state, one.written_by) for one in view.articles.history("renewals", "de")
        ]
    assert told == [("Nein.", "live", "jan"), ("Ja.", "former", "anna")], "a draft there was no place for"


def test_a_newer_schema_is_never_touched(town: Town) -> None:
    with town.database.connection(to_write=True) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(DatabaseNewer):
        town.database.create_or_upgrade(backup_folder=None, now=NOW)
    (schema_check,) = check(town.database)
    assert (schema_check.name, schema_check.ok) == ("schema", False)


def test_orphans_are_found_after_a_migration(sqlite_town: Town) -> None:
    item = sqlite_town.item()
    with sqlite_town.database.connection(to_write=True, foreign_keys=False) as connection:
        connection.exec_driver_sql(f"DELETE FROM records WHERE id = {item.record_id}")
        with pytest.raises(DatabaseDamaged):
            upgrade._refuse_orphans(connection)
        connection.commit()
    failed = [result.name for result in check(sqlite_town.database) if not result.ok]
    assert failed == ["references"]


def test_foreign_keys_are_watched_again_after_a_migration(sqlite_town: Town) -> None:
    with sqlite_town.database.connection(to_write=True, foreign_keys=False):
        pass
    for _ in range(3):
        with sqlite_town.database.connection(to_write=False) as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
