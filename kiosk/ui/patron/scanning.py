"""Listens to the window's keys for a scanner, whatever has the focus."""

from dataclasses import dataclass, field

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.settings import ScannerSettings
from kiosk.ui.patron.wedge import KeyWedge, Stroke, Verdict

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
# Longer than any scan takes, on a machine as busy as may be.
_FORGET_MS = 1000


@dataclass(frozen=True, slots=True)
class _Written:
    """A field as it was before a letter went ahead into it, and that letter."""

    item: QQuickItem = field(repr=False)  # may be gone meanwhile
    text: str
    caret: int
    letter: str


class Scanning(QObject):
    """Filter the window's key events: scans become signals, typing goes on as typed."""

    scanned = Signal(str)
    garbled = Signal()

    def __init__(
        self, window: QQuickWindow, settings: ScannerSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._wedge = KeyWedge(settings)
        self._gap = settings.key_gap_ms
        end = settings.end
        self._ends = {Qt.Key.Key_Tab} if end == "tab" else {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        self._clock = QElapsedTimer()
        self._clock.start()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._fall_silent)
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.setInterval(_FORGET_MS)
        self._forgetting.timeout.connect(self.forget)
        self._replaying = False
        self._swallowed: set[int] = set()
        self._written: _Written | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what may be a scan; True swallows the event."""
        if self._replaying or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            if event.key() in self._swallowed and not event.isAutoRepeat():
                self._swallowed.discard(event.key())
                return True
            return False
        if event.type() != QEvent.Type.KeyPress or event.isAutoRepeat() or event.modifiers() & _COMMANDS:
            return False
        item = _open_field(self._window)
        verdict = self._wedge.press(self._stroke(event), self._now(event), open_field=item is not None)
        if verdict.swallow:
            self._swallowed.add(event.key())
        if verdict.ahead and item is not None:
            self._replay(verdict.replay[:-1])
            text, caret = str(item.property("text")), int(item.property("cursorPosition"))
            self._written = _Written(item, text, caret, event.text())
            self._replay(verdict.replay[-1:])
            self._silence.stop()
            self._forgetting.start()
            return verdict.swallow
        self._carry_out(verdict)
        return verdict.swallow

    def _stroke(self, event: QKeyEvent) -> Stroke:
        ends = event.key() in self._ends or event.text() == "\n"
        return Stroke(event.key(), event.modifiers().value, event.text(), ends)

    def _now(self, event: QKeyEvent) -> int:
        """Return the event's own time, so that a busy moment does not make a scan look slow."""
        return int(event.timestamp()) or self._clock.elapsed()

    def _carry_out(self, verdict: Verdict) -> None:
        if verdict.retract:
            self._take_back()
        self._replay(verdict.replay)
        if verdict.scan is not None:
            self.scanned.emit(verdict.scan)
        elif verdict.partial:
            self.garbled.emit()
        if self._wedge.holding:
            # Longer than the gap, for the next event may be on its way already.
            self._silence.start(self._gap * 2)
        else:
            self._silence.stop()

    def _take_back(self) -> None:
        """Take the letter that went ahead out of its field, if that is as the letter has left it."""
        written, self._written = self._written, None
        if written is None or self._window.activeFocusItem() is not written.item:
            return
        before, after = written.text[: written.caret], written.text[written.caret :]
        if str(written.item.property("text")) == before + written.letter + after:
            written.item.setProperty("text", written.text)
            written.item.setProperty("cursorPosition", written.caret)

    def forget(self) -> None:
        """Keep nothing of what somebody has typed."""
        self._written = None

    def _fall_silent(self) -> None:
        self._replay(self._wedge.idle(2**62))

    def _replay(self, strokes: tuple[Stroke, ...]) -> None:
        self._replaying = True
        try:
            for stroke in strokes:
                modifiers = Qt.KeyboardModifier(stroke.modifiers)
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, stroke.key, modifiers, stroke.text)
                    QGuiApplication.sendEvent(self._window, event)
        finally:
            self._replaying = False


def _open_field(window: QQuickWindow) -> QQuickItem | None:
    """Return the field that takes letters now for all to read: not one for a PIN."""
    item = window.activeFocusItem()
    return item if item is not None and item.property("open") else None
