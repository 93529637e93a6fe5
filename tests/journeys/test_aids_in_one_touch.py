"""Home has large text, high contrast, dark and reduced motion one touch away, in every size and language."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.ui.patron.shell_state import DARK, HIGH_CONTRAST, LIGHT
from kiosk.words import wording
from scripts.eyes import middle_of, place_of, visible_part
from scripts.hands import Hands
from tests.journeys.conftest import LANDSCAPE, PORTRAIT, OpenKiosk

AIDS = ("largeText", "contrast", "dark", "reducedMotion")
SMALL, GREAT = (1280, 800), (3840, 2160)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_one_touch_switches_each_and_one_more_takes_it_back(
    use_kiosk: OpenKiosk, size: tuple[int, int]
) -> None:
    hands = use_kiosk("en", size).hands
    shell, usual = hands.counter.shell_view_model, hands.counter.shell.usual
    hands.touch("home.aid.largeText")
    assert shell.largeText
    hands.touch("home.aid.contrast")
    assert shell.scheme == HIGH_CONTRAST
    hands.touch("home.aid.dark")
    assert shell.scheme == DARK
    hands.touch("home.aid.reducedMotion")
    assert shell.reducedMotion is not usual.reduced_motion
    assert hands.page == "home", "a touch for an aid leads nowhere"
    hands.touch("home.aid.dark")
    assert shell.scheme == LIGHT
    for aid in ("largeText", "reducedMotion"):
        hands.touch(f"home.aid.{aid}")
    assert shell.comfort == usual


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, SMALL, GREAT])
@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_each_is_wide_apart_whole_and_clear_of_all_else(
    use_kiosk: OpenKiosk, size: tuple[int, int], language: str
) -> None:
    hands = use_kiosk(language, size).hands
    for large, low in ((False, False), (True, False), (True, True), (False, True)):
        _wear(hands, large=large, low=low)
        scale = min(size) / 1080
        row = [hands.find(f"home.aid.{aid}") for aid in AIDS]
        places = [place_of(one) for one in row]
        assert min(min(place.width(), place.height()) for place in places) >= 80 * scale - 1
        assert min(b.left() - a.right() for a, b in pairwise(places)) >= 16 * scale - 1
        assert all(visible_part(one) == place_of(one) for one in row), "nothing is cut off"
        tab = place_of(hands.find("homeCard.find"))
        first = tab if size == PORTRAIT else place_of(hands.find(f"dock.language.{_last_language(hands)}"))
        assert places[0].left() - first.right() >= 16 * scale - 1
        last = places[-1].right()
        assert last <= (
            size[0] if size == PORTRAIT else place_of(hands.find("dock.help")).left() - 16 * scale
        )
        if size == PORTRAIT and low:
            assert middle_of(row[0]).y() > tab.top(), "as low as the first thing to touch"


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_each_tells_its_name_and_whether_it_is_on(use_kiosk: OpenKiosk, language: str) -> None:
    hands, words = use_kiosk(language, LANDSCAPE).hands, wording(language)
    wholes = ("access.largeText", "access.high_contrast", "access.dark", "access.reducedMotion")
    for aid, whole in zip(AIDS, wholes, strict=True):
        told = QAccessible.queryAccessibleInterface(hands.find(f"home.aid.{aid}"))
        said = {told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description)}
        assert words(whole) in said
        assert words(f"home.aid.{aid}") in said, "what is written is part of what is told"
    assert not _is_checked(hands.find("home.aid.dark"))
    hands.touch("home.aid.dark")
    assert _is_checked(hands.find("home.aid.dark"))
    hands.touch("home.aid.dark")


@pytest.mark.parametrize("size", [LANDSCAPE, SMALL])
def test_the_page_of_aids_leaves_no_hole_beside_them(use_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    hands = use_kiosk("de", size).hands
    hands.touch("dock.access")
    left, right = (place_of(hands.find(f"access.card.{name}")) for name in ("speech", "aids"))
    assert left.bottom() == pytest.approx(right.bottom(), abs=1)
    assert left.right() < right.left()


def _is_checked(item: QQuickItem) -> bool:
    return bool(QAccessible.queryAccessibleInterface(item).state().checked)


def _wear(hands: Hands, *, large: bool, low: bool) -> None:
    shell = hands.counter.shell_view_model
    if shell.largeText is not large:
        shell.toggle("largeText")
    if shell.lowReach is not low:
        shell.toggle("lowReach")
    hands.settle()


def _last_language(hands: Hands) -> str:
    return str(hands.counter.visit.profile.languages[-1])
