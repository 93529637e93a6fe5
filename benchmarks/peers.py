"""The engines compared: the kiosk's search, and four others doing the least that could work.

Each finds the top 20, the number of hits and the same eight facets over all of them.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import psycopg
import tantivy
from queries import Asked, Kind
from rapidfuzz.distance import OSA
from whoosh import fields, index, query, sorting
from whoosh.analysis import SpaceSeparatedTokenizer

from kiosk.catalog.folding import fold
from kiosk.catalog.search import SearchIndex, SearchRequest
from kiosk.catalog.search.records import Batch, Change, Growing, IndexedRecord

TOP = 20
TEXTS = ("title", "author", "subject", "notes")
FACETS = ("form", "language", "audience", "branch", "subject", "author", "available", "decade")
_MOST_NEAR = 50


class Engine(Protocol):
    """Something that can be filled and asked."""

    name: str

    def fill(self, records: Iterable[IndexedRecord], count: int) -> None:
        """Make it searchable."""
        ...

    def open(self) -> None:
        """Open what was filled, in this process or another."""
        ...

    def answer(self, asked: Asked) -> int:
        """Search, fetch the top and the facets, and return the number of hits."""
        ...


def texts_of(record: IndexedRecord) -> dict[str, str]:
    """Return the texts that peers search, folded, so that none of them has to fold."""
    about = record.description
    return {
        "title": fold(f"{about.title} {about.subtitle or ''}"),
        "author": fold(" ".join(about.authors)),
        "subject": fold(" ".join(about.subjects)),
        "notes": fold(" ".join(about.notes)),
    }


def facets_of(record: IndexedRecord) -> dict[str, Sequence[str]]:
    """Return the values by which hits are counted."""
    about = record.description
    return {
        "form": (about.form.value,),
        "language": (about.language or "",),
        "audience": (about.audience.value,) if about.audience else (),
        "branch": sorted({item.branch for item in record.items}),
        "subject": about.subjects,
        "author": about.authors,
        "available": (str(any(item.available for item in record.items)).lower(),),
        "decade": (str((about.year or 0) // 10 * 10),),
    }


class Kiosk:
    """What a patron's screen asks."""

    name = "kiosk"

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "kiosk"

    def fill(self, records: Iterable[IndexedRecord], count: int) -> None:
        """Build a generation and let it serve."""
        SearchIndex.open(self._folder).rebuild(_Fixed(records, count))

    def open(self) -> None:
        """Open it as the app does."""
        self._index = SearchIndex.open(self._folder)

    def answer(self, asked: Asked) -> int:
        """Search as the Find page does."""
        found = self._index.search(SearchRequest(asked.text, limit=TOP, typing=asked.kind.typing))
        return found.total


class _Fixed:
    """A catalogue that never changes."""

    def __init__(self, records: Iterable[IndexedRecord], count: int) -> None:
        self._records, self._count = records, count

    def epoch(self) -> str:
        return "made"

    def position(self) -> int:
        return 0

    def forgotten(self) -> int:
        return 0

    def after(self, sequence: int, limit: int) -> Sequence[Change]:
        return ()

    def records(self, ids: Sequence[int]) -> Iterable[IndexedRecord]:
        return ()

    def count(self) -> int:
        return self._count

    def batches(self, growing: Growing | None = None) -> Iterator[Batch]:
        records = iter(self._records)
        while some := tuple(islice(records, 500)):
            yield Batch(0, some)


