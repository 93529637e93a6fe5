"""A whole library copied to a file while it is in use, and put back from one."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from kiosk.model.errors import DatabaseDamaged, DatabaseUnavailable, FileUnreadable
from kiosk.storage.engine import Database
from kiosk.storage.schema import REVISIONS, new_epoch, refuse_other_schema
from kiosk.storage.trouble import file_trouble, trouble_of
from kiosk.storage.urls import parsed_url, sqlite_file

# Pages a step and the pause between steps: writers get in between.
_PAGES = 2000


def backup(database: Database, to: Path) -> Path:
    """Copy the library to a file, whole or not at all, while others go on; an old file is replaced.

    A server's library is written by its own pg_dump in its custom format.
    """
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_trouble(error, to) from error
    partial = to.with_name(to.name + ".part")
    try:
        if database.dialect == "sqlite":
            _copy_sqlite(_file_of(database.url), partial)
        else:
            _tool("pg_dump", make_url(database.url), "--format=custom", f"--file={partial}")
        _keep(partial, to)
    finally:
        partial.unlink(missing_ok=True)
    return to


def restore(url: str, file: Path) -> None:
    """Put a library back from a backup, after looking that it is one and whole; nobody may be using it.

    What was there before is replaced. Search indexes notice by the feed's new epoch.
    """
    if not file.is_file():
        raise FileUnreadable(path=str(file))
    parsed = parsed_url(url)
    target = sqlite_file(parsed)
    if target is None:
        _restore_server(parsed, file)
    else:
        _restore_file(target, file)
    _renew_epoch(url)


def _copy_sqlite(source: Path, to: Path) -> None:
    to.unlink(missing_ok=True)
    try:
        with closing(_plain(source)) as here, closing(_plain(to)) as there:
            here.backup(there, pages=_PAGES, sleep=0.001)
            there.execute("PRAGMA journal_mode = DELETE").close()
    except sqlite3.Error as error:
        raise trouble_of(error, to) or DatabaseUnavailable(detail=str(error)) from error


def _restore_file(target: Path, file: Path) -> None:
    """Check a copy beside the target, then let it take the target's place in one step."""
    fresh = target.with_name(target.name + ".restored")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, fresh)
        _refuse_damaged(fresh)
        _flush(fresh)
        # A journal of the old database must never be applied to the restored one.
        for suffix in ("-wal", "-shm"):
            target.with_name(target.name + suffix).unlink(missing_ok=True)
        fresh.replace(target)
    except OSError as error:
        raise file_trouble(error, target) from error
    finally:
        for suffix in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)


def _refuse_damaged(file: Path) -> None:
    try:
        with closing(_plain(file)) as connection:
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise DatabaseDamaged(path=str(file), detail=str(error)) from error
    if verdict != "ok" or orphan is not None:
        raise DatabaseDamaged(path=str(file), detail=str(verdict if orphan is None else orphan))
    if row is None or row[0] not in REVISIONS:
        refuse_other_schema(None if row is None else row[0])


def _restore_server(url: URL, file: Path) -> None:
    with file.open("rb") as start:
        if start.read(5) != b"PGDMP":
            raise DatabaseDamaged(path=str(file), detail="not written by pg_dump --format=custom")
    options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
    _tool("pg_restore", url, *options, str(file))


def _renew_epoch(url: str) -> None:
    database = Database.open(url, check=False)
    try:
        with database.connection(to_write=True) as connection:
            new_epoch(connection)
            connection.commit()
    finally:
        database.close()


def _tool(name: str, url: URL, *options: str) -> None:
    """Run one of PostgreSQL's own programs; the password goes by the environment, never by the command."""
    program = shutil.which(name)
    if program is None:
        raise DatabaseUnavailable(detail=f"{name} is not installed on this machine", program=name)
    environment = dict(os.environ)
    if url.password:
        environment["PGPASSWORD"] = str(url.password)
    target = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    done = subprocess.run(
        [program, f"--dbname={target}", *options],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise DatabaseUnavailable(detail=next(iter(done.stderr.strip().splitlines()), name), program=name)


def _keep(partial: Path, to: Path) -> None:
    try:
        _flush(partial)
        partial.replace(to)
    except OSError as error:
        raise file_trouble(error, to) from error


def _flush(file: Path) -> None:
    """Let the file reach the disk before a name promises that it is there."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _plain(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=5, isolation_level=None)


def _file_of(url: str) -> Path:
    file = sqlite_file(parsed_url(url))
    assert file is not None
    return file
