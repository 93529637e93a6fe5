"""A whole library copied to a file while it is in use, and put back from one."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from kiosk.model.errors import DatabaseDamaged, DatabaseUnavailable, DiskFull, FileUnreadable
from kiosk.storage.copy_check import (
    Rows,
    refuse_damaged,
    refuse_incomplete,
    refuse_unknown,
    rows_in_file,
    rows_in_script,
    rows_on_server,
)
from kiosk.storage.engine import Database
from kiosk.storage.schema import new_epoch
from kiosk.storage.trouble import file_trouble, trouble_of
from kiosk.storage.urls import parsed_url, sqlite_file

# Pages a step and the pause between steps: writers get in between.
_PAGES = 2000
_SPARE_BYTES = 20_000_000  # left on the disk for those who work meanwhile
_FULL = ("No space left on device", "Disk quota exceeded")
PARTIAL = ".part"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a library that was read through and found whole: its file, and the rows of each table."""

    file: Path
    rows: Rows


def backup(database: Database, to: Path) -> Backup:
    """Copy the library to a file, whole or not at all, while others go on; an old file is replaced.

    It is the library at one moment, and takes its name once it was read through and every row was
    counted; raises DatabaseDamaged otherwise, and DiskFull before it would take the last of the disk.
    A server's library is written by its own pg_dump in its custom format.
    """
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_trouble(error, to) from error
    partial = to.with_name(f"{to.name}.{os.getpid()}{PARTIAL}")
    try:
        if database.dialect == "sqlite":
            rows = _copy_sqlite(_file_of(database.url), partial)
        else:
            rows = _copy_server(database, partial)
        _keep(partial, to)
    finally:
        partial.unlink(missing_ok=True)
    return Backup(to, rows)


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


def _copy_sqlite(source: Path, to: Path) -> Rows:
    to.unlink(missing_ok=True)
    _refuse_without_room(source, to.parent)
    try:
        with closing(_plain(source)) as here, closing(_plain(to)) as there:
            # Within one reading transaction the copy is of one moment, and no writer makes it begin anew.
            here.execute("BEGIN").close()
            expected = rows_in_file(here)
            here.backup(there, pages=_PAGES, sleep=0.001)
            there.execute("PRAGMA journal_mode = DELETE").close()
    except sqlite3.Error as error:
        raise trouble_of(error, to) or DatabaseUnavailable(detail=str(error)) from error
    rows = refuse_damaged(to)
    refuse_incomplete(to, expected, rows)
    return rows


def _refuse_without_room(source: Path, folder: Path) -> None:
    """A copy that took the last of the disk would stop every act beside it, to fail itself in the end."""
    wal = source.with_name(source.name + "-wal")
    size = sum(file.stat().st_size for file in (source, wal) if file.exists())
    if shutil.disk_usage(folder).free < size + _SPARE_BYTES:
        raise DiskFull


def _copy_server(database: Database, to: Path) -> Rows:
    url = make_url(database.url)
    with database.connection(to_write=False) as connection:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        snapshot = connection.exec_driver_sql("SELECT pg_export_snapshot()").scalar_one()
        expected = rows_on_server(connection)
        _tool(
            "pg_dump",
            url,
            f"--dbname={_target(url)}",
            "--format=custom",
            f"--snapshot={snapshot}",
            f"--file={to}",
        )
    rows = _refuse_damaged_archive(url, to)
    refuse_incomplete(to, expected, rows)
    return rows


def _refuse_damaged_archive(url: URL, file: Path) -> Rows:
    """Have pg_restore read an archive to its end, and count the rows that it finds there."""
    with _started("pg_restore", url, "--file=-", str(file)) as process:
        assert process.stdout is not None
        rows, revision = rows_in_script(process.stdout)
        assert process.stderr is not None
        complaint = process.stderr.read().decode(errors="replace")
    if process.returncode:
        raise DatabaseDamaged(path=str(file), detail=_first_line(complaint))
    refuse_unknown(revision)
    return rows


def _restore_file(target: Path, file: Path) -> None:
    """Check a copy beside the target, then let it take the target's place in one step."""
    fresh = target.with_name(target.name + ".restored")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, fresh)
        refuse_damaged(fresh)
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


def _restore_server(url: URL, file: Path) -> None:
    with file.open("rb") as start:
        if start.read(5) != b"PGDMP":
            raise DatabaseDamaged(path=str(file), detail="not written by pg_dump --format=custom")
    options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
    _tool("pg_restore", url, f"--dbname={_target(url)}", *options, str(file))


def _renew_epoch(url: str) -> None:
    database = Database.open(url, check=False)
    try:
        with database.connection(to_write=True) as connection:
            new_epoch(connection)
            connection.commit()
    finally:
        database.close()


def _tool(name: str, url: URL, *options: str) -> None:
    with _started(name, url, *options) as process:
        complaint = process.communicate()[1].decode(errors="replace")
    if process.returncode:
        if any(sign in complaint for sign in _FULL):
            raise DiskFull
        raise DatabaseUnavailable(detail=_first_line(complaint) or name, program=name)


def _started(name: str, url: URL, *options: str) -> subprocess.Popen[bytes]:
    """Start one of PostgreSQL's own programs; the password goes by the environment, never by the command."""
    program = shutil.which(name)
    if program is None:
        raise DatabaseUnavailable(detail=f"{name} is not installed on this machine", program=name)
    environment = dict(os.environ) | {"LC_ALL": "C"}
    if url.password:
        environment["PGPASSWORD"] = str(url.password)
    pipe = subprocess.PIPE
    return subprocess.Popen([program, *options], env=environment, stdout=pipe, stderr=pipe)


def _target(url: URL) -> str:
    return url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)


def _first_line(complaint: str) -> str:
    return next(iter(complaint.strip().splitlines()), "")


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
