"""Whatever is typed gets a calm and quick end.

What is written for machines – markup, placeholders, control characters, searches by field and weight,
statements to a database – means nothing here, also around a word that the library knows. Signs that stand
in a real question are passed over: quotation marks, brackets, a star, a capital AND are mere words or none.
"""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.policies.answer import Band
from kiosk.policies.knowledge import Knowledge
from kiosk.policies.understanding.letters import LONGEST_QUESTION, is_readable

from .hostile_questions import HOSTILE, LONGEST

# A question of the sample library's wordings takes some 5,000; 16,000 and 61,000 are seen here.
MOST_CALLS, MOST_CALLS_OF_LONGEST = 25_000, 90_000
DAY = date(2026, 11, 24)
REAL = [
    ('how do i "renew" my books?', "en"),
    ("how do i renew (all of) my books???", "en"),
    ("renew AND extend my books", "en"),
    ("renew my books*", "en"),
    ("can i keep a book for ~6 weeks", "en"),
    ("i lost my card:(", "en"),
    ("wifi?!?!?!", "en"),
    ("how do I print & scan @ the library", "en"),
    ("are you open 10:00-12:00 on saturdays?", "en"),
    ("Öffnungszeiten: samstags?", "de"),
    ("drucken/kopieren – was kostet das?", "de"),
    ("godziny otwarcia (sobota)!!!", "pl"),
]


def calls_in(work: Callable[[], object]) -> int:
    """Return how many functions the work calls: what it costs, on whatever machine, however busy."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("question", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_question_means_nothing_and_costs_little(knowledge: Knowledge, question: str) -> None:
    knowledge.understand("warm", "en", DAY)
    understood = []
    calls = calls_in(lambda: understood.append(knowledge.understand(question, "en", DAY)))
    assert understood[0].band is Band.NONE
    assert not understood[0].found
    assert calls < MOST_CALLS


@pytest.mark.parametrize(("question", "language"), REAL)
def test_signs_in_a_real_question_are_passed_over(knowledge: Knowledge, question: str, language: str) -> None:
    assert is_readable(question)
    assert knowledge.understand(question, language, DAY).band is not Band.NONE


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_of_the_longest_question_a_few_words_are_corrected_and_the_end_is_not_read(
    knowledge: Knowledge, language: str
) -> None:
    knowledge.understand("warm", language, DAY)
    assert calls_in(lambda: knowledge.understand(LONGEST, language, DAY)) < MOST_CALLS_OF_LONGEST
    words = " ".join(f"renwe{number:x}zurük{number:x}" for number in range(200))
    read, longer = words[:LONGEST_QUESTION], words[: 4 * LONGEST_QUESTION]
    once = calls_in(lambda: knowledge.understand(read, language, DAY))
    assert calls_in(lambda: knowledge.understand(longer, language, DAY)) < 2 * once  # four times as long


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=600), st.sampled_from(["en", "de", "pl", "xx"]))
def test_any_text_is_understood_without_failing(knowledge: Knowledge, question: str, language: str) -> None:
    understood = knowledge.understand(question, language, DAY)
    assert understood.band in Band
    assert all(0 <= ranked.score <= 1 for ranked in understood.found)
    assert len(understood.found) <= 3
    assert (understood.band is Band.NONE) == (not understood.found)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["AND", "NOT", "book*", "title:", "[a TO b]", "~2", "^5", '"renew', "renew", "(", "??"]
        ),
        min_size=1,
        max_size=12,
    )
)
def test_operators_of_query_languages_are_mere_words(knowledge: Knowledge, parts: list[str]) -> None:
    knowledge.understand(" ".join(parts), "en", DAY)