class BareTantivy:
    """The same library with words, facets and nothing else."""

    name = "bare Tantivy"

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "tantivy"

    def fill(self, records: Iterable[IndexedRecord], count: int) -> None:
        """Write all in one commit."""
        builder = tantivy.SchemaBuilder()
        for name in TEXTS:
            builder.add_text_field(name, tokenizer_name="whitespace")
        for name in FACETS:
            builder.add_text_field(f"f_{name}", tokenizer_name="raw", fast=True, index_option="basic")
        builder.add_text_field("shown", stored=True, tokenizer_name="raw", index_option="basic")
        schema = builder.build()
        self._folder.mkdir(parents=True)
        writer = tantivy.Index(schema, str(self._folder)).writer(100_000_000, 2)
        for record in records:
            document = tantivy.Document(shown=record.description.title, **texts_of(record))
            for name, values in facets_of(record).items():
                for value in values:
                    document.add_text(f"f_{name}", value)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """Open for reading."""
        self._index = tantivy.Index.open(str(self._folder))
        self._index.reload()
        self._counted = {name: {"terms": {"field": f"f_{name}", "size": 30}} for name in FACETS}

    def answer(self, asked: Asked) -> int:
        """Ask for the top with the count, then for the facets."""
        wanted = self._query(asked)
        searcher = self._index.searcher()
        found = searcher.search(wanted, TOP, count=True)
        for _score, address in found.hits:
            searcher.doc(address).get_first("shown")
        searcher.aggregate(wanted, self._counted)
        return int(found.count)  # type: ignore[attr-defined]

    def _query(self, asked: Asked) -> tantivy.Query:
        if asked.kind is Kind.PHRASE:
            return tantivy.Query.phrase_query(self._index.schema, "title", list(asked.words))
        words = [[self._word(asked, name, word) for name in TEXTS] for word in asked.words]
        should, must = tantivy.Occur.Should, tantivy.Occur.Must
        either = [tantivy.Query.boolean_query([(should, one) for one in ways]) for ways in words]
        return tantivy.Query.boolean_query([(must, one) for one in either])

    def _word(self, asked: Asked, name: str, word: str) -> tantivy.Query:
        schema = self._index.schema
        if asked.kind.typing:
            return tantivy.Query.fuzzy_term_query(schema, name, word, 0, True, True)
        if asked.kind is Kind.TYPO:
            return tantivy.Query.fuzzy_term_query(schema, name, word, 1, True)
        return tantivy.Query.term_query(schema, name, word)


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
                base.executemany("INSERT OR IGNORE INTO facets VALUES (?, ?, ?)", _facet_rows(record))
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
        return [near for (near,) in found if OSA.distance(word, near, score_cutoff=1) <= 1][:_MOST_NEAR]


