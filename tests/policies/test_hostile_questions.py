"""Whatever is typed gets a calm and quick end."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.policies.answer import Band
from kiosk.policies.knowledge import Knowledge

DAY = date(2026, 11, 24)
HOSTILE = [
    "",
    "   ",
    "?",
    "a",
    "x" * 10_000,
    "book " * 2_000,
    "ä" * 10_000,
    "((((((((((" * 1_000,
    "title:(* OR *) AND NOT [a TO z]~9^99",
    "<script>alert('x')</script>" * 400,
    "'; DROP TABLE articles; --" * 30,
    "\x00\x01\x02\x1b[31m\x7f" * 500,
    "\u202e\u200b\ufeff" * 1_000,
    "когда вы открыты завтра",
    "図書館は何時に開きますか",
    "مكتبة متى تفتح",
    "💩" * 2_000,
    "z̸̢̛͙a̵l̶g̷o̴" * 1_000,
    "{{loan_period}} {{table hours}}",
    "1234567890" * 100,
]


@pytest.mark.parametrize("question", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_question_gets_no_answer_and_quickly(knowledge: Knowledge, question: str) -> None:
    knowledge.understand("warm", "en", DAY)
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        understood = knowledge.understand(question, "en", DAY)
        took.append(time.perf_counter() - begun)
    assert understood.band is not Band.ANSWER
    assert min(took) < 0.05


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
