"""Which keys do nothing but wake a screen on which nobody sees what has the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

# Letters are let through: they may be a scan.
_ONLY_WAKE = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
}


def only_wakes(event: QEvent) -> bool:
    """Tell whether it is the press of a key that would do something to what has the focus."""
    pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
    return pressed and Qt.Key(event.key()) in _ONLY_WAKE  # type: ignore[attr-defined]
