"""Other ways to reach the library stand at home, true to the minute, with codes for a phone behind them."""

from dataclasses import replace
from datetime import timedelta

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.model.clock import FixedClock
from kiosk.model.library import Channel
from kiosk.model.texts import LocalText
from kiosk.ui.patron.view_models.help import HelpViewModel
from scripts.eyes import place_of
from scripts.hands import Hands
from tests.journeys.conftest import LANDSCAPE, NOW, PORTRAIT, OpenKiosk
from tests.journeys.ways import ANNA

CODES = {
    "mailto:auskunft@stadtbibliothek-lindenau.example",
    "https://www.stadtbibliothek-lindenau.example",
    "tel:+493415550120",
}


def _codes(picture: QImage) -> set[str]:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return {code.text for code in zxingcpp.read_barcodes(grey)}


def _pass(hands: Hands, hours: float) -> None:
    hands.counter.visit.clock = FixedClock(NOW + timedelta(hours=hours))
    hands.counter.shell.second_passed()
    hands.settle()


def _there(hands: Hands) -> set[str]:
    rows = hands.counter.desk.view_model(HelpViewModel).channels.rows  # type: ignore[attr-defined]
    return {one.kind for one in rows if one.open}


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_who_is_there_until_seven_is_there_again_in_the_morning(
    open_kiosk: OpenKiosk, size: tuple[int, int]
) -> None:
    hands = open_kiosk("en", size).hands
    assert hands.reads("now until 19:00"), hands.texts
    assert hands.reads("any time")
    _pass(hands, 4.45)  # 18:59
    assert hands.reads("now until 19:00")
    hands.touch("home.channels")
    assert _there(hands) == {"phone", "email", "web"}
    _pass(hands, 4.5)  # 19:02, nobody has touched anything
    assert _there(hands) == {"email", "web"}, "also where its codes are being looked at"
    hands.touch("help.close")
    assert hands.reads("back Wed 10:00"), hands.texts
    assert not hands.reads("now until 19:00")
    _pass(hands, 20.5)
    assert hands.reads("now until 19:00")


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, (1280, 800)])
def test_a_touch_shows_a_code_for_each_and_the_way_back(use_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    hands = use_kiosk("de", size).hands
    hands.touch("home.channels")
    assert hands.reads("So erreichen Sie uns"), hands.texts
    assert _codes(hands.picture()) == CODES
    assert not hands.sees("help.callOff")
    hands.press(Qt.Key.Key_Escape)
    assert not hands.sees("help.close")
    assert hands.page == "home"


def test_a_card_that_is_scanned_meanwhile_is_taken_and_the_codes_make_way(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("en", PORTRAIT).hands
    hands.touch("home.channels")
    hands.scan(ANNA)
    hands.settle()
    assert hands.page != "home"
    assert not hands.sees("help.close")


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, (1280, 800)])
def test_with_one_with_eight_and_with_none_nothing_hangs_over_and_no_hole_remains(
    open_kiosk: OpenKiosk, size: tuple[int, int]
) -> None:
    hands = open_kiosk("pl", size).hands
    visit = hands.counter.visit
    whole, hours = visit.library, 0.0
    bare = tuple(replace(one, phone=None, email=None, web=None) for one in whole.branches)
    web = whole.channels[-1]
    endless = LocalText.of("Wypożyczalnia międzybiblioteczna i informacja regionalna")
    many = tuple(Channel("web", f"{n}.example/{'x' * 90}", web.calendar, endless) for n in range(8))
    shelf = place_of(hands.find("home.arrivals"))
    for channels in (whole.channels[:1], many[:1], many, ()):
        visit.library, hours = replace(whole, channels=channels, branches=bare), hours + 0.1
        _pass(hands, hours)
        assert hands.sees("home.channels") == bool(channels)
        if channels:
            strip = place_of(hands.find("home.channels"))
            assert strip.height() >= 80 * min(size) / 1080 - 1
            assert strip.x() >= 0
            assert strip.right() <= size[0]
            for other in ("homeCard.find", "homeCard.borrow", "home.account", "home.request"):
                assert not strip.intersects(place_of(hands.find(other))), (channels, other)
    assert place_of(hands.find("home.arrivals")).height() >= shelf.height()
