"""The view model of receipts by e-mail, at the end of Borrow."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.borrow_mail_state import MailState
from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class BorrowMailViewModel(QObject):  # type: ignore[operator]
    """Show a MailState and tell where receipts shall go; what is typed is not kept here."""

    changed = Signal()
    mailChosen = Signal()
    knownAddressChosen = Signal()
    otherAddressChosen = Signal()
    addressTyped = Signal(str)
    mailSkipped = Signal()
    mailLeft = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = MailState()

    def show(self, state: MailState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self.changed.emit()

    @Slot()
    def choose(self) -> None:
        """Want receipts by e-mail."""
        self.mailChosen.emit()

    @Slot()
    def sendThere(self) -> None:
        """Send it to the address on file."""
        self.knownAddressChosen.emit()

    @Slot()
    def typeOther(self) -> None:
        """Type another address."""
        self.otherAddressChosen.emit()

    @Slot(str)
    def giveAddress(self, text: str) -> None:
        """Send it to what was typed."""
        self.addressTyped.emit(text)

    @Slot()
    def skip(self) -> None:
        """No receipt for this card."""
        self.mailSkipped.emit()

    @Slot()
    def leave(self) -> None:
        """Choose another kind of receipt."""
        self.mailLeft.emit()

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        """Whether receipts go by e-mail here."""
        return self._state.offered

    @Property(int, notify=changed)
    def asked(self) -> int:
        """Which card is asked about, from 1; 0: none."""
        return self._state.asked

    @Property(str, notify=changed)
    def order(self) -> str:
        """What is asked."""
        return self._state.order

    @Property(str, notify=changed)
    def send(self) -> str:
        """What sending it to the address on file means; empty: there is none."""
        return self._state.send

    @Property(bool, notify=changed)
    def typing(self) -> bool:
        """Whether an address is typed."""
        return self._state.typing

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What is wrong with what was typed."""
        return self._state.trouble

    @Property(str, notify=changed)
    def busy(self) -> str:
        """What is waited for; empty: nothing."""
        return self._state.busy
