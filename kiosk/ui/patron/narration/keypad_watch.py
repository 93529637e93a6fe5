"""Sees the keys of a keypad before the page does: they interrupt, and some are for the voice alone."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.patron.narration.key_plan import Act
from kiosk.ui.patron.narration.narrator import Narrator

_MEANT = MappingProxyType({Act.OK: Qt.Key.Key_Return, Act.BACK: Qt.Key.Key_Escape})
_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class KeypadWatch(QObject):
    """Filter the window's key events; made before Scanning, so that no scan interrupts as typing does."""

    def __init__(
        self,
        window: QQuickWindow,
        plan: Mapping[int, Act],
        narrator: Narrator | None,
        aids: Mapping[Act, Callable[[], None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._plan = plan
        self._narrator = narrator
        self._aids = aids
        self._acts = _acts_of(narrator) if narrator is not None else {}
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out what the key is for; True where the page is not to know of it."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.KeyPress,
            QEvent.Type.KeyRelease,
        ):
            return False
        act = self._plan.get(event.key())
        if act is Act.BACK and event.key() == Qt.Key.Key_Backspace and _deletes(self._window):
            act = None
        meant = _MEANT.get(act) if act is not None else None
        if meant is not None and meant.value != event.key():
            again = QKeyEvent(event.type(), meant.value, _NO_MODIFIER, "", event.isAutoRepeat())
            QGuiApplication.sendEvent(self._window, again)
            return True
        if event.type() == QEvent.Type.KeyRelease:
            return act in self._acts or act in self._aids
        return self._pressed(event, act)

    def _pressed(self, event: QKeyEvent, act: Act | None) -> bool:
        typed = len(event.text()) == 1 and event.text().isprintable()
        narrator = self._narrator
        if act is not None and act in self._aids:
            if not event.isAutoRepeat():
                if narrator is not None:
                    narrator.hush()
                self._aids[act]()
            return True
        if narrator is None:
            return False
        if act in (Act.PLUGGED, Act.UNPLUGGED, Act.SPEECH):
            if act is Act.SPEECH or not event.isAutoRepeat():
                self._acts[act]()
            return True
        if event.isAutoRepeat() and act is None and not typed:
            return False
        if narrator.pressed(arrow=event.key() in _ARROWS):
            return True
        if act is Act.BACK:
            narrator.go_back()
        if act is None or act not in self._acts:
            return False
        self._acts[act]()
        return True


def _acts_of(narrator: Narrator) -> dict[Act, Callable[[], None]]:
    def while_it_speaks(act: Callable[[], None]) -> Callable[[], None]:
        return lambda: act() if narrator.active else None

    return {
        Act.SPEECH: narrator.toggle,
        Act.PLUGGED: partial(narrator.plug, True),
        Act.UNPLUGGED: partial(narrator.plug, False),
        Act.HELP: narrator.help,
        Act.REPEAT: while_it_speaks(narrator.repeat),
        Act.PAGE: while_it_speaks(narrator.read_page),
        Act.QUIETER: while_it_speaks(partial(narrator.louder, -1)),
        Act.LOUDER: while_it_speaks(partial(narrator.louder, 1)),
        Act.SLOWER: while_it_speaks(partial(narrator.faster, -1)),
        Act.FASTER: while_it_speaks(partial(narrator.faster, 1)),
        Act.CURTAIN: while_it_speaks(narrator.draw_curtain),
    }


def _deletes(window: QQuickWindow) -> bool:
    """Tell whether Backspace takes a letter away now, and is not the way back."""
    item = window.activeFocusItem()
    return item is not None and bool(item.property("length"))
