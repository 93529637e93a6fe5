"""Counts over all hits are true, filters combine, and every order is the one asked for."""

from dataclasses import replace
from pathlib import Path

import pytest
import tantivy

from kiosk.catalog.search import Filters, IndexedRecord, SearchIndex, SearchRequest, Sort, YearRange
from kiosk.catalog.search.schema import SORT_FIELDS

from .shelf import Feed, record


def filters_for(facet: str, value: str) -> Filters:
    if facet == "year":
        years = YearRange.parse(value)
        assert years is not None
        return Filters(years=(years,))
    if facet == "available":
        return Filters(available=True)
    plural = {"branch": "branches"}.get(facet, f"{facet}s")
    return Filters(**{plural: (value,)})  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "fantasy", "kehlmann", "harry potter", "roman"])
def test_every_count_is_what_its_filter_then_finds(shelf: SearchIndex, text: str) -> None:
    result = shelf.search(SearchRequest(text))
    checked = 0
    for facet, counts in result.facets.items():
        for value, count in counts.items():
            narrowed = shelf.search(SearchRequest(text, filters=filters_for(facet, value), relax=False))
            assert (facet, value, narrowed.total) == (facet, value, count)
            checked += 1
    assert checked > 8


def test_filters_of_one_kind_widen_and_of_two_kinds_narrow(shelf: SearchIndex) -> None:
    def total(filters: Filters) -> int:
        return shelf.search(SearchRequest("", filters=filters, relax=False)).total

    polish, german = total(Filters(languages=("pol",))), total(Filters(languages=("ger",)))
    assert total(Filters(languages=("pol", "ger"))) == polish + german
    games = total(Filters(languages=("pol", "ger"), forms=("game",)))
    assert 0 < games < german


def test_available_in_a_branch_means_there_and_not_elsewhere(shelf: SearchIndex) -> None:
    for branch in ("MAIN", "WEST"):
        result = shelf.search(
            SearchRequest("", filters=Filters(branches=(branch,), available=True), limit=100)
        )
        assert result.total > 0
        for hit in result.hits:
            assert any(each.branch == branch and each.available for each in hit.row.standings)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("1990-2000", 1990, 2000), ("1999", 1999, 1999), ("1990-", 1990, None), ("-1950", None, 1950)],
)
def test_years_are_ranges_open_or_closed(
    shelf: SearchIndex, text: str, first: int | None, last: int | None
) -> None:
    years = YearRange.parse(text)
    assert years == YearRange(first, last)
    result = shelf.search(SearchRequest("", filters=Filters(years=(years,)), limit=100))
    found = [hit.row.year for hit in result.hits]
    every = [hit.row.year for hit in shelf.search(SearchRequest("", limit=100)).hits]
    assert 0 < len(found) < len(every)
    assert len(found) == sum(year is not None and (first or 0) <= year <= (last or 9999) for year in every)
    assert all(year is not None and (first or 0) <= year <= (last or 9999) for year in found)


def test_years_the_wrong_way_round_are_turned() -> None:
    assert YearRange.parse("2000-1990") == YearRange(1990, 2000)


@pytest.mark.parametrize("text", ["", "abc", "19x0", "1990-2000-2010", "1990 2000", "-", "99999"])
def test_what_is_no_year_is_refused(text: str) -> None:
    assert YearRange.parse(text) is None


def test_an_empty_query_is_everything_newest_first(shelf: SearchIndex) -> None:
    result = shelf.search(SearchRequest("  ", limit=100))
    years = [hit.row.year or 0 for hit in result.hits]
    assert result.total == len(years) == 60
    assert years == sorted(years, reverse=True)


def test_oldest_first_still_puts_what_has_no_year_last(shelf: SearchIndex) -> None:
    result = shelf.search(SearchRequest("", sort=Sort.OLDEST, limit=100))
    years = [hit.row.year or 9999 for hit in result.hits]
    assert years == sorted(years)


def test_titles_are_sorted_past_their_articles(shelf: SearchIndex) -> None:
    result = shelf.search(SearchRequest("", sort=Sort.TITLE, limit=100))
    found = [hit.row.title for hit in result.hits]
    assert found.index("Animal Farm") < found.index("The Hobbit") < found.index("Die Verwandlung")


def test_authors_are_sorted_by_name_and_those_without_come_last(shelf: SearchIndex) -> None:
    result = shelf.search(SearchRequest("", sort=Sort.AUTHOR, limit=100))
    names = [hit.row.authors[:1] for hit in result.hits]
    assert names[0] == ("Austen, Jane",)
    assert names[-3:] == [(), (), ()]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("text", ["", "der die roman book fiction"])
def test_pages_neither_repeat_nor_skip_a_record(shelf: SearchIndex, sort: Sort, text: str) -> None:
    whole = [h.record_id for h in shelf.search(SearchRequest(text, sort=sort, limit=100)).hits]
    paged: list[int] = []
    for offset in range(0, len(whole), 7):
        page = shelf.search(SearchRequest(text, sort=sort, limit=7, offset=offset))
        paged += [hit.record_id for hit in page.hits]
    assert paged == whole
    assert len(set(whole)) == len(whole)


def test_a_page_past_the_end_is_empty_and_still_counts(shelf: SearchIndex) -> None:
    result = shelf.search(SearchRequest("", offset=10_000_000_000, limit=10))
    assert (result.total, result.hits) == (60, ())
    assert shelf.search(SearchRequest("", limit=0)).hits == ()


def test_beside_a_branch_available_counts_what_stands_there_and_the_other_way_round(
    shelf: SearchIndex,
) -> None:
    for chosen, facet in ((Filters(branches=("WEST",)), "available"), (Filters(available=True), "branch")):
        counts = shelf.search(SearchRequest("", filters=chosen)).facets[facet]
        assert counts
        for value, count in counts.items():
            there = (
                replace(chosen, available=True)
                if facet == "available"
                else replace(chosen, branches=(value,))
            )
            assert shelf.search(SearchRequest("", filters=there, relax=False)).total == count


def test_a_heading_written_in_two_ways_is_one_and_shown_as_most_records_write_it(tmp_path: Path) -> None:
    written = ("Science fiction", "Science-Fiction", "Science fiction", "C++", "C#", "science fiction.")
    index = SearchIndex.open(tmp_path)
    index.rebuild(Feed(record(n, f"T{n}|Lem, S.|2000|eng|book|{text}|") for n, text in enumerate(written, 1)))
    assert index.search(SearchRequest("")).facets["subject"] == {"Science fiction": 4, "C#": 1, "C++": 1}
    for typed in ("Science fiction", "Science-Fiction", "SCIENCE FICTION"):
        assert index.search(SearchRequest("", filters=Filters(subjects=(typed,)))).total == 4


def test_what_only_sorts_takes_no_dictionary_and_sorts_what_came_later_too(tmp_path: Path) -> None:
    def works(*titles: str) -> list[IndexedRecord]:
        return [record(ord(title[0]), f"{title}||1990|eng|book||FIC") for title in titles]

    feed, index = Feed(works("delta", "bravo")), SearchIndex.open(tmp_path)
    index.rebuild(feed)
    for late in works("charlie", "alpha"):
        feed.put(late)
    index.refresh(feed)
    hits = index.search(SearchRequest("", sort=Sort.TITLE)).hits
    assert [hit.row.title for hit in hits] == ["alpha", "bravo", "charlie", "delta"]
    (generation,) = tmp_path.glob("generation-*")
    searcher = tantivy.Index.open(str(generation)).searcher()
    assert [searcher.terms_with_prefix(name, "", limit=9) for name in SORT_FIELDS] == [[], []]
