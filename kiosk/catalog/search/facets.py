"""Counts of forms, languages, years and the like over all hits, and the filters they become."""

from collections.abc import Mapping, Sequence
from typing import Any

import tantivy
from tantivy import FieldType, Query

from kiosk.catalog.folding import fold
from kiosk.catalog.search.headings import Headings, heading_term
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
_MOST_HEADINGS = 30
_DECADE = 10
_ORDER = ("form", "language", "year", "subject", "author", "audience", "branch", "available")
# So many headings of each part of the index are added up. An index of one part needs none but those
# that are shown; of several, all where hits are few, and far more than are shown where some stand out.
_COUNTED_OF_ONE, _COUNTED_OF_FEW, _COUNTED_OF_MANY, _FEW = 300, 100_000, 10_000, 20_000


def count_facets(
    schema: tantivy.Schema,
    searcher: tantivy.Searcher,
    match: Query,
    total: int,
    headings: Headings,
    filters: Filters,
) -> dict[str, dict[str, int]]:
    """Return the counts over everything a query matches, so many in all; years are decades, newest first.

    Once one of them is among the filters, available and branch count what is available in a branch.
    """
    counted = searcher.aggregate(match, _aggregation(_counted(searcher.num_segments, total)))
    found = {name: _counts(name, counted.get(name, {}).get("buckets", ())) for name in _ORDER}
    for name, (_, field) in _HEADINGS.items():
        found[name] = _named(searcher, field, headings, counted.get(name, {}).get("buckets", ()))
    if filters.available:
        there = {branch: _there(schema, searcher, match, (branch,)) for branch in found["branch"]}
        found["branch"] = _ordered({branch: records for branch, records in there.items() if records})
    elif filters.branches:
        records = _there(schema, searcher, match, filters.branches)
        found["available"] = {"true": records} if records else {}
    return found


def _there(schema: tantivy.Schema, searcher: tantivy.Searcher, match: Query, branches: Sequence[str]) -> int:
    """Count the hits that are available in one of the branches."""
    there = either([_term(schema, "at", branch) for branch in branches])
    return count(searcher, every([match, there]))


def _counted(parts: int, total: int) -> int:
    if parts == 1:
        return _COUNTED_OF_ONE
    return _COUNTED_OF_FEW if total <= _FEW else _COUNTED_OF_MANY


def _aggregation(most: int) -> dict[str, Any]:
    codes = {
        name: {"terms": {"field": column, "size": _MOST_HEADINGS, "segment_size": most}}
        for name, (column, _) in _HEADINGS.items()
    }
    plain = {name: {"terms": {"field": field, "size": size}} for name, (field, size) in _FIELDS.items()}
    return {
        **plain,
        **codes,
        "year": {"histogram": {"field": "year", "interval": _DECADE, "min_doc_count": 1}},
        "available": {"terms": {"field": "available", "size": 2}},
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


def filter_queries(schema: tantivy.Schema, searcher: tantivy.Searcher, filters: Filters) -> list[Query]:
    """Return one query for each kind of filter set; a hit must match them all."""
    queries = []
    branch_field = "at" if filters.available else "branch"
    for name, values in (
        ("form", filters.forms),
        ("language", filters.languages),
        ("audience", filters.audiences),
        (branch_field, filters.branches),
    ):
        if values:
            queries.append(either([_term(schema, name, value) for value in values]))
    for facet, key, texts in (
        ("subject_heading", "subject_key", filters.subjects),
        ("author_heading", "author_key", filters.authors),
    ):
        if texts:
            queries.append(either([_heading(schema, searcher, facet, key, text) for text in texts]))
    if filters.years:
        queries.append(either([_years(schema, years) for years in filters.years]))
    if filters.available and not filters.branches:
        queries.append(Query.term_query(schema, "available", True))
    return queries


def _heading(schema: tantivy.Schema, searcher: tantivy.Searcher, facet: str, key: str, text: str) -> Query:
    """Match a heading as written, so that a facet's count holds; one typed otherwise by its folded form."""
    exact = heading_term(text)
    if searcher.doc_freq(facet, exact):
        return Query.term_query(schema, facet, exact, "basic")
    return _term(schema, key, fold(_clean(text)))


def _term(schema: tantivy.Schema, name: str, value: str) -> Query:
    return Query.term_query(schema, name, _clean(value), "basic")


def _clean(text: str) -> str:
    return text[:200].encode("utf-8", "ignore").decode()


def _years(schema: tantivy.Schema, years: YearRange) -> Query:
    return Query.range_query(
        schema,
        "year",
        FieldType.Integer,
        -10_000 if years.first is None else years.first,
        100_000 if years.last is None else years.last,
    )
