"""In low reach all of home's cards lie in sight, whatever else the library wants to say there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.ui.patron.channel_rows import ChannelRow
from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.home import HomeViewModel
from scripts.eyes import place_of
from tests.ui.conftest import OpenScreen
from tests.ui.sample_home import home_state

CARDS = ("homeCard.find", "homeCard.ask", "homeCard.borrow", "home.account", "home.return")


def channels(language: str, number: int) -> tuple[ChannelRow, ...]:
    """Give so many ways to reach the library."""
    three = home_state(language).channels
    return tuple(replace(three[n % 3], value=f"{n}{three[n % 3].value}") for n in range(number))


@pytest.mark.parametrize(
    ("size", "large"), [((1080, 1920), False), ((1080, 1920), True), ((800, 1280), False)]
)
@pytest.mark.parametrize("language", ["de", "pl"])
def test_every_card_is_whole_in_sight_however_many_channels_there_are(
    open_screen: OpenScreen, size: tuple[int, int], language: str, large: bool
) -> None:
    screen = open_screen(language, *size, comfort=Comfort(0, large, True, True))
    home, bed = screen.desk.view_model(HomeViewModel), screen.item("home.bed")
    for number in (0, 1, 3, 8):
        home.show(replace(home_state(language), joining=True, channels=channels(language, number)))
        screen.window.grabWindow()
        seen = place_of(bed)
        assert seen.bottom() <= place_of(screen.item("home.request")).top()
        for name in CARDS:
            assert seen.contains(place_of(screen.item(name))), (number, name, place_of(screen.item(name)))
        if number:
            assert _reached(bed, screen.item("home.channels")), number


def _reached(bed: QQuickItem, strip: QQuickItem) -> bool:
    """Tell whether the strip is whole in sight once the bed is scrolled to its end."""
    bed.setProperty("contentY", max(0.0, float(bed.property("contentHeight")) - bed.height()))
    seen: QRectF = place_of(bed)
    whole = seen.contains(place_of(strip))
    bed.setProperty("contentY", 0.0)
    return whole
