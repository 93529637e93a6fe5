"""State chips: a word with its icon on a tint, never a colour alone."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.shared.icon_drawing import draw_icon
from kiosk.ui.staff.style import CAPTION, COLOURS

_HEIGHT, _ICON, _PAD, _RADIUS = 26.0, 15.0, 9.0, 4.0
_TONES = {
    "good": ("check", COLOURS.good, COLOURS.tint),
    "wait": ("clock", COLOURS.wait, COLOURS.waitTint),
    "warn": ("alert", COLOURS.wait, COLOURS.waitTint),
    "stop": ("stop", COLOURS.stop, COLOURS.stopTint),
    "ask": ("info", COLOURS.askText, COLOURS.tintAsk),
    "plain": ("", COLOURS.ink, COLOURS.sunk),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """What a chip says; `tone` is good, wait, warn, stop, ask or plain, `icon` another than the tone's."""

    text: str
    tone: str = "plain"
    icon: str = ""


def chip_width(chip: Chip, font: QFont) -> float:
    """Return how wide the chip is drawn."""
    return _words_width(chip.text, font.family()) + 2 * _PAD + (_ICON + 6 if _icon_of(chip) else 0)


def draw_chip(
    painter: QPainter, chip: Chip, left: float, middle: float, most: float = 10_000, *, framed: bool = False
) -> None:
    """Draw the chip from `left`, centred on the height `middle`, elided where it is wider than `most`.

    On a ground that may be its own tint, such as a marked row's, it is `framed`.
    """
    width = min(chip_width(chip, painter.font()), most)
    ratio = painter.device().devicePixelRatio()
    family = painter.font().family()
    # A list shows fifty of them, mostly the same few: drawn once, each costs a twentieth of it.
    key = f"chip {chip.tone} {chip.icon} {framed:d} {width:.1f} {ratio} {family} {chip.text}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _picture(chip, width, ratio, family, framed=framed)
        QPixmapCache.insert(key, picture)
    painter.drawPixmap(QPointF(round(left), round(middle - _HEIGHT / 2)), picture)


def _picture(chip: Chip, width: float, ratio: float, family: str, *, framed: bool) -> QPixmap:
    """Draw a chip on nothing, `width` wide, in pixels of a screen with so many to one of ours."""
    _, ink, ground = _TONES[chip.tone]
    picture = QPixmap(ceil(width * ratio), ceil(_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    box = QRectF(0, 0, width, _HEIGHT)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(ink) if framed else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(COLOURS.card if framed else ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if framed else box, _RADIUS, _RADIUS)
    inner = box.adjusted(_PAD, 0, -_PAD, 0)
    if name := _icon_of(chip):
        draw_icon(painter, name, QRectF(inner.left(), (_HEIGHT - _ICON) / 2, _ICON, _ICON), ink, 2.3)
        inner.setLeft(inner.left() + _ICON + 6)
    font = _chip_font(family)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    text = QFontMetricsF(font).elidedText(chip.text, Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.end()
    return picture


class ChipLabel(QWidget):
    """A chip on a page."""

    def __init__(self, chip: Chip | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)

    @property
    def chip(self) -> Chip | None:
        """Give what is shown."""
        return self._chip

    def show_chip(self, chip: Chip | None) -> None:
        """Show another chip, or none."""
        self._chip = chip
        self.setAccessibleName(chip.text if chip else "")
        if self.parent() is not None or chip is None:  # shown alone it would be a window of its own
            self.setVisible(chip is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the chip's own size."""
        return QSize(round(chip_width(self._chip, self.font()) + 1) if self._chip else 0, int(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if self._chip is not None:
            painter = QPainter(self)
            draw_chip(painter, self._chip, 0, self.height() / 2)
            painter.end()


def _icon_of(chip: Chip) -> str:
    return chip.icon or _TONES[chip.tone][0]


@lru_cache(1024)
def _words_width(text: str, family: str) -> float:
    return QFontMetricsF(_chip_font(family)).horizontalAdvance(text)


def _chip_font(family: str) -> QFont:
    bold = QFont(family)
    bold.setPixelSize(CAPTION)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
