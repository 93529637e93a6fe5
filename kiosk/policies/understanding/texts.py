"""Ranks whole articles by Whoosh's BM25F, over terms that the analyser has made."""

from collections.abc import Iterable

from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import Index
from whoosh.query import Or, Term

_BEST = 12


class TextIndex:
    """An index in memory of documents known by their number, each of two fields.

    The first field holds the terms of what is asked, the second those of the text. Questions reach
    Whoosh as terms, never as syntax.
    """

    def __init__(self, documents: Iterable[tuple[Iterable[str], Iterable[str]]]) -> None:
        self._index = _built(documents)

    def ranked(self, terms: Iterable[tuple[str, float]]) -> dict[int, float]:
        """Return the best documents by number, each with its rank beside the best: from 0 to 1."""
        wanted = [Term(field, term, boost=boost) for term, boost in terms for field in ("asked", "text")]
        if not wanted:
            return {}
        with self._index.searcher() as searcher:
            found = searcher.search(Or(wanted), limit=_BEST)
            hits = [(int(hit["number"]), float(hit.score)) for hit in found]
        top = max((score for _number, score in hits), default=0.0)
        return {number: score / top for number, score in hits if top > 0}


class _Memory(RamStorage):  # type: ignore[misc]
    """Keeps scratch files in memory too.

    Whoosh lays them in one folder of fixed name for the whole machine, where a second kiosk that
    builds its index at the same time takes them away.
    """

    def temp_storage(self, name: str | None = None) -> RamStorage:
        return RamStorage()


def _built(documents: Iterable[tuple[Iterable[str], Iterable[str]]]) -> Index:
    terms = SpaceSeparatedTokenizer()
    schema = Schema(
        number=STORED,
        asked=TEXT(analyzer=terms, phrase=False, field_boost=2.0),
        text=TEXT(analyzer=terms, phrase=False),
    )
    index = _Memory().create_index(schema)
    writer = index.writer()
    for number, (asked, text) in enumerate(documents):
        writer.add_document(number=number, asked=" ".join(asked), text=" ".join(text))
    writer.commit()
    return index
