"""The inbox: what waits by age, and beside it the message that is chosen, with its answer."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter

from kiosk.model.request_number import read_request_number
from kiosk.staff.inbox.messages import InboxRow, OpenMessage
from kiosk.staff.inbox.states import InboxState
from kiosk.ui.staff.messages import message_lines
from kiosk.ui.staff.messages.message_panel import MessagePanel
from kiosk.ui.staff.messages.templates_dialog import TemplatesDialog
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

TONES = {
    InboxState.NEW: "ask",
    InboxState.TAKEN: "wait",
    InboxState.WAITING: "warn",
    InboxState.ANSWERED: "good",
    InboxState.CLOSED: "plain",
}
_AGES_GROW_MS = 60_000


class MessagesPage(StaffPage):
    """List messages and show one; what is decided leaves the list, and the next one is shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, workplace.words("staff.messages.title"))
        self._over = False
        self._wanted = ""
        self.table: DataTable[InboxRow] = DataTable(
            workplace, self._columns(), name="messages", key=lambda row: row.request.number
        )
        self.panel = MessagePanel(workplace)
        self._build()
        self.table.chosen.connect(self._chosen)
        self.table.loaded.connect(self._choose_one)
        self.table.activated.connect(lambda _row: self.panel.begin())
        self.panel.decided.connect(self._decided)
        self.panel.outdated.connect(self._again)
        workplace.changed.connect(self._changed)
        self._ages = QTimer(self)
        self._ages.timeout.connect(self._grow_older)
        self._ages.start(_AGES_GROW_MS)

    def enter(self) -> None:
        """Read the templates that are offered."""
        self.panel.read_templates()

    def open(self, rest: str) -> None:
        """Show the inbox, with the message of that number where one is named."""
        self._wanted = read_request_number(rest) or ""
        self._read_list()
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if rest == "templates":
            QTimer.singleShot(0, self._templates)

    def refresh(self) -> None:
        """Read the list again, and the message beside it."""
        self._read_list()
        self.panel.show_again()

    def _read_list(self) -> None:
        inbox, by, over = self.workplace.services.inbox, self.workplace.by, self._over
        self.workplace.jobs.latest(
            "messages.list",
            lambda: inbox.over(by) if over else inbox.unfinished(by),
            self._show,
            self.workplace.fail,
        )

    def save(self) -> None:
        """Keep what is written of an answer, as a draft."""
        self.panel.keep_now()

    def unsaved(self) -> int:
        """Count an answer that is begun."""
        return int(self.panel.is_begun)

    def _build(self) -> None:
        words = self.workplace.words
        self._open, self._done = self._switch("open", False), self._switch("over", True)
        self._open.setChecked(True)
        templates = button(
            words("staff.messages.templates"), self._templates, picture="tag", name="templates"
        )
        empty = label(words("staff.messages.empty"), "caption", wrap=True, name="messagesEmpty")
        self._empty = empty
        empty.setMinimumWidth(420)
        bar = QHBoxLayout()
        bar.addWidget(across(self._open, self._done, empty))
        bar.addWidget(templates)
        self.column.addLayout(bar)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.panel)
        halves.setSizes([760, 400])  # the message takes what it needs, the list the rest
        halves.setStretchFactor(0, 1)
        halves.setHandleWidth(14)
        self.column.addWidget(halves, 1)

    def _switch(self, name: str, over: bool) -> QPushButton:
        made = button(
            self.workplace.words(f"staff.messages.{name}"),
            partial(self._look_at, over),
            kind="chip",
            name=f"show-{name}",
        )
        made.setCheckable(True)
        made.setAutoExclusive(True)
        return made

    def _columns(self) -> tuple[Column[InboxRow], ...]:
        words = self.workplace.words
        return (
            Column(
                "state",
                words("staff.messages.column.state"),
                lambda row: words(f"staff.messages.state.{row.state}"),
                width=100,
                chip=lambda row: Chip(words(f"staff.messages.state.{row.state}"), TONES[row.state]),
            ),
            Column(
                "age",
                words("staff.messages.column.age"),
                lambda row: message_lines.age(row.request.at, self.workplace.now(), words),
                kind="number",
                width=80,
                sort=lambda row: row.request.at,
            ),
            Column(
                "about", words("staff.messages.column.about"), lambda row: message_lines.about(row, words)
            ),
            Column(
                "who",
                words("staff.messages.column.who"),
                lambda row: message_lines.who(row, words),
                width=150,
            ),
        )

    def _look_at(self, over: bool) -> None:
        self._over = over
        self._read_list()

    def _show(self, rows: tuple[InboxRow, ...]) -> None:
        self.table.show_rows(rows)
        self._empty.setVisible(not rows and not self._over)
        # Anew in any case: a list that is shown anew has forgotten where the keyboard was.
        shown = self.table.marked or self.table.rows
        if self._wanted:
            self.table.mark(self._wanted)
        elif shown:
            self.table.mark(shown[0].request.number)
        else:
            self.panel.clear()
        self._wanted = ""
        self._chosen()

    def _choose_one(self) -> None:
        """Show the first of the rows that are there again, where a filter had taken all of them away."""
        if self.panel.opened is None and self.table.rows and not self.table.marked and not self._wanted:
            self.table.mark(self.table.rows[0].request.number)

    def _chosen(self) -> None:
        marked = self.table.marked
        if len(marked) == 1:
            self.panel.show_number(marked[0].request.number)

    def _decided(self, opened: OpenMessage) -> None:
        """Go on to the message below the one that is done with."""
        # From the form, which goes away: else the keyboard would land on the first thing of the window.
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        numbers = [row.request.number for row in self.table.rows]
        number = opened.file.request.number
        place = numbers.index(number) if number in numbers else -1
        following = numbers[place + 1 : place + 2] or numbers[max(0, place - 1) : place]
        self._wanted = following[0] if following else ""
        self.workplace.changed.emit("messages")

    def _again(self) -> None:
        self.workplace.changed.emit("messages")

    def _changed(self, what: str) -> None:
        if what == "messages" and self.isVisible():
            self._read_list()

    def _grow_older(self) -> None:
        if self.isVisible():
            self.table.view.viewport().update()

    def _templates(self) -> None:
        # Made now and shown in the loop's next turn: both in one would hold up the window.
        dialog = TemplatesDialog(self.workplace, self)
        dialog.finished.connect(self.panel.read_templates)
        QTimer.singleShot(0, dialog, dialog.open)
