"""The sign that something is being read or done, once it takes longer than a moment."""

from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QWidget
from shiboken6 import isValid

from kiosk.words import Wording

_LOOK_MS = 25
_PATIENCE = 3  # looks: it is there before a tenth of a second is over
_STAYS = 8  # looks that it is there at least, for nobody to see it flicker
_HIGH = 3


class Awaited(Protocol):
    """What is under way: jobs of the process, or of one sign-in."""

    @property
    def awaited(self) -> int:
        """Count the jobs that somebody waits for."""


class BusyLine(QProgressBar):
    """A thin line that moves."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busy")
        self.setAccessibleName(words("staff.busy"))
        self.setRange(0, 0)
        self.setTextVisible(False)


class BusySign(BusyLine):
    """A line below the head that moves while somebody waits, and is not there otherwise.

    It looks instead of listening: work that ends within a moment would make it flicker. A dialog in front,
    which may cover it, gets a line of its own at its upper edge.
    """

    def __init__(self, jobs: Awaited, words: Wording) -> None:
        super().__init__(words)
        self._jobs, self._words = jobs, words
        self._looks = self._stays = 0
        self._over: BusyLine | None = None
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        self._looks = self._looks + 1 if self._jobs.awaited else 0
        self._stays = _STAYS if self._looks > _PATIENCE else max(0, self._stays - 1)
        self.setVisible(self._stays > 0)
        self._lie_over(QApplication.activeModalWidget() if self._stays else None)

    def _lie_over(self, front: QWidget | None) -> None:
        """Have a line on the dialog in front, and on no other."""
        over = self._over
        if over is not None and (not isValid(over) or over.parent() is not front):
            if isValid(over):
                over.hide()
                over.deleteLater()
            over = self._over = None
        if over is None and isinstance(front, QDialog) and _belongs(front, self.window()):
            over = self._over = BusyLine(self._words, front)
            over.setGeometry(0, 0, front.width(), _HIGH)
            over.raise_()
            over.show()


def _belongs(dialog: QWidget, window: QWidget) -> bool:
    above = dialog.parentWidget()
    return above is not None and above.window() is window
