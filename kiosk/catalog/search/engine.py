"""One search from text to answer: plan, count, fetch, and loosen where nothing matched."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import perf_counter

import tantivy
from tantivy import DocAddress, Query

from kiosk.catalog.search.analysis import Analyzer
from kiosk.catalog.search.counting import counted
from kiosk.catalog.search.did_you_mean import readings
from kiosk.catalog.search.facets import EASY, FacetCounter, Facets, no_facets
from kiosk.catalog.search.far_pages import FarPages
from kiosk.catalog.search.filters import filter_queries
from kiosk.catalog.search.plan import Plan
from kiosk.catalog.search.query import Planner
from kiosk.catalog.search.ranking import fetch_page, known_page
from kiosk.catalog.search.relax import Attempt, as_asked, attempts, with_compounds
from kiosk.catalog.search.requests import (
    Filters,
    Hit,
    Loosening,
    SearchField,
    SearchRequest,
    SearchResult,
    Sort,
)
from kiosk.catalog.search.vocabulary import Vocabulary
from kiosk.catalog.search.weights import WEIGHTS
from kiosk.catalog.search.wording import Wording, read_wording

# With so few hits the words may be misspelt all the same: near words are added after them.
_FEW = 3
# Fewer exact hits than this leave room for compounds after them.
_PAGE = 10
_AS_ASKED = "as asked"
_WORD_FIELDS = (SearchField.ANY, SearchField.TITLE, SearchField.AUTHOR, SearchField.SUBJECT)
Tell = Callable[[tuple[Hit, ...]], None]


@dataclass(frozen=True, slots=True)
class _Found:
    plan: Plan
    total: int
    only: DocAddress | None = None
    loosened: tuple[Loosening, ...] = ()
    meant: str | None = None


class SearchEngine:
    """Answers requests against one state of the index; safe to share between threads."""

    def __init__(
        self,
        schema: tantivy.Schema,
        searcher: tantivy.Searcher,
        analyzer: Analyzer,
        vocabulary: Vocabulary,
        facets: FacetCounter,
        far: FarPages,
    ) -> None:
        self._schema = schema
        self._searcher = searcher
        self._analyzer = analyzer
        self._vocabulary = vocabulary
        self._facets = facets
        self._far = far
        self._planner = Planner(schema, searcher, vocabulary)

    def answer(self, request: SearchRequest) -> SearchResult:
        """Answer one request."""
        began = perf_counter()
        wording = read_wording(request.text, self._analyzer, typing=request.typing)
        if wording.empty:
            request = _everything(request)
            plan = Plan(Query.all_query()).filtered(self._filters(request.filters))
            found = _Found(plan, *counted(self._searcher, plan.match))
        else:
            found = self._find(request, wording)
        facets: Facets = no_facets
        if found.total and request.facets:
            kept = Filters() if Loosening.FILTERS in found.loosened else request.filters
            if wording.empty and not kept:
                facets = self._facets.of_everything(found.total, request.facets)
            else:
                facets = self._facets.begin(found.plan.match, found.total, kept, request.facets)
        hits = self._page(found, request) if found.total else []
        counts = facets()
        return SearchResult(
            request, found.total, tuple(hits), counts, found.meant, found.loosened, _milliseconds(began)
        )

    def answer_begun(self, request: SearchRequest, tell: Tell) -> SearchResult | None:
        """Answer for one word just begun: its first hits are told before all are counted.

        None where that is no quicker: what is found by few or many words, filtered, in another order,
        or counted by subjects and authors.
        """
        began = perf_counter()
        ranked = request.sort is Sort.RELEVANCE and request.offset == 0 and not request.filters
        wording = read_wording(request.text, self._analyzer, typing=request.typing)
        if not (ranked and request.typing and wording.words) or not EASY.issuperset(request.facets):
            return None
        asked = as_asked(request)
        plan = self._planner.plan(wording, asked.field, asked.leniency)
        page = known_page(self._searcher, plan, request) if plan.sure else None
        if page is None:
            return None
        tell(tuple(page))
        total, facets = self._facets.easy(plan.match, request.facets)
        return SearchResult(request, total, tuple(page), facets, milliseconds=_milliseconds(began))

    def _page(self, found: _Found, request: SearchRequest) -> list[Hit]:
        return fetch_page(self._searcher, found.plan, request, found.only, far=self._far)

    def _find(self, request: SearchRequest, wording: Wording) -> _Found:
        """Search as asked, else more forgivingly; how forgivingly must not depend on the filters.

        Otherwise a filter would find other records than those that were counted for it.
        """
        asked = self._try(as_asked(request), request, wording)
        known = self._unfiltered(asked.total, request, wording)
        if 0 < known <= _PAGE:
            asked = self._with_compounds(asked, request, wording)
        if not request.relax or (asked.total and (known > _FEW or self._is_a_title(wording))):
            return asked
        meant = None
        if known <= _FEW and not self._is_a_title(wording):
            meant = self._meant(request, wording, known)
        meaning = wording.meaning(read_wording(meant, self._analyzer)) if meant else wording
        if 0 < known <= _FEW and meant:
            asked = self._with_near(asked, request, meaning, meant)
        if asked.total:
            return asked
        for attempt in attempts(request, meaning):
            found = self._try(attempt, request, meaning)
            if found.total:
                return replace(found, meant=meant)
        if request.filters:
            found = self._find(replace(request, filters=Filters()), wording)
            return replace(found, loosened=(*found.loosened, Loosening.FILTERS)) if found.total else found
        return replace(asked, meant=meant)

    def _is_a_title(self, wording: Wording) -> bool:
        """Tell whether the words are all of a title: then nobody needs to guess what was meant."""
        return bool(self._searcher.doc_freq("title_key", wording.whole[:200]))

    def _try(self, attempt: Attempt, request: SearchRequest, wording: Wording) -> _Found:
        plan = self._planner.plan(wording, attempt.field, attempt.leniency)
        if attempt.filtered:
            plan = plan.filtered(self._filters(request.filters))
        return _Found(plan, *counted(self._searcher, plan.match), attempt.loosened)

    def _unfiltered(self, total: int, request: SearchRequest, wording: Wording) -> int:
        """Return the hits without filters: what is added to few hits must not depend on the filters."""
        if not request.filters or total > _PAGE:
            return total
        return self._try(replace(as_asked(request), filtered=False), request, wording).total

    def _with_near(self, asked: _Found, request: SearchRequest, wording: Wording, meant: str) -> _Found:
        """Add what the patron may have meant after the few exact hits."""
        near = next((a for a in attempts(request, wording) if Loosening.SPELLING in a.loosened), None)
        found = self._try(near, request, wording) if near and not wording.phrases else asked
        if near is None or found.total <= asked.total:
            return replace(asked, meant=meant)
        return _Found(_behind(asked.plan, found.plan), found.total, found.only, near.loosened, meant)

    def _with_compounds(self, asked: _Found, request: SearchRequest, wording: Wording) -> _Found:
        """Add compounds of the words where the exact hits fill no page."""
        precise = len(wording.required) > _FEW or wording.phrases or request.field not in _WORD_FIELDS
        if precise or not self._planner.known.compounds(wording):
            return asked
        found = self._try(with_compounds(request), request, wording)
        if found.total <= asked.total:
            return asked
        return _Found(_behind(asked.plan, found.plan), found.total, found.only)

    def _filters(self, filters: Filters) -> list[Query]:
        return filter_queries(self._schema, filters)

    def _meant(self, request: SearchRequest, wording: Wording, known: int) -> str | None:
        """Return the wording in the catalogue's own words, if that finds more than it does itself."""
        if request.field not in _WORD_FIELDS or wording.number:
            return None
        bare = replace(as_asked(request), filtered=False)
        best, most = None, known
        for text in readings(self._searcher, self._vocabulary, wording):
            found = self._try(bare, request, read_wording(text, self._analyzer)).total
            if found > most:
                best, most = text, found
        return best


def _behind(first: Plan, more: Plan) -> Plan:
    """Return the wider plan, with the hits of the first before all others."""

    def ranks() -> list[tuple[str, Query]]:
        before = Query.const_score_query(first.match, WEIGHTS.exact_first)
        already = [rank for rank in first.ranks() if rank[0] == _AS_ASKED]
        return [*more.ranks(), *already, (_AS_ASKED, before)]

    return Plan(more.match, ranks)


def _milliseconds(began: float) -> float:
    return round((perf_counter() - began) * 1000, 2)


def _everything(request: SearchRequest) -> SearchRequest:
    return replace(request, sort=Sort.NEWEST) if request.sort is Sort.RELEVANCE else request
