"""What the desk looks like: modes, the one field, the scan that counts, all scans, and the card beside."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kiosk.model.library import Library
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.staff.desk.card_panel import CardPanel
from kiosk.ui.staff.desk.choosing import Choice, choices
from kiosk.ui.staff.desk.field import Choices, ScanField, TypingGoesTo
from kiosk.ui.staff.desk.offers import Offer, offers, states
from kiosk.ui.staff.desk.result_panel import ResultPanel
from kiosk.ui.staff.desk.rows import DeskRow
from kiosk.ui.staff.desk.rows_table import rows_table, show_rows
from kiosk.ui.staff.desk.state import DeskState
from kiosk.ui.staff.desk.tasks import Mode
from kiosk.ui.staff.desk.telling import RowTold, row_told
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace

_KEYS = {Mode.LEND: "F2", Mode.RETURN: "F3", Mode.RENEW: "F4", Mode.LOOK: "F6"}


class DeskView(QWidget):
    """Show a state; `wanted` tells what somebody wants done with the row that is shown large."""

    wanted = Signal(object, object)
    switched = Signal(object)
    dropped = Signal()
    chosen = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        words = workplace.words
        self.field = ScanField("scan", words("staff.desk.field"), words("staff.desk.field.hint"))
        self.choices = Choices("choices", words("staff.desk.choices"))
        self.result = ResultPanel(words, self._press)
        self.scans = rows_table(workplace)
        self.scans.view.setAccessibleName(words("staff.desk.scans"))
        self.card = CardPanel(workplace)
        self._queue = label("", "caption", name="queue")
        self._state, self._offered = DeskState(), tuple[Choice, ...]()
        self._marked: int | None = None
        self._told: dict[int, tuple[DeskRow, RowTold]] = {}
        self._drop = button(
            words("staff.desk.drop"), self.dropped.emit, kind="quiet", name="drop", picture="clock"
        )
        self._group = QButtonGroup(self)
        self._modes = {mode: self._mode(mode) for mode in Mode}
        self._build()
        self.show_state(self._state)

    @property
    def row(self) -> DeskRow | None:
        """Give the row that is shown large: the one that is marked, else the newest."""
        marked = self._state.row(self._marked) if self._marked is not None else None
        return marked or self._state.latest

    def show_state(self, state: DeskState) -> None:
        """Show another state; a new scan takes the large place from one that was marked."""
        if state.tickets != self._state.tickets:
            self._marked = None
            self.scans.view.clearSelection()
        if not state.rows:
            self._told.clear()
        before, self._state = self._state, state
        library, words = self._library, self._workplace.words
        self._modes[state.mode].setChecked(True)
        if state.rows is not before.rows or not state.rows:
            show_rows(self.scans, [self.told(row) for row in state.rows])
        self._show_row()
        if state.card is not before.card or state.sitting is not before.sitting or state.card is None:
            self.card.show_card(state.card, state.sitting)
        waiting = len(state.waiting)
        self._queue.setText(words.count("staff.desk.queue", waiting) if waiting else self._hint(state))
        self._offered = choices(state.offered, library, words) if state.offered is not None else ()
        self.choices.offer(tuple(one.text for one in self._offered))
        self._drop.setText(self._drop_text(state))

    def told(self, row: DeskRow) -> RowTold:
        """Return a row in words; they are found once for each state a row is in."""
        before, told = self._told.get(row.ticket, (None, None))
        if told is None or before is not row:
            told = row_told(row, self._library, self._workplace.words)
            self._told[row.ticket] = (row, told)
        return told

    def confirm(self) -> bool:
        """Take the choice that is marked; tell whether there was one."""
        place = self.choices.currentRow()
        if not self._offered or not 0 <= place < len(self._offered):
            return False
        self.chosen.emit(self._offered[place])
        return True

    def press_first(self) -> None:
        """Do what is offered first for the row that is shown large."""
        row = self.row
        offered = [one for one in offers(row, self._by) if one is not Offer.UNDO] if row is not None else []
        if offered:
            self._press(offered[0])

    def come_back(self) -> None:
        """Give the focus back to the one field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _library(self) -> Library:
        return self._workplace.library

    @property
    def _by(self) -> SignedIn:
        return self._workplace.by

    def _show_row(self) -> None:
        row = self.row
        if row is None:
            self.result.show_row(None, (), ())
            return
        self.result.show_row(self.told(row), offers(row, self._by), states(row, self._by))

    def _press(self, offer: Offer) -> None:
        if self.row is not None:
            self.wanted.emit(offer, self.row)
        self.come_back()

    def _mark(self) -> None:
        marked = self.scans.marked
        self._marked = marked[0].ticket if len(marked) == 1 else None
        self._show_row()

    def _hint(self, state: DeskState) -> str:
        return self._workplace.words("staff.desk.adding") if state.adding else ""

    def _drop_text(self, state: DeskState) -> str:
        words = self._workplace.words
        if state.dated is None:
            return words("staff.desk.drop")
        day = words.dated(state.dated, "weekday_short_day_short")
        return words("staff.desk.drop.on", day=day, time=words.clock(state.dated))

    def _mode(self, mode: Mode) -> QPushButton:
        text = f"{_KEYS[mode]} {self._workplace.words(f'staff.desk.mode.{mode}')}"
        made = button(
            text, partial(self.switched.emit, mode), kind="chip", name=f"mode-{mode}", keys=_KEYS[mode]
        )
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(made)
        return made

    def _build(self) -> None:
        modes = QHBoxLayout()
        modes.setSpacing(GAP - 2)
        for one in self._modes.values():
            modes.addWidget(one)
        modes.addStretch(1)
        self.corner = across(self._queue, self._drop, stretch=False)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addLayout(modes)
        left.addWidget(self.field)
        left.addWidget(self.choices)
        left.addWidget(self.result)
        left.addWidget(self.scans, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, GAP, 0, 0)
        whole.setSpacing(GAP + 6)
        whole.addLayout(left, 9)
        whole.addWidget(self.card, 5)
        self.setFocusProxy(self.field)
        self.field.moved.connect(self.choices.move_by)
        self.choices.picked.connect(lambda _: self.confirm())
        self.scans.chosen.connect(self._mark)
        self.typing = TypingGoesTo(self.field, self.come_back)
        self.typing.watch(self.scans.view, self.card.loans.view, *self._modes.values())
