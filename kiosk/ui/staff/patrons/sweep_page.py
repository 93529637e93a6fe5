"""The page on which cards that ended long ago are looked through and forgotten together."""

from collections.abc import Callable

from kiosk.model.patron import Patron
from kiosk.staff.patrons.privacy import LEAST_DAYS, Swept
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.patrons.local_day import today_of
from kiosk.ui.staff.patrons.shown import columns
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import number_field
from kiosk.ui.staff.widgets.long_work import LongWork
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_USUAL, _MOST = 730, 3650


class SweepPage(StaffPage):
    """Nobody with a loan, hold, charge, request or ward is ever in this list."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(workplace, words("staff.patrons.sweep"), words("staff.page.patrons"))
        self._days = number_field()
        self._days.setObjectName("sweepDays")
        self._days.setRange(LEAST_DAYS, _MOST)
        self._days.setSingleStep(30)
        self._days.setValue(_USUAL)
        self._days.setAccessibleName(words("staff.patrons.sweep.days"))
        self._days.valueChanged.connect(lambda _: self.refresh())
        self._do = button(words("staff.patrons.sweep.do"), self._sweep, kind="danger", name="sweep")
        self.column.addWidget(across(label(words("staff.patrons.sweep.days"), "label"), self._days, self._do))
        panel = Panel(words("staff.patrons.sweep.who"), words("staff.patrons.sweep.told"))
        self._table: DataTable[Patron] = DataTable(
            workplace,
            columns(workplace.library, today_of(workplace), words),
            name="lapsed",
            key=lambda one: one.id,
        )
        self._table.activated.connect(lambda one: workplace.go(f"patrons/{one.card}"))
        panel.put(self._table, stretch=1)
        self.column.addWidget(panel, 1)

    def open(self, rest: str) -> None:
        """Come to the front with the list as it is now."""
        self.refresh()
        self._days.setFocus()

    def refresh(self) -> None:
        """Look who may be forgotten."""
        place, days, now = self.workplace, self._days.value(), self.workplace.now()
        privacy = place.services.patrons.privacy
        place.jobs.latest(
            "staff.patrons.lapsed", lambda: privacy.lapsed(place.by, days, at=now), self._show, place.fail
        )

    def _show(self, people: tuple[Patron, ...]) -> None:
        self._table.show_rows(people)
        self._do.setEnabled(bool(people))

    def _sweep(self) -> None:
        """Ask, and forget those who are shown."""
        place, words = self.workplace, self.workplace.words
        people, days, now = self._table.rows, self._days.value(), self.workplace.now()
        told = words.count("staff.patrons.sweep.ask", len(people))
        subject = words("staff.patrons.sweep")
        doing = words("staff.patrons.sweep.do").removesuffix(" …")
        if not people or not ask(words, self, subject, told, doing, dangerous=True):
            return
        privacy, numbers = place.services.patrons.privacy, [one.id for one in people]

        def work(so_far: Callable[[int], bool]) -> Swept:
            stopped: list[bool] = []
            return privacy.sweep(
                place.by,
                numbers,
                days,
                at=now,
                progress=lambda done: stopped.append(not so_far(done)),
                cancelled=lambda: bool(stopped and stopped[-1]),
            )

        LongWork(place, self, subject, len(people)).begin(work, self._swept)

    def _swept(self, done: Swept) -> None:
        words = self.workplace.words
        self.workplace.changed.emit("patron")
        self.refresh()
        self.workplace.say(words.count("staff.patrons.sweep.done", done.erased))
