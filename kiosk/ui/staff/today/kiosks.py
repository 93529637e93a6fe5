"""The kiosks of self-service with a chip each, in a panel or a list of their own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui.staff.today.state import KioskRow
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.words import Wording

_MOST = 6


class KioskPanel(Panel):
    """Show the first kiosks, those that need somebody first; the button opens them all."""

    def __init__(self, words: Wording, opened: Callable[[], object]) -> None:
        super().__init__(words("staff.today.kiosks"))
        self._words = words
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(0, 1)
        self.put(self._rows)
        self.content.addStretch(1)
        self.put(button(words("staff.today.all_kiosks"), opened, name="allKiosks"))

    def show_kiosks(self, rows: Sequence[KioskRow]) -> None:
        """Show these; where there are more than have room, what is well stands back."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if not rows:
            self._grid.addWidget(label(self._words("staff.today.no_kiosks"), "caption", wrap=True), 0, 0)
        shown = rows if len(rows) <= _MOST else sorted(rows, key=lambda row: row.tone in ("good", "plain"))
        for place, row in enumerate(shown[:_MOST]):
            name = label(row.name)
            name.setToolTip(row.tip)
            name.setStyleSheet("font-weight: 600")
            chip = ChipLabel(Chip(row.chip, row.tone), self._rows)
            chip.setToolTip(row.tip)
            chip.setAccessibleName(f"{row.name}: {row.chip}. {row.tip}")
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(chip, place, 1, Qt.AlignmentFlag.AlignRight)