class PostgreSQL:
    """PostgreSQL's full text with a GIN index, facets by grouping; typing errors by pg_trgm's operators."""

    name = "PostgreSQL"

    def __init__(self, url: str) -> None:
        self._url = url

    def fill(self, records: Iterable[IndexedRecord], count: int) -> None:
        """Copy all in, then index and analyse."""
        with psycopg.connect(self._url, autocommit=True) as base:
            base.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            base.execute("CREATE TABLE records (id int PRIMARY KEY, shown text, words tsvector)")
            base.execute("CREATE TABLE facets (id int, kind int, value text)")
            base.execute("CREATE TEMP TABLE raw (id int, shown text, a text, b text, c text, d text)")
            with base.cursor() as cursor:
                rows, kinds = _split(records)
                with cursor.copy("COPY raw FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
                with cursor.copy("COPY facets FROM STDIN") as copy:
                    for row in kinds:
                        copy.write_row(row)
            weighed = " || ".join(
                f"setweight(to_tsvector('simple', {name}), '{weight}')"
                for name, weight in zip("abcd", "ABCD", strict=True)
            )
            base.execute(f"INSERT INTO records SELECT id, shown, {weighed} FROM raw")
            base.execute("CREATE INDEX ON records USING gin (words)")
            base.execute("CREATE INDEX ON facets (id) INCLUDE (kind, value)")
            base.execute("CREATE TABLE spelt AS SELECT word FROM ts_stat('SELECT words FROM records')")
            base.execute("CREATE INDEX ON spelt USING gin (word gin_trgm_ops)")
            base.execute("VACUUM ANALYZE")

    def open(self) -> None:
        """Connect."""
        self._base = psycopg.connect(self._url, autocommit=True)
        self._base.execute("SET work_mem = '128MB'")

    def answer(self, asked: Asked) -> int:
        """Match once, then take the top and group, in one statement each."""
        text, base = self._match(asked), self._base
        base.execute("DROP TABLE IF EXISTS hits")
        base.execute(
            "CREATE TEMP TABLE hits AS SELECT id, shown, ts_rank(words, q) AS rank"
            " FROM records, to_tsquery('simple', %s) q WHERE words @@ q",
            (text,),
        )
        base.execute("SELECT shown FROM hits ORDER BY rank DESC LIMIT 20").fetchall()
        base.execute("SELECT kind, value, count(*) FROM hits JOIN facets USING (id) GROUP BY 1, 2").fetchall()
        found = base.execute("SELECT count(*) FROM hits").fetchone()
        return int(found[0]) if found else 0

    def _match(self, asked: Asked) -> str:
        words = asked.words
        if asked.kind is Kind.PHRASE:
            return " <-> ".join(f"{word}:A" for word in words)
        if asked.kind.typing:
            return f"{words[0]}:*"
        if asked.kind is Kind.TYPO:
            found = self._base.execute(
                "SELECT word FROM spelt WHERE word %% %s ORDER BY similarity(word, %s) DESC LIMIT 500",
                (words[0], words[0]),
            )
            near = [word for (word,) in found if OSA.distance(words[0], word, score_cutoff=1) <= 1]
            return " | ".join(near[:_MOST_NEAR]) or "zzzzzzzz"
        return " & ".join(words)


class Whoosh:
    """Whoosh with columns to group by."""

    name = "Whoosh"

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "whoosh"

    def fill(self, records: Iterable[IndexedRecord], count: int) -> None:
        """Write all in one commit."""
        terms = SpaceSeparatedTokenizer()
        schema = fields.Schema(
            shown=fields.STORED,
            **{name: fields.TEXT(analyzer=terms) for name in TEXTS},
            **{f"f_{name}": fields.KEYWORD(commas=True, sortable=True) for name in FACETS},
        )
        self._folder.mkdir(parents=True)
        writer = index.create_in(str(self._folder), schema).writer(limitmb=512)
        for record in records:
            kinds = {f"f_{name}": ",".join(values) for name, values in facets_of(record).items()}
            writer.add_document(shown=record.description.title, **texts_of(record), **kinds)
        writer.commit()

    def open(self) -> None:
        """Open for reading."""
        self._searcher = index.open_dir(str(self._folder)).searcher()
        self._grouped = {name: sorting.FieldFacet(f"f_{name}") for name in FACETS}

    def answer(self, asked: Asked) -> int:
        """Search once with all groups."""
        found = self._searcher.search(self._query(asked), limit=TOP, groupedby=self._grouped)
        for hit in found:
            hit["shown"]
        return len(found)

    def _query(self, asked: Asked) -> Any:
        if asked.kind is Kind.PHRASE:
            return query.Phrase("title", asked.words)
        made: Any = query.Term
        if asked.kind.typing:
            made = query.Prefix
        elif asked.kind is Kind.TYPO:
            made = query.FuzzyTerm
        return query.And([query.Or([made(name, word) for name in TEXTS]) for word in asked.words])


def _facet_rows(record: IndexedRecord) -> list[tuple[int, int, str]]:
    kinds = facets_of(record)
    return [(record.id, place, value) for place, name in enumerate(FACETS) for value in kinds[name]]


def _split(
    records: Iterable[IndexedRecord],
) -> tuple[list[tuple[object, ...]], list[tuple[int, int, str]]]:
    rows: list[tuple[object, ...]] = []
    kinds: list[tuple[int, int, str]] = []
    for record in records:
        rows.append((record.id, record.description.title, *texts_of(record).values()))
        kinds += _facet_rows(record)
    return rows, kinds
