"""Counts the records that match a query."""

from tantivy import DocAddress, Query, Searcher

# Every document has one; to count them is quicker than to collect hits.
ALL = {"all": {"value_count": {"field": "id"}}}


def count(searcher: Searcher, query: Query) -> int:
    """Return how many records match."""
    return int(searcher.aggregate(query, ALL)["all"]["value"])


def counted(searcher: Searcher, query: Query) -> tuple[int, DocAddress | None]:
    """Return how many records match, and the only one where there is but one."""
    total = count(searcher, query)
    return total, searcher.search(query, 1, count=False).hits[0][1] if total == 1 else None
