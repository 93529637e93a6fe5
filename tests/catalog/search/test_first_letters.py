"""What begins with a word just begun is found by a short way: it must lead to the same hits."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tantivy
from tantivy import Occur, Query

from kiosk.catalog.search import FACETS, Filters, Hit, SearchField, SearchIndex, SearchRequest, Sort
from kiosk.catalog.search.analysis import Analyzer
from kiosk.catalog.search.counting import count
from kiosk.catalog.search.far_pages import FarPages
from kiosk.catalog.search.plan import Plan
from kiosk.catalog.search.query import Planner
from kiosk.catalog.search.ranking import fetch_page, known_page
from kiosk.catalog.search.relax import as_asked
from kiosk.catalog.search.schema import build_schema
from kiosk.catalog.search.vocabulary import Vocabulary
from kiosk.catalog.search.weights import Weights
from kiosk.catalog.search.wording import read_wording

from .shelf import WORKS, Feed, all_works

_FIELDS = (SearchField.ANY, SearchField.TITLE, SearchField.AUTHOR, SearchField.SUBJECT)
_BEGINNINGS = sorted({word[:length] for work in WORKS for word in work.split() for length in (2, 3)})
_FEW = Weights(reranked=4)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> tantivy.Searcher:
    folder = Path(tmp_path_factory.mktemp("letters"))
    SearchIndex.open(folder).rebuild(Feed(all_works()))
    [generation] = [path.parent for path in folder.rglob("meta.json")]
    return tantivy.Index.open(str(generation)).searcher()


def _plans(searcher: tantivy.Searcher) -> list[tuple[Plan, SearchRequest]]:
    planner, analyzer = Planner(build_schema(), searcher, Vocabulary()), Analyzer()
    plans = []
    for text in _BEGINNINGS:
        for field in _FIELDS:
            wording = read_wording(text, analyzer, typing=True)
            request = SearchRequest(text, field, typing=True, limit=4)
            if wording.words:
                plans.append((planner.plan(wording, field, as_asked(request).leniency), request))
    return plans


def test_all_that_the_short_way_finds_matches(searcher: tantivy.Searcher) -> None:
    taken = 0
    for plan, request in _plans(searcher):
        best = plan.best()
        if best is not None:
            strays = Query.boolean_query([(Occur.Must, best), (Occur.MustNot, plan.match)])
            assert count(searcher, strays) == 0, request
            taken += 1
    assert taken > 500


def test_the_short_way_leads_to_the_hits_of_the_long_one(searcher: tantivy.Searcher) -> None:
    shorter = 0
    for plan, request in _plans(searcher):
        long = Plan(plan.match, plan.ranks)
        by_both = [
            [
                (hit.record_id, round(hit.score, 4))
                for hit in fetch_page(searcher, way, request, weights=_FEW, far=FarPages())
            ]
            for way in (plan, long)
        ]
        scores = [[score for _, score in hits] for hits in by_both]
        assert scores[0] == scores[1], request
        shorter += plan.best() is not None and len(by_both[0]) == _FEW.reranked
    assert shorter > 100


def test_the_first_hits_before_counting_are_those_of_the_whole_answer(searcher: tantivy.Searcher) -> None:
    told = 0
    for plan, request in _plans(searcher):
        early = known_page(searcher, plan, request, _FEW)
        if early is not None:
            assert early == fetch_page(searcher, plan, request, weights=_FEW, far=FarPages()), request
            told += 1
    assert told > 100


def few_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rank few hits anew, so that this small shelf has enough for the short way."""
    monkeypatch.setattr("kiosk.catalog.search.ranking.known_page.__defaults__", (_FEW,))
    monkeypatch.setattr("kiosk.catalog.search.ranking.fetch_page.__defaults__", (None, _FEW))


_TYPING = SearchRequest("ro", typing=True, facets=("form", "available"), limit=4)


def test_the_first_hits_are_told_before_the_whole_answer_which_is_the_usual_one(
    shelf: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_ranked(monkeypatch)
    told: list[tuple[Hit, ...]] = []
    begun, usual = shelf.search_begun(_TYPING, told.append), shelf.search(_TYPING)
    assert told == [begun.hits]
    assert [hit.score for hit in begun.hits] == [hit.score for hit in usual.hits]
    assert (begun.total, begun.facets) == (usual.total, usual.facets)


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "harry potter"},
        {"text": ""},
        {"text": "zzz"},
        {"typing": False},
        {"filters": Filters(forms=("book",))},
        {"sort": Sort.NEWEST},
        {"facets": FACETS},
        {"offset": 4},
    ],
)
def test_what_only_the_count_of_all_can_tell_is_not_told_before(
    shelf: SearchIndex, changed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    few_ranked(monkeypatch)
    told: list[tuple[Hit, ...]] = []
    request = replace(_TYPING, **changed)
    assert shelf.search_begun(request, told.append).hits == shelf.search(request).hits
    assert told == []


def test_only_what_is_asked_for_is_counted(shelf: SearchIndex) -> None:
    every = shelf.search(SearchRequest("ro", typing=True)).facets
    some = shelf.search(SearchRequest("ro", typing=True, facets=("form", "available"))).facets
    assert set(every) == set(FACETS)
    assert some == {"form": every["form"], "available": every["available"]}
    assert set(shelf.search(SearchRequest("", facets=("language",))).facets) == {"language"}
