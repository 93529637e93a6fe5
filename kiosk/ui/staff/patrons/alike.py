"""Who may be the same person, shown while somebody is typed in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.model.patron import Patron
from kiosk.ui.staff.patrons.local_day import today_of
from kiosk.ui.staff.patrons.shown import columns
from kiosk.ui.staff.widgets.panel import Panel
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_ROOM = 190


class AlikePanel(Panel):
    """A list of them that is only there when somebody is in it; Enter opens one."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        words = workplace.words
        super().__init__(words("staff.patrons.alike"), words("staff.patrons.alike.hint"), parent)
        self._workplace = workplace
        self._table: DataTable[Patron] = DataTable(
            workplace,
            columns(workplace.library, today_of(workplace), words),
            name="alike",
            key=lambda one: one.id,
            filtered=False,
            csv=False,
        )
        self._table.setFixedHeight(_ROOM)
        self._table.activated.connect(lambda one: workplace.go(f"patrons/{one.card}"))
        self.put(self._table)
        self.hide()

    def show_people(self, people: Sequence[Patron]) -> None:
        """Show these, or nothing."""
        self._table.show_rows(people)
        self.setVisible(bool(people))
