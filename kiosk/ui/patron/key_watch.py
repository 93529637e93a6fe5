"""Sees every key that reaches the window: somebody is there, and Tab leads where the arrows lead."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.patron.view_models.shell import ShellViewModel

_FORWARD = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}


class KeyWatch(QObject):
    """Filter the window's key events after the scanner has taken its own.

    Controls take keys for themselves, and Qt's own way from one to the next knows no dialogs: neither
    would come to the frame around the pages. Made before Scanning, for the last filter comes first.
    """

    def __init__(self, window: QQuickWindow, shell: ShellViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the press; Tab goes no further."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        self._shell.touch()
        forward = _FORWARD.get(Qt.Key(event.key()))
        if forward is None:
            return False
        self._shell.step(forward)
        return True
