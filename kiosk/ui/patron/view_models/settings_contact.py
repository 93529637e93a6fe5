"""The view model of the page for other contact details."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.form_fields import FormField
from kiosk.ui.patron.settings_contact_state import ContactState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class SettingsContactViewModel(QObject):  # type: ignore[operator]
    """Show a ContactState; `refilled` tells the page to show in its fields what is kept of them."""

    changed = Signal()
    refilled = Signal()
    troubled = Signal()
    typed = Signal(str, str)
    sendRequested = Signal()
    againRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = ContactState()
        self._fields = RowList(FormField, "field", lambda row: row.name, self)

    def show(self, state: ContactState) -> None:
        """Show another state."""
        if state == self._state:
            return
        came = state.loaded != self._state.loaded
        wrong = [field.name for field in state.fields if field.error]
        was_wrong = [field.name for field in self._state.fields if field.error]
        self._state = state
        self._fields.show(state.fields)
        self.changed.emit()
        if came:
            self.refilled.emit()
        if wrong and wrong != was_wrong:
            self.troubled.emit()

    @Slot(str, str)
    def type(self, name: str, text: str) -> None:
        """Keep what stands in a field."""
        self.typed.emit(name, text)

    @Slot()
    def send(self) -> None:
        """Ask staff for the change."""
        self.sendRequested.emit()

    @Slot()
    def readAgain(self) -> None:
        """Read the details once more."""
        self.againRequested.emit()

    @Property(QObject, constant=True)
    def fields(self) -> QObject:
        """Rows of a FormField's fields, prefixed `field`."""
        return self._fields

    @Property(bool, notify=changed)
    def loaded(self) -> bool:
        """Whether the details are read."""
        return self._state.loaded

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether it is being asked for."""
        return self._state.busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why it does not go on and what to do."""
        return self._state.trouble

    @Property(str, notify=changed)
    def pending(self) -> str:
        """Which change waits for staff already; empty: none."""
        return self._state.pending
