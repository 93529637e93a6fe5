"""A search that finds nothing is loosened step by step, and every step taken has its words."""

from dataclasses import replace

import pytest

from kiosk.catalog.search import Filters, Loosening, SearchField, SearchIndex, SearchRequest
from kiosk.words import wording

ENGLISH = Filters(languages=("eng",))
_F, _P, _S = Loosening.FIELD, Loosening.PARTS, Loosening.SPELLING


@pytest.mark.parametrize(
    ("request_", "steps"),
    [
        # Another field before another spelling, that before fewer words, all of them before the filters go.
        (SearchRequest("kehlmann", field=SearchField.TITLE), (_F,)),
        (SearchRequest("kelhmann", field=SearchField.AUTHOR), (_S,)),
        (SearchRequest("kehlmann", field=SearchField.ISBN), (_F,)),
        (SearchRequest("kelhmann", field=SearchField.TITLE), (_F, _S)),
        (SearchRequest("kehlm", field=SearchField.SUBJECT), (_F, _P)),
        (SearchRequest("tolkien nonsensical"), (Loosening.FEWER_WORDS,)),
        (SearchRequest("tolkien nonsensical", field=SearchField.TITLE), (_F, Loosening.FEWER_WORDS)),
        (SearchRequest("hobit", filters=ENGLISH), (_S,)),
        (SearchRequest("tolkien nonsensical", filters=ENGLISH), (Loosening.FEWER_WORDS,)),
        (SearchRequest("kehlmann", filters=ENGLISH), (Loosening.FILTERS,)),
        (SearchRequest("kelhmann", filters=ENGLISH), (_S, Loosening.FILTERS)),
        (SearchRequest("kelhmann", SearchField.TITLE, ENGLISH), (_F, _S, Loosening.FILTERS)),
        (SearchRequest("hobbit"), ()),
        (SearchRequest("zzzzzz qqqqqq"), ()),
    ],
)
def test_the_smallest_loosening_that_finds_something_is_taken(
    shelf: SearchIndex, request_: SearchRequest, steps: tuple[Loosening, ...]
) -> None:
    result = shelf.search(request_)
    assert result.relaxed == steps
    assert bool(result.total) == (request_.text != "zzzzzz qqqqqq")
    if steps:
        strict = shelf.search(replace(request_, relax=False))
        assert (strict.total, strict.relaxed) == (0, ())


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_every_step_is_named_to_the_patron(language: str) -> None:
    words = wording(language)
    said = [words(step) for step in Loosening]
    assert len(set(said)) == len(Loosening)
    assert not any("search." in text or not text.strip() for text in said)
