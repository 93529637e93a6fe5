"""The sign that something is being read or done, once it takes longer than a moment."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar

from kiosk.ui.staff.errands import Errands
from kiosk.words import Wording

_LOOK_MS = 50
_PATIENCE = 2  # looks: a tenth of a second


class BusySign(QProgressBar):
    """A thin line below the head that moves while somebody waits, and is not there otherwise.

    It looks instead of listening: work that ends within a moment would make it flicker.
    """

    def __init__(self, jobs: Errands, words: Wording) -> None:
        super().__init__()
        self._jobs = jobs
        self._looks = 0
        self.setObjectName("busy")
        self.setAccessibleName(words("staff.busy"))
        self.setRange(0, 0)
        self.setTextVisible(False)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        self._looks = self._looks + 1 if self._jobs.awaited else 0
        self.setVisible(self._looks > _PATIENCE)
