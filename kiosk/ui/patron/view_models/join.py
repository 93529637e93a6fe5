"""The view model of joining: all its steps, and the card at their end."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.flows.joining import FIELDS
from kiosk.ui.patron.form_fields import FormField
from kiosk.ui.patron.join_state import JoinAnswer, JoinLanguage, JoinState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class JoinViewModel(QObject):  # type: ignore[operator]
    """Show a JoinState; `refilled` tells pages to show in their fields what is kept of them."""

    changed = Signal()
    refilled = Signal()
    typed = Signal(str, str)
    languageChosen = Signal(str)
    nextRequested = Signal()
    editRequested = Signal(str)
    agreed = Signal()
    beginRequested = Signal()
    printRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = JoinState()
        self._forms = {str(step): RowList(FormField, "field", lambda row: row.name, self) for step in FIELDS}
        self._languages = RowList(JoinLanguage, "language", lambda row: row.code, self)
        self._answers = RowList(JoinAnswer, "answer", lambda row: row.step, self)

    def show(self, state: JoinState) -> None:
        """Show another state."""
        if state == self._state:
            return
        self._state = state
        for step, rows in self._forms.items():
            rows.show(state.forms.get(step, ()))
        self._languages.show(state.languages)
        self._answers.show(state.answers)
        self.changed.emit()

    # What somebody who joins does.

    @Slot(str, result=QObject)
    def formOf(self, step: str) -> QObject | None:
        """Rows of a FormField's fields, prefixed `field`; they live as long as this."""
        return self._forms.get(step)

    @Slot(str, str)
    def type(self, name: str, text: str) -> None:
        """Keep what stands in a field."""
        self.typed.emit(name, text)

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Take the language of letters."""
        self.languageChosen.emit(code)

    @Slot()
    def goOn(self) -> None:
        """This step is done."""
        self.nextRequested.emit()

    @Slot(str)
    def edit(self, step: str) -> None:
        """Change what was typed on a step."""
        self.editRequested.emit(step)

    @Slot()
    def agree(self) -> None:
        """Take the card on the library's conditions."""
        self.agreed.emit()

    @Slot()
    def begin(self) -> None:
        """Begin the visit with the new card."""
        self.beginRequested.emit()

    @Slot()
    def printCard(self) -> None:
        """Print the slip."""
        self.printRequested.emit()

    @Slot()
    def leave(self) -> None:
        """Go, and leave nothing on the screen."""
        self.leaveRequested.emit()

    # What QML reads.

    @Property(str, notify=changed)
    def step(self) -> str:
        """The step in sight."""
        return str(self._state.step)

    @Property(str, notify=changed)
    def place(self) -> str:
        """Which step of how many."""
        return self._state.place

    @Property(float, notify=changed)
    def share(self) -> float:
        """The share of steps up to this one."""
        return self._state.share

    @Property(QObject, constant=True)
    def languages(self) -> QObject:
        """Rows of languageCode, languageName, languageChosen."""
        return self._languages

    @Property(QObject, constant=True)
    def answers(self) -> QObject:
        """Rows of answerStep, answerLabel, answerValue."""
        return self._answers

    @Property("QStringList", notify=changed)
    def terms(self) -> list[str]:
        """What one agrees to, a sentence each."""
        return list(self._state.terms)

    @Property(bool, notify=changed)
    def fixing(self) -> bool:
        """Whether what was looked over is being changed."""
        return self._state.fixing

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether the card is being made."""
        return self._state.busy

    @Property(str, notify=changed)
    def failure(self) -> str:
        """Why no card was made and what to do; empty: nothing failed."""
        return self._state.failure

    @Property(str, notify=changed)
    def birthError(self) -> str:
        """What is wrong with the date of birth, of which no part is wrong alone."""
        return self._state.birth_error

    @Property(str, notify=changed)
    def number(self) -> str:
        """The new card's number, in groups."""
        return self._state.card.number

    @Property(str, notify=changed)
    def name(self) -> str:
        """The greeting by first name."""
        return self._state.card.name

    @Property(str, notify=changed)
    def until(self) -> str:
        """Until when the card is good."""
        return self._state.card.until

    @Property(str, notify=changed)
    def bars(self) -> str:
        """The barcode as path data, a module one unit wide, one unit high; empty: it has none."""
        return self._state.card.bars

    @Property(int, notify=changed)
    def room(self) -> int:
        """How many modules wide the barcode is with the white beside it."""
        return self._state.card.room

    @Property(str, notify=changed)
    def beginText(self) -> str:
        """What beginning the visit says; empty where the kiosk does neither."""
        return self._state.card.begin

    @Property(str, notify=changed)
    def paper(self) -> str:
        """How far the slip is: nothing, printing, printed, failed."""
        return self._state.card.paper

    @Property(str, notify=changed)
    def paperNote(self) -> str:
        """What is said of the slip."""
        return self._state.card.paper_note
