"""The filters a patron sets, as queries that hits must match as well."""

import tantivy
from tantivy import FieldType, Query

from kiosk.catalog.search.headings import heading_key
from kiosk.catalog.search.plan import either
from kiosk.catalog.search.requests import Filters, YearRange


def filter_queries(schema: tantivy.Schema, filters: Filters) -> list[Query]:
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
            queries.append(either([plain_term(schema, name, value) for value in values]))
    for name, texts in (("subject_key", filters.subjects), ("author_key", filters.authors)):
        if texts:
            queries.append(either([plain_term(schema, name, heading_key(text)) for text in texts]))
    if filters.years:
        queries.append(either([_years(schema, years) for years in filters.years]))
    if filters.available and not filters.branches:
        queries.append(Query.term_query(schema, "available", True))
    return queries


def plain_term(schema: tantivy.Schema, name: str, value: str) -> Query:
    """Match records with a value, whatever a file or a person wrote in it."""
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
