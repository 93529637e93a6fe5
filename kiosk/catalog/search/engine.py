"""One search from text to answer: plan, count, fetch, and loosen where nothing matched."""

from dataclasses import dataclass, replace
from time import perf_counter

import tantivy
from tantivy import Query

from kiosk.catalog.search.analysis import Analyzer
from kiosk.catalog.search.did_you_mean import corrected
from kiosk.catalog.search.facets import count_facets, filter_queries, no_facets
from kiosk.catalog.search.query import Plan, Planner, either
from kiosk.catalog.search.ranking import count, fetch_page
from kiosk.catalog.search.relax import Attempt, as_asked, attempts
from kiosk.catalog.search.requests import (
    Filters,
    Loosening,
    SearchField,
    SearchRequest,
    SearchResult,
    Sort,
)
from kiosk.catalog.search.weights import WEIGHTS
from kiosk.catalog.search.wording import Wording, read_wording

# With so few hits the words may be misspelt all the same: near words are added after them.
_FEW = 3
_WORD_FIELDS = (SearchField.ANY, SearchField.TITLE, SearchField.AUTHOR, SearchField.SUBJECT)


@dataclass(frozen=True, slots=True)
class _Found:
    plan: Plan
    total: int
    loosened: tuple[Loosening, ...] = ()


class SearchEngine:
    """Answers requests against one state of the index."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher, analyzer: Analyzer) -> None:
        self._schema = schema
        self._searcher = searcher
        self._analyzer = analyzer
        self._planner = Planner(schema, searcher)

    def answer(self, request: SearchRequest) -> SearchResult:
        """Answer one request."""
        began = perf_counter()
        wording = read_wording(request.text, self._analyzer)
        if wording.empty:
            request = _everything(request)
            plan = Plan(Query.all_query()).filtered(self._filters(request.filters))
            found = _Found(plan, count(self._searcher, plan.match))
        else:
            found = self._find(request, wording)
        facets = no_facets()
        if found.total and request.facets:
            facets = count_facets(self._searcher, found.plan.match)
        hits = fetch_page(self._searcher, found.plan, request) if found.total else []
        meant = self._meant(request, wording, found)
        passed = (perf_counter() - began) * 1000
        return SearchResult(
            request, found.total, tuple(hits), facets, meant, found.loosened, round(passed, 2)
        )

    def _find(self, request: SearchRequest, wording: Wording) -> _Found:
        asked = self._try(as_asked(request), request, wording)
        if asked.total == 0 and request.relax:
            for attempt in attempts(request, wording):
                found = self._try(attempt, request, wording)
                if found.total:
                    return found
        misspelt = 0 < asked.total <= _FEW and request.relax and request.field in _WORD_FIELDS
        return self._with_near(asked, request, wording) if misspelt else asked

    def _try(self, attempt: Attempt, request: SearchRequest, wording: Wording) -> _Found:
        plan = self._planner.plan(wording, attempt.field, attempt.leniency)
        if attempt.filtered:
            plan = plan.filtered(self._filters(request.filters))
        return _Found(plan, count(self._searcher, plan.match), attempt.loosened)

    def _with_near(self, asked: _Found, request: SearchRequest, wording: Wording) -> _Found:
        """Add hits of near words after the exact ones, unless the wording is precise."""
        if wording.phrases or wording.number:
            return asked
        near = next(
            (a for a in attempts(request, wording) if Loosening.SPELLING in a.loosened and a.filtered), None
        )
        if near is None:
            return asked
        found = self._try(near, request, wording)
        if found.total <= asked.total:
            return asked
        first = Query.const_score_query(asked.plan.match, WEIGHTS.exact_first)
        ranks = (*found.plan.ranks, ("as asked", first))
        plan = Plan(either([asked.plan.match, found.plan.match]), ranks)
        return _Found(plan, count(self._searcher, plan.match), near.loosened)

    def _filters(self, filters: Filters) -> list[Query]:
        return filter_queries(self._schema, self._searcher, filters)

    def _meant(self, request: SearchRequest, wording: Wording, found: _Found) -> str | None:
        doubtful = found.total <= _FEW or found.loosened
        if not doubtful or wording.empty or request.field not in _WORD_FIELDS:
            return None
        text = corrected(self._searcher, wording)
        if text is None:
            return None
        meant = self._try(as_asked(request), request, read_wording(text, self._analyzer))
        return text if meant.total else None


def _everything(request: SearchRequest) -> SearchRequest:
    return replace(request, sort=Sort.NEWEST) if request.sort is Sort.RELEVANCE else request
