"""Takes away dialogs that were left: a day's worth of them would pile up, with all that was typed there."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kiosk.ui.shared.jobs import Jobs

_LOOK_MS = 50


class LeftDialogs(QObject):
    """Delete each dialog of a window some time after it was closed.

    Qt keeps a dialog as long as its window, passwords in its fields included. It goes when the window is
    free again: not while another dialog stands over it, for whoever opened both still reads from the first,
    and not while work is under way that may have something to say to it.
    """

    def __init__(self, window: QWidget, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look what was left as soon as no dialog holds up the window."""
        if event.type() == QEvent.Type.WindowUnblocked:
            self._later.start(0)
        return False

    def _look(self) -> None:
        if QApplication.activeModalWidget() is not None:
            return
        if self._jobs.running:
            self._later.start(_LOOK_MS)
            return
        for dialog in self._window.findChildren(QDialog):
            # One that is made and not yet shown has not been left.
            if dialog.isHidden() and dialog.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                dialog.deleteLater()
