"""The view model of the help dialog: staff are called, or how else the library is reached."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.help_state import HelpChannel, HelpState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class HelpViewModel(QObject):  # type: ignore[operator]
    """Show a HelpState; tell what the patron wants."""

    changed = Signal()
    callRequested = Signal()
    callOffRequested = Signal()
    messageRequested = Signal()
    closeRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = HelpState()
        self._channels = RowList(HelpChannel, "channel", lambda row: (row.kind, row.value), self)

    def show(self, state: HelpState) -> None:
        """Show another state; words stay while the dialog fades."""
        if state == self._state:
            return
        self._state = state
        self._channels.show(state.channels)
        self.changed.emit()

    # What somebody does.

    @Slot()
    def call(self) -> None:
        """Call staff."""
        self.callRequested.emit()

    @Slot()
    def callOff(self) -> None:
        """Take the call back."""
        self.callOffRequested.emit()

    @Slot()
    def writeMessage(self) -> None:
        """Leave a message instead."""
        self.messageRequested.emit()

    @Slot()
    def close(self) -> None:
        """Go on."""
        self.closeRequested.emit()

    # What QML reads.

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether the dialog is there."""
        return self._state.step != ""

    @Property(str, notify=changed)
    def step(self) -> str:
        """How far it is: calling, called, closed, trouble, reach; empty for no dialog."""
        return self._state.step

    @Property(str, notify=changed)
    def title(self) -> str:
        """What became of the call."""
        return self._state.title

    @Property(str, notify=changed)
    def text(self) -> str:
        """What to do now."""
        return self._state.text

    @Property(QObject, constant=True)
    def channels(self) -> QObject:
        """Rows of a HelpChannel's fields, prefixed `channel`."""
        return self._channels
