"""Every page of Ask opens in every size, language, theme and text size, and is reached by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.ui.patron.shell_state import Comfort
from tests.ui.ask.asked import FILM
from tests.ui.ask.conftest import OpenKiosk

SIZES = [(1080, 1920), (1920, 1080), (1280, 800), (540, 960)]


@pytest.mark.parametrize("language", ["de", "en", "pl"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_kind_of_page_opens_in_every_size_and_language(
    open_kiosk: OpenKiosk, size: tuple[int, int], language: str
) -> None:
    kiosk = open_kiosk(language, *size)
    kiosk.begin()
    modes = []
    for text in (FILM, "xyzzy", "do you have books by Rushdie"):
        kiosk.question(text)
        kiosk.window.grabWindow()
        modes.append(kiosk.answer.mode)
    kiosk.asking.open("ver", typing=True)
    kiosk.settle()
    assert kiosk.window.grabWindow().width() == size[0]
    assert modes == ["answer", "none", "choose"]


@pytest.mark.parametrize("scheme", [0, 1, 2])
@pytest.mark.parametrize("large", [False, True])
def test_an_answer_opens_in_every_theme_and_text_size(
    open_kiosk: OpenKiosk, scheme: int, large: bool
) -> None:
    kiosk = open_kiosk("de", comfort=Comfort(scheme, large, True, large))
    kiosk.begin()
    kiosk.question(FILM)
    assert kiosk.item("answer.figure").property("text") == "7 Tage"


def test_every_control_of_an_answer_is_reached_by_keys(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    reached = set()
    for _ in range(60):
        QTest.keyClick(kiosk.window, Qt.Key.Key_Down)
        focused = kiosk.window.activeFocusItem()
        reached.add(focused.objectName() if focused is not None else "")
    assert {
        "answer.field",
        "answer.clear",
        "answer.refine.item_type.dvd",
        "answer.print",
        "answer.yes",
        "answer.no",
        "answer.related.renewals",
    } <= reached
