"""The questions that the understanding is measured by, and how its scores are counted.

The part "tune" may be looked at and is what weights and limits are fitted on. The part "report" was
written by people who had seen neither the articles nor how questions are understood; it is only ever
counted: nothing in the product or in these tests may come from looking at it or at its misses.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.policies.answer import Band
from kiosk.policies.knowledge import Knowledge
from kiosk.policies.understanding.letters import folded_words

DAY = date(2026, 11, 24)
LANGUAGES = ("en", "de", "pl")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the keys of the articles that answer it; none for one out of scope."""

    language: str
    text: str
    right: tuple[str, ...]


@dataclass(slots=True)
class Score:
    """What became of questions: counts, and as text their shares."""

    asked: int = 0
    first: int = 0
    among_three: int = 0
    confidently_wrong: int = 0
    out_of_scope: int = 0
    answered_out_of_scope: int = 0

    def __str__(self) -> str:
        return (
            f"first {self.first / self.asked:.0%}, among three {self.among_three / self.asked:.0%}, "
            f"confidently wrong {self.confidently_wrong / self.asked:.0%} of {self.asked}; "
            f"out of scope answered {self.answered_out_of_scope} of {self.out_of_scope}"
        )


def questions(language: str, part: str) -> list[Question]:
    with (_FOLDER / f"questions-{language}.csv").open(encoding="utf-8") as stream:
        return [
            Question(language, row["question"], tuple(row["articles"].split()))
            for row in csv.DictReader(stream)
            if row["part"] == part
        ]


def score(knowledge: Knowledge, asked: Iterable[Question]) -> Score:
    total = Score()
    for question in asked:
        understood = knowledge.understand(question.text, question.language, DAY)
        keys = [ranked.key for ranked in understood.found]
        answered = understood.band is Band.ANSWER
        if not question.right:
            total.out_of_scope += 1
            total.answered_out_of_scope += answered
            continue
        total.asked += 1
        total.first += keys[:1] != [] and keys[0] in question.right
        total.among_three += any(key in question.right for key in keys)
        total.confidently_wrong += answered and keys[0] not in question.right
    return total


def most_shared(asked: Iterable[Question], others: Iterable[str], language: str) -> float:
    """Return the largest share of a question's words, folded, that any one of the other texts has."""
    known = [_words(other, language) for other in others]
    return max(
        len(words & other) / len(words)
        for one in asked
        if (words := _words(one.text, language))
        for other in known
    )


def _words(text: str, language: str) -> frozenset[str]:
    return frozenset(folded_words(text, language))
