"""The view model of the page for being forgotten."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.settings_erase_state import EraseState, Obstacle
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class SettingsEraseViewModel(QObject):  # type: ignore[operator]
    """Show an EraseState and tell what its owner wants."""

    changed = Signal()
    eraseRequested = Signal()
    answered = Signal(bool)
    takeBackRequested = Signal()
    againRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = EraseState()
        self._obstacles = RowList(Obstacle, "obstacle", lambda row: row.key, self)

    def show(self, state: EraseState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self._obstacles.show(state.obstacles)
            self.changed.emit()

    @Slot()
    def ask(self) -> None:
        """Ask to be forgotten: it is asked first whether it is meant."""
        self.eraseRequested.emit()

    @Slot(bool)
    def answer(self, agreed: bool) -> None:
        """Mean it, or not."""
        self.answered.emit(agreed)

    @Slot()
    def takeBack(self) -> None:
        """Stay after all."""
        self.takeBackRequested.emit()

    @Slot()
    def readAgain(self) -> None:
        """Read it once more."""
        self.againRequested.emit()

    @Property(QObject, constant=True)
    def obstacles(self) -> QObject:
        """Rows of obstacleKey, obstacleText, obstacleRemedy."""
        return self._obstacles

    @Property(int, notify=changed)
    def obstacleCount(self) -> int:
        """How many things have to be settled first."""
        return len(self._state.obstacles)

    @Property(bool, notify=changed)
    def loaded(self) -> bool:
        """Whether it is read."""
        return self._state.loaded

    @Property(str, notify=changed)
    def failure(self) -> str:
        """Why it could not be read."""
        return self._state.failure

    @Property(str, notify=changed)
    def pending(self) -> str:
        """Under which number the wish waits; empty: nothing is asked for."""
        return self._state.pending

    @Property(str, notify=changed)
    def step(self) -> str:
        """What happens with it next."""
        return self._state.step

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What went wrong and what to do."""
        return self._state.trouble

    @Property(bool, notify=changed)
    def question(self) -> bool:
        """Whether it is asked if it is meant."""
        return self._state.question

    @Property(str, notify=changed)
    def warning(self) -> str:
        """What to know before answering."""
        return self._state.warning

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether it is being asked for."""
        return self._state.busy
