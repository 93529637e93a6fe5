"""Nothing anybody can type is an error, or slow."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.catalog.search import Filters, SearchField, SearchIndex, SearchRequest

_SIGNS = "\0\x1f\x7f\"'()[]{}<>*?~^\\/:+-!&|=,;.%_$#@`“”„«»\u200f\u202e\ud83d😀é́ßłя漢字 a1"
_NASTY = st.one_of(
    st.text(),
    st.text(alphabet=_SIGNS),
    st.lists(
        st.sampled_from(["AND", "OR", "NOT", "TO", "title:", "~2", "^9", "harry", '"', "~#2", "+ab"])
    ).map(" ".join),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_NASTY, field=st.sampled_from(list(SearchField)), typing=st.booleans())
def test_any_text_is_answered(shelf: SearchIndex, text: str, field: SearchField, typing: bool) -> None:
    result = shelf.search(SearchRequest(text, field=field, typing=typing, explain=True))
    assert len(result.hits) == min(result.total, 20)
    shelf.suggest(text, field)


@settings(max_examples=60, deadline=None)
@given(values=st.lists(st.text(alphabet=_SIGNS), max_size=3).map(tuple))
def test_any_filter_is_answered(shelf: SearchIndex, values: tuple[str, ...]) -> None:
    filters = Filters(forms=values, subjects=values, authors=values, branches=values)
    result = shelf.search(SearchRequest("harry", filters=filters, relax=False))
    assert result.total == (3 if not any(values) and not values else 0)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "harry potter " * 800,
        " ".join(f"word{number}" for number in range(2000)),
        "😀" * 10_000,
        '"' * 10_000,
        "ä́" * 5_000,
        "\u202eabc " * 2500,
        "hary poter shads sprnig vermesung bibliotek " * 200,
    ],
)
def test_ten_thousand_characters_take_no_longer_than_a_blink(shelf: SearchIndex, text: str) -> None:
    shelf.search(SearchRequest(text))
    assert shelf.search(SearchRequest(text)).milliseconds < 100


def test_text_of_signs_alone_finds_nothing_and_text_of_controls_is_empty(shelf: SearchIndex) -> None:
    assert shelf.search(SearchRequest("😀 ???")).total == 0
    assert shelf.search(SearchRequest("\0\x01\t ")).total == 60


def test_marks_of_the_index_cannot_be_typed(shelf: SearchIndex) -> None:
    exact = shelf.search(SearchRequest("hobbit", relax=False)).total
    assert shelf.search(SearchRequest("~hobbit", relax=False)).total == exact
    together = shelf.search(SearchRequest("harrypotter", relax=False)).total
    assert shelf.search(SearchRequest("+harrypotter", relax=False)).total == together
    assert shelf.search(SearchRequest("~#1984", relax=False)).total == 2
