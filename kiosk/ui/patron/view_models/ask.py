"""The Ask page's view model."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.ask_state import AskState, FlowRow, QuestionRow, TopicChip
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class AskViewModel(QObject):  # type: ignore[operator]
    """Show an AskState and say what the patron wants; the presenter listens to its request signals."""

    changed = Signal()
    textReplaced = Signal()
    textRequested = Signal(str)
    submitRequested = Signal()
    clearRequested = Signal()
    questionRequested = Signal(str)
    topicRequested = Signal(str)
    flowRequested = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = AskState()
        self._questions = RowList(QuestionRow, "question", lambda row: row.article, self)
        self._suggestions = RowList(QuestionRow, "question", lambda row: row.article, self)
        self._topics = RowList(TopicChip, "topic", lambda row: row.key, self)
        self._flows = RowList(FlowRow, "flow", lambda row: row.key, self)

    def show(self, state: AskState) -> None:
        """Show another state."""
        if state == self._state:
            return
        replaced = state.text != self._state.text
        self._state = state
        self._questions.show(state.questions)
        self._suggestions.show(state.suggestions)
        self._topics.show(state.topics)
        self._flows.show(state.flows)
        self.changed.emit()
        if replaced:
            self.textReplaced.emit()

    # What the patron wants.

    @Slot(str)
    def type(self, text: str) -> None:
        """Think of these words as the question."""
        self.textRequested.emit(text)

    @Slot()
    def submit(self) -> None:
        """Ask what is typed."""
        self.submitRequested.emit()

    @Slot()
    def clear(self) -> None:
        """Begin anew."""
        self.clearRequested.emit()

    @Slot(str)
    def openQuestion(self, article: str) -> None:
        """Read the answer of an article."""
        self.questionRequested.emit(article)

    @Slot(str)
    def chooseTopic(self, key: str) -> None:
        """List the questions of a topic; the same again: the commonest."""
        self.topicRequested.emit(key)

    @Slot(str)
    def beginFlow(self, key: str) -> None:
        """Be led step by step."""
        self.flowRequested.emit(key)

    # What QML reads.

    @Property(str, notify=changed)
    def text(self) -> str:
        """What is typed."""
        return self._state.text

    @Property(bool, notify=changed)
    def typing(self) -> bool:
        """Whether the page is come to for typing."""
        return self._state.typing

    @Property(str, notify=changed)
    def heading(self) -> str:
        """What the listed questions are."""
        return self._state.heading

    @Property(QObject, constant=True)
    def questions(self) -> QObject:
        """Rows of questionArticle, questionText."""
        return self._questions

    @Property(QObject, constant=True)
    def suggestions(self) -> QObject:
        """Rows of questionArticle, questionText."""
        return self._suggestions

    @Property(QObject, constant=True)
    def topics(self) -> QObject:
        """Rows of topicKey, topicName, topicIcon, topicSelected."""
        return self._topics

    @Property(QObject, constant=True)
    def flows(self) -> QObject:
        """Rows of flowKey, flowTitle."""
        return self._flows

    @Property(str, notify=changed)
    def own(self) -> str:
        """The row that asks what is typed, empty for none."""
        return self._state.own

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why nothing can be chosen, empty for nothing."""
        return self._state.trouble
