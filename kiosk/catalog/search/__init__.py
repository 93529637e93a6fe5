"""The catalogue's search: everything a reader can find, from one index derived from the database."""

from kiosk.catalog.search.index import SearchIndex
from kiosk.catalog.search.records import Change, ChangeSource, IndexedItem, IndexedRecord
from kiosk.catalog.search.requests import (
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

__all__ = [
    "Change",
    "ChangeSource",
    "Filters",
    "Hit",
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
