"""Whatever keys of a keypad are pressed, in whatever order, an arrow leads on from where one is."""

from random import Random

import pytest

from kiosk.words import wording
from tests.journeys.blind import BACK, DOWN, LEFT, OK, RIGHT, UP, blind_at
from tests.journeys.conftest import OpenKiosk
from tests.journeys.ways import ANNA

_KEYS = (DOWN, DOWN, DOWN, RIGHT, RIGHT, UP, LEFT, OK, OK, BACK)


@pytest.mark.parametrize(
    ("seed", "presses"),
    [pytest.param(1, 60), *(pytest.param(seed, 250, marks=pytest.mark.proof) for seed in range(2, 8))],
)
def test_an_arrow_always_tells_a_control(open_kiosk: OpenKiosk, seed: int, presses: int) -> None:
    blind = blind_at(open_kiosk, "en", headphones=True)
    words, chance = wording("en"), Random(seed)
    window = blind.hands.window
    walked: list[str] = []
    for number in range(presses):
        if not blind.hands.counter.telling.narrator.active:  # type: ignore[union-attr]
            blind.hands.counter.telling.narrator.begin()  # type: ignore[union-attr]
            blind.hands.settle()
        if number % 20 == 10:
            blind.scan(ANNA)
        key = chance.choice(_KEYS)
        walked.append(f"{key.name} on {blind.hands.page} at {blind.hands.focus}")
        blind.press(key)
        item = window.activeFocusItem()
        assert item is not None, walked[-5:]
        assert item.isVisible(), walked[-5:]
        assert item.isEnabled(), walked[-5:]
        if number % 5 == 0:
            walked.append(f"on from {blind.hands.page} at {blind.hands.focus}")
            assert blind.press(DOWN) or blind.press(RIGHT), walked[-5:]
    assert words("narration.failed") not in {text for text, _language in blind.log}
