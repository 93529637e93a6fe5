"""The Record page's view model."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.record_copies import CopyRow
from kiosk.ui.patron.record_spines import SpineRow
from kiosk.ui.patron.record_state import MoreRow, RecordState, SubjectRow
from kiosk.ui.patron.view_models.record_hold import RecordHoldViewModel
from kiosk.ui.patron.view_models.record_map import RecordMapViewModel
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class RecordViewModel(QObject):  # type: ignore[operator]
    """Show a RecordState and say what the patron wants; services listen to its request signals."""

    changed = Signal()
    recordReplaced = Signal()
    copyRequested = Signal(str)
    recordRequested = Signal(str)
    authorRequested = Signal(str)
    subjectRequested = Signal(str)
    printRequested = Signal()
    phoneRequested = Signal()
    codeDismissed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = RecordState()
        self._copies = RowList(CopyRow, "copy", lambda row: row.barcode, self)
        self._spines = RowList(SpineRow, "spine", lambda row: row.record, self)
        self._more = RowList(MoreRow, "more", lambda row: row.record, self)
        self._like = RowList(MoreRow, "more", lambda row: row.record, self)
        self._subjects = RowList(SubjectRow, "subject", lambda row: row.heading, self)
        self._map = RecordMapViewModel(self)
        self._holding = RecordHoldViewModel(self)

    def show(self, state: RecordState) -> None:
        """Show another state."""
        if state == self._state:
            return
        other = state.key != self._state.key
        self._state = state
        self._copies.show(state.copies)
        self._map.show(state.map, state.labels)
        self._spines.show(state.spines)
        self._more.show(state.more)
        self._like.show(state.like)
        self._subjects.show(state.subjects)
        self.changed.emit()
        if other:
            self.recordReplaced.emit()

    # What the patron wants.

    @Slot(str)
    def chooseCopy(self, barcode: str) -> None:
        """See where another copy stands."""
        self.copyRequested.emit(barcode)

    @Slot(str)
    def openRecord(self, record: str) -> None:
        """Look at another title."""
        self.recordRequested.emit(record)

    @Slot()
    def searchAuthor(self) -> None:
        """See everything of this author."""
        self.authorRequested.emit(self._state.author_heading)

    @Slot(str)
    def searchSubject(self, heading: str) -> None:
        """See everything on a subject."""
        self.subjectRequested.emit(heading)

    @Slot()
    def printSlip(self) -> None:
        """Take title and place along on paper."""
        self.printRequested.emit()

    @Slot()
    def takeAlong(self) -> None:
        """Take title and place along on the phone."""
        self.phoneRequested.emit()

    @Slot()
    def dismissCode(self) -> None:
        """Go back from the code to the page."""
        self.codeDismissed.emit()

    # What QML reads.

    @Property(str, notify=changed)
    def key(self) -> str:
        """The title's public id; empty while none is shown."""
        return self._state.key

    @Property(str, notify=changed)
    def title(self) -> str:
        """What it is called."""
        return self._state.title

    @Property(str, notify=changed)
    def language(self) -> str:
        """Its language in two letters; empty where nobody knows."""
        return self._state.language

    @Property(str, notify=changed)
    def subtitle(self) -> str:
        """And in small."""
        return self._state.subtitle

    @Property(str, notify=changed)
    def author(self) -> str:
        """Who made it."""
        return self._state.author

    @Property(str, notify=changed)
    def meta(self) -> str:
        """Form, publisher, year, extent, language."""
        return self._state.meta

    @Property(str, notify=changed)
    def summary(self) -> str:
        """What it is about."""
        return self._state.summary

    @Property(str, notify=changed)
    def location(self) -> str:
        """Where in the building, below the cover."""
        return self._state.location

    @Property(str, notify=changed)
    def callNumber(self) -> str:
        """Its shelf address."""
        return self._state.call_number

    @Property(str, notify=changed)
    def cover(self) -> str:
        """Its cover's file URL; empty until it is painted."""
        return self._state.cover

    @Property(bool, notify=changed)
    def square(self) -> bool:
        """Whether the cover is square."""
        return self._state.square

    @Property(int, notify=changed)
    def tone(self) -> int:
        """How good the answer is: 0 good, 1 wait, 2 no."""
        return self._state.panel.tone

    @Property(str, notify=changed)
    def answerIcon(self) -> str:
        """What stands for the answer where no date does."""
        return self._state.panel.icon

    @Property(str, notify=changed)
    def answer(self) -> str:
        """Until when, from when, or why not."""
        return self._state.panel.headline

    @Property(str, notify=changed)
    def answerFirst(self) -> str:
        """What goes with it."""
        return self._state.panel.first

    @Property(str, notify=changed)
    def answerSecond(self) -> str:
        """And how many copies there are."""
        return self._state.panel.second

    @Property(bool, notify=changed)
    def dated(self) -> bool:
        """Whether the answer has a date slip."""
        return self._state.panel.slip is not None

    @Property(str, notify=changed)
    def weekday(self) -> str:
        """The slip's weekday."""
        return self._state.panel.slip.weekday if self._state.panel.slip else ""

    @Property(str, notify=changed)
    def day(self) -> str:
        """The slip's day."""
        return self._state.panel.slip.day if self._state.panel.slip else ""

    @Property(str, notify=changed)
    def month(self) -> str:
        """The slip's month."""
        return self._state.panel.slip.month if self._state.panel.slip else ""

    @Property(QObject, constant=True)
    def copies(self) -> QObject:
        """Rows of copyBarcode, copyPlace, copyShelf, copyCallNumber, copyState, copyTone, copyIcon …"""
        return self._copies

    @Property(RecordMapViewModel, constant=True)
    def map(self) -> RecordMapViewModel:
        """Where the chosen copy stands."""
        return self._map

    @Property(RecordHoldViewModel, constant=True)
    def holding(self) -> RecordHoldViewModel:
        """Holds on it."""
        return self._holding

    @Property(bool, notify=changed)
    def holdable(self) -> bool:
        """Whether holds are placed here."""
        return self._state.holdable

    @Property(bool, notify=changed)
    def holdFirst(self) -> bool:
        """Whether a hold is what one most likely wants."""
        return self._state.hold_first

    @Property(QObject, constant=True)
    def spines(self) -> QObject:
        """Rows of spineRecord, spineTitle, spineAuthor, spineCallNumber, spineGround, spineInk …"""
        return self._spines

    @Property(str, notify=changed)
    def moreTitle(self) -> str:
        """What heads the other titles; empty: there are none."""
        return self._state.more_title

    @Property(QObject, constant=True)
    def more(self) -> QObject:
        """Rows of moreRecord, moreTitle, moreAuthor, moreCover, moreSquare."""
        return self._more

    @Property(QObject, constant=True)
    def like(self) -> QObject:
        """Other titles like this one; rows as those of `more`."""
        return self._like

    @Property(QObject, constant=True)
    def subjects(self) -> QObject:
        """Rows of subjectHeading, subjectLabel."""
        return self._subjects

    @Property(str, notify=changed)
    def qr(self) -> str:
        """Path data of the code for the phone; empty: it is not shown."""
        return self._state.qr

    @Property(int, notify=changed)
    def qrSize(self) -> int:
        """How many modules the code is wide."""
        return self._state.qr_size

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why there is nothing to see."""
        return self._state.trouble
