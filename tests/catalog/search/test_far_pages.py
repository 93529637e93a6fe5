"""Pages far down a list in the order of title or author: the very page that the whole order has there."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.catalog.search import Filters, SearchIndex, SearchRequest, Sort
from kiosk.catalog.search.far_pages import FarPages, Near

from .shelf import Feed, filing, record

WORDS = ("geschichte", "der", "stadt", "3", "война", "ż", "(")
AUTHORS = ("Adam, Ewa", "", "Żak, Jan")
_COUNT = 240
TITLES = [" ".join(WORDS[n // base % len(WORDS)] for base in (49, 7, 1)[: 1 + n % 3]) for n in range(_COUNT)]


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """Make an index in which many titles begin alike, are the same, or have an author or none."""
    index = SearchIndex.open(tmp_path_factory.mktemp("alike"))
    records = [
        record(n + 1, f"{title}|{AUTHORS[n % 3]}|1999|ger|{('book', 'film')[n % 2]}|Stadt|ROM")
        for n, title in enumerate(TITLES)
    ]
    index.rebuild(Feed(records))
    return index


@pytest.fixture(autouse=True)
def _near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.catalog.search.far_pages.FAR", 3)
    monkeypatch.setattr("kiosk.catalog.search.ranking.FAR", 3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from(("", "geschichte", "stadt")),
    st.sampled_from((Sort.TITLE, Sort.AUTHOR)),
    st.booleans(),
    st.integers(0, _COUNT + 5),
    st.sampled_from((Filters(), Filters(forms=("film",)))),
)
def test_a_page_anywhere_is_that_of_the_whole_list(
    alike: SearchIndex, text: str, sort: Sort, backwards: bool, offset: int, filters: Filters
) -> None:
    def ids(offset: int, limit: int) -> list[int]:
        request = SearchRequest(
            text, sort=sort, backwards=backwards, offset=offset, limit=limit, filters=filters, relax=False
        )
        return [hit.record_id for hit in alike.search(request).hits]

    whole = ids(0, _COUNT)
    assert len(set(whole)) == len(whole) > 10
    assert ids(offset, 20) == whole[offset : offset + 20]


def test_what_is_read_begins_near_the_page(alike: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    near = type(alike._far).near

    def noted(*arguments: object, **options: object) -> object:
        found = near(*arguments, **options)  # type: ignore[arg-type]
        read.append(found.offset)
        return found

    monkeypatch.setattr(type(alike._far), "near", noted)
    for offset in range(10, _COUNT, 10):
        for backwards in (False, True):
            alike.search(SearchRequest("", sort=Sort.TITLE, offset=offset, limit=5, backwards=backwards))
    the_very_same = max(Counter(filing(title) for title in TITLES).values())
    assert len(read) == 46
    assert max(read) <= the_very_same + 3 < _COUNT / 8


def test_a_page_is_found_by_letters_where_no_title_near_by_was_a_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = "abcdefghijklmnop"
    titles = [f"l{one}{two}" for one in letters for two in letters]
    index = SearchIndex.open(tmp_path)
    index.rebuild(
        Feed([record(n + 1, f"{title}||1999|ger|book|Stadt|ROM") for n, title in enumerate(titles)])
    )
    monkeypatch.setattr(FarPages, "_sample", lambda *_: ["laa", "m"])
    read: list[int] = []
    near = FarPages.near

    def noted(*arguments: Any, **options: Any) -> Near:
        found = near(*arguments, **options)
        read.append(found.offset)
        return found

    monkeypatch.setattr(FarPages, "near", noted)
    for offset in range(10, len(titles), 10):
        for backwards in (False, True):
            index.search(SearchRequest("", sort=Sort.TITLE, offset=offset, limit=5, backwards=backwards))
    assert max(read) <= 3
