"""The view model of the page of past loans."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.settings_history_state import HistoryState, PastLoan
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class SettingsHistoryViewModel(QObject):  # type: ignore[operator]
    """Show a HistoryState and tell what its owner wants."""

    changed = Signal()
    recordRequested = Signal(str)
    moreRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = HistoryState()
        self._loans = RowList(PastLoan, "past", lambda row: row.key, self)

    def show(self, state: HistoryState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self._loans.show(state.loans)
            self.changed.emit()

    @Slot(str)
    def openRecord(self, key: str) -> None:
        """Show the title of that id."""
        self.recordRequested.emit(key)

    @Slot()
    def readMore(self) -> None:
        """Read on, or once more."""
        self.moreRequested.emit()

    @Property(QObject, constant=True)
    def loans(self) -> QObject:
        """Rows of a PastLoan's fields, prefixed `past`."""
        return self._loans

    @Property(bool, notify=changed)
    def loaded(self) -> bool:
        """Whether anything was read."""
        return self._state.loaded

    @Property(str, notify=changed)
    def failure(self) -> str:
        """Why it could not be read."""
        return self._state.failure

    @Property(int, notify=changed)
    def shown(self) -> int:
        """How many are shown."""
        return len(self._state.loans)

    @Property(bool, notify=changed)
    def more(self) -> bool:
        """Whether there are more to read."""
        return self._state.more

    @Property(str, notify=changed)
    def count(self) -> str:
        """How many there are, once all are shown."""
        return self._state.count
