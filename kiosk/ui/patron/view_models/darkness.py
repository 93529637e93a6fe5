"""The view model of the dark screen outside opening hours."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class DarknessViewModel(QObject):  # type: ignore[operator]
    """Show whether the screen sleeps; tell that somebody wakes it."""

    changed = Signal()
    woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asleep = False

    def show(self, asleep: bool) -> None:
        """Let it sleep, or be awake."""
        if asleep != self._asleep:
            self._asleep = asleep
            self.changed.emit()

    @Property(bool, notify=changed)
    def asleep(self) -> bool:
        """Whether the screen is black."""
        return self._asleep

    @Slot()
    def wake(self) -> None:
        """Somebody has touched it."""
        self.woken.emit()
