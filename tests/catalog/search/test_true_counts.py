"""Whatever the catalogue, whatever is asked: every count is the number of hits that its filter leaves."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.catalog.folding import fold
from kiosk.catalog.search import (
    Filters,
    IndexedItem,
    IndexedRecord,
    Loosening,
    SearchField,
    SearchIndex,
    SearchRequest,
    YearRange,
)
from kiosk.model.record import Audience, Description, Form

from .shelf import FIRST_DAY, Feed

# Few words, so that they meet: forms, umlauts, compounds, neighbours and typing errors of each other.
_WORDS = (
    "garten gärten gemüse gemüsegarten blume blumen harry harri potter spring sprint müller mueller 7 sieben"
)
_SUBJECTS = ("Garten", "garten", "Gärten", "Blumen -- Geschichte", "Blumen. Geschichte", "C++", "Kochen")
_AUTHORS = ("Müller, Eva", "Mueller, Eva", "Potter, Beatrix", "Potter, Beatrix.", "UNESCO")
_BRANCHES = ("MAIN", "WEST")
_PLURALS = {"branch": "branches"}

_titles = st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=4).map(" ".join)


@st.composite
def _records(draw: st.DrawFn, number: int) -> IndexedRecord:
    title = draw(_titles)
    about = Description(
        title=title,
        filing_title=fold(title),
        form=draw(st.sampled_from((Form.BOOK, Form.FILM))),
        authors=tuple(draw(st.lists(st.sampled_from(_AUTHORS), max_size=2))),
        subjects=tuple(draw(st.lists(st.sampled_from(_SUBJECTS), max_size=3))),
        year=draw(st.sampled_from((None, 1989, 1990, 1999, 2005, 476))),
        language=draw(st.sampled_from((None, "ger", "eng"))),
        audience=draw(st.sampled_from((None, Audience.CHILDREN, Audience.ADULT))),
    )
    items = [
        IndexedItem(f"{number}-{place}", draw(st.sampled_from(_BRANCHES)), available=draw(st.booleans()))
        for place in range(draw(st.integers(0, 3)))
    ]
    return IndexedRecord(number, f"N{number}", about, FIRST_DAY + timedelta(days=number), tuple(items))


@st.composite
def _catalogues(draw: st.DrawFn) -> list[list[IndexedRecord]]:
    """What a rebuild finds, then what each of several refreshes brings: new records, and changed ones."""
    first = draw(st.integers(0, 8))
    shares = [[draw(_records(number)) for number in range(1, first + 1)]]
    for _ in range(draw(st.integers(1, 3))):
        numbers = draw(st.lists(st.integers(1, first + 6), min_size=1, max_size=4, unique=True))
        shares.append([draw(_records(number)) for number in numbers])
    return shares


_filters = st.builds(
    Filters,
    forms=st.sampled_from(((), ("book",))),
    languages=st.sampled_from(((), (), ("ger",), ("ger", "eng"))),
    years=st.sampled_from(((), (), (YearRange(1990, 1999),))),
    subjects=st.sampled_from(((), (), (), ("Garten",), ("blumen geschichte",))),
    authors=st.sampled_from(((), (), (), ("Potter, Beatrix",))),
    branches=st.sampled_from(((), ("MAIN",), ("MAIN", "WEST"))),
    available=st.booleans(),
)
_requests = st.builds(
    SearchRequest,
    text=st.one_of(
        st.just(""), _titles, st.sampled_from(("harru", "garen", '"harry potter"', "blumengarten"))
    ),
    field=st.sampled_from((SearchField.ANY, SearchField.ANY, SearchField.TITLE)),
    filters=st.one_of(st.just(Filters()), _filters),
    limit=st.just(50),
)


def _built(shares: list[list[IndexedRecord]], folder: str) -> SearchIndex:
    feed = Feed(shares[0])
    index = SearchIndex.open(Path(folder))
    index.rebuild(feed)
    for share in shares[1:]:
        feed.put(*share)
        index.refresh(feed)
    return index


def _narrowed(filters: Filters, facet: str, value: str) -> Filters | None:
    """Add one value of a facet; None where the kind is set already, for then it would widen."""
    if facet == "available":
        return None if filters.available else replace(filters, available=True)
    name = "years" if facet == "year" else _PLURALS.get(facet, f"{facet}s")
    if getattr(filters, name):
        return None
    chosen = YearRange.parse(value) if facet == "year" else value
    return replace(filters, **{name: (chosen,)})  # type: ignore[arg-type]


def _promises(index: SearchIndex, request: SearchRequest) -> Iterator[tuple[str, str, int, SearchRequest]]:
    found = index.search(request)
    # Where nothing was left by the filters they were taken off, and the counts are of all that is shown.
    before = Filters() if Loosening.FILTERS in found.relaxed else request.filters
    for facet, counts in found.facets.items():
        for value, count in counts.items():
            filters = _narrowed(before, facet, value)
            if filters is not None:
                yield facet, value, count, replace(request, filters=filters)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(_catalogues(), st.lists(_requests, min_size=3, max_size=8))
def test_every_count_is_the_number_of_hits_that_its_filter_leaves(
    shares: list[list[IndexedRecord]], requests: list[SearchRequest]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = _built(shares, folder)
        for request in requests:
            for facet, value, count, narrowed in _promises(index, request):
                found = index.search(narrowed)
                assert (facet, value, len(found.hits)) == (facet, value, count)
                assert found.total == count


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(_catalogues(), _requests)
def test_a_filter_taken_off_gives_back_what_was_there(
    shares: list[list[IndexedRecord]], request: SearchRequest
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = _built(shares, folder)
        whole = index.search(request)
        for _, _, _, narrowed in _promises(index, request):
            index.search(narrowed)
        again = index.search(request)
        assert [hit.record_id for hit in again.hits] == [hit.record_id for hit in whole.hits]
        assert again.facets == whole.facets
