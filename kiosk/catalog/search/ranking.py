"""Fetching a page of hits in the wanted order, with a small push for new, borrowed, available ones."""

import math
from collections.abc import Sequence

from tantivy import DocAddress, Order, Searcher

from kiosk.catalog.search.far_pages import FAR, FarPages
from kiosk.catalog.search.plan import Plan
from kiosk.catalog.search.requests import Hit, Reason, SearchRequest, Sort
from kiosk.catalog.search.rows import read_row
from kiosk.catalog.search.schema import SORT_FIELDS
from kiosk.catalog.search.weights import WEIGHTS, Weights

_ORDERS = {
    Sort.NEWEST: ("newest", Order.Desc),
    Sort.OLDEST: ("oldest", Order.Asc),
    Sort.TITLE: ("sort_title", Order.Asc),
    Sort.AUTHOR: ("sort_author", Order.Asc),
}
# Deeper pages than any reader turns to; the index would set aside memory for every hit before.
DEEPEST = 1_000_000
_Scored = tuple[float, DocAddress]


def known_page(
    searcher: Searcher, plan: Plan, request: SearchRequest, weights: Weights = WEIGHTS
) -> list[Hit] | None:
    """Fetch the first page where enough hits are known to come before all others, without counting any.

    None where only a count of all can tell what to show.
    """
    scored = _known(searcher, plan, weights.reranked)
    if scored is None or request.limit > weights.reranked:
        return None
    first = _pushed(searcher, scored, weights)[: request.limit]
    return [_hit(searcher, plan, score, address, request, weights) for score, address in first]


def fetch_page(
    searcher: Searcher,
    plan: Plan,
    request: SearchRequest,
    only: DocAddress | None = None,
    weights: Weights = WEIGHTS,
    *,
    far: FarPages,
) -> list[Hit]:
    """Return the page of hits that a request asks for; the ``only`` one needs no ranking."""
    limit, offset = max(0, min(request.limit, DEEPEST)), max(0, min(request.offset, DEEPEST))
    if limit == 0:
        return []
    scored: Sequence[_Scored]
    if only is not None and not request.explain:
        scored = [(0.0, only)] if offset == 0 else []
    elif request.sort in _ORDERS and request.sort is not Sort.RELEVANCE:
        field, order = _ORDERS[request.sort]
        if request.backwards:
            order = Order.Desc if order == Order.Asc else Order.Asc
        match = plan.match
        if field in SORT_FIELDS and offset > FAR:
            near = far.near(searcher, match, field, offset, backwards=order == Order.Desc)
            match, offset = near.match, near.offset
        found = searcher.search(match, limit, count=False, order_by_field=field, offset=offset, order=order)
        scored = [(0.0, address) for _, address in found.hits]
    else:
        scored = _by_relevance(searcher, plan, limit, offset, weights)
    return [_hit(searcher, plan, score, address, request, weights) for score, address in scored]


def _by_relevance(
    searcher: Searcher, plan: Plan, limit: int, offset: int, weights: Weights
) -> Sequence[_Scored]:
    """Re-rank the first hits as one block, so that pages never repeat or skip a record."""
    if offset >= weights.reranked:
        return list(searcher.search(plan.ranking(), limit, count=False, offset=offset).hits)
    wanted = max(weights.reranked, offset + limit)
    hits = _first(searcher, plan, wanted)
    first = _pushed(searcher, hits[: weights.reranked], weights)
    return [*first, *hits[weights.reranked :]][offset : offset + limit]


def _first(searcher: Searcher, plan: Plan, wanted: int) -> list[_Scored]:
    """Fetch the first hits, going through those alone that some clause knows where they are enough."""
    known = _known(searcher, plan, wanted)
    return known if known is not None else list(searcher.search(plan.ranking(), wanted, count=False).hits)


def _known(searcher: Searcher, plan: Plan, wanted: int) -> list[_Scored] | None:
    best = plan.best()
    hits = list(searcher.search(best, wanted, count=False).hits) if best is not None else []
    return hits if len(hits) == wanted else None


def _pushed(searcher: Searcher, hits: list[_Scored], weights: Weights) -> list[_Scored]:
    addresses = [address for _, address in hits]
    if not addresses:
        return []
    pushes = _pushes(searcher, addresses, weights)
    scored = [
        (score + _own(score, weights) * push, address)
        for (score, address), push in zip(hits, pushes, strict=True)
    ]
    return sorted(scored, key=lambda pair: -pair[0])


def _own(score: float, weights: Weights) -> float:
    # The step that keeps exact hits first is no merit of the record.
    return score % weights.exact_first


def _pushes(searcher: Searcher, addresses: list[DocAddress], weights: Weights) -> list[float]:
    columns = [searcher.fast_field_values(name, addresses) for name in ("year", "loans", "available")]
    pushes = []
    for year, loans, available in zip(*columns, strict=True):
        push = weights.available if available else 0.0
        if year is not None:
            span = weights.newness_to - weights.newness_from
            push += weights.newness * min(1.0, max(0.0, (year - weights.newness_from) / span))
        if loans:
            most = math.log1p(weights.borrowed_most)
            push += weights.borrowed * min(1.0, math.log1p(max(0, loans)) / most)
        pushes.append(push)
    return pushes


def _hit(
    searcher: Searcher,
    plan: Plan,
    score: float,
    address: DocAddress,
    request: SearchRequest,
    weights: Weights,
) -> Hit:
    row = read_row(bytes(searcher.doc(address).get_first("row") or b""))
    if not request.explain:
        return Hit(row, score)
    push = _pushes(searcher, [address], weights)[0]
    reasons = (*plan.explain(searcher, address), Reason("new, borrowed, available", round(push, 4)))
    return Hit(row, score, reasons)
