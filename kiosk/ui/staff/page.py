"""What every page of the workspace is: a title, content below it, and answers to the keys of the frame."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.workplace import Workplace


class StaffPage(QWidget):
    """A page that stays while the account is signed in; what is typed in it stays too.

    It may be built long before anybody opens it, so building reads nothing and starts nothing.
    `column` is its content. `titled` tells that title, crumb or status have changed.
    """

    titled = Signal()

    def __init__(self, workplace: Workplace, title: str, crumb: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(title)
        self.workplace = workplace
        self.title = title
        self.crumb = crumb
        self.status = ""
        self.keys_told = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, 16, MARGIN, 14)
        self.column.setSpacing(GAP + 4)

    def hasHeightForWidth(self) -> bool:
        """Have what room there is: Qt would ask all pages at every change how high their words would be."""
        return False

    def parts(self) -> Iterator[None]:
        """Build in pieces what the page consists of, once it lies below the window and before all else is
        asked of it; nothing where the constructor has built it.
        """
        return iter(())

    def ahead(self) -> Iterator[None]:
        """Build in pieces what is not seen at first, such as parts under other tabs; nothing where all is."""
        return iter(())

    def enter(self) -> None:
        """Begin, just before the page is opened for the first time: read here what is read once."""

    def open(self, rest: str) -> None:
        """Come to the front; `rest` is what follows the page's own route, such as a record's id."""

    def refresh(self) -> None:
        """Read again what is shown (F5)."""

    def save(self) -> None:
        """Save what is typed (Ctrl+S)."""

    def undo(self) -> None:
        """Take the last change back (Ctrl+Z where no field has the focus)."""

    def unsaved(self) -> int:
        """Count the changes that are typed and not saved."""
        return 0

    def entitle(self, title: str, crumb: str = "", status: str = "", keys_told: str = "") -> None:
        """Say another title, the way to it, what state it is in, and the keys that work here."""
        self.title, self.crumb, self.status, self.keys_told = title, crumb, status, keys_told
        self.setAccessibleName(title)
        self.titled.emit()
