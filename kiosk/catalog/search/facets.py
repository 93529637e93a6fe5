"""Counts of forms, languages, years and the like over all hits."""

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Executor
from typing import Any

import tantivy
from tantivy import Query

from kiosk.catalog.search.common_headings import KINDS
from kiosk.catalog.search.counting import ALL, count
from kiosk.catalog.search.filters import plain_term
from kiosk.catalog.search.heading_counts import HeadingCounts, ordered
from kiosk.catalog.search.plan import either, every
from kiosk.catalog.search.requests import FACETS, Filters, YearRange

_FIELDS = {
    "form": ("form", 20),
    "language": ("language", 30),
    "audience": ("audience", 10),
    "branch": ("branch", 50),
}
_DECADE = 10
_OF_VALUES: Mapping[str, Any] = {
    **{name: {"terms": {"field": field, "size": size}} for name, (field, size) in _FIELDS.items()},
    "year": {"histogram": {"field": "year", "interval": _DECADE, "min_doc_count": 1}},
    "available": {"terms": {"field": "available", "size": 2}},
}
# Below so many hits another core is no gain.
_WORTH_TWO_CORES = 3_000
# What is counted in one go there, the longest first; of each go the hits are found again.
_GOES = (("subject",), ("author",), ("branch", "year"), ("form", "language", "audience", "available"))
EASY = frozenset(_GOES[-1])

_Counted = dict[str, Mapping[str, Any]]
Facets = Callable[[], dict[str, dict[str, int]]]


class FacetCounter:
    """Counts over one state of the index; of many hits on two cores at once."""

    def __init__(
        self, schema: tantivy.Schema, searcher: tantivy.Searcher, headings: HeadingCounts, beside: Executor
    ) -> None:
        self._schema = schema
        self._searcher = searcher
        self._headings = headings
        self._beside = beside
        self._everything: dict[str, dict[str, int]] | None = None

    def begin(self, match: Query, total: int, filters: Filters, kinds: Collection[str] = FACETS) -> Facets:
        """Begin to count over everything a query matches, so many in all; the rest is done when called.

        Years are decades, newest first. Once one of them is among the filters, available and branch
        count what is available in a branch.
        """
        known = {**{kind: self._headings.asked(kind, total) for kind in KINDS}, **_OF_VALUES}
        wanted = {kind: known[kind] for kind in FACETS if kind in kinds}
        if total < _WORTH_TWO_CORES:
            return lambda: self._read(self._searcher.aggregate(match, wanted), match, total, filters)
        goes = ({name: wanted[name] for name in names if name in wanted} for names in _GOES)
        left = deque(go for go in goes if go)
        others = self._beside.submit(self._count, match, left)

        def finish() -> dict[str, dict[str, int]]:
            mine = self._count(match, left)
            return self._read({**mine, **others.result()}, match, total, filters)

        return finish

    def easy(self, match: Query, kinds: Collection[str]) -> tuple[int, dict[str, dict[str, int]]]:
        """Count everything a query matches, and in the same go what costs little more."""
        wanted = ALL | {kind: _OF_VALUES[kind] for kind in FACETS if kind in kinds}
        counted = self._searcher.aggregate(match, wanted)
        total = int(counted.pop(*ALL)["value"])
        return total, self._read(counted, match, total, Filters())

    def of_everything(self, total: int, kinds: Collection[str] = FACETS) -> Facets:
        """Count over all records: in a large index value by value, instead of record by record; once."""

        def finish() -> dict[str, dict[str, int]]:
            if self._everything is None:
                self._everything = self._by_value() or self.begin(Query.all_query(), total, Filters())()
            return {name: dict(counts) for name, counts in self._everything.items() if name in kinds}

        return finish

    def _by_value(self) -> dict[str, dict[str, int]] | None:
        headings = self._headings.of_everything()
        if headings is None:
            return None
        years = self._searcher.aggregate(Query.all_query(), {"year": _OF_VALUES["year"]})["year"]["buckets"]
        there = count(self._searcher, Query.term_query(self._schema, "available", True))
        found = {
            **{name: self._values(field, most) for name, (field, most) in _FIELDS.items()},
            **headings,
            "year": _counts("year", years),
            "available": {"true": there} if there else {},
        }
        return {name: found[name] for name in FACETS}

    def _count(self, match: Query, left: deque[dict[str, Any]]) -> _Counted:
        """Count one go after the other until another core has taken the last."""
        counted: _Counted = {}
        while left:
            try:
                go = left.popleft()
            except IndexError:
                break
            counted.update(self._searcher.aggregate(match, go))
        return counted

    def _values(self, field: str, most: int) -> dict[str, int]:
        """Count the records with each value of a field."""
        values = self._searcher.terms_with_prefix(field, "", limit=most)
        terms = ((value, Query.term_query(self._schema, field, value, "basic")) for value, _ in values)
        return ordered({value: records for value, term in terms if (records := count(self._searcher, term))})

    def _read(
        self, counted: Mapping[str, Mapping[str, Any]], match: Query, total: int, filters: Filters
    ) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for name in (kind for kind in FACETS if kind in counted):
            buckets = counted[name]["buckets"]
            of_heading = name in KINDS
            found[name] = (
                self._headings.read(name, buckets, match, total) if of_heading else _counts(name, buckets)
            )
        if filters.available and "branch" in found:
            there = {branch: self._there(match, (branch,)) for branch in found["branch"]}
            found["branch"] = ordered({branch: records for branch, records in there.items() if records})
        elif filters.branches and "available" in found:
            records = self._there(match, filters.branches)
            found["available"] = {"true": records} if records else {}
        return found

    def _there(self, match: Query, branches: Sequence[str]) -> int:
        """Count the hits that are available in one of the branches."""
        there = either([plain_term(self._schema, "at", branch) for branch in branches])
        return count(self._searcher, every([match, there]))


def no_facets() -> dict[str, dict[str, int]]:
    """Return the counts over nothing."""
    return {name: {} for name in FACETS}


def _counts(name: str, buckets: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    if name == "year":
        return {_decade(int(b["key"])): int(b["doc_count"]) for b in reversed(buckets) if b["doc_count"]}
    if name == "available":
        counts = {str(b.get("key_as_string")): int(b["doc_count"]) for b in buckets}
        return {"true": counts["true"]} if "true" in counts else {}
    return ordered({str(bucket["key"]): int(bucket["doc_count"]) for bucket in buckets})


def _decade(first: int) -> str:
    return str(YearRange(first, first + _DECADE - 1))
