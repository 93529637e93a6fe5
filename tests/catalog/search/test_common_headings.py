"""Counting only the commonest headings gives what counting all of them gives, or is not done."""

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import tantivy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.catalog.search import (
    Filters,
    IndexedRecord,
    IndexState,
    SearchIndex,
    SearchRequest,
)
from kiosk.catalog.search import common_headings as common
from kiosk.catalog.search.common_headings import CommonHeadings
from kiosk.catalog.search.heading_counts import HeadingCounts
from kiosk.catalog.search.headings import Headings, heading_code
from kiosk.catalog.search.schema import build_schema
from kiosk.model.errors import IndexUnavailable

from .shelf import Feed, all_works, record

_SHOWN = 3


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count as a large index does: three headings shown, six of them in the list."""
    monkeypatch.setattr(common, "_WORTH", 1)
    monkeypatch.setattr(common, "_MOST", 6)
    monkeypatch.setattr(common, "_ENOUGH", 5)
    monkeypatch.setattr("kiosk.catalog.search.heading_counts.MOST_HEADINGS", _SHOWN)
    monkeypatch.setattr("kiosk.catalog.search.facets._WORTH_TWO_CORES", 4)


def _numbered(number: int, word: str, subjects: tuple[str, ...], author: str) -> IndexedRecord:
    made = record(number, f"{word}|{author}|1990|eng|book||FIC")
    return replace(made, description=replace(made.description, subjects=subjects))


_ANIMALS = ("Aal", "Bär", "Dachs", "Esel", "Fuchs", "Gans", "Hase", "Igel")
_subjects = st.lists(st.sampled_from(_ANIMALS), max_size=3)
_records = st.tuples(
    st.sampled_from(("garten", "garten", "meer")),
    # Most are about the same few animals, as most records of a catalogue are.
    st.one_of(st.just(["Aal", "Bär", "Dachs"]), st.just(["Aal", "Bär", "Dachs", "Esel"]), _subjects),
    st.sampled_from(("Adam, A.", "Adam, A.", "Berg, B.", "Cohn, C.", "Dahl, D.", "Egk, E.")),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(_records, min_size=1, max_size=30),
    st.lists(st.lists(st.tuples(st.integers(1, 34), _records), min_size=1, max_size=8), max_size=2),
)
def test_counts_are_true_whatever_is_added_and_changed_later(first, later) -> None:  # type: ignore[no-untyped-def]
    feed = Feed(
        _numbered(number, word, tuple(about), by) for number, (word, about, by) in enumerate(first, 1)
    )
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex.open(Path(folder))
        index.rebuild(feed)
        for share in later:
            feed.put(*(_numbered(number, word, tuple(about), by) for number, (word, about, by) in share))
            index.refresh(feed)
        for request in (
            SearchRequest("garten"),
            SearchRequest(""),
            SearchRequest("garten", filters=Filters(forms=("book",))),
        ):
            facets = index.search(request).facets
            for kind, truth in _truth(feed, request.text).items():
                counts = facets[kind]
                assert all(truth[text] == records for text, records in counts.items())
                assert list(counts.values()) == [records for _, records in truth.most_common(_SHOWN)]


def _truth(feed: Feed, word: str) -> dict[str, Counter[str]]:
    hits = [each.description for each in feed.held.values() if word in each.description.title]
    return {
        "subject": Counter(text for about in hits for text in set(about.subjects)),
        "author": Counter(text for about in hits for text in set(about.authors)),
    }


@pytest.fixture
def animals(tmp_path: Path) -> Feed:
    """Give twenty titles about three animals, each also about one of its own."""
    feed = Feed(
        _numbered(number, "garten", ("Aal", "Bär", "Dachs", f"Tier {number}"), "Adam, A.")
        for number in range(1, 21)
    )
    SearchIndex.open(tmp_path).rebuild(feed)
    return feed


def _counts(folder: Path) -> HeadingCounts:
    (generation,) = folder.glob("generation-*")
    index = tantivy.Index.open(str(generation))
    return HeadingCounts(build_schema(), index.searcher(), Headings(), common.read(generation))


def _column(counts: HeadingCounts, total: int) -> str:
    return str(counts.asked("subject", total)["terms"]["field"])


@pytest.mark.usefixtures("animals")
def test_of_many_hits_only_the_common_ones_are_counted_of_few_all(tmp_path: Path) -> None:
    assert _column(_counts(tmp_path), 20) == "subject_rank"
    assert _column(_counts(tmp_path), 1) == "subject_code"


def test_all_are_counted_once_so_much_was_added_that_others_may_be_common(
    tmp_path: Path, animals: Feed
) -> None:
    new = [_numbered(number, "meer", ("Wal", "Aal", "Bär"), "Berg, B.") for number in range(30, 50)]
    animals.put(*new)
    index = SearchIndex.open(tmp_path)
    index.refresh(animals)
    assert _column(_counts(tmp_path), 20) == "subject_code"
    assert index.search(SearchRequest("meer")).facets["subject"]["Wal"] == 20


def test_all_are_counted_where_the_hits_are_about_something_else_than_most_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(common, "_MOST", 3)
    land = [_numbered(number, "garten", ("Aal", "Bär", "Dachs"), "Adam, A.") for number in range(30)]
    sea = [_numbered(30 + number, "meer", ("Wal",) * (number < 5), "Berg, B.") for number in range(11)]
    both = _numbered(50, "meer", ("Aal", "Bär", "Dachs"), "Berg, B.")
    index = SearchIndex.open(tmp_path)
    index.rebuild(Feed([*land, *sea, both]))
    assert _column(_counts(tmp_path), 12) == "subject_rank"
    assert index.search(SearchRequest("meer")).facets["subject"] == {"Wal": 5, "Aal": 1, "Bär": 1}


def test_a_small_index_has_no_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "_WORTH", 1000)
    SearchIndex.open(tmp_path).rebuild(Feed(all_works()))
    (generation,) = tmp_path.glob("generation-*")
    assert common.read(generation) == {}


def test_of_a_catalogue_being_filled_a_share_is_waited_for() -> None:
    feed, filled = Feed(), iter(all_works())
    assert common.to_wait_for(feed, lambda: True, 160) == 10
    feed.put(*(next(filled) for _ in range(9)))
    assert common.to_wait_for(feed, lambda: True, 160) == 10
    feed.put(next(filled))
    assert common.to_wait_for(feed, lambda: True, 160) == 0
    assert common.chosen(feed, lambda: True, 160)["author"].codes[0] == heading_code("Rowling, J. K.")


def test_nobody_waits_for_a_catalogue_that_is_not_being_filled() -> None:
    assert common.to_wait_for(Feed(all_works()), None, 10_000) == 0


@pytest.mark.parametrize("ends_at", [4, 12, 40])
def test_documents_made_before_the_list_have_their_places_in_it(tmp_path: Path, ends_at: int) -> None:
    """Wherever the import ends: before enough was there to choose from, when it just was, and later."""
    feed, filled = Feed(), iter(all_works())

    def growing() -> bool:
        feed.put(*(next(filled) for _ in range(4)))
        return feed.count() < ends_at

    index = SearchIndex.open(tmp_path)
    index.rebuild(feed, growing=growing, coming=160)
    assert index.status().records == ends_at
    (generation,) = tmp_path.glob("generation-*")
    listed = common.read(generation)
    searcher = tantivy.Index.open(str(generation)).searcher()
    for kind in common.KINDS:
        terms = {"of": {"terms": {"field": f"{kind}_rank", "size": 100}}}
        buckets = searcher.aggregate(tantivy.Query.all_query(), terms)["of"]["buckets"]
        counted = {int(one["key"]): one["doc_count"] for one in buckets}
        assert counted == dict(enumerate(listed[kind].records))
        assert counted


def test_an_index_whose_list_was_guessed_is_worn_until_it_is_built_anew(tmp_path: Path) -> None:
    index, feed = SearchIndex.open(tmp_path), Feed(all_works())
    assert not index.worn()
    index.rebuild(feed, growing=lambda: False)
    assert index.worn()
    index.rebuild(feed)
    assert not index.worn()


def test_an_index_is_worn_once_a_tenth_was_written_since(tmp_path: Path, animals: Feed) -> None:
    index = SearchIndex.open(tmp_path)
    animals.put(*(_numbered(number, "meer", (), "Berg, B.") for number in (61, 62)))
    index.refresh(animals)
    assert not index.worn()
    animals.put(_numbered(63, "meer", (), "Berg, B."))
    index.refresh(animals)
    assert index.worn()


@pytest.mark.parametrize("bytes_", [b"", b"garbled", b"\x81\xa7subject\x01"])
def test_a_damaged_list_means_a_damaged_index_which_is_built_anew(
    tmp_path: Path, animals: Feed, bytes_: bytes
) -> None:
    (file,) = tmp_path.glob("generation-*/headings.msgpack")
    file.write_bytes(bytes_)
    index = SearchIndex.open(tmp_path)
    assert index.status().state is IndexState.DAMAGED
    animals.put(_numbered(60, "meer", (), "Berg, B."))
    with pytest.raises(IndexUnavailable):
        index.refresh(animals)
    assert index.refresh(animals).rebuild_needed
    index.rebuild(animals)
    assert index.search(SearchRequest("garten")).facets["subject"]["Aal"] == 20


def test_the_list_knows_what_any_other_heading_can_have() -> None:
    listed = CommonHeadings(codes=[3, 1, 2], records=[5, 9, 7], others=4)
    assert listed.most(2) == [1, 2]
    assert [listed.had(place) for place in range(4)] == [9, 7, 5, 0]
