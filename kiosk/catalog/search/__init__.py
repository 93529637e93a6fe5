"""The catalogue's search: everything a reader can find, from one index derived from the database."""

from kiosk.catalog.search.index import SearchIndex
from kiosk.catalog.search.records import Batch, Change, ChangeSource, Growing, IndexedItem, IndexedRecord
from kiosk.catalog.search.requests import (
    FACETS,
    Filters,
    Hit,
    IndexState,
    IndexStatus,
    Loosening,
    Refreshed,
    Row,
    SearchField,
    SearchRequest,
    SearchResult,
    Sort,
    Suggestion,
    YearRange,
)
from kiosk.catalog.search.writer import Progress as IndexProgress

__all__ = [
    "FACETS",
    "Batch",
    "Change",
    "ChangeSource",
    "Filters",
    "Growing",
    "Hit",
    "IndexProgress",
    "IndexState",
    "IndexStatus",
    "IndexedItem",
    "IndexedRecord",
    "Loosening",
    "Refreshed",
    "Row",
    "SearchField",
    "SearchIndex",
    "SearchRequest",
    "SearchResult",
    "Sort",
    "Suggestion",
    "YearRange",
]
