"""Screens that once failed in a way that the few ways of every run do not meet are looked at in that way."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Sample
from tests.measured.measuring import measured
from tests.measured.rows import Way
from tests.measured.screens import further_rounds, rounds

_LARGE_AND_LOW = Way((1920, 1080), "pl", 2, large=True, low=True, moving=False)
_LARGE_ON_LITTLE = Way((1280, 800), "en", 0, large=True, low=True, moving=False)
_LARGE_AND_MOVING = Way((3840, 2160), "de", 1, large=True, low=False, moving=True)

_SHELF_IN_TWO = Way((1920, 1080), "pl", 0, large=False, low=False, moving=False)
_QUESTIONS_LONG = Way((1280, 800), "pl", 1, large=True, low=False, moving=False)

_WORDS_LONG = Way((1280, 800), "de", 1, large=True, low=False, moving=False)
_WORDS_LONG_AND_LOW = Way((1280, 800), "de", 0, large=True, low=True, moving=False)
_NUMBERS_SMALL = Way((1280, 800), "pl", 0, large=False, low=False, moving=False)

_LARGE_ON_A_TABLET = Way((800, 1280), "de", 0, large=True, low=False, moving=False)
_LARGE_AND_UPRIGHT = Way((1080, 1920), "de", 0, large=True, low=True, moving=False)

_HARD: dict[str, dict[str, tuple[Way, ...]]] = {
    "requesting": {"request-form": (_LARGE_AND_LOW, _LARGE_AND_MOVING)},
    "a message": {"message-typed": (_LARGE_ON_LITTLE,)},
    "settings": {"settings-data": (_LARGE_AND_LOW,)},
    "the way out": {"staff-exit": (_LARGE_AND_LOW,)},
    "post": {"account-messages": (_LARGE_ON_A_TABLET,), "account-requests": (_WORDS_LONG,)},
    "lists": {"browse-shelf": (_SHELF_IN_TWO,), "browse-followed": (_QUESTIONS_LONG,)},
    "refused": {"unknown-code": (_LARGE_ON_LITTLE, _QUESTIONS_LONG), "account-refused": (_LARGE_ON_LITTLE,)},
    "borrowing": {
        "borrow": (_LARGE_AND_UPRIGHT,),
        "return-parts": (_LARGE_ON_LITTLE,),
        "return-missing": (_LARGE_ON_LITTLE,),
    },
    "asking": {"ask": (_WORDS_LONG,), "answer-none": (_WORDS_LONG,), "ask-flows": (_WORDS_LONG,)},
    "looking": {
        "results": (_QUESTIONS_LONG,),
        "results-filtered": (_LARGE_ON_LITTLE, _QUESTIONS_LONG),
        "results-all-filters": (_LARGE_AND_UPRIGHT,),
    },
    "aids": {"record": (_WORDS_LONG, _NUMBERS_SMALL)},
    "at the account": {"record-held": (_LARGE_AND_MOVING, _QUESTIONS_LONG, _SHELF_IN_TWO)},
    "pins": {"account-pin-wrong": (_QUESTIONS_LONG, _LARGE_ON_LITTLE, _WORDS_LONG_AND_LOW)},
    "joining as a child": {"join_guardian": (_LARGE_ON_LITTLE,)},
}


@pytest.mark.parametrize(("name", "hard"), _HARD.items())
def test_a_screen_holds_where_it_was_hard(
    name: str, hard: dict[str, tuple[Way, ...]], sample: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    walk = next(one for one in (*rounds(), *further_rounds()) if one.name == name)

    def ways(screen: str) -> Iterable[Way]:
        return hard.get(screen, ())

    found, looks = measured(walk, ways, sample, tmp_path / "library")
    assert looks == sum(map(len, hard.values()))
    assert not found, "\n".join(found)
