"""The patron window: every size, theme and language without a warning; keys, tabs and languages work."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.home import HomeViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from tests.ui.conftest import OpenScreen
from tests.ui.sample_home import home_state

SIZES = [(1080, 1920), (1920, 1080), (1280, 800), (540, 960), (3840, 2160)]


@pytest.mark.parametrize("language", ["en", "de", "pl"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_home_opens_in_every_size_and_language(
    open_screen: OpenScreen, size: tuple[int, int], language: str
) -> None:
    screen = open_screen(language, *size)
    image = screen.window.grabWindow()
    assert (image.width(), image.height()) == size
    colours = {image.pixelColor(x, y).name() for x in range(0, size[0], 7) for y in range(0, size[1], 7)}
    assert {"#0b5d4b", "#2a4b8d", "#8a2f2a", "#18233a"} <= colours


@pytest.mark.parametrize("scheme", [0, 1, 2])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("low", [False, True])
def test_home_opens_in_every_theme_and_text_size(
    open_screen: OpenScreen, scheme: int, large: bool, low: bool
) -> None:
    screen = open_screen("de", comfort=Comfort(scheme, large, True, low))
    ground = {0: "#f3eee3", 1: "#12161d", 2: "#000000"}[scheme]
    assert screen.window.grabWindow().pixelColor(2, 700).name() == ground


@pytest.mark.parametrize(
    ("language", "size"),
    [
        ("en", (1280, 800)),
        ("de", (1280, 800)),
        ("pl", (1280, 800)),
        ("de", (1080, 1920)),
        ("pl", (1080, 1920)),
    ],
)
def test_requests_and_a_card_of_ones_own_are_a_touch_away_in_every_mode(
    open_screen: OpenScreen, qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    screen = open_screen(language, *size)
    home, scale = screen.desk.view_model(HomeViewModel), min(size) / 1080
    home.show(replace(home_state(language), joining=True))
    for large, low in ((False, False), (True, False), (False, True), (True, True)):
        screen.desk.view_model(ShellViewModel).setComfort(Comfort(0, large, True, low))
        screen.window.grabWindow()
        places = []
        for name, signal in (("home.request", home.requestRequested), ("home.join", home.joinRequested)):
            link = screen.item(name)
            places.append(link.mapRectToScene(link.boundingRect()))
            with qtbot.waitSignal(signal, timeout=2000):
                QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, pos=places[-1].center().toPoint())
        assert all(QRectF(0, 0, *size).contains(place) for place in places)
        assert min(place.height() for place in places) >= 80 * scale - 1
        assert places[1].left() - places[0].right() >= 16 * scale


def test_a_touch_on_a_guide_card_asks_for_its_section(open_screen: OpenScreen, qtbot: QtBot) -> None:
    screen = open_screen()
    tab = screen.item("homeCard.find")
    middle = tab.mapToScene(tab.boundingRect().center()).toPoint()
    with qtbot.waitSignal(screen.desk.home.findRequested):
        QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, pos=middle)


def test_the_arrow_keys_lead_to_a_control_and_return_presses_it(
    open_screen: OpenScreen, qtbot: QtBot
) -> None:
    screen = open_screen()
    for _ in range(40):
        QTest.keyClick(screen.window, Qt.Key.Key_Down)
        focused = screen.window.activeFocusItem()
        if focused is not None and focused.objectName() == "home.account":
            break
    with qtbot.waitSignal(screen.desk.home.accountRequested):
        QTest.keyClick(screen.window, Qt.Key.Key_Return)


def test_a_language_on_the_dock_is_asked_for_by_its_code(open_screen: OpenScreen, qtbot: QtBot) -> None:
    screen = open_screen()
    button = screen.item("dock.language.pl")
    with qtbot.waitSignal(screen.desk.shell.languageRequested) as asked:
        QTest.mouseClick(
            screen.window,
            Qt.MouseButton.LeftButton,
            pos=button.mapToScene(button.boundingRect().center()).toPoint(),
        )
    assert asked.args == ["pl"]


def test_a_toast_can_be_undone(open_screen: OpenScreen, qtbot: QtBot) -> None:
    screen = open_screen()
    screen.desk.shell.showToast("Vormerkung gelöscht", "Rückgängig", "hold-7")
    link = screen.item("toast.action")
    with qtbot.waitSignal(screen.desk.shell.toastActed) as acted:
        QTest.mouseClick(
            screen.window,
            Qt.MouseButton.LeftButton,
            pos=link.mapToScene(link.boundingRect().center()).toPoint(),
        )
    assert acted.args == ["hold-7"]
    assert screen.desk.shell.toast == ""
