"""Holds the screen: nothing that a patron can press, drag or close leads out of the window."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPointerEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import isValid

from kiosk.ui.patron.exit_gesture import ARROWS, CORNERS, Sequenced, corner_at

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_KEYS = QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride
# Keys that mean something to systems and to nobody at a kiosk.
_STRANGE = {
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_Menu,
    Qt.Key.Key_Print,
    Qt.Key.Key_SysReq,
    Qt.Key.Key_F11,
    Qt.Key.Key_Copy,
    Qt.Key.Key_Cut,
    Qt.Key.Key_Paste,
    Qt.Key.Key_Close,
    Qt.Key.Key_HomePage,
    Qt.Key.Key_Search,
}
_ARROW = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}
_DROPPED = {
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.Drop,
    QEvent.Type.ContextMenu,
    QEvent.Type.NativeGesture,
}
_MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}
_LOOK_EVERY_MS = 500


class LockedFront(QObject):
    """Filter the window's events before anything else sees them; `leaveAsked` tells of the hidden gesture.

    Where it is to `hold`, the window cannot be closed, and is
    made fullscreen, raised and active again whenever it is not; `let_go` ends that.
    """

    leaveAsked = Signal()

    def __init__(
        self, window: QQuickWindow, shell: QQuickItem | None, *, hold: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._shell, self._hold = window, shell, hold
        self._clock = QElapsedTimer()
        self._clock.start()
        self._corners, self._arrows = Sequenced(CORNERS), Sequenced(ARROWS)
        self._focus: QObject | None = None
        self.come_first()
        # Shortcuts are asked about at what has the focus, before the window hears of the key.
        window.focusObjectChanged.connect(self._watch)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self.take_back)
        if hold:
            application = QGuiApplication.instance()
            assert application is not None
            application.installEventFilter(self)
            self._look.start()

    def come_first(self) -> None:
        """See events before all filters made until now: of several, the last comes first."""
        self._window.installEventFilter(self)

    @property
    def holding(self) -> bool:
        """Tell whether the screen is held."""
        return self._hold

    def let_go(self) -> None:
        """Hold the screen no longer: staff leave, or the system ends the app."""
        self._hold = False
        self._look.stop()

    def take_back(self) -> None:
        """Make the window fullscreen, topmost and active again where something took that from it."""
        window = self._window
        if not self._hold or not window.isVisible():
            return
        if window.visibility() != QQuickWindow.Visibility.FullScreen:
            window.showFullScreen()
        if not window.isActive():
            window.raise_()
            window.requestActivate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what is none of a patron's business."""
        kind = event.type()
        if watched is not self._window:
            return self._elsewhere(kind, event)
        if kind in _DROPPED:
            event.ignore()
            return True
        if kind == QEvent.Type.Close:
            if self._hold:
                event.ignore()
            return self._hold
        if kind == QEvent.Type.WindowStateChange and self._hold:
            QTimer.singleShot(0, self, self.take_back)
            return False
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind in _MOUSE and isinstance(event, QMouseEvent) and event.button() != Qt.MouseButton.LeftButton:
            return True  # a middle button would paste, a right one ask for a menu
        if kind in (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress) and isinstance(
            event, QPointerEvent
        ):
            self._pressed(event.points()[0].scenePosition())
        return False

    def _elsewhere(self, kind: QEvent.Type, event: QEvent) -> bool:
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # An ampersand in a button's name makes a shortcut of it that nobody has asked for.
            strange = bool(event.modifiers() & _COMMANDS)
            if strange:
                event.accept()
            return strange
        # The session ends or a menu says Quit: neither is for a patron to say.
        return kind == QEvent.Type.Quit and self._hold

    @Slot(QObject)
    def _watch(self, focus: QObject | None) -> None:
        if self._focus is not None and isValid(self._focus):
            self._focus.removeEventFilter(self)
        self._focus = focus if focus is not self._window else None
        if self._focus is not None:
            self._focus.installEventFilter(self)

    def _key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & _COMMANDS
        # A letter of the third level of a keyboard comes with both where AltGr is none of its own.
        letter = modifiers == _ALT_GR and event.text().isprintable() and event.text() != ""
        key = Qt.Key(event.key())
        if (modifiers and not letter) or key in _STRANGE:
            event.accept()  # of a shortcut asked about it says that there is none
            return True
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            if (arrow := _ARROW.get(key)) is None:
                self._arrows.other()
            elif self._arrows.step(arrow, self._clock.elapsed()):
                self.leaveAsked.emit()
        return False

    def _pressed(self, at: QPointF) -> None:
        width, height = float(self._window.width()), float(self._window.height())
        if self._shell is not None:  # which may be turned on the glass
            at = self._shell.mapFromScene(at)
            width, height = self._shell.width(), self._shell.height()
        corner = corner_at(at.x(), at.y(), width, height)
        if corner is None:
            self._corners.other()
        elif self._corners.step(corner, self._clock.elapsed()):
            self.leaveAsked.emit()


def empty_clipboard() -> None:
    """Leave nothing for the next patron to paste."""
    clipboard = QGuiApplication.clipboard()
    for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
        if clipboard.ownsClipboard() if mode == clipboard.Mode.Clipboard else clipboard.ownsSelection():
            clipboard.clear(mode)
