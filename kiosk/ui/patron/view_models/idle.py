"""The view model of the countdown at the end of an idle visit."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class IdleViewModel(QObject):  # type: ignore[operator]
    """Show the seconds left and what is unfinished; tell what the patron chooses."""

    changed = Signal()
    moreTimeRequested = Signal()
    endRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counting = False
        self._seconds = 0
        self._signed_in = False
        self._unfinished = ""
        self._settled = ""

    def show(self, counting: bool, seconds: int, signed_in: bool, unfinished: str, settled: str = "") -> None:
        """Show another second."""
        state = (counting, seconds, signed_in, unfinished, settled)
        if state != (self._counting, self._seconds, self._signed_in, self._unfinished, self._settled):
            self._counting, self._seconds, self._signed_in, self._unfinished, self._settled = state
            self.changed.emit()

    @Property(bool, notify=changed)
    def counting(self) -> bool:
        """Whether the countdown is on."""
        return self._counting

    @Property(int, notify=changed)
    def seconds(self) -> int:
        """The seconds left."""
        return self._seconds

    @Property(bool, notify=changed)
    def signedIn(self) -> bool:
        """Whether a card's visit is on, so that nothing of it is drawn behind."""
        return self._signed_in

    @Property(str, notify=changed)
    def unfinished(self) -> str:
        """What would be lost, as a sentence; empty for nothing."""
        return self._unfinished

    @Property(str, notify=changed)
    def settled(self) -> str:
        """What is done and stays done, as a sentence; empty for nothing."""
        return self._settled

    @Slot()
    def moreTime(self) -> None:
        """Stay."""
        self.moreTimeRequested.emit()

    @Slot()
    def end(self) -> None:
        """Leave now."""
        self.endRequested.emit()
