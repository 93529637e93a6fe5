"""A list of titles reads both ways without gap or repetition, and asks what stands in its filters."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.search import SearchField, SearchRequest, SearchResult, Sort, YearRange
from kiosk.storage import ListedRecord
from kiosk.ui.staff.catalogue.search_state import COUNTED, Wanted, request_of, rows_for
from kiosk.ui.staff.widgets.columns import Asked


class Index:
    """A search over so many titles, whose numbers are their order."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.requests: list[SearchRequest] = []

    def __call__(self, request: SearchRequest) -> tuple[SearchResult, Sequence[ListedRecord]]:
        self.requests.append(request)
        every = tuple(range(self.total))[:: -1 if request.backwards else 1]
        rows = every[request.offset : request.offset + request.limit]
        return SearchResult(request, self.total, ()), rows  # type: ignore[return-value]  # numbers do


def read(index: Index, sort: str, page: int, *, descending: bool) -> list[object]:
    found: list[object] = []
    while True:
        asked: Asked[ListedRecord] = Asked(None, len(found), page, "", sort, descending)
        rows = rows_for(index, SearchRequest("x"), asked)[1]
        found += rows
        if len(rows) < page:
            return found


@given(total=st.integers(0, 60), page=st.integers(1, 25), descending=st.booleans())
def test_pages_make_up_the_whole_list_either_way(total: int, page: int, descending: bool) -> None:
    wanted = list(range(total))
    assert read(Index(total), "title", page, descending=descending) == (
        wanted[::-1] if descending else wanted
    )


@pytest.mark.parametrize(
    ("sort", "descending", "order"),
    [
        ("", False, Sort.RELEVANCE),
        ("year", False, Sort.OLDEST),
        ("year", True, Sort.NEWEST),
        ("author", False, Sort.AUTHOR),
        ("title", True, Sort.TITLE),
        ("nonsense", True, Sort.RELEVANCE),
    ],
)
def test_a_column_is_an_order_of_the_index(sort: str, descending: bool, order: Sort) -> None:
    index = Index(5)
    rows_for(index, SearchRequest("x"), Asked(None, 0, 2, "", sort, descending))
    assert index.requests[-1].sort is order


def test_only_the_first_rows_are_counted_by_kind() -> None:
    index = Index(500)
    rows_for(index, SearchRequest("x"), Asked(None, 0, 200))
    rows_for(index, SearchRequest("x"), Asked(None, 200, 200))
    assert [request.facets for request in index.requests] == [COUNTED, SearchRequest("x").facets]


def test_filters_are_what_stands_in_them() -> None:
    wanted = Wanted(" emma ", SearchField.TITLE, "book", "eng", "MAIN", "1990-", True)
    request = request_of(wanted)
    assert (request.text, request.field, request.typing) == ("emma", SearchField.TITLE, True)
    filters = request.filters
    assert (filters.forms, filters.languages, filters.branches) == (("book",), ("eng",), ("MAIN",))
    assert (filters.years, filters.available) == ((YearRange(1990, None),), True)
    assert wanted.filtered


@pytest.mark.parametrize("years", ["", "  ", "last year", "19901990-2"])
def test_years_that_are_none_filter_nothing(years: str) -> None:
    assert not Wanted(years=years).filtered
    assert not request_of(Wanted(years=years)).filters


def test_a_number_is_searched_whole() -> None:
    assert not request_of(Wanted("978", SearchField.ISBN)).typing
