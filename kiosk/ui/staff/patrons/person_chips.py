"""What matters most of a person at a glance: the card's state, what is owed, under age, what is not saved."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.staff.patrons.local_day import today_of
from kiosk.ui.staff.patrons.opened import Opened
from kiosk.ui.staff.patrons.shown import minor, state_chip
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.ui.staff.workplace import Workplace


class PersonChips(QWidget):
    """A row of chips, each only where it says something."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._unsaved, self._minor, self._owes, self._state = (ChipLabel() for _ in range(4))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for chip in (self._unsaved, self._minor, self._owes, self._state):
            row.addWidget(chip)

    def show_opened(self, opened: Opened) -> None:
        """Show a person's."""
        words, today = self._workplace.words, today_of(self._workplace)
        patron, owes = opened.page.patron, opened.account.statement.owes
        self._state.show_chip(state_chip(patron, today, words))
        owing = Chip(words("staff.patrons.owes", owes=owes), "warn")
        self._owes.show_chip(owing if owes.minor > 0 else None)
        young = minor(patron, opened.page.library, today)
        self._minor.show_chip(Chip(words("staff.patrons.minor"), "ask") if young else None)

    def show_unsaved(self, count: int) -> None:
        """Say how many changes are typed and not saved."""
        told = self._workplace.words.count("staff.patrons.unsaved", count)
        self._unsaved.show_chip(Chip(told, "warn") if count else None)
