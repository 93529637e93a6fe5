"""The Answer page's view model."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.answer_blocks import AnswerBlock
from kiosk.ui.patron.answer_state import AnswerState, RefineChip, RefineGroup
from kiosk.ui.patron.ask_state import FlowRow, QuestionRow, TopicChip
from kiosk.ui.patron.channel_rows import ChannelRow
from kiosk.ui.patron.view_models.answer_phone import AnswerPhoneViewModel
from kiosk.ui.patron.view_models.answer_speech import AnswerSpeechViewModel
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1

_REFINABLE = ("item_type", "patron_category", "branch", "day")


@QmlElement
@QmlUncreatable("made by the desk")
class AnswerViewModel(QObject):  # type: ignore[operator]
    """Show an AnswerState and say what the patron wants; the presenter listens to its request signals."""

    changed = Signal()
    answerReplaced = Signal()
    editRequested = Signal(bool)
    refineRequested = Signal(str, str)
    questionRequested = Signal(str)
    topicRequested = Signal(str)
    flowRequested = Signal(str)
    verdictRequested = Signal(bool)
    searchRequested = Signal()
    printRequested = Signal()
    staffRequested = Signal()
    joinRequested = Signal()
    signInRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = AnswerState()
        self._speech = AnswerSpeechViewModel(self)
        self._phone = AnswerPhoneViewModel(self)
        self._groups = RowList(RefineGroup, "group", lambda row: row.key, self)
        self._chips = {key: RowList(RefineChip, "chip", lambda row: row.value, self) for key in _REFINABLE}
        self._blocks = RowList(AnswerBlock, "block", lambda row: (row.number, row.kind), self)
        self._details = RowList(AnswerBlock, "block", lambda row: (row.number, row.kind), self)
        self._others = RowList(QuestionRow, "question", lambda row: row.article, self)
        self._related = RowList(QuestionRow, "question", lambda row: row.article, self)
        self._topics = RowList(TopicChip, "topic", lambda row: row.key, self)
        self._flows = RowList(FlowRow, "flow", lambda row: row.key, self)
        self._channels = RowList(ChannelRow, "channel", lambda row: (row.kind, row.value), self)

    def show(self, state: AnswerState) -> None:
        """Show another state."""
        if state == self._state:
            return
        other = state.turn != self._state.turn
        self._state = state
        for key, chips in self._chips.items():
            chips.show(state.chips.get(key, ()))
        self._groups.show(tuple(group for group in state.groups if group.key in self._chips))
        self._blocks.show(state.blocks)
        self._details.show(state.details)
        self._others.show(state.others)
        self._related.show(state.related)
        self._topics.show(state.topics)
        self._flows.show(state.flows)
        self._channels.show(state.channels)
        self.changed.emit()
        if other:
            self.answerReplaced.emit()

    # What the patron wants.

    @Slot()
    def edit(self) -> None:
        """Ask the question in other words."""
        self.editRequested.emit(False)

    @Slot()
    def clear(self) -> None:
        """Ask another question."""
        self.editRequested.emit(True)

    @Slot(str, str)
    def refine(self, key: str, value: str) -> None:
        """Answer for this value; the same again: for the usual one."""
        self.refineRequested.emit(key, value)

    @Slot(str)
    def openQuestion(self, article: str) -> None:
        """Read another answer."""
        self.questionRequested.emit(article)

    @Slot(str)
    def openTopic(self, key: str) -> None:
        """Look through a topic's questions."""
        self.topicRequested.emit(key)

    @Slot(str)
    def beginFlow(self, key: str) -> None:
        """Be led step by step."""
        self.flowRequested.emit(key)

    @Slot(bool)
    def judge(self, helped: bool) -> None:
        """Say whether this was the answer."""
        self.verdictRequested.emit(helped)

    @Slot()
    def searchCatalogue(self) -> None:
        """Search for what the question seems to look for."""
        self.searchRequested.emit()

    @Slot()
    def printOut(self) -> None:
        """Take the answer along on paper."""
        self.printRequested.emit()

    @Slot(str, result=QObject)
    def chipsOf(self, key: str) -> QObject:
        """Rows of chipValue, chipLabel, chipSelected."""
        return self._chips[key]

    # What QML reads.

    @Slot()
    def askStaff(self) -> None:
        """Put the question to staff."""
        self.staffRequested.emit()

    @Slot()
    def join(self) -> None:
        """Get a card here."""
        self.joinRequested.emit()

    @Slot()
    def signIn(self) -> None:
        """Show a card, so that the answer is its owner's."""
        self.signInRequested.emit()

    @Property(bool, notify=changed)
    def joining(self) -> bool:
        """Whether it tells how to get a card, and one can do so here."""
        return self._state.joining

    @Property(str, notify=changed)
    def mode(self) -> str:
        """waiting, answer, choose, none or trouble."""
        return self._state.mode

    @Property(str, notify=changed)
    def question(self) -> str:
        """What was asked, in the patron's words or the article's."""
        return self._state.question

    @Property(str, notify=changed)
    def title(self) -> str:
        """The question answered, or what to do now."""
        return self._state.title

    @Property(str, notify=changed)
    def figure(self) -> str:
        """The one value that is the answer, empty for none."""
        return self._state.figure

    @Property(str, notify=changed)
    def lead(self) -> str:
        """The answer in short, marked up."""
        return self._state.lead

    @Property(AnswerPhoneViewModel, constant=True)
    def phone(self) -> AnswerPhoneViewModel:
        """The answer as a code."""
        return self._phone

    @Property(QObject, constant=True)
    def groups(self) -> QObject:
        """Rows of groupKey, groupPrompt."""
        return self._groups

    @Property(QObject, constant=True)
    def blocks(self) -> QObject:
        """Rows of AnswerBlock, prefixed block."""
        return self._blocks

    @Property(QObject, constant=True)
    def details(self) -> QObject:
        """What else is worth knowing: rows of AnswerBlock, prefixed block."""
        return self._details

    @Property(QObject, constant=True)
    def others(self) -> QObject:
        """Other answers: rows of questionArticle, questionText."""
        return self._others

    @Property(QObject, constant=True)
    def related(self) -> QObject:
        """Questions that go with this one: rows of questionArticle, questionText."""
        return self._related

    @Property(QObject, constant=True)
    def topics(self) -> QObject:
        """Rows of topicKey, topicName, topicIcon, topicSelected."""
        return self._topics

    @Property(QObject, constant=True)
    def flows(self) -> QObject:
        """What leads step by step to what is meant: rows of flowKey, flowTitle."""
        return self._flows

    @Property(QObject, constant=True)
    def channels(self) -> QObject:
        """Rows of channelKind, channelName, channelValue, channelState, channelOpen, channelIcon."""
        return self._channels

    @Property(str, notify=changed)
    def asOf(self) -> str:
        """Where the values come from and for which day."""
        return self._state.as_of

    @Property(str, notify=changed)
    def cardHint(self) -> str:
        """What a card would add, empty for nothing."""
        return self._state.card_hint

    @Property(str, notify=changed)
    def verdict(self) -> str:
        """Empty, yes or no."""
        return self._state.verdict

    @Property(str, notify=changed)
    def search(self) -> str:
        """What the button to the catalogue says, empty for none."""
        return self._state.search

    @Property(str, notify=changed)
    def paper(self) -> str:
        """Empty, printing, printed or failed."""
        return self._state.paper

    @Property(str, notify=changed)
    def paperNote(self) -> str:
        """How far the slip is, in words."""
        return self._state.paper_note

    @Property(AnswerSpeechViewModel, constant=True)
    def speech(self) -> AnswerSpeechViewModel:
        """Reading it aloud."""
        return self._speech

    @Property(bool, notify=changed)
    def slow(self) -> bool:
        """Whether the answer takes longer than it should."""
        return self._state.slow
