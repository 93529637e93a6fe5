"""Calls for help above every page: who calls, for how long, and a button for whoever goes."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kiosk.storage import HelpCall
from kiosk.ui.staff.messages import message_lines
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.workplace import Workplace

_OLDER_MS = 30_000


class CallBar(QFrame):
    """Show the calls nobody has taken, none of them for none; silent, and it never takes the keyboard."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("calls")
        self._workplace = workplace
        self._calls: tuple[HelpCall, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 4, 8, 4)
        self._column.setSpacing(2)
        self._ages = QTimer(self)
        self._ages.timeout.connect(self._draw)
        self.hide()

    @property
    def calls(self) -> tuple[HelpCall, ...]:
        """Give who calls."""
        return self._calls

    def tell(self, calls: tuple[HelpCall, ...]) -> None:
        """Show these calls."""
        self._calls = calls
        self._draw()
        if calls:
            self._ages.start(_OLDER_MS)
        else:
            self._ages.stop()

    def _draw(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for call in self._calls:
            self._column.addWidget(self._line(call))
        self.setVisible(bool(self._calls))

    def _line(self, call: HelpCall) -> QWidget:
        place = self._workplace
        text = message_lines.call_line(call, place.now(), place.library, place.words)
        line = QWidget(self)
        line.setAccessibleName(text)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(label(text, wrap=True, name="callText"), 1)
        row.addWidget(self._button(call), 0, Qt.AlignmentFlag.AlignRight)
        return line

    def _button(self, call: HelpCall) -> QPushButton:
        words = self._workplace.words
        return button(
            words("staff.messages.call.go"), partial(self._go, call), picture="person", name="goToCall"
        )

    def _go(self, call: HelpCall) -> None:
        place, at = self._workplace, self._workplace.now()
        self.tell(tuple(one for one in self._calls if one.id != call.id))
        place.change(
            lambda: place.services.calls_for_help.take(place.by, call.id, at=at), self._taken, self._failed
        )

    def _taken(self, call: HelpCall) -> None:
        place = self._workplace
        place.say(place.words("staff.messages.call.taken", by=call.taken_by or ""))
        place.changed.emit("messages")

    def _failed(self, error: Exception) -> None:
        self._workplace.fail(error)
        self._workplace.changed.emit("messages")
