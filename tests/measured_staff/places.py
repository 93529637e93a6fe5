"""Where things lie: over one another, outside of what holds them, too small to hit."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.measured_staff.shown import shown, told

LEAST = 24  # WCAG 2.2, 2.5.8: a target's width and height, px
_INNER = (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit)
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


def controls(root: QWidget) -> Iterator[QWidget]:
    """Yield what can be clicked or typed into, but for the inner parts of a list, box or scroll bar."""
    for kind in CONTROLS:
        for one in shown(root, kind):
            if not isinstance(one.parentWidget(), _INNER):
                yield one


def small(root: QWidget) -> Iterator[str]:
    """Yield targets less than 24 px wide or high."""
    for one in controls(root):
        if min(one.width(), one.height()) < LEAST:
            yield f"{told(one)} is {one.width()} × {one.height()} px"


def outside(root: QWidget) -> Iterator[str]:
    """Yield what sticks out of what holds it; a part that scrolls lets its own content do so."""
    for one in shown(root, QWidget):
        parent = one.parentWidget()
        if one is root or parent is None or one.isWindow() or parent.layout() is None:
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(one.geometry()):
            yield f"{told(one)} at {one.geometry().getRect()} of {parent.size().toTuple()}"


def overlapping(root: QWidget) -> Iterator[str]:
    """Yield neighbours in one layout that lie over one another."""
    for parent in (root, *shown(root, QWidget)):
        layout = parent.layout()
        if layout is None:
            continue
        places = [layout.itemAt(n) for n in range(layout.count())]
        laid = [place.widget() for place in places if place is not None]
        seen = [one for one in laid if one is not None and one.isVisible()]
        for one, other in combinations(seen, 2):
            if one.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
                continue
            both = one.geometry().intersected(other.geometry())
            if both.width() > 1 and both.height() > 1:
                yield f"{told(one)} and {told(other)}"
