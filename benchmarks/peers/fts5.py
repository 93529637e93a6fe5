"""SQLite's full text."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from queries import Asked, Kind
from rapidfuzz.distance import OSA

from kiosk.catalog.search.records import IndexedRecord
from peers import MOST_NEAR, TOP, facet_rows, texts_of


class Fts5:
    """SQLite's full text, facets by grouping; typing errors by a table of the words' trigrams."""

    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
        self._file = folder / "fts5.db"

    def fill(self, records: Iterable[IndexedRecord], count: int) -> None:
        """Fill all tables in one transaction."""
        base = sqlite3.connect(self._file)
        base.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            "CREATE TABLE records (id INTEGER PRIMARY KEY, shown TEXT);"
            "CREATE VIRTUAL TABLE words USING fts5(title, author, subject, notes, content='', prefix='2 3');"
            "CREATE TABLE facets (id INTEGER, kind INTEGER, value TEXT, PRIMARY KEY (id, kind, value))"
            " WITHOUT ROWID;"
        )
        with base:
            for record in records:
                texts = texts_of(record)
                base.execute("INSERT INTO records VALUES (?, ?)", (record.id, record.description.title))
                base.execute(
                    "INSERT INTO words (rowid, title, author, subject, notes) VALUES (?, ?, ?, ?, ?)",
                    (record.id, *texts.values()),
                )
                base.executemany("INSERT OR IGNORE INTO facets VALUES (?, ?, ?)", facet_rows(record))
        base.executescript(
            "INSERT INTO words (words) VALUES ('optimize');"
            "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'row');"
            "CREATE VIRTUAL TABLE spelt USING fts5(word, tokenize='trigram');"
            "INSERT INTO spelt SELECT term FROM vocabulary WHERE length(term) > 3;"
        )
        base.commit()
        base.close()

    def open(self) -> None:
        """Open for reading."""
        self._base = sqlite3.connect(self._file)
        self._base.execute("PRAGMA cache_size=-200000")

    def answer(self, asked: Asked) -> int:
        """Match once into a table of hits, then take the top and group."""
        text = self._match(asked)
        base = self._base
        base.execute("DROP TABLE IF EXISTS temp.hits")
        base.execute(
            "CREATE TEMP TABLE hits AS SELECT rowid AS id, rank FROM words WHERE words MATCH ?", (text,)
        )
        base.execute(
            "SELECT shown FROM (SELECT id FROM temp.hits ORDER BY rank LIMIT ?) JOIN records USING (id)",
            (TOP,),
        ).fetchall()
        base.execute(
            "SELECT kind, value, count(*) FROM temp.hits CROSS JOIN facets USING (id) GROUP BY kind, value"
        ).fetchall()
        return int(base.execute("SELECT count(*) FROM temp.hits").fetchone()[0])

    def _match(self, asked: Asked) -> str:
        words = asked.words
        if asked.kind is Kind.PHRASE:
            return f'title : "{" ".join(words)}"'
        if asked.kind.typing:
            return f'"{words[0]}" *'
        if asked.kind is Kind.TYPO:
            return " OR ".join(f'"{word}"' for word in self._near(words[0])) or '"zzzzzzzz"'
        return " AND ".join(f'"{word}"' for word in words)

    def _near(self, word: str) -> list[str]:
        parts = " OR ".join(f'"{word[place : place + 3]}"' for place in range(len(word) - 2))
        found = self._base.execute(
            "SELECT word FROM spelt WHERE spelt MATCH ? ORDER BY rank LIMIT 500", (parts,)
        )
        return [near for (near,) in found if OSA.distance(word, near, score_cutoff=1) <= 1][:MOST_NEAR]
