"""A plan of a search: what matches, what ranks, and how forgiving both are."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import tantivy
from tantivy import Occur, Query

from kiosk.catalog.search.requests import Reason


@dataclass(frozen=True, slots=True)
class Leniency:
    """How forgiving to be: what counts as a match beside the words themselves."""

    begun_last: bool = False
    compounds: bool = False
    parts: bool = False
    near: bool = False
    wide: bool = False
    phrases: bool = True
    words_needed: int | None = None


Ranks = Callable[[], Sequence[tuple[str, Query]]]
"""Makes the named clauses that say how well a hit matches; many a plan matches nothing and needs none."""


def _no_ranks() -> tuple[tuple[str, Query], ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What matches, and how the clauses are made that say how well.

    ``sure`` says that whatever a clause knows also matches.
    """

    match: Query
    ranks: Ranks = _no_ranks
    sure: bool = False

    def best(self) -> Query | None:
        """Return a query for the hits that some clause knows, best first; None where others may be before."""
        return either([query for _, query in self.ranks()]) if self.sure else None

    def ranking(self) -> Query:
        """Return the query whose score ranks what matches."""
        silent = Query.const_score_query(self.match, 0.0)
        return Query.boolean_query(
            [(Occur.Must, silent), *((Occur.Should, query) for _, query in self.ranks())]
        )

    def filtered(self, queries: Sequence[Query]) -> "Plan":
        """Return the plan narrowed to what all the queries match."""
        return replace(self, match=every([self.match, *queries]), sure=False) if queries else self

    def explain(self, searcher: tantivy.Searcher, address: tantivy.DocAddress) -> tuple[Reason, ...]:
        """Return what each clause gave this hit, most first."""
        reasons = []
        for name, query in self.ranks():
            points = _points(query, searcher, address)
            if points > 0:
                reasons.append(Reason(name, round(points, 4)))
        return tuple(sorted(reasons, key=lambda reason: -reason.points))


def either(queries: Sequence[Query]) -> Query:
    """Return a query that matches what any of the queries matches."""
    if len(queries) == 1:
        return queries[0]
    return (
        Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()
    )


def every(queries: Sequence[Query]) -> Query:
    """Return a query that matches what all of the queries match."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, query) for query in queries]) if queries else Query.empty_query()


def _points(query: Query, searcher: tantivy.Searcher, address: tantivy.DocAddress) -> float:
    try:
        explained = json.loads(query.explain(searcher, address).to_json())
    except ValueError:
        # The index library says so when a clause does not match this document.
        return 0.0
    return float(explained["value"])
