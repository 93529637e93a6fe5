"""Whatever typing error a word suffers, one from four letters on and two from eight, it is still found."""

from string import ascii_lowercase

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from kiosk.catalog.folding import fold
from kiosk.catalog.search import Loosening, SearchIndex, SearchRequest

from .shelf import all_works

_ONE, _TWO = 4, 8
_TITLES: dict[str, set[str]] = {}
for _work in all_works():
    for _word in fold(" ".join((_work.description.title, *_work.description.authors))).split():
        if _word.isascii() and _word.isalpha() and len(_word) >= _ONE:
            _TITLES.setdefault(_word, set()).add(_work.description.title)
_KNOWN = sorted({word for work in all_works() for word in fold(str(work.description)).split()})
_LONG = sorted(word for word in _TITLES if len(word) >= _TWO)


@st.composite
def _mistyped(draw: st.DrawFn, word: str, errors: int) -> str:
    for _ in range(errors):
        at = draw(st.integers(0, len(word) - 1))
        letter = draw(st.sampled_from(ascii_lowercase))
        word = draw(
            st.sampled_from(
                [
                    word[:at] + letter + word[at + 1 :],
                    word[:at] + letter + word[at:],
                    word[:at] + word[at + 1 :],
                    word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
                ]
            )
        )
    return word


def _typed(words: list[str], errors: int, shortest: int) -> st.SearchStrategy[tuple[str, str]]:
    return st.sampled_from(words).flatmap(
        lambda word: st.tuples(
            st.just(word), _mistyped(word, errors).filter(lambda typed: len(typed) >= shortest)
        )
    )


def _is_found(shelf: SearchIndex, word: str, typed: str) -> None:
    # What is itself a word, or begins one, is taken at its word.
    assume(not any(known.startswith(typed) for known in _KNOWN))
    assume(shelf.search(SearchRequest(typed, relax=False)).total == 0)
    result = shelf.search(SearchRequest(typed, limit=100))
    assume(result.relaxed != (Loosening.PARTS,))
    assert _TITLES[word] <= {hit.row.title for hit in result.hits}, (word, typed, result.relaxed)
    assert result.relaxed


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(typed=_typed(sorted(_TITLES), 1, _ONE))
def test_one_error_in_a_word_of_four_letters_is_forgiven(shelf: SearchIndex, typed: tuple[str, str]) -> None:
    _is_found(shelf, *typed)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(typed=_typed(_LONG, 2, _TWO))
@example(typed=("programming", "xrogramminq"))
@example(typed=("vermessung", "ermesssung"))
@example(typed=("philosopher", "filosopher"))
@example(typed=("kehlmann", "jahlmann"))
def test_two_errors_in_a_word_of_eight_letters_are_forgiven(
    shelf: SearchIndex, typed: tuple[str, str]
) -> None:
    _is_found(shelf, *typed)
