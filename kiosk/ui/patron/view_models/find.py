"""The Find page's view model."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.find_facets import FilterChip, YearBar
from kiosk.ui.patron.find_question import FilterKind
from kiosk.ui.patron.find_state import FindState
from kiosk.ui.patron.find_suggestions import SuggestionRow
from kiosk.ui.patron.title_rows import TitleRow
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1

_CHIP_LISTS = ("available", "forms", "languages", "extras")


@QmlElement
@QmlUncreatable("made by the desk")
class FindViewModel(QObject):  # type: ignore[operator]
    """Show a FindState and say what the patron wants; services listen to its request signals."""

    changed = Signal()
    textReplaced = Signal()
    resultsReplaced = Signal()
    typingRequested = Signal()
    textRequested = Signal(str)
    fieldRequested = Signal(int)
    submitRequested = Signal()
    clearRequested = Signal()
    suggestionRequested = Signal(str, str, bool)
    filterRequested = Signal(str, str)
    yearsRequested = Signal(int, int)
    unfilterRequested = Signal()
    sortRequested = Signal(int)
    meantRequested = Signal()
    moreRequested = Signal()
    lookedAt = Signal(int, int)
    recordRequested = Signal(str)
    browseRequested = Signal(str)
    helpRequested = Signal()
    getRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = FindState()
        # At every letter and with every search others come: where each takes the place of another,
        # what shows them is not made anew.
        self._rows = RowList(TitleRow, "title", _in_its_place, self)
        self._suggestions = RowList(SuggestionRow, "suggestion", _in_its_place, self)
        self._bars = RowList(YearBar, "bar", _in_its_place, self)
        self._chips = {name: RowList(FilterChip, "chip", _in_its_place, self) for name in _CHIP_LISTS}
        self._sheet = {
            kind.value: RowList(FilterChip, "chip", lambda row: (row.kind, row.value), self)
            for kind in FilterKind
        }

    def show(self, state: FindState) -> None:
        """Show another state."""
        if state == self._state:
            return
        replaced = state.text != self._state.text
        other_results = state.turn != self._state.turn
        self._state = state
        self._rows.show(state.rows)
        self._suggestions.show(state.suggestions)
        self._bars.show(state.bars)
        for name, chips in self._chips.items():
            chips.show(getattr(state, name))
        for kind, chips in self._sheet.items():
            chips.show(state.sheet.get(kind, ()))
        self.changed.emit()
        if replaced:
            self.textReplaced.emit()
        if other_results:
            self.resultsReplaced.emit()

    def show_rows(self, rows: tuple[TitleRow, ...], more: bool) -> None:
        """Show other rows, and whether there are more; all else stays."""
        before, self._state = self._state, replace(self._state, rows=rows, more=more)
        self._rows.show(rows)
        if before.more != more:
            self.changed.emit()

    # What the patron wants.

    @Slot()
    def beginTyping(self) -> None:
        """Type on where the field says what is looked for."""
        self.typingRequested.emit()

    @Slot(str)
    def type(self, text: str) -> None:
        """Look for these words."""
        self.textRequested.emit(text)

    @Slot(int)
    def chooseField(self, index: int) -> None:
        """Look in another field."""
        self.fieldRequested.emit(index)

    @Slot()
    def submit(self) -> None:
        """Show all results."""
        self.submitRequested.emit()

    @Slot()
    def clear(self) -> None:
        """Begin anew."""
        self.clearRequested.emit()

    @Slot(str, str, bool)
    def takeSuggestion(self, kind: str, target: str, record: bool) -> None:
        """Look at a title, or for a name or subject."""
        self.suggestionRequested.emit(kind, target, record)

    @Slot(str, str)
    def toggleFilter(self, kind: str, value: str) -> None:
        """Set a filter or take it off."""
        self.filterRequested.emit(kind, value)

    @Slot(int, int)
    def chooseYears(self, first: int, last: int) -> None:
        """Show titles of these years only; the same years again: of all years."""
        self.yearsRequested.emit(first, last)

    @Slot()
    def takeFiltersOff(self) -> None:
        """Show titles without filters."""
        self.unfilterRequested.emit()

    @Slot(int)
    def chooseSort(self, index: int) -> None:
        """Show in another order."""
        self.sortRequested.emit(index)

    @Slot()
    def searchMeant(self) -> None:
        """Look for what was perhaps meant."""
        self.meantRequested.emit()

    @Slot()
    def showMore(self) -> None:
        """Read the next rows."""
        self.moreRequested.emit()

    @Slot(int, int)
    def lookAt(self, first: int, last: int) -> None:
        """Have the rows from one place to another in sight."""
        self.lookedAt.emit(first, last)

    @Slot(str)
    def openRecord(self, record: str) -> None:
        """Go and look at a title."""
        self.recordRequested.emit(record)

    @Slot(str)
    def browse(self, what: str) -> None:
        """Go and browse `new`, `popular`, `subjects`, `authors` or `shelf`."""
        self.browseRequested.emit(what)

    @Slot()
    def getHelp(self) -> None:
        """Go and ask."""
        self.helpRequested.emit()

    @Slot()
    def askToGet(self) -> None:
        """Ask the library to get what it does not have."""
        self.getRequested.emit()

    # What QML reads.

    @Property(str, notify=changed)
    def mode(self) -> str:
        """`start`, `typing` or `results`."""
        return self._state.mode

    @Property(str, notify=changed)
    def text(self) -> str:
        """What is looked for."""
        return self._state.text

    @Property(int, notify=changed)
    def field(self) -> int:
        """In what is looked: 0 all, 1 title, 2 author, 3 subject, 4 ISBN."""
        return self._state.where

    @Property(int, notify=changed)
    def sort(self) -> int:
        """In what order: 0 best match, 1 newest, 2 title, 3 author."""
        return self._state.sort

    @Property(QObject, constant=True)
    def suggestions(self) -> QObject:
        """Rows of suggestionKind, …Target, …Record, …Text, …Plain, …Note, …Count, …KindName, …Icon."""
        return self._suggestions

    @Property(str, notify=changed)
    def offered(self) -> str:
        """The words as typed that the suggestions were found for."""
        return self._state.offered

    @Property(str, notify=changed)
    def answered(self) -> str:
        """The words as typed that the counts beside the suggestions were found for."""
        return self._state.answered

    @Property(str, notify=changed)
    def showAll(self) -> str:
        """What leads from the suggestions to all results; empty: nothing does."""
        return self._state.show_all

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """Rows of titleRecord, titleTitle, titleAuthor, titleMeta, titleIcon, titleState, titleTone …"""
        return self._rows

    @Property(str, notify=changed)
    def headline(self) -> str:
        """How many titles there are."""
        return self._state.headline

    @Property(str, notify=changed)
    def remark(self) -> str:
        """Of what they are."""
        return self._state.remark

    @Property(str, notify=changed)
    def didYouMean(self) -> str:
        """What was perhaps meant."""
        return self._state.did_you_mean

    @Property(str, notify=changed)
    def relaxed(self) -> str:
        """What was loosened, in a sentence."""
        return self._state.relaxed

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What else must be known of the rows."""
        return self._state.notice

    @Property(QObject, constant=True)
    def available(self) -> QObject:
        """The chip of what is here now."""
        return self._chips["available"]

    @Property(QObject, constant=True)
    def forms(self) -> QObject:
        """Chips of forms."""
        return self._chips["forms"]

    @Property(QObject, constant=True)
    def languages(self) -> QObject:
        """Chips of languages."""
        return self._chips["languages"]

    @Property(QObject, constant=True)
    def extras(self) -> QObject:
        """Chips of what else is filtered."""
        return self._chips["extras"]

    @Slot(str, result=QObject)
    def sheetOf(self, kind: str) -> QObject:
        """Chips of all values of one kind of filter."""
        return self._sheet[kind]

    @Property(QObject, constant=True)
    def bars(self) -> QObject:
        """Bars of decades: barLabel, barFirst, barLast, barShare, barInside."""
        return self._bars

    @Property(str, notify=changed)
    def firstYear(self) -> str:
        """Where the bars begin."""
        return self._state.first_year

    @Property(str, notify=changed)
    def lastYear(self) -> str:
        """Where the bars end."""
        return self._state.last_year

    @Property(bool, notify=changed)
    def filtered(self) -> bool:
        """Whether anything is filtered."""
        return self._state.filtered

    @Property(str, notify=changed)
    def nothing(self) -> str:
        """That nothing was found; empty: something was, or is not known yet."""
        return self._state.nothing

    @Property(bool, notify=changed)
    def more(self) -> bool:
        """Whether there are more rows to read."""
        return self._state.more

    @Property(bool, notify=changed)
    def slow(self) -> bool:
        """Whether the search takes longer than a second."""
        return self._state.slow

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why one cannot search now."""
        return self._state.trouble


def _in_its_place(_row: object) -> object:
    return None
