"""The view model of the page with everything that is kept about a patron."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.settings_data_state import DataPiece, DataState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class SettingsDataViewModel(QObject):  # type: ignore[operator]
    """Show a DataState and tell what its owner wants."""

    changed = Signal()
    printRequested = Signal()
    againRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = DataState()
        self._pieces = RowList(DataPiece, "piece", lambda row: row.key, self)

    def show(self, state: DataState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self._pieces.show(state.pieces)
            self.changed.emit()

    @Slot()
    def print(self) -> None:
        """Put it on paper."""
        self.printRequested.emit()

    @Slot()
    def readAgain(self) -> None:
        """Read it once more."""
        self.againRequested.emit()

    @Property(QObject, constant=True)
    def pieces(self) -> QObject:
        """Rows of pieceKey, pieceHeading, pieceText."""
        return self._pieces

    @Property(bool, notify=changed)
    def loaded(self) -> bool:
        """Whether it is read."""
        return self._state.loaded

    @Property(str, notify=changed)
    def failure(self) -> str:
        """Why it could not be read."""
        return self._state.failure

    @Property(bool, notify=changed)
    def printing(self) -> bool:
        """Whether it is being printed."""
        return self._state.printing

    @Property(str, notify=changed)
    def paper(self) -> str:
        """How far the paper is; empty: none is wanted."""
        return self._state.paper

    @Property(bool, notify=changed)
    def paperFailed(self) -> bool:
        """Whether it could not be printed."""
        return self._state.paper_failed
