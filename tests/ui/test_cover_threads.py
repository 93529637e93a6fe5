"""Covers are painted off the GUI thread, at every size, and at every size there is something to see."""

from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.ui.shared.cover_design import CoverOrder
from kiosk.ui.shared.cover_painting import paint_cover
from kiosk.ui.shared.covers import Covers, stored_cover
from kiosk.ui.shared.fonts import load_fonts
from kiosk.ui.shared.jobs import Jobs

_TITLES = (
    "It",
    "Die Vermessung der Welt",
    "Donaudampfschifffahrtsgesellschaftskapitän und andere lange Wörter",
)


@pytest.fixture(autouse=True)
def _typefaces(qtbot: QtBot) -> None:
    load_fonts()


def test_no_cover_is_painted_on_the_gui_thread(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painters = []

    def paint(order: CoverOrder) -> QImage:
        painters.append(current_thread())
        return paint_cover(order)

    monkeypatch.setattr("kiosk.ui.shared.covers.paint_cover", paint)
    jobs = Jobs()
    covers = Covers(tmp_path, jobs)
    orders = [CoverOrder(title, "Somebody", "book", 112) for title in _TITLES]
    with qtbot.waitSignals([covers.painted] * len(orders)):
        covers.want(orders)
    assert len(painters) == len(orders)
    assert main_thread() not in painters
    jobs.close()


@pytest.mark.parametrize("width", [48, 83, 84, 112, 224, 464, 640])
@pytest.mark.parametrize("form", ["book", "music", "film"])
@pytest.mark.parametrize("title", _TITLES)
def test_a_cover_of_any_size_shows_its_letters_on_its_ground(
    tmp_path: Path, title: str, form: str, width: int
) -> None:
    image = QImage(str(stored_cover(tmp_path, CoverOrder(title, "Michael Ende", form, width))))
    assert image.width() == width
    assert 1 <= image.height() / width <= 1.6
    step = max(1, width // 60)
    colours = {image.pixel(x, y) for x in range(0, width, step) for y in range(0, image.height(), step)}
    assert len(colours) > 2
