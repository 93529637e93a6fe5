"""Every screen tells by itself what it is, what to do there and where the focus is, in every language."""

import re
from collections.abc import Iterator

import pytest

from kiosk.ui.patron.narration.seen import Role
from kiosk.words import wording
from tests.journeys.blind import DOWN, PAGE, PLUG, RIGHT, blind_before, give_voice
from tests.journeys.conftest import OpenKiosk
from tests.journeys.own_words import strange_words
from tests.journeys.ways import MOMENTS, WAYS, start_afresh

_ALL = {**WAYS, **MOMENTS}
_USUAL = ("home", "results", "record", "answer", "borrowing", "account", "return", "access")
# A key of the catalogue, a placeholder, a tag, an entity, a sign that no voice says.
_NOT_WORDS = re.compile(r"\b[a-z_]+\.[a-z_]+\.[a-z_.]+\b|\{\w*\}|<[^>]*>|&\w+;|[\u2190-\u21ff\u2022]")


def _ways() -> Iterator[object]:
    for language in ("en", "de", "pl"):
        for name in _ALL:
            usual = name in _USUAL and language == "pl"
            marks = () if usual else (pytest.mark.proof,)
            yield pytest.param(language, name, id=f"{language}-{name}", marks=marks)


@pytest.mark.parametrize(("language", "name"), list(_ways()))
def test_a_screen_says_its_title_its_words_and_its_focus(
    use_kiosk: OpenKiosk, language: str, name: str
) -> None:
    kiosk = use_kiosk(language, (1920, 1080), give_voice)
    hands, words = kiosk.hands, wording(language)
    _ALL[name](hands)
    blind = blind_before(kiosk)
    blind.press(PLUG)
    said = blind.press(PAGE)
    assert said, "nothing is told"
    assert len(said) == len(set(said)), "something is told twice"
    kinds = [words(f"narration.role.{role}") for role in Role if role.is_control]
    told: list[str] = []
    for key in (DOWN, RIGHT, RIGHT, DOWN):
        told += blind.press(key)[-1:]
    assert told, "no control is told"
    assert [one for one in told if not any(f", {kind}" in one for kind in kinds)] == []
    strange = [text for text, _language in blind.log if _NOT_WORDS.search(text)]
    assert strange == []
    assert language in {spoken for _text, spoken in blind.log}
    assert strange_words(blind.log, language) == []
    start_afresh(hands)
