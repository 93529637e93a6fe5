"""Counts of forms, languages, years and the like over all hits."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from typing import Any

import tantivy
from tantivy import Query

from kiosk.catalog.search.beginnings import Beginnings
from kiosk.catalog.search.filters import plain_term
from kiosk.catalog.search.headings import Headings, heading_key, heading_of
from kiosk.catalog.search.plan import either, every
from kiosk.catalog.search.ranking import count
from kiosk.catalog.search.requests import Filters, YearRange

_FIELDS = {
    "form": ("form", 20),
    "language": ("language", 30),
    "audience": ("audience", 10),
    "branch": ("branch", 50),
}
# Each with the column of its numbers and the field of its terms.
_HEADINGS = {"subject": ("subject_code", "subject_heading"), "author": ("author_code", "author_heading")}
_KEYS = {"subject": "subject_key", "author": "author_key"}
_MOST_HEADINGS = 30
_DECADE = 10
_ORDER = ("form", "language", "year", "subject", "author", "audience", "branch", "available")
# So many headings of each part of the index are added up: of one part those that are shown, of several
# all there are, because what is rare in one part may be common in the others.
_OF_ONE_PART, _OF_SEVERAL = 300, 10_000_000


_OF_VALUES: Mapping[str, Any] = {
    **{name: {"terms": {"field": field, "size": size}} for name, (field, size) in _FIELDS.items()},
    "year": {"histogram": {"field": "year", "interval": _DECADE, "min_doc_count": 1}},
    "available": {"terms": {"field": "available", "size": 2}},
}
# Below so many hits another core is no gain.
_WORTH_TWO_CORES = 3_000
# From so many records on, the headings that were the commonest when the index was built still are.
_WORTH_ONE_BY_ONE = 100_000

Facets = Callable[[], dict[str, dict[str, int]]]


class FacetCounter:
    """Counts over one state of the index; of many hits on two cores at once."""

    def __init__(
        self,
        schema: tantivy.Schema,
        searcher: tantivy.Searcher,
        headings: Headings,
        beginnings: Beginnings,
        beside: Executor,
    ) -> None:
        self._schema = schema
        self._searcher = searcher
        self._headings = headings
        self._beginnings = beginnings
        self._beside = beside

    def begin(self, match: Query, total: int, filters: Filters) -> Facets:
        """Begin to count over everything a query matches, so many in all; the rest is done when called.

        Years are decades, newest first. Once one of them is among the filters, available and branch
        count what is available in a branch.
        """
        heavy = _of_headings(_OF_ONE_PART if self._searcher.num_segments == 1 else _OF_SEVERAL)
        if total < _WORTH_TWO_CORES:
            both = {**heavy, **_OF_VALUES}
            return lambda: self._read(self._searcher.aggregate(match, both), match, filters)
        others = self._beside.submit(self._searcher.aggregate, match, heavy)

        def finish() -> dict[str, dict[str, int]]:
            values = self._searcher.aggregate(match, dict(_OF_VALUES))
            return self._read({**values, **others.result()}, match, filters)

        return finish

    def of_everything(self, total: int) -> Facets:
        """Count over all records: in a large index value by value, instead of record by record."""
        known = {name: self._beginnings.most_frequent(field) for name, (_, field) in _HEADINGS.items()}
        if total < _WORTH_ONE_BY_ONE or not all(known.values()):
            return self.begin(Query.all_query(), total, Filters())

        def finish() -> dict[str, dict[str, int]]:
            everything = Query.all_query()
            years = self._searcher.aggregate(everything, {"year": _OF_VALUES["year"]})
            found = self._read(years, everything, Filters())
            for name, (field, most) in _FIELDS.items():
                values = self._searcher.terms_with_prefix(field, "", limit=most)
                found[name] = self._one_by_one(field, {value: value for value, _ in values}, most)
            for name in _HEADINGS:
                texts: dict[str, str] = {}
                for term, _ in known[name]:
                    texts.setdefault(heading_key(heading_of(term)), heading_of(term))
                found[name] = self._one_by_one(_KEYS[name], texts, _MOST_HEADINGS)
            there = count(self._searcher, Query.term_query(self._schema, "available", True))
            found["available"] = {"true": there} if there else {}
            return found

        return finish

    def _one_by_one(self, field: str, texts: Mapping[str, str], most: int) -> dict[str, int]:
        """Count the records with each term of a field, told by its text."""
        terms = ((text, Query.term_query(self._schema, field, term, "basic")) for term, text in texts.items())
        counts = {text: records for text, query in terms if (records := count(self._searcher, query))}
        return dict(list(_ordered(counts).items())[:most])

    def _read(
        self, counted: Mapping[str, Mapping[str, Any]], match: Query, filters: Filters
    ) -> dict[str, dict[str, int]]:
        found = {name: _counts(name, counted.get(name, {}).get("buckets", ())) for name in _ORDER}
        for name, (_, field) in _HEADINGS.items():
            buckets = counted.get(name, {}).get("buckets", ())
            found[name] = _named(self._searcher, field, self._headings, buckets)
        if filters.available:
            there = {branch: self._there(match, (branch,)) for branch in found["branch"]}
            found["branch"] = _ordered({branch: records for branch, records in there.items() if records})
        elif filters.branches:
            records = self._there(match, filters.branches)
            found["available"] = {"true": records} if records else {}
        return found

    def _there(self, match: Query, branches: Sequence[str]) -> int:
        """Count the hits that are available in one of the branches."""
        there = either([plain_term(self._schema, "at", branch) for branch in branches])
        return count(self._searcher, every([match, there]))


def _of_headings(most: int) -> dict[str, Any]:
    return {
        name: {"terms": {"field": column, "size": _MOST_HEADINGS, "segment_size": most}}
        for name, (column, _) in _HEADINGS.items()
    }


def no_facets() -> dict[str, dict[str, int]]:
    """Return the counts over nothing."""
    return {name: {} for name in _ORDER}


def _counts(name: str, buckets: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    if name == "year":
        return {_decade(int(b["key"])): int(b["doc_count"]) for b in reversed(buckets) if b["doc_count"]}
    if name == "available":
        counts = {str(b.get("key_as_string")): int(b["doc_count"]) for b in buckets}
        return {"true": counts["true"]} if "true" in counts else {}
    return _ordered({str(bucket["key"]): int(bucket["doc_count"]) for bucket in buckets})


def _named(
    searcher: tantivy.Searcher, field: str, headings: Headings, buckets: Sequence[Mapping[str, Any]]
) -> dict[str, int]:
    texts = ((headings.text(searcher, field, int(b["key"])), int(b["doc_count"])) for b in buckets)
    return _ordered({text: records for text, records in texts if text is not None})


def _ordered(counts: dict[str, int]) -> dict[str, int]:
    """Return the counts, most first; equal ones by name, so that the same hits always give the same list."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _decade(first: int) -> str:
    return str(YearRange(first, first + _DECADE - 1))
