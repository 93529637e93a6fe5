"""Copies every row of a library of large_library.py into an empty PostgreSQL database.

usage: python benchmarks/pour.py FOLDER URL
"""

import sqlite3
import sys
from pathlib import Path

import psycopg
from large_library import AT

from kiosk.storage import Database
from kiosk.storage.tables.base import metadata


def pour(made: Path, url: str) -> None:
    """Copy every row of a made SQLite library into an empty PostgreSQL database."""
    target = Database.open(url, check=False)
    target.create_or_upgrade(backup_folder=None, now=AT)
    target.close()
    with sqlite3.connect(made) as source, psycopg.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("SET TIME ZONE 'UTC'")
        # Whatever order the tables come in, what they point to is there in the end.
        cursor.execute("SET session_replication_role = replica")
        for table in metadata.sorted_tables:
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            cursor.execute(f'DELETE FROM "{table.name}"'.encode())
            with cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN'.encode()) as copy:
                for row in source.execute(f'SELECT {names} FROM "{table.name}"'):
                    copy.write_row(row)
        for name in ("records", "items", "patrons", "loans", "holds", "changes"):
            number = metadata.tables[name].primary_key.columns[0].name
            last = f"(SELECT coalesce(max({number}), 0) + 1 FROM {name})"
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{name}', '{number}'), {last})".encode())
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    pour(Path(sys.argv[1]) / "library.sqlite3", sys.argv[2])
