"""PostgreSQL's full text."""

from collections.abc import Iterable

import psycopg
from queries import Asked, Kind
from rapidfuzz.distance import OSA

from kiosk.catalog.search.records import IndexedRecord
from peers import MOST_NEAR, facet_rows, texts_of


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
            return " | ".join(near[:MOST_NEAR]) or "zzzzzzzz"
        return " & ".join(words)


def _split(
    records: Iterable[IndexedRecord],
) -> tuple[list[tuple[object, ...]], list[tuple[int, int, str]]]:
    rows: list[tuple[object, ...]] = []
    kinds: list[tuple[int, int, str]] = []
    for record in records:
        rows.append((record.id, record.description.title, *texts_of(record).values()))
        kinds += facet_rows(record)
    return rows, kinds
