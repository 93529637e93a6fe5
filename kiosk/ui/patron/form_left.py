"""Keeps a form that was left for a moment, with a word on the screen that leads back to it."""

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.ui.patron.view_models.shell import ShellViewModel

_KEPT_MS = 8000  # as long as the toast stands that leads back, and a little


class FormLeft(QObject):
    """Tell of one page's form: `wanted` when one goes back to it, `lapsed` when nobody did."""

    wanted = Signal()
    lapsed = Signal()

    def __init__(self, name: str, shell: ShellViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._shell = shell
        self._kept = QTimer(self)
        self._kept.setSingleShot(True)
        self._kept.setInterval(_KEPT_MS)
        self._kept.timeout.connect(self.lapsed)
        shell.toastActed.connect(self._acted)

    @property
    def waiting(self) -> bool:
        """Tell whether a form is kept right now."""
        return self._kept.isActive()

    def leave(self, sentence: str, way_back: str, icon: str) -> None:
        """Keep it for a few seconds and say so."""
        self._kept.start()
        self._shell.showToast(sentence, way_back, self._name, icon)

    def stop(self) -> None:
        """Keep it no longer, or for good: it is in sight again, or gone."""
        self._kept.stop()

    def _acted(self, name: str) -> None:
        if name == self._name and self._kept.isActive():
            self._kept.stop()
            self.wanted.emit()
