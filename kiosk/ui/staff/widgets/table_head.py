"""The headings of a table: drawn and reckoned in one typeface, the arrow of the order beside the words."""

from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kiosk.ui.shared.fonts import FAMILY
from kiosk.ui.staff.style import CAPTION, COLOURS, HEAD

_BESIDE = 22  # what the style sheet keeps free at both sides of a heading, and a pixel for rounding
_ARROW = 3.0  # px: half as wide as the arrow, which lies in the free room at the right


def heading_width(title: str) -> int:
    """Return how wide a column has to be, in pixels, to show its heading whole."""
    return ceil(QFontMetricsF(_font()).horizontalAdvance(title)) + _BESIDE


class TableHead(QHeaderView):
    """Horizontal headings.

    Qt draws them in the typeface that the style sheet gives a section, and cuts them by that of the whole
    head, so the style sheet gives both the same: words would be cut that have room. `held` tells that a
    mouse button is down here: only then does somebody drag a column.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.held = False
        self.setFixedHeight(HEAD)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to be held."""
        self.held = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Be held while Qt makes a column as wide as its content."""
        self.held = True
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be held no longer."""
        super().mouseReleaseEvent(event)
        self.held = False

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Draw the heading, and where rows are ordered by it an arrow behind it that covers no word."""
        painter.save()
        super().paintSection(painter, rect, index)
        painter.restore()
        if not self.isSortIndicatorShown() or self.sortIndicatorSection() != index:
            return
        up = 1 if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else -1
        middle = QPointF(rect.right() - _ARROW - 1.5, rect.center().y() + 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS.ink))
        painter.drawConvexPolygon(
            [middle + QPointF(x * _ARROW, y * up) for x, y in ((-1, 2.0), (1, 2.0), (0, -2.5))]
        )
        painter.restore()


def _font() -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(CAPTION)
    font.setWeight(QFont.Weight.DemiBold)
    return font
