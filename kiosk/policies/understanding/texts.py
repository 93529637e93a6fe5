"""Ranks whole articles by Whoosh's BM25F, over terms that the analyser has made."""

from collections.abc import Iterable, Mapping
from threading import Lock

from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import Index
from whoosh.query import Or, Term

_BEST = 12
# More changes than this are made quicker by an index that is made anew.
_FEW = 0.1

Texts = tuple[str, str]


class TextIndex:
    """An index in memory of documents known by their key, each of two texts of terms between blanks.

    The first holds the terms of what is asked, the second those of the text. Questions reach Whoosh as
    terms, never as syntax. What an index ``before`` has is changed in place where few documents are
    others: whoever still asks that one gets what this has.
    """

    def __init__(self, documents: Mapping[str, Texts], before: "TextIndex | None" = None) -> None:
        self._documents = dict(documents)
        differing: list[str] = []
        if before is not None:
            both = {*documents, *before._documents}
            differing = sorted(key for key in both if documents.get(key) != before._documents.get(key))
        if before is None or len(differing) > max(1, _FEW * len(documents)):
            self._index, self._lock = _built(self._documents), Lock()
        else:
            self._index, self._lock = before._index, before._lock
            self._change(differing)

    def ranked(self, terms: Iterable[tuple[str, float]]) -> dict[str, float]:
        """Return the best documents by key, each with its rank beside the best: from 0 to 1."""
        wanted = [Term(field, term, boost=boost) for term, boost in terms for field in ("asked", "text")]
        if not wanted:
            return {}
        with self._lock, self._index.searcher() as searcher:
            found = searcher.search(Or(wanted), limit=_BEST)
            hits = [(str(hit["key"]), float(hit.score)) for hit in found]
        top = max((score for _key, score in hits), default=0.0)
        return {key: score / top for key, score in hits if top > 0}

    def _change(self, keys: Iterable[str]) -> None:
        keys = tuple(keys)
        if not keys:
            return
        with self._lock:
            writer = self._index.writer()
            for key in keys:
                if key in self._documents:
                    asked, text = self._documents[key]
                    writer.update_document(key=key, asked=asked, text=text)
                else:
                    writer.delete_by_term("key", key)
            writer.commit()


class _Memory(RamStorage):  # type: ignore[misc]
    """Keeps scratch files in memory too.

    Whoosh lays them in one folder of fixed name for the whole machine, where a second kiosk that
    builds its index at the same time takes them away.
    """

    def temp_storage(self, name: str | None = None) -> RamStorage:
        return RamStorage()


def _built(documents: Mapping[str, Texts]) -> Index:
    terms = SpaceSeparatedTokenizer()
    schema = Schema(
        key=ID(stored=True, unique=True),
        asked=TEXT(analyzer=terms, phrase=False, field_boost=2.0),
        text=TEXT(analyzer=terms, phrase=False),
    )
    index = _Memory().create_index(schema)
    writer = index.writer()
    for key, (asked, text) in documents.items():
        writer.add_document(key=key, asked=asked, text=text)
    writer.commit()
    return index
