"""Breaking and drawing the words on a typographic cover."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kiosk.ui.shared.fonts import CYRILLIC, FAMILY

MAX_LINES = 6
LONGEST = 400  # letters; no cover has room for more


def cover_font(size: float, weight: QFont.Weight) -> QFont:
    """Give the cover's typeface at `size` pixels."""
    font = QFont([FAMILY, CYRILLIC])
    font.setPixelSize(max(1, int(size)))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def broken(text: str, font: QFont, room: float, most: int = MAX_LINES) -> list[str]:
    """Break into at most `most` lines no wider than `room`, hyphenating a word that is wider."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    for word, apart in _words(text[:LONGEST], metrics, room):
        joined = f"{lines[-1]}{' ' if apart else ''}{word}" if lines else word
        if lines and metrics.horizontalAdvance(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1] + " …"]


def draw_lines(
    painter: QPainter,
    lines: list[str],
    font: QFont,
    colour: str,
    left: float,
    baseline: float,
    pitch: float,
    centred_in: float = 0,
) -> float:
    """Draw lines from a first baseline; give the last one. `centred_in` > 0 centres them in that width."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = QFontMetricsF(font)
    for line in lines:
        shift = (centred_in - metrics.horizontalAdvance(line)) / 2 if centred_in else 0
        painter.drawText(QPointF(left + shift, baseline), line)
        baseline += pitch
    painter.setPen(Qt.PenStyle.NoPen)
    return baseline - pitch if lines else baseline


def _words(text: str, metrics: QFontMetricsF, room: float) -> Iterator[tuple[str, bool]]:
    """Give what may stand on a line of its own, and whether a space parts it from the piece before.

    A line may end with a hyphen of the text's own; only a piece that is still too wide is cut.
    """
    for whole in text.split():
        apart = True
        for part in re.findall(r"[^-]+-*|-+", whole):
            for piece in _pieces(part, metrics, room):
                yield piece, apart
                apart = False


def _pieces(word: str, metrics: QFontMetricsF, room: float) -> list[str]:
    pieces: list[str] = []
    while len(word) > 3 and metrics.horizontalAdvance(word) > room:
        cut = 2
        while cut < len(word) - 2 and metrics.horizontalAdvance(word[: cut + 1] + "-") <= room:
            cut += 1
        pieces.append(word[:cut] + "-")
        word = word[cut:]
    return [*pieces, word]
