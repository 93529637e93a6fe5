"""Lays widgets out as words on a page: beside one another, and on from the left when a line is full."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """As high as its width makes it; the last widget takes what is left of its line."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put at the end."""
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Count the widgets."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """Give the one at a place."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more than there is."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height hangs on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width."""
        return self._lay(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, box: QRect) -> None:
        """Lay out."""
        super().setGeometry(box)
        self._lay(box, apply=True)

    def sizeHint(self) -> QSize:
        """Give the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Give the size of the largest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, box: QRect, *, apply: bool) -> int:
        """Return how high it is at the width of the box; place the widgets only if asked to."""
        top = box.y()
        for line in self._lines(box.width()):
            high = max(item.sizeHint().height() for item in line)
            left = box.x()
            for item in line if apply else ():
                size = item.sizeHint()
                width = min(size.width(), box.width())
                if item is self._items[-1]:
                    width = max(width, box.right() + 1 - left)
                item.setGeometry(QRect(left, top + (high - size.height()) // 2, width, size.height()))
                left += width + self.spacing()
            top += high + self.spacing()
        return max(0, top - self.spacing() - box.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            wanted = item.sizeHint().width()
            if not lines or used + wanted > width:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += wanted + self.spacing()
        return lines
