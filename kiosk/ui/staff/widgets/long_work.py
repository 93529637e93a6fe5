"""Work that takes longer than a moment: a dialog with its progress and a way to stop it."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace

T = TypeVar("T")
_PATIENCE_MS = 100


class _Told(QObject):
    so_far = Signal(int)


class LongWork(QDialog):
    """Run work in turn with all other changes and show how far it is, after a tenth of a second.

    The work gets a function to tell how much is done, which returns False once it shall stop; it then
    ends at the next place where nothing is half done, and what it returns is told as ever. `whole` is
    how much there is, 0 where nobody knows.
    """

    def __init__(self, workplace: Workplace, parent: QWidget, heading: str, whole: int = 0) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._stop = Event()
        self._told = _Told(self)
        self._told.so_far.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self.setWindowTitle(heading)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 2)
        column.addWidget(label(heading, "heading"))
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, whole)
        self._bar.setAccessibleName(heading)
        column.addWidget(self._bar)
        self._count = label("", "caption")
        column.addWidget(self._count)
        self._leave = button(workplace.words("staff.stop"), self.reject, name="stop")
        column.addWidget(across(self._leave))
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.show)

    def begin(
        self,
        work: Callable[[Callable[[int], bool]], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run the work; `done` gets what it returns, also when it was stopped."""
        self._late.start(_PATIENCE_MS)

        def ended(result: T) -> None:
            self._end()
            done(result)

        def broken(error: Exception) -> None:
            self._end()
            (failed or self._workplace.fail)(error)

        self._workplace.jobs.serial(lambda: work(self._so_far), ended, broken)

    def reject(self) -> None:
        """Have the work stop where nothing is half done; Esc and closing mean the same."""
        self._stop.set()
        self._leave.setEnabled(False)
        self._count.setText(self._workplace.words("staff.stopping"))

    def _so_far(self, count: int) -> bool:
        self._told.so_far.emit(count)
        return not self._stop.is_set()

    def _show_progress(self, count: int) -> None:
        if not self._stop.is_set():
            self._bar.setValue(count)
            self._count.setText(self._workplace.words.show(count))

    def _end(self) -> None:
        self._late.stop()
        self.done(QDialog.DialogCode.Accepted)
        self.deleteLater()
