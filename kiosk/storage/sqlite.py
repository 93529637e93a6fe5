"""How this product talks to SQLite: its pragmas, and who may begin to write when."""

import sqlite3
import time

BUSY_MILLISECONDS = 5000

# SQLite's own busy handler sleeps up to 100 ms between two looks, so that a patron at the desk would
# miss the short gaps that a bulk import leaves; looking every few milliseconds finds them.
_LOOK_EVERY_SECONDS = 0.002

# An import's batches touch the same pages of indexes again and again: let many of them gather in the log
# (64 MB) before they are copied into the file, each once. That happens at the end of a commit when the
# lock is let go, and whoever commits pays for it. So an import begins it earlier than all others: they
# never come to it while there is one.
_LOG_PAGES = 16_000
_LOG_PAGES_OF_BULK = 12_000


def prepare(connection: sqlite3.Connection) -> None:
    """Set up a new connection; its transactions are begun by ``begin`` alone."""
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        # Not every build does so by itself: whoever is erased leaves no words in freed space.
        "secure_delete = ON",
        "temp_store = MEMORY",
        "cache_size = -16384",
        "journal_size_limit = 67108864",
        f"wal_autocheckpoint = {_LOG_PAGES}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def begin(connection: sqlite3.Connection, *, to_write: bool) -> None:
    """Begin a transaction: deferred to read, at once holding the write lock to write."""
    if not to_write:
        connection.execute("BEGIN DEFERRED").close()
        return
    give_up_at = time.monotonic() + BUSY_MILLISECONDS / 1000
    connection.execute("PRAGMA busy_timeout = 0").close()
    try:
        while not _got_write_lock(connection, last_try=time.monotonic() >= give_up_at):
            time.sleep(_LOOK_EVERY_SECONDS)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}").close()


def _got_write_lock(connection: sqlite3.Connection, *, last_try: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE").close()
    except sqlite3.OperationalError as error:
        if last_try or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def tend_log(connection: sqlite3.Connection) -> None:
    """Let this connection's commits, from now on, copy the log before it comes to anybody else's."""
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES_OF_BULK}").close()
