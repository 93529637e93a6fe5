"""The view model of reading an answer aloud."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class AnswerSpeechViewModel(QObject):  # type: ignore[operator]
    """Show whether the answer can be read aloud, whether it is, and what went wrong."""

    changed = Signal()
    toggleRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offered = False
        self._speaking = False
        self._note = ""

    def show(self, offered: bool, speaking: bool, note: str) -> None:
        """Show another state."""
        if (offered, speaking, note) != (self._offered, self._speaking, self._note):
            self._offered, self._speaking, self._note = offered, speaking, note
            self.changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Read aloud, or stop."""
        self.toggleRequested.emit()

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        """Whether it can be read aloud here."""
        return self._offered

    @Property(bool, notify=changed)
    def speaking(self) -> bool:
        """Whether it is being read."""
        return self._speaking

    @Property(str, notify=changed)
    def note(self) -> str:
        """Why it was broken off, empty where it was not."""
        return self._note
