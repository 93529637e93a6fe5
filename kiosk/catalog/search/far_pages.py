"""Pages far down a list in the order of a text: to order hits costs each one that stands before the page.

Such a page is read from a text near by, whose place is found by counting: to count a million hits before a
text takes as long as to put twenty in order.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from threading import Lock
from typing import Final

import tantivy
from tantivy import Occur, Query, Searcher

from kiosk.catalog.search.counting import count
from kiosk.catalog.search.schema import build_schema, read_order_whole

FAR: Final = 300
"""So many hits are ordered quicker than a text near by is found."""
# Texts all over the catalogue to begin with, and how long those are that are made up between them.
_SAMPLE = 1000
_LONGEST = 60
_SPACE, _PART, LAST_OF_ALL = "\x1f", "\x1e", "\uffff"
_LETTERS = (_PART, _SPACE, *filter(str.isalnum, map(chr, range(0x30, 0x500))), LAST_OF_ALL)
_LAST = {"last": {"max": {"field": "id"}}}


def order_text(*parts: str) -> str:
    """Return what a list is ordered by: the parts, each space as a sign that a bound may have.

    As spaces do, those signs come before all others; it is never empty.
    """
    return _PART.join(part.replace(" ", _SPACE) for part in parts) or _SPACE


@dataclass(frozen=True, slots=True)
class Near:
    """The hits on one side of a text, and behind how many of them the page begins."""

    match: Query
    offset: int


class FarPages:
    """Finds the texts from which pages are read; safe to share between threads and states of an index."""

    def __init__(self) -> None:
        self._schema = build_schema()
        # A bound in the order of a text can only be told in words, which any index of these fields reads.
        self._reader = read_order_whole(tantivy.Index(self._schema))
        self._lock = Lock()
        self._samples: dict[str, list[str]] = {}

    def near(self, searcher: Searcher, match: Query, order: str, offset: int, *, backwards: bool) -> Near:
        """Return from where to read the page that begins behind so many hits in that order."""
        total = count(searcher, match)
        if offset >= total:
            return Near(match, offset)

        def below(text: str) -> int:
            return count(searcher, _both(match, self._below(order, text)))

        bounds = _Bounds(total - offset if backwards else offset, total)
        bounds.narrow(self._sample(searcher, order), below)
        while bounds.gap(backwards=backwards) > FAR and (between := bounds.between()):
            bounds.narrow(between, below)
        if backwards:
            upper = _both(match, self._below(order, bounds.high)) if bounds.high else match
            return Near(upper, bounds.gap(backwards=True))
        lower = _both(match, self._from(order, bounds.low)) if bounds.low else match
        return Near(lower, bounds.gap(backwards=False))

    def _below(self, order: str, text: str) -> Query:
        return self._reader.parse_query(f"{order}:{{* TO {text}}}")

    def _from(self, order: str, text: str) -> Query:
        return self._reader.parse_query(f"{order}:[{text} TO *}}")

    def _sample(self, searcher: Searcher, order: str) -> list[str]:
        """Return texts from all over the catalogue in their order, read once: any will do, also old ones."""
        with self._lock:
            if order not in self._samples:
                self._samples[order] = self._sampled(searcher, order)
            return self._samples[order]

    def _sampled(self, searcher: Searcher, order: str) -> list[str]:
        last = int(searcher.aggregate(Query.all_query(), _LAST)["last"]["value"] or 0)
        ids = list(range(1, last + 1, max(1, last // _SAMPLE)))
        some = Query.term_set_query(self._schema, "id", ids)
        found = searcher.search(some, len(ids), count=False, order_by_field=order, order=tantivy.Order.Asc)
        texts = (str(text)[:_LONGEST] for text, _address in found.hits if text)
        return list(dict.fromkeys(text for text in texts if all(map(_may_bound, text))))


@dataclass(slots=True)
class _Bounds:
    """The texts nearest to a place among all hits, and how many stand before each; "" is either end."""

    place: int
    before_high: int
    low: str = ""
    before_low: int = 0
    high: str = ""
    _tried: set[str] = field(default_factory=set)

    def gap(self, *, backwards: bool) -> int:
        """Return how many hits stand between the place and the bound that is read from."""
        return self.before_high - self.place if backwards else self.place - self.before_low

    def narrow(self, texts: Sequence[str], below: Callable[[str], int]) -> None:
        """Take those of the texts, which are in order, between which the place is."""
        first, end = 0, len(texts)
        while first < end:
            middle = (first + end) // 2
            text = texts[middle]
            if (before := below(text)) <= self.place:
                first = middle + 1
                if text > self.low:
                    self.low, self.before_low = text, before
            else:
                end = middle
                if not self.high or text < self.high:
                    self.high, self.before_high = text, before

    def between(self) -> list[str]:
        """Return more texts between the bounds, in order; none where there are no others to try.

        They begin like the lower bound, first with as little of it as tells them from the upper one.
        """
        alike = len(_begun_alike(self.low, self.high))
        for stem in (self.low[:end] for end in range(alike, len(self.low) + 1)):
            # Nothing stands behind a sign that is behind all others, but an author's who has none.
            exhausted = stem.endswith(LAST_OF_ALL) and stem != LAST_OF_ALL
            if exhausted or stem in self._tried or len(stem) >= _LONGEST:
                continue
            self._tried.add(stem)
            inside = [text for text in (stem + letter for letter in _LETTERS) if self._inside(text)]
            if inside:
                return inside
        return []

    def _inside(self, text: str) -> bool:
        return self.low < text and (not self.high or text < self.high)


def _begun_alike(one: str, other: str) -> str:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(letter for letter, _ in alike)


def _both(one: Query, other: Query) -> Query:
    return Query.boolean_query([(Occur.Must, one), (Occur.Must, other)])


def _may_bound(letter: str) -> bool:
    return letter.isalnum() or letter in (_SPACE, _PART, LAST_OF_ALL)
