"""The calendar: half a year with open and closed days, closures, and the week's hours of one place."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.model.calendar import Calendar, Closure
from kiosk.rules.calendar import local_day
from kiosk.staff.rights import Right
from kiosk.staff.settings.calendars import calendars_of, new_closure, new_week, no_closure, week_of
from kiosk.staff.settings.leaves import Edits, Path, Plain
from kiosk.ui.staff.calendar.closure_dialog import ClosureDialog
from kiosk.ui.staff.calendar.days import day_told
from kiosk.ui.staff.calendar.months_view import MonthsView
from kiosk.ui.staff.calendar.week_form import WeekForm
from kiosk.ui.staff.settings.editing import EditingPart
from kiosk.ui.staff.settings.fitting import scrolled
from kiosk.ui.staff.settings.keeping import Kept
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.typed_places import typed_about
from kiosk.ui.staff.widgets.buttons import icon_button
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


class CalendarPart(EditingPart):
    """Hours and closures of a branch or a way to reach the library, chosen above."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, Kept(workplace.services.calendars, Right.RULES_EDIT, "rules/calendar"))
        words = workplace.words
        self.setWindowTitle(words("staff.calendar"))
        today = local_day(Calendar(workplace.library.time_zone), workplace.now())
        self.owner = QComboBox()
        self.owner.setObjectName("owner")
        self.owner.setAccessibleName(words("staff.calendar.owner"))
        self.owner.setMinimumWidth(200)
        self.owner.currentIndexChanged.connect(lambda _: self._show_owner())
        self.months = MonthsView(words, today)
        self.told = label("", wrap=True, name="dayTold")
        self.months.moved.connect(self._tell_day)
        self.months.chosen.connect(self._add)
        self.week = WeekForm(words)
        self.week.changed.connect(self._week_changed)
        self.closures: DataTable[Closure] = DataTable(
            workplace, self._columns(), name="closures", filtered=False, key=lambda one: (one.first, one.last)
        )
        self.shows.connect(self._show_all)
        self._build()

    @property
    def path(self) -> Path:
        """Give the place among the leaves of what is chosen."""
        return self.owner.currentData() or ()

    def _build(self) -> None:
        words = self.workplace.words
        months = Panel()
        earlier = icon_button(
            "back", words("staff.calendar.earlier"), lambda: self.months.go(-3), name="earlier"
        )
        on = icon_button("arrow", words("staff.calendar.later"), lambda: self.months.go(3), name="later")
        months.act(self.owner, earlier, on)
        months.put(self.months, stretch=1)
        months.put(self.told)
        closed = Panel(words("staff.calendar.closures"))
        closed.act(self.closures.bar)
        closed.setMinimumHeight(190)
        self.plain_button("staff.calendar.add", lambda: self._add(self.months.day), "plus", "addClosure")
        self.plain_button("staff.calendar.remove", self._remove, "minus", "removeClosure")
        closed.put(self.closures, stretch=1)
        hours = Panel(words("staff.calendar.week"), words("staff.calendar.week.hint"))
        hours.put(self.week)
        right = QVBoxLayout()
        right.setSpacing(GAP + 4)
        right.addWidget(hours)
        right.addWidget(closed, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP + 4)
        row.addWidget(months, 30)
        row.addLayout(right, 19)
        row.setContentsMargins(0, 0, 0, 0)
        held = QWidget()
        held.setLayout(row)
        hours.setMinimumHeight(hours.sizeHint().height())
        self.column.addWidget(scrolled(held), 1)

    def _columns(self) -> tuple[Column[Closure], ...]:
        words = self.workplace.words
        return (
            Column(
                "first",
                words("staff.calendar.from"),
                lambda one: words.dated(one.first, "numeric"),
                width=100,
                sort=lambda one: one.first,
            ),
            Column(
                "last",
                words("staff.calendar.to"),
                lambda one: words.dated(one.last, "numeric"),
                width=100,
                sort=lambda one: one.last,
            ),
            Column("reason", words("staff.calendar.why"), lambda one: words.name(one.reason)),
        )

    def _show_all(self) -> None:
        """Offer every branch and channel, and show the one that was chosen."""
        state = self.state
        if state is None:
            return
        words, chosen = self.workplace.words, self.path or ("branch", self.workplace.by.branch)
        named: list[tuple[str, Path]] = [
            (words.name(one.name) or one.code, ("branch", one.code)) for one in state.now.branches
        ]
        named += [
            (f"{words(f'channel.{one.kind}')}: {one.value}", path)
            for one, (path, _calendar) in zip(
                state.now.channels, calendars_of(state.now)[len(state.now.branches) :], strict=True
            )
        ]
        self.owner.blockSignals(True)
        self.owner.clear()
        for name, path in named:
            self.owner.addItem(name, path)
        place = next((n for n, (_name, path) in enumerate(named) if path == chosen), 0)
        self.owner.setCurrentIndex(place)
        self.owner.blockSignals(False)
        self._show_owner()

    def _show_owner(self) -> None:
        calendar = self._calendar()
        if self.state is None or calendar is None:
            return
        self.months.show_calendar(calendar)
        typed_about(self.week, "/".join(("rules/calendar", *self.path)))
        refused = self.refused.below((*self.path, "hours"))
        self.week.show_week(week_of(self.state.leaves, self.path), self.may, self.path, refused)
        self.closures.show_rows(sorted(calendar.closures, key=lambda one: (one.first, one.last)))

    def _calendar(self) -> Calendar | None:
        found = dict(calendars_of(self.state.now)) if self.state is not None else {}
        return found.get(self.path)

    def _tell_day(self, day: date) -> None:
        calendar = self._calendar()
        if calendar is not None:
            self.told.setText(day_told(calendar, day, self.workplace.words))

    def _week_changed(self, week: dict[str, tuple[str, ...]] | None) -> None:
        if self.state is not None:
            hours = (*self.path, "hours")
            texts = {(*hours, day): text for day, text in self.week.texts.items()}
            self.type_in(new_week(self.state.leaves, self.path, week), texts)

    def _add(self, day: date) -> None:
        state = self.state
        if state is None or not self.may:
            return
        dialog = ClosureDialog(self.workplace.words, state.now.languages, day, self._due, self)
        dialog.all_branches.setChecked(False)
        if not dialog.exec() or dialog.days is None:
            return
        edits: dict[Path, Plain | None] = {}
        for owner in self._owners(dialog.all_branches.isChecked()):
            edits |= new_closure(owner, *dialog.days, dialog.told)
        self.edit(edits)

    def _remove(self) -> None:
        closure, state = self.closures.current, self.state
        if closure is None or state is None:
            return
        edits: Edits = no_closure(state.leaves, self.path, f"{closure.first}/{closure.last}")
        self.edit(edits)

    def _owners(self, all_branches: bool) -> list[Path]:
        if all_branches and self.state is not None:
            return [("branch", one.code) for one in self.state.now.branches]
        return [self.path]

    def _due(self, first: date, last: date, all_branches: bool, tell: Callable[[str], None]) -> None:
        """Look how many items are due on these days, and say it."""
        state, words = self.state, self.workplace.words
        branches = [path[1] for path in self._owners(all_branches) if path[0] == "branch"]
        if state is None or not branches:
            tell("")
            return
        service, by, library = self.workplace.services.calendars, self.workplace.by, state.now
        self.workplace.jobs.latest(
            "calendar.due",
            lambda: sum(one.due for one in service.due_within(by, library, branches, first, last)),
            lambda count: tell(words.count("staff.calendar.due", count)),
            self.workplace.fail,
        )
