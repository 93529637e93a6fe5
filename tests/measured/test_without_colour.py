"""What is green, amber or red says so in words and by a sign of its own."""

from collections import defaultdict
from itertools import combinations

from scripts.eyes import is_a, shown_items
from tests.journeys.conftest import OpenKiosk
from tests.journeys.ways import WAYS, start_afresh


def test_every_state_has_words_and_its_own_sign(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("de").hands
    told: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for name in ("results", "record", "account"):
        start_afresh(hands)
        WAYS[name](hands)
        for one in shown_items(hands.window.contentItem()):
            if is_a(one, "KioskStateChip"):
                told[int(one.property("tone"))].add((one.property("text"), one.property("iconName")))
    assert len(told) >= 2
    assert all(text and icon for chips in told.values() for text, icon in chips)
    for tone, others in combinations(told, 2):
        for place in (0, 1):
            assert not {chip[place] for chip in told[tone]} & {chip[place] for chip in told[others]}
