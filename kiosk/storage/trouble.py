"""What a database driver complains of, told in the errors of the model."""

import errno
import os
import sqlite3
from pathlib import Path

from kiosk.model.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseUnavailable,
    DiskFull,
    EnvironmentTrouble,
    FolderNotWritable,
)

# Primary result codes of SQLite (the low byte of the extended ones).
_SQLITE: dict[int, type[EnvironmentTrouble]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
    sqlite3.SQLITE_READONLY: FolderNotWritable,
    sqlite3.SQLITE_PERM: FolderNotWritable,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnavailable,
    sqlite3.SQLITE_IOERR: DatabaseUnavailable,
    sqlite3.SQLITE_PROTOCOL: DatabaseBusy,
}

# SQLSTATE of PostgreSQL, the longest match first.
_POSTGRESQL: tuple[tuple[str, type[EnvironmentTrouble]], ...] = (
    ("53100", DiskFull),
    ("55P03", DatabaseBusy),
    ("40001", DatabaseBusy),
    ("40P01", DatabaseBusy),
    ("57014", DatabaseBusy),
    ("53", DatabaseUnavailable),
    ("XX001", DatabaseDamaged),
    ("XX002", DatabaseDamaged),
    ("57P", DatabaseUnavailable),
    ("58", DatabaseUnavailable),
    ("08", DatabaseUnavailable),
    ("28", DatabaseUnavailable),
    ("3D", DatabaseUnavailable),
    ("25006", FolderNotWritable),
    ("42501", DatabaseUnavailable),
)


def trouble_of(error: BaseException, file: Path | None) -> EnvironmentTrouble | None:
    """Return the environment's trouble behind a driver's error, or None for a bug of ours."""
    if isinstance(error, sqlite3.Error):
        return _sqlite_trouble(error, file)
    sqlstate = getattr(error, "sqlstate", None)
    if isinstance(sqlstate, str):
        for prefix, trouble in _POSTGRESQL:
            if sqlstate.startswith(prefix):
                return trouble(detail=_first_line(error))
        return None
    # A connection that could not be made or was lost has no SQLSTATE.
    if type(error).__module__.startswith("psycopg") and type(error).__name__ == "OperationalError":
        return DatabaseUnavailable(detail=_first_line(error))
    return None


def _sqlite_trouble(error: sqlite3.Error, file: Path | None) -> EnvironmentTrouble | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kind = _SQLITE.get(code & 0xFF)
    if kind is None:
        return None
    if kind is DatabaseUnavailable and file is not None:
        kind = _why_unavailable(file)
    return kind(detail=_first_line(error), path=str(file) if file else None)


def _why_unavailable(file: Path) -> type[EnvironmentTrouble]:
    """Tell a full disk and a folder without permission from other trouble with a file."""
    try:
        if os.statvfs(file.parent).f_bavail == 0:
            return DiskFull
    except (OSError, AttributeError):
        return DatabaseUnavailable
    writable = _may_write(file.parent) and (not file.exists() or _may_write(file))
    return DatabaseUnavailable if writable else FolderNotWritable


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def file_trouble(error: OSError, path: Path) -> EnvironmentTrouble:
    """Return the trouble that kept a file from being written."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    kind: type[EnvironmentTrouble] = DiskFull if full else FolderNotWritable
    return kind(path=str(path), detail=error.strerror or str(error))


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
