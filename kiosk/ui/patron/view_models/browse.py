"""The Browse page's view model."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.browse_state import BrowseState, HeadingRow, JumpRow
from kiosk.ui.patron.title_rows import TitleRow
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class BrowseViewModel(QObject):  # type: ignore[operator]
    """Show a BrowseState and say what the patron wants; services listen to its request signals."""

    changed = Signal()
    listReplaced = Signal()
    listRequested = Signal(int)
    jumpRequested = Signal(str)
    moreRequested = Signal()
    beforeRequested = Signal()
    headingRequested = Signal(str)
    recordRequested = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = BrowseState()
        self._rows = RowList(TitleRow, "title", lambda row: row.record, self)
        self._headings = RowList(HeadingRow, "heading", lambda row: row.key, self)
        self._jumps = RowList(JumpRow, "jump", lambda row: row.label, self)

    def show(self, state: BrowseState) -> None:
        """Show another state."""
        if state == self._state:
            return
        other = state.turn != self._state.turn
        self._state = state
        self._rows.show(state.rows)
        self._headings.show(state.headings)
        self._jumps.show(state.jumps)
        self.changed.emit()
        if other:
            self.listReplaced.emit()

    @Slot(int)
    def chooseList(self, index: int) -> None:
        """Look around in new titles, popular ones, subjects, authors or on the shelf."""
        self.listRequested.emit(index)

    @Slot(str)
    def jump(self, start: str) -> None:
        """Go on from there."""
        self.jumpRequested.emit(start)

    @Slot()
    def showMore(self) -> None:
        """Read on."""
        self.moreRequested.emit()

    @Slot()
    def showBefore(self) -> None:
        """Read what comes before."""
        self.beforeRequested.emit()

    @Slot(str)
    def follow(self, heading: str) -> None:
        """See the titles of a heading."""
        self.headingRequested.emit(heading)

    @Slot(str)
    def openRecord(self, record: str) -> None:
        """Look at a title."""
        self.recordRequested.emit(record)

    @Property(int, notify=changed)
    def what(self) -> int:
        """Which list: 0 new, 1 popular, 2 subjects, 3 authors, 4 shelf."""
        return self._state.what

    @Property(bool, notify=changed)
    def listing(self) -> bool:
        """Whether it is a list of headings, not of titles."""
        return self._state.listing

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """Rows of titles, as on the Find page."""
        return self._rows

    @Property(QObject, constant=True)
    def headings(self) -> QObject:
        """Rows of headingKey, headingTarget, headingText, headingCallNumber, headingNote, headingCount."""
        return self._headings

    @Property(QObject, constant=True)
    def jumps(self) -> QObject:
        """Rows of jumpStart, jumpLabel, jumpChosen."""
        return self._jumps

    @Property(bool, notify=changed)
    def more(self) -> bool:
        """Whether the list goes on."""
        return self._state.more

    @Property(bool, notify=changed)
    def before(self) -> bool:
        """Whether there is something before."""
        return self._state.before

    @Property(str, notify=changed)
    def nothing(self) -> str:
        """That the list is empty."""
        return self._state.nothing

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why there is nothing to see."""
        return self._state.trouble
