"""From home into a section its guide card rises and fills the page, unless motion is not wanted."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.ui.patron.shell_state import Comfort
from tests.ui.conftest import OpenScreen, Screen

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("section", ["find", "ask", "borrow"])
def test_the_card_touched_grows_to_the_page_and_is_gone(
    open_screen: OpenScreen, qtbot: QtBot, size: tuple[int, int], section: str
) -> None:
    screen = open_screen("de", *size, Comfort(reduced_motion=False))
    card = screen.item(f"homeCard.{section}").parentItem()
    assert card is not None
    home = card.mapRectToScene(QRectF(0, 0, card.width(), card.height()))
    screen.desk.shell.open(section)
    rise = screen.item("rise")
    growing = rise.childItems()[0]
    begun = _place(growing)
    assert (begun.left(), begun.top(), begun.width()) == (home.left(), home.top(), home.width())
    assert 0 < begun.height() <= home.height()
    grown: list[QRectF] = []

    def gone() -> bool:
        grown.append(_place(growing))
        return not rise.isVisible()

    qtbot.waitUntil(gone)
    assert all(one.height() <= two.height() + 1 for one, two in pairwise(grown))
    assert _place(growing).width() == size[0]
    assert _place(growing).top() == pytest.approx(_header_height(screen), abs=1)


def test_nothing_rises_where_motion_is_not_wanted(open_screen: OpenScreen) -> None:
    screen = open_screen("de")
    screen.desk.shell.open("find")
    rise = screen.window.findChild(QQuickItem, "rise")
    assert rise is not None
    assert not rise.isVisible()


def test_deeper_pages_and_sections_without_a_card_do_not_rise(open_screen: OpenScreen) -> None:
    screen = open_screen("de", comfort=Comfort(reduced_motion=False))
    screen.desk.shell.open("return")
    rise = screen.window.findChild(QQuickItem, "rise")
    assert rise is not None
    assert not rise.isVisible()


def _place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _header_height(screen: Screen) -> float:
    return screen.item("pages").mapRectToScene(QRectF(0, 0, 1, 1)).top()
