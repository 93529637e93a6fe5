"""The out-of-order page: what stands on the screen while the app cannot; without database or QML."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPaintEvent, QRasterWindow

from kiosk.last_words import LastWords, last_words
from kiosk.library_folder import LibraryFolder
from kiosk.look.palette import LIGHT
from kiosk.ui.patron.curtain import paint_mark
from kiosk.ui.shared.fonts import FAMILY, load_fonts
from kiosk.ui.shared.process import choose_platform
from kiosk.words import wording

_MARGIN, _GAP, _RULE = 64, 28, 3  # px at 1080 short edge, as are all sizes here
_TITLE, _BODY, _NAME = 56, 32, 40
_SMALLEST = 0.5
_ALIKE = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class BrokenPage(QRasterWindow):
    """Say in every language of the library what is the matter, what works and how it is reached."""

    def __init__(self, spoken: Sequence[LastWords]) -> None:
        super().__init__()
        self.setFlag(Qt.WindowType.FramelessWindowHint)
        self._spoken = tuple(spoken)
        self.painted = False
        self.left_over = 0.0  # px that did not find room when it was last painted

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all of it, as large as finds room."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), QColor(LIGHT.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width(), self.height()) / 1080
        painter.setPen(Qt.GlobalColor.transparent)  # measured first
        factor = 1.0
        while self._written(painter, scale * factor) > self.height() and factor > _SMALLEST:
            factor -= 0.05
        painter.setPen(QColor(LIGHT.ink))
        self.left_over = max(0.0, self._written(painter, scale * factor) - self.height())
        painter.save()
        painter.translate(self.width() - _MARGIN * 2 * scale, (_MARGIN + 40) * scale)
        paint_mark(painter, scale * 1.4)
        painter.restore()
        painter.end()
        self.painted = True

    def _written(self, painter: QPainter, unit: float) -> float:
        """Write all of it and return where it ends."""
        y, margin = _MARGIN * unit, _MARGIN * unit
        room = self.width() - 2 * margin

        def write(text: str, size: int, weight: QFont.Weight, within: float = room) -> None:
            nonlocal y
            font = QFont(FAMILY)
            font.setPixelSize(max(1, round(size * unit)))
            font.setWeight(weight)
            painter.setFont(font)
            space = QRectF(margin, y, within, self.height() * 4)
            y += painter.boundingRect(space, _ALIKE.value, text).height()
            painter.drawText(space, _ALIKE.value, text)

        if self._spoken[0].library:
            write(self._spoken[0].library, _NAME, QFont.Weight.Bold, room - 3 * margin)
            y += _GAP * unit
        for one in self._spoken:
            words = wording(one.language)
            painter.fillRect(QRectF(margin, y, room, _RULE * unit), painter.pen().color())
            y += _GAP * unit
            write(words("front.broken.title"), _TITLE, QFont.Weight.Bold)
            for key in ("text", "works"):
                write(words(f"front.broken.{key}"), _BODY, QFont.Weight.Medium)
                y += _GAP * unit / 2
            if one.reach:
                write(words("front.broken.reach"), _BODY, QFont.Weight.Bold)
                reached = " · ".join(f"{name}: {value}".replace(" ", "\u00a0") for name, value in one.reach)
                write(reached, _BODY, QFont.Weight.Medium)
            y += _GAP * unit
        return y


def show_broken_page(
    folder: LibraryFolder, size: tuple[int, int] | None, platform: str | None, again_in: int
) -> int:
    """Show the page until it is taken away, at the latest a minute after the next try; return 0.

    Raises NoDisplay where there is no screen to show it on.
    """
    choose_platform(platform)
    app = QGuiApplication(sys.argv[:1])
    load_fonts()
    page = BrokenPage(last_words(folder))
    if size is None:
        page.showFullScreen()
    else:
        page.resize(*size)
        page.show()
    if again_in:
        # Whoever began it takes it away; where that has died, it is not to stand for ever.
        QTimer.singleShot((again_in + 60) * 1000, app, app.quit)
    return app.exec()
