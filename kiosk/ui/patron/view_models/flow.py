"""The view model of a guided flow's page."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.channel_rows import ChannelRow
from kiosk.ui.patron.flow_state import FlowChoice, FlowCrumb, FlowState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class FlowViewModel(QObject):  # type: ignore[operator]
    """Show a FlowState and say what the patron wants; the presenter listens to its request signals.

    `stepReplaced` tells that another step is in sight.
    """

    changed = Signal()
    stepReplaced = Signal()
    choiceRequested = Signal(int)
    stepRequested = Signal(int)
    ownWordsRequested = Signal()
    staffRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = FlowState()
        self._crumbs = RowList(FlowCrumb, "crumb", lambda row: row.place, self)
        self._choices = RowList(FlowChoice, "choice", lambda row: row.number, self)
        self._channels = RowList(ChannelRow, "channel", lambda row: (row.kind, row.value), self)

    def show(self, state: FlowState) -> None:
        """Show another state."""
        if state == self._state:
            return
        other = state.step != self._state.step
        self._state = state
        self._crumbs.show(state.crumbs)
        self._choices.show(state.choices)
        self._channels.show(state.channels)
        self.changed.emit()
        if other:
            self.stepReplaced.emit()

    # What the patron wants.

    @Slot(int)
    def choose(self, number: int) -> None:
        """Take one of the choices."""
        self.choiceRequested.emit(number)

    @Slot(int)
    def goBackTo(self, place: int) -> None:
        """Choose anew at an earlier step."""
        self.stepRequested.emit(place)

    @Slot()
    def askInOwnWords(self) -> None:
        """Ask what no choice says."""
        self.ownWordsRequested.emit()

    @Slot()
    def askStaff(self) -> None:
        """Put it to staff."""
        self.staffRequested.emit()

    # What QML reads.

    @Property(str, notify=changed)
    def mode(self) -> str:
        """waiting, step or trouble."""
        return self._state.mode

    @Property(str, notify=changed)
    def title(self) -> str:
        """What the flow is about."""
        return self._state.title

    @Property(str, notify=changed)
    def question(self) -> str:
        """The step's question."""
        return self._state.question

    @Property(QObject, constant=True)
    def crumbs(self) -> QObject:
        """Choices made: rows of crumbPlace, crumbQuestion, crumbChoice."""
        return self._crumbs

    @Property(QObject, constant=True)
    def choices(self) -> QObject:
        """Choices to make: rows of choiceNumber, choiceLabel."""
        return self._choices

    @Property(str, notify=changed)
    def note(self) -> str:
        """What went wrong and what to do, empty for nothing."""
        return self._state.note

    @Property(QObject, constant=True)
    def channels(self) -> QObject:
        """Rows of channelKind, channelName, channelValue, channelState, channelOpen, channelIcon."""
        return self._channels

    @Property(bool, notify=changed)
    def slow(self) -> bool:
        """Whether the next step takes longer than it should."""
        return self._state.slow
