"""Ranks whole articles by Whoosh's BM25F, over terms that the analyser has made."""

from collections.abc import Iterable, Mapping
from heapq import nlargest
from threading import Lock
from typing import Any

from kiosk.policies.giving_way import GiveWay, go_on
from kiosk.policies.understanding.terms_in_memory import Counted, MemoryWriter, memory_index

_BEST = 12
# More changes than this are made quicker by an index that is made anew.
_FEW = 0.1

Texts = tuple[Counted, Counted]


class TextIndex:
    """An index in memory of documents known by their key, each of two texts: how often it has which term.

    The first holds the terms of what is asked, the second those of the text. Questions reach Whoosh as
    terms, never as syntax. What an index ``before`` has is changed in place where few documents are
    others: whoever still asks that one gets what this has.
    """

    def __init__(
        self,
        documents: Mapping[str, Texts],
        before: "TextIndex | None" = None,
        give_way: GiveWay = go_on,
    ) -> None:
        self._documents = dict(documents)
        differing: list[str] = []
        if before is not None:
            both = {*documents, *before._documents}
            differing = sorted(key for key in both if documents.get(key) != before._documents.get(key))
        if before is None or len(differing) > max(1, _FEW * len(documents)):
            self._whole = _Whole(self._documents, give_way)
        else:
            self._whole = before._whole
            self._whole.change({key: documents.get(key) for key in differing})

    def ranked(self, terms: Iterable[tuple[str, float]]) -> dict[str, float]:
        """Return the best documents by key, each with its rank beside the best: from 0 to 1."""
        ranks: dict[str, float] = {}
        for scores, boost in self._whole.scores(terms):
            for key, score in scores:
                ranks[key] = ranks.get(key, 0.0) + score * boost
        best = nlargest(_BEST, ranks, key=lambda key: (ranks[key], key))
        top = ranks[best[0]] if best else 0.0
        return {key: ranks[key] / top for key in best if top > 0}


class _Whole:
    """What Whoosh holds, and how it scores each term that was asked for: a question is their sum."""

    def __init__(self, documents: Mapping[str, Texts], give_way: GiveWay) -> None:
        self._index = memory_index(asked=2.0, text=1.0)
        writer = MemoryWriter(self._index, give_way)
        for key, (asked, text) in documents.items():
            writer.add_document(key=key, asked=asked, text=text)
            give_way()
        writer.commit()
        self._lock = Lock()
        self._scores: dict[str, list[tuple[str, float]]] = {}
        self._keys: dict[int, str] = {}
        self._searcher: Any = None

    def scores(self, terms: Iterable[tuple[str, float]]) -> list[tuple[list[tuple[str, float]], float]]:
        """Return for each term what every document that has it scores by it, and the term's boost."""
        with self._lock:
            wanted = list(terms)
            unscored = {term for term, _boost in wanted if term not in self._scores}
            if unscored:
                self._score(unscored)
            return [(self._scores[term], boost) for term, boost in wanted if term in self._scores]

    def change(self, documents: Mapping[str, Texts | None]) -> None:
        """Put documents in place of those of their keys; None takes one out."""
        if not documents:
            return
        with self._lock:
            writer = MemoryWriter(self._index, go_on)
            for key, texts in documents.items():
                if texts is not None:
                    writer.update_document(key=key, asked=texts[0], text=texts[1])
                else:
                    writer.delete_by_term("key", key)
            writer.commit()
            self._scores.clear()
            self._keys.clear()
            self._searcher = None

    def _score(self, terms: Iterable[str]) -> None:
        """Ask Whoosh; a term that no document has is not remembered, for it may be what somebody typed."""
        if self._searcher is None:  # to open one takes longer than to ask it
            self._searcher = self._index.searcher()
            documents = self._searcher.reader().iter_docs()
            self._keys = {number: str(stored["key"]) for number, stored in documents}
        searcher, reader = self._searcher, self._searcher.reader()
        for term in terms:
            scores: dict[str, float] = {}
            for field in ("asked", "text"):
                if (field, term) in reader:
                    found = searcher.postings(field, term)
                    while found.is_active():
                        key = self._keys[found.id()]
                        scores[key] = scores.get(key, 0.0) + found.score()
                        found.next()
            if scores:
                self._scores[term] = list(scores.items())
