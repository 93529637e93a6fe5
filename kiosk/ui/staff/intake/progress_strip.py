"""A strip on a page that shows how far work is, how long it still takes, and how to stop it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from kiosk.ui.staff.intake.progress_told import left_told
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import label
from kiosk.words import Wording

_FULL = 1000


class ProgressStrip(QFrame):
    """Hidden while nothing is going on."""

    def __init__(self, words: Wording, stop: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(GAP + 4)
        self._text = label("", name="workTold")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(160)
        self._left = label("", "caption", name="workLeft")
        self._stop = button(words("staff.intake.go.stop"), stop, name="stopWork")
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._left)
        row.addWidget(self._stop)
        self.hide()

    def show_work(
        self, text: str, fraction: float | None, elapsed: float = 0.0, *, stoppable: bool = True
    ) -> None:
        """Show what is going on; without a fraction nobody knows how long it takes."""
        self._text.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0 if fraction is None else _FULL)
        if fraction is not None:
            self._bar.setValue(round(fraction * _FULL))
        self._left.setText(left_told(self._words, fraction, elapsed) if fraction is not None else "")
        self._stop.setVisible(stoppable)
        self.show()

    def show_stopping(self) -> None:
        """Say that the work has been told to stop."""
        self._text.setText(self._words("staff.intake.work.stopping"))
        self._left.setText("")
        self._stop.setVisible(False)
