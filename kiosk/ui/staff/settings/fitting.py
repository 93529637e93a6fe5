"""Lets a page be used in a small window: what does not fit is scrolled, what stood beside goes below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from kiosk.ui.staff.style import GAP


def scrolled(widget: QWidget) -> QScrollArea:
    """Return a widget that is scrolled up and down where the window is lower than it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setObjectName("canvas")
    area.setWidget(widget)
    return area


def scrolling_column(above: QBoxLayout) -> QVBoxLayout:
    """Return a column at the end of another that takes the rest of its room, and is scrolled where that is
    too little."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(above.spacing())
    above.addWidget(scrolled(inner), 1)
    return column


class SideBySide(QWidget):
    """Show widgets beside one another, below one another where there is less room than `least`."""

    def __init__(self, widgets: Sequence[tuple[QWidget, int]], least: int, lowest: int) -> None:
        super().__init__()
        self._least, self._lowest, self._count = least, lowest, len(widgets)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP + 4)
        for widget, share in widgets:
            widget.setMinimumHeight(lowest)
            self._box.addWidget(widget, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the widgets as there is room."""
        narrow = event.size().width() < self._least
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way != self._box.direction():
            self._box.setDirection(way)
            times = self._count if narrow else 1
            self.setMinimumHeight(times * self._lowest + (times - 1) * self._box.spacing())
        super().resizeEvent(event)
