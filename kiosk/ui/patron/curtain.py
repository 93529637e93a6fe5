"""The first thing on the screen: paper and the kiosk's mark, painted before anything else is loaded.

Reading the library and loading the pages takes a second; until then a patron sees a kiosk that is
coming, and not a black screen. This imports nothing but Qt's painting.
"""

import os
import re
import sys
import time
from collections.abc import Sequence

from PySide6.QtCore import QEventLoop, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QRasterWindow

from kiosk.look.palette import LIGHT
from kiosk.supervising import tell_supervisor

_SCREENLESS = ("offscreen", "vnc", "minimal")
_PATIENCE_S = 1.0
_MARK_WIDTH = 216 / 72  # at 1080 short edge
_MARK = (
    (LIGHT.ink, ((7, 0, 31, 16, 5), (0, 10, 72, 52, 6))),
    (LIGHT.paper, ((10, 22, 52, 28, 2),)),
    (LIGHT.rule, ((19, 22, 3, 28, 0),)),
    (LIGHT.ink, ((24, 28, 31, 4, 0), (24, 37, 21, 4, 0))),
    (LIGHT.paper, ((33, 53, 6, 6, 2),)),
)


class Curtain(QRasterWindow):
    """Show the mark until `drop`; tell a supervisor once it is on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = QSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the mark in its middle."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), QColor(LIGHT.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        paint_mark(painter, min(self.width(), self.height()) / 1080 * _MARK_WIDTH)
        painter.end()
        self.painted = self.size()

    @Slot()
    def drop(self) -> None:
        """Make way for the kiosk."""
        self.close()


def raise_curtain(arguments: Sequence[str], kind: type[Curtain] = Curtain) -> Curtain | None:
    """Show the curtain as the `run` command would show its window; None where there is no screen."""
    platform = _option(arguments, "--platform") or os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        os.environ["QT_QPA_PLATFORM"] = platform
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not display and platform.partition(":")[0] not in _SCREENLESS:
        return None
    app = QGuiApplication(sys.argv[:1])
    curtain = kind()
    size = re.fullmatch(r"(\d{3,5})x(\d{3,5})", _option(arguments, "--windowed") or "")
    if size:
        curtain.resize(int(size[1]), int(size[2]))
        curtain.show()
    else:
        curtain.showFullScreen()
    # A Wayland compositor says only after the first picture how large the window is to be.
    wanted = curtain.size() if size else curtain.screen().size()
    until = time.monotonic() + _PATIENCE_S
    while curtain.painted != wanted and time.monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    app.processEvents()
    tell_supervisor("STATUS=The first frame is drawn")
    return curtain


def _option(arguments: Sequence[str], name: str) -> str | None:
    """Return what follows an option on the command line; the command itself checks it later."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if word == name:
            return following
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
    return None


def paint_mark(painter: QPainter, unit: float) -> None:
    """Paint the card drawer of the logo, drawn on 72 × 62, around the middle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(unit, unit)
    painter.translate(-36, -31)
    for colour, pieces in _MARK:
        painter.setBrush(QColor(colour))
        for x, y, width, height, radius in pieces:
            painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)
