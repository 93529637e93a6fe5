"""What has the words as typed stands before everything that was forgiven, wherever the words are."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.catalog.folding import fold
from kiosk.catalog.search import IndexedItem, IndexedRecord, SearchIndex, SearchRequest
from kiosk.model.record import Description, Form

from .shelf import FIRST_DAY, Feed

# Forms, spellings, compounds and typing errors of each other.
_WORDS = (
    *("garten", "gärten", "gaerten", "gartens", "gemüse", "gemüsegarten", "blume", "blumen", "blumem"),
    *("harry", "harri", "hary", "müller", "mueller"),
)
_LONG = "and this is what is told of it in very many words more than anybody would like to read"


@st.composite
def _records(draw: st.DrawFn, number: int) -> IndexedRecord:
    words = st.lists(st.sampled_from(_WORDS), max_size=3).map(" ".join)
    title = draw(words)
    about = Description(
        title=title,
        filing_title=fold(title),
        form=Form.BOOK,
        language=draw(st.sampled_from((None, "ger", "eng"))),
        subjects=tuple(draw(st.lists(st.sampled_from(_WORDS), max_size=2))),
        authors=tuple(draw(st.lists(st.sampled_from(("Müller, Eva", "Harry, Debbie")), max_size=1))),
        summary=f"{draw(words)} {_LONG}",
        year=draw(st.sampled_from((None, 1950, 2029))),
    )
    items = (IndexedItem(f"B{number}", "MAIN", available=draw(st.booleans())),)
    return IndexedRecord(number, None, about, FIRST_DAY, items, draw(st.sampled_from((0, 1000))))


_catalogues = st.integers(2, 14).flatmap(lambda many: st.tuples(*map(_records, range(1, many + 1))))


def _has_all(record: IndexedRecord, typed: list[str]) -> bool:
    about = record.description
    texts = (about.title, about.summary or "", *about.subjects, *about.authors)
    return set(typed) <= set(fold(" ".join(texts)).split())


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    _catalogues,
    st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=2, unique=True), min_size=3, max_size=6),
)
def test_no_forgiving_hit_stands_before_an_exact_one(
    records: tuple[IndexedRecord, ...], asked: list[list[str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex.open(Path(folder))
        index.rebuild(Feed(records))
        for words in asked:
            typed = [fold(word) for word in words]
            hits = index.search(SearchRequest(" ".join(words), limit=50)).hits
            as_typed = [_has_all(records[hit.record_id - 1], typed) for hit in hits]
            # A title that is the same but for its spelling counts as typed.
            same = {fold(word).replace("ae", "a").replace("ue", "u") for word in ("".join(words),)}
            for exact, hit in zip(as_typed, hits, strict=True):
                title = fold(hit.row.title).replace(" ", "").replace("ae", "a").replace("ue", "u")
                if exact or title in same:
                    continue
                later = as_typed[[one.record_id for one in hits].index(hit.record_id) :]
                assert not any(later), (words, [one.row.title for one in hits], as_typed)


@pytest.mark.parametrize("far", [0, 40])
def test_a_word_in_a_long_text_stands_before_another_form_in_a_title(tmp_path: Path, far: int) -> None:
    def record(number: int, title: str, summary: str) -> IndexedRecord:
        about = Description(title, fold(title), Form.BOOK, language="ger", summary=summary)
        return IndexedRecord(number, None, about, FIRST_DAY)

    index = SearchIndex.open(tmp_path)
    index.rebuild(Feed([record(1, "Blumen", ""), record(2, "Anderes", f"{'und ' * far}Blume {_LONG * 3}")]))
    result = index.search(SearchRequest("blume", explain=True))
    assert [hit.record_id for hit in result.hits] == [2, 1]
    assert result.hits[0].reasons[0].what == "as typed"
