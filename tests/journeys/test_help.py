"""Help on every page: staff are called at a touch, and where nobody comes it is said what to do instead."""

from datetime import timedelta
from itertools import pairwise

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.model.clock import FixedClock
from kiosk.model.errors import DatabaseUnavailable
from kiosk.storage import HelpCall
from scripts.eyes import place_of
from tests.journeys.conftest import LANDSCAPE, NOW, PORTRAIT, Kiosk, OpenKiosk
from tests.journeys.ways import ANNA, WAYS

_UNKNOWN = "9990000000001"


def _waiting(kiosk: Kiosk) -> tuple[HelpCall, ...]:
    return kiosk.aside(lambda services: services.help_calls.waiting(NOW))


def _codes(picture: QImage) -> set[str]:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return {code.text for code in zxingcpp.read_barcodes(grey)}


def _call_off_all(kiosk: Kiosk) -> None:
    kiosk.aside(lambda services: services.help_calls.call_off(services.settings.kiosk_name))


def test_staff_are_called_once_and_again_when_somebody_has_come(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en", LANDSCAPE)
    hands = kiosk.hands
    hands.touch("home.find")
    hands.touch("dock.help")
    assert hands.reads("Staff have been called"), hands.texts
    (call,) = _waiting(kiosk)
    assert (call.kiosk, call.screen, call.why) == (kiosk.services.settings.kiosk_name, "find", "asked")
    hands.touch("help.close")
    hands.touch("dock.help")
    hands.touch("help.close")
    assert _waiting(kiosk) == (call,), "twice is once"
    kiosk.aside(lambda services: services.help_calls.take(call.id, by="anna", at=NOW))
    hands.touch("dock.help")
    hands.settle()
    (again,) = _waiting(kiosk)
    assert again.id != call.id
    hands.touch("help.callOff")
    assert _waiting(kiosk) == ()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, (1280, 800)])
@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_the_button_is_big_enough_and_within_the_dock_in_large_text_and_with_a_card(
    use_kiosk: OpenKiosk, language: str, size: tuple[int, int]
) -> None:
    hands = use_kiosk(language, size).hands
    least = 80 * min(size) / 1080 - 1
    for prepare in ("home", "account", "large"):
        if prepare == "account":
            hands.touch("home.account")
            hands.scan(ANNA)
        elif prepare == "large":
            hands.touch("dock.access")
            hands.touch("access.largeText")
        hands.settle()
        names = ["dock.help", "dock.access"] + (["dock.back", "dock.home"] if prepare != "home" else [])
        names += ["dock.signOut"] if prepare != "home" else []
        places = sorted((place_of(hands.find(name)) for name in names), key=lambda place: place.x())
        button = place_of(hands.find("dock.help"))
        assert button.width() >= least
        assert button.height() >= least
        assert places[0].x() >= 0
        assert places[-1].x() + places[-1].width() <= size[0]
        for left, right in pairwise(places):
            assert left.x() + left.width() <= right.x(), f"{language} {size} {prepare}"


@pytest.mark.parametrize("name", ["home", "results", "record", "answer", "borrow", "account", "return"])
def test_the_button_stands_on_every_page(use_kiosk: OpenKiosk, name: str) -> None:
    kiosk = use_kiosk("de")
    WAYS[name](kiosk.hands)
    kiosk.hands.touch("dock.help")
    assert kiosk.hands.reads("Das Personal ist gerufen"), kiosk.hands.texts
    kiosk.hands.press(Qt.Key.Key_Escape)
    assert not kiosk.hands.sees("help.close")
    _call_off_all(kiosk)


def test_once_the_library_is_closed_a_message_may_be_left_instead(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en", PORTRAIT)
    kiosk.hands.counter.visit.clock = FixedClock(NOW + timedelta(hours=8))
    hands = kiosk.hands
    hands.touch("dock.help")
    assert hands.reads("Nobody is here right now")
    assert hands.reads("+49 341 5550 120"), hands.texts
    assert _codes(hands.picture()) == {
        "mailto:auskunft@stadtbibliothek-lindenau.example",
        "https://www.stadtbibliothek-lindenau.example",
        "tel:+493415550120",
    }
    assert _waiting(kiosk) == ()
    hands.touch("help.message")
    assert hands.page == "request_form"


def test_with_the_database_away_it_says_so_and_how_else_the_library_is_reached(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_arguments: object, **_more: object) -> None:
        raise DatabaseUnavailable

    kiosk = open_kiosk("en", LANDSCAPE)
    monkeypatch.setattr(kiosk.services.help_calls, "call", away)
    kiosk.hands.touch("dock.help")
    assert kiosk.hands.reads("Staff could not be called")
    assert kiosk.hands.reads("+49 341 5550 120")
    kiosk.hands.touch("help.close")


def test_three_scans_that_fail_in_a_row_offer_help_and_one_that_works_starts_anew(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("en", LANDSCAPE)
    hands = kiosk.hands
    hands.touch("home.find")
    for _ in range(2):
        hands.scan(_UNKNOWN)
    hands.scan(kiosk.barcodes.free[0])
    hands.scan(_UNKNOWN)
    assert not hands.sees("toast.action")
    hands.scan("|||ÄÖ|||")
    assert not hands.sees("toast.action")
    hands.scan(_UNKNOWN)
    hands.touch("toast.action")
    assert hands.reads("Staff have been called")
    (call,) = _waiting(kiosk)
    assert call.why == "scans"


def test_a_card_that_is_none_three_times_offers_help_where_cards_are_asked_for(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("pl", PORTRAIT).hands
    hands.touch("home.account")
    for _ in range(3):
        hands.scan(_UNKNOWN)
    hands.touch("toast.action")
    assert hands.reads("Obsługa została wezwana")


def test_the_dialog_of_one_visitor_is_gone_for_the_next(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("en", LANDSCAPE).hands
    hands.touch("dock.help")
    hands.counter.shell.end_visit()
    hands.settle()
    assert not hands.sees("help.close")
