"""Home's cards and aids stand whole and tell themselves apart, in large text and from right to left too."""

import math
from dataclasses import replace

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.shell import ShellViewModel
from scripts.eyes import is_a, place_of, shown_items
from tests.ui.conftest import OpenScreen, Screen
from tests.ui.sample_home import shell_state

_SIZES = [(1080, 1920), (1920, 1080), (1280, 800), (3840, 2160)]
_EASY = Comfort(large_text=True, reduced_motion=True)
_WAYS = ("new", "subjects", "shelf", "popular")


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("language", ["de", "en", "pl"])
@pytest.mark.parametrize("large", [False, True])
def test_what_is_written_on_a_tab_is_clear_of_its_shoulders(
    open_screen: OpenScreen, size: tuple[int, int], language: str, large: bool
) -> None:
    screen = open_screen(language, *size, comfort=Comfort(large_text=large, reduced_motion=True))
    shoulder = 2 * 16 * min(size) / 1080
    for section in ("find", "ask", "borrow"):
        tab = screen.item(f"homeCard.{section}")
        drawn = [place_of(one) for one in shown_items(tab) if _drawn(one)]
        assert drawn
        assert min(one.left() for one in drawn) - place_of(tab).left() >= shoulder - 3, section
        assert place_of(tab).right() - max(one.right() for one in drawn) >= shoulder - 3, section


@pytest.mark.parametrize("size", _SIZES[:3])
def test_an_aid_without_words_keeps_its_sign_when_it_is_on(
    open_screen: OpenScreen, size: tuple[int, int]
) -> None:
    screen = open_screen("de", *size, comfort=_EASY)
    told = {}
    for aid in ("largeText", "contrast", "dark", "reducedMotion"):
        button = screen.item(f"home.aid.{aid}")
        assert button.property("wordless"), "German has no room for words in large text"
        icons = [one for one in shown_items(button) if is_a(one, "KioskIcon")]
        assert all(place_of(button).contains(place_of(icon)) for icon in icons), aid
        told[aid] = [icon.property("name") for icon in icons]
    assert told == {
        "largeText": ["check", "large-text"],
        "contrast": ["contrast"],
        "dark": ["moon"],
        "reducedMotion": ["check", "calm"],
    }


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_as_many_ways_to_browse_stand_there_as_have_room(
    open_screen: OpenScreen, size: tuple[int, int], language: str
) -> None:
    screen = open_screen(language, *size, comfort=_EASY)
    _glass(screen, size, 27.0)
    field = place_of(screen.item("home.find"))
    ways = [found for way in _WAYS if (found := screen.find(f"home.browse.{way}")) is not None]
    places = [place_of(way) for way in ways]
    card = screen.item("homeCard.find").parentItem()
    assert card is not None
    assert all(field.left() <= one.left() and one.right() <= field.right() + 1 for one in places)
    assert all(one.bottom() < place_of(card).bottom() for one in places)
    second_line = size[0] > size[1]
    assert len(ways) == (len(_WAYS) if second_line or language != "pl" else 3)


@pytest.mark.parametrize(("inches", "distance"), [(18.5, 600.0), (27.0, 600.0), (27.0, 900.0)])
@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_nothing_on_a_lying_card_leaves_it_in_the_largest_text(
    open_screen: OpenScreen, language: str, inches: float, distance: float
) -> None:
    size = (1280, 800)
    screen = open_screen(language, *size, comfort=_EASY)
    _glass(screen, size, inches, distance)
    for section in ("find", "ask", "borrow"):
        tab = screen.item(f"homeCard.{section}")
        card = tab.parentItem()
        assert card is not None
        whole = place_of(card).united(place_of(tab))
        for one in shown_items(card):
            if _drawn(one) or is_a(one, "KioskPressable"):
                assert whole.contains(place_of(one)), (section, one.objectName() or one.property("text"))
        for word in (one for one in shown_items(card) if is_a(one, "QQuickText")):
            assert not word.property("truncated"), word.property("text")


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("large", [False, True])
def test_from_right_to_left_home_is_turned_whole_and_only_what_points_along_the_page_with_it(
    open_screen: OpenScreen, size: tuple[int, int], large: bool
) -> None:
    screen = open_screen("en", *size, comfort=Comfort(large_text=large, reduced_motion=True))
    _glass(screen, size, 27.0)
    names = [*(f"homeCard.{section}" for section in ("find", "ask", "borrow")), "home.return", "dock.access"]
    usual = {name: place_of(screen.item(name)) for name in names}
    shell = screen.desk.shell
    shell.show(replace(shell_state("en"), language="he"))
    screen.window.grabWindow()
    for name, place in usual.items():
        turned = place_of(screen.item(name))
        assert turned.left() == pytest.approx(size[0] - place.right(), abs=1), name
        assert turned.top() == place.top(), name
    shell.show(replace(shell_state("en"), language="he", signed_in=True))
    screen.window.grabWindow()
    signs = {"dock.signOut": "sign-out", "home.account": "person", "homeCard.ask": "ask"}
    mirrored = {sign: _in_a_mirror(_icon(screen.item(name), sign)) for name, sign in signs.items()}
    assert mirrored == {"sign-out": True, "person": False, "ask": False}


def _icon(item: QQuickItem, sign: str) -> QQuickItem:
    """Find the one icon of that name on an item."""
    (icon,) = (one for one in shown_items(item) if is_a(one, "KioskIcon") and one.property("name") == sign)
    return icon


def _glass(screen: Screen, size: tuple[int, int], inches: float, distance: float = 600.0) -> None:
    """Tell how large the screen is, and how far away one stands."""
    screen.desk.view_model(ShellViewModel).setGlass(inches * 25.4 / math.hypot(*size), distance)
    screen.window.grabWindow()


def _drawn(item: QQuickItem) -> bool:
    return is_a(item, "KioskIcon") or (is_a(item, "QQuickText") and bool(item.property("text")))


def _in_a_mirror(item: QQuickItem) -> bool:
    across = item.mapToScene(item.boundingRect().topRight()) - item.mapToScene(item.boundingRect().topLeft())
    return across.x() < 0
