"""Headings of columns that have less room than their words."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from tests.measured_staff.shown import shown, told

BESIDE = 21  # px that the style sheet keeps free at the sides of a heading


def cut_headings(root: QWidget) -> Iterator[str]:
    """Yield headings whose column is narrower than their words, also those that are scrolled out of sight."""
    for view in shown(root, QTableView):
        head = view.horizontalHeader()
        letters = QFontMetricsF(head.font())  # by which Qt cuts
        for place in range(head.count()):
            title = str(view.model().headerData(place, Qt.Orientation.Horizontal) or "")
            lacks = letters.horizontalAdvance(title) + BESIDE - head.sectionSize(place)
            if title and lacks > 0 and not _hidden(head, place):
                yield f"{told(view)} lacks {lacks:.1f} px for “{title}”"


def _hidden(head: QHeaderView, place: int) -> bool:
    return head.isHidden() or head.isSectionHidden(place)
