"""A library's own name and welcome, however long, stand whole on home and in the header, in every size."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.look.look_file import LONGEST_WELCOME
from kiosk.ui.patron.look_state import LookState
from kiosk.ui.patron.shell_state import Comfort, Route
from kiosk.ui.patron.view_models.look import LookViewModel
from scripts.eyes import place_of
from tests.ui.conftest import OpenScreen, Screen
from tests.ui.sample_home import shell_state

SIZES = [(1080, 1920), (1920, 1080), (1280, 800), (3840, 2160)]
_LONG_NAME = "Stadt- und Kreisbibliothek Hallenbach an der Wiesenau"
_LONG = (
    "Willkommen in der Stadt- und Kreisbibliothek Hallenbach an der Unteren Wiesenau, schön, dass Sie da sind"
)[:LONGEST_WELCOME]


def whole(screen: Screen, item: QQuickItem) -> None:
    """Make sure that a text is neither elided nor out of the window nor wider than its room."""
    window = QRectF(0, 0, screen.window.width(), screen.window.height())
    assert not item.property("truncated")
    assert item.property("contentWidth") <= item.width() + 2
    assert item.property("lineCount") <= 2
    assert window.contains(place_of(item))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("welcome", ["Hallo!", "Willkommen im Bücherturm Hallenbach.", _LONG])
def test_a_welcome_of_any_length_greets_beside_the_question(
    open_screen: OpenScreen, size: tuple[int, int], welcome: str
) -> None:
    screen = open_screen("de", *size)
    screen.desk.shell.look.show(LookState(welcome=welcome))
    screen.window.grabWindow()
    text = screen.item("home.welcome")
    assert text.property("text") == welcome
    whole(screen, text)
    question = screen.item("home.question")
    assert not place_of(text).adjusted(0, 0, 0, -4).intersects(place_of(question))
    cards = place_of(screen.item("homeCard.find"))
    assert max(place_of(text).bottom(), place_of(question).bottom()) <= cards.top() + 2
    if (channels := screen.find("home.channels")) is not None and size[0] > size[1]:
        assert place_of(question).right() < place_of(channels).left()


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_a_name_of_any_length_is_whole(open_screen: OpenScreen, size: tuple[int, int], large: bool) -> None:
    screen = open_screen("de", *size, Comfort(large_text=large, reduced_motion=True))
    screen.desk.shell.show(replace(shell_state("de"), library=_LONG_NAME))
    screen.window.grabWindow()
    whole(screen, screen.item("home.library"))


@pytest.mark.parametrize("size", SIZES)
def test_the_header_of_every_page_shows_a_long_name_whole(
    open_screen: OpenScreen, size: tuple[int, int]
) -> None:
    screen = open_screen("de", *size)
    screen.desk.shell.show(replace(shell_state("de"), library=_LONG_NAME))
    screen.desk.shell.go(Route(("home", "access")), "push")
    screen.window.grabWindow()
    whole(screen, screen.item("header.library"))


def test_nothing_of_its_own_is_the_shipped_look(open_screen: OpenScreen) -> None:
    screen = open_screen("de")
    look = screen.desk.shell.look
    assert isinstance(look, LookViewModel)
    assert not look.hasLogo
    assert screen.item("home.welcome").property("text") == "Guten Tag."
