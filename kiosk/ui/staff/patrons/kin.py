"""Who belongs to whom: a guardian, those somebody answers for, and who may be the same person."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.model.patron import Patron
from kiosk.staff.patrons.pages import PatronPage
from kiosk.ui.staff.patrons.shown import spoken_name
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.workplace import Workplace

_MOST = 4


class KinRow(QWidget):
    """A line of names that lead to their pages; not there for whom nobody is known."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.hide()

    def show_page(self, page: PatronPage) -> None:
        """Show whom that person's page leads to."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        guardian = (page.guardian_patron,) if page.guardian_patron is not None else ()
        groups = (("guardian_is", guardian), ("answers_for", page.wards), ("maybe_same", page.alike))
        for key, people in groups:
            self._add(key, people)
        self._row.addStretch(1)
        self.setVisible(any(people for _key, people in groups))

    def _add(self, key: str, people: tuple[Patron, ...]) -> None:
        if not people:
            return
        self._row.addWidget(label(self._workplace.words(f"staff.patrons.{key}"), "caption"))
        for one in people[:_MOST]:
            told = f"{spoken_name(one)} · {one.card}".replace("&", "&&")
            self._row.addWidget(
                button(told, partial(self._workplace.go, f"patrons/{one.card}"), kind="quiet")
            )
