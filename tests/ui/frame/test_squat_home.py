"""Home on upright glass of other shapes: nothing lies over anything else, and all of it can be touched."""

from dataclasses import replace
from itertools import combinations

import pytest

from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.home import HomeViewModel
from scripts.eyes import place_of
from tests.ui.conftest import OpenScreen
from tests.ui.frame.test_low_reach_home import channels
from tests.ui.sample_home import home_state

_CARDS = ("home.find", "home.ask", "home.account", "home.return")


@pytest.mark.parametrize("size", [(800, 1280), (1200, 1920), (1080, 1920)])
@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_cards_channels_and_links_stand_one_below_the_other(
    open_screen: OpenScreen, size: tuple[int, int], language: str
) -> None:
    screen = open_screen(language, *size, comfort=Comfort(reduced_motion=True))
    home, bed = screen.desk.view_model(HomeViewModel), screen.item("home.bed")
    for number in (0, 1, 3, 6):
        home.show(replace(home_state(language), joining=True, channels=channels(language, number)))
        screen.window.grabWindow()
        assert not bed.property("interactive"), (number, "home is whole without scrolling")
        seen = [place_of(screen.item(name)) for name in _CARDS]
        assert all(place_of(bed).contains(place) for place in seen), number
        lowest = [
            place_of(screen.item("home.request")),
            *([place_of(screen.item("home.channels"))] if number else []),
        ]
        for one, other in combinations([*seen[2:], *lowest], 2):
            assert not one.intersects(other), (number, one, other)
        assert max(place.bottom() for place in seen) <= min(place.top() for place in lowest), number


@pytest.mark.parametrize("language", ["de", "pl"])
def test_in_large_text_what_has_no_room_is_scrolled_to_and_never_covered(
    open_screen: OpenScreen, language: str
) -> None:
    screen = open_screen(language, 800, 1280, comfort=Comfort(reduced_motion=True, large_text=True))
    home, bed = screen.desk.view_model(HomeViewModel), screen.item("home.bed")
    home.show(replace(home_state(language), joining=True, channels=channels(language, 3)))
    screen.window.grabWindow()
    assert place_of(bed).bottom() <= place_of(screen.item("home.channels")).top()
    bed.setProperty("contentY", max(0.0, float(bed.property("contentHeight")) - bed.height()))
    for name in ("home.account", "home.return"):
        assert place_of(bed).contains(place_of(screen.item(name))), name
