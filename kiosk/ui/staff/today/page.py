"""The page of today: five figures, the hours, the weeks, the kiosks, and three short lists."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.staff.reports.kiosks import KioskTold
from kiosk.staff.reports.report import Report
from kiosk.staff.reports.today import HoldsToPull, Today
from kiosk.staff.rights import Right
from kiosk.ui.staff.charts.loading import with_charts
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.style import COLOURS, GAP
from kiosk.ui.staff.today import state
from kiosk.ui.staff.today.cards import FigureCard
from kiosk.ui.staff.today.charts import DayCharts
from kiosk.ui.staff.today.kiosks import KioskPanel
from kiosk.ui.staff.today.state import PullRow, TimesRow
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Column, RowT
from kiosk.ui.staff.widgets.panel import Panel
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.widgets.tall_rows import TallRows
from kiosk.ui.staff.workplace import Workplace

_AGAIN_MS = 60_000
_ROWS, _DAYS = 6, 30
_CARDS = (
    ("loans", "loan", COLOURS.action, "reports/days", Right.REPORTS),
    ("returns", "return", COLOURS.giveBack, "reports/hours", Right.REPORTS),
    ("holds", "hold", COLOURS.ask, "reports/pulls", Right.DESK),
    ("late", "alert", COLOURS.stop, "reports/late", Right.REPORTS),
    ("messages", "mail", COLOURS.ask, "messages", Right.MESSAGES),
)


class TodayPage(StaffPage):
    """Show the day where the account works, and look again every minute while it is in front."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, workplace.words("staff.page.today"))
        self._cards = {one[0]: self._card(*one) for one in _CARDS}
        self._charts = DayCharts(workplace.words)
        self._kiosks = KioskPanel(workplace.words, lambda: workplace.go("reports/kiosks"))
        self._pulls, self._searches, self._questions = self._tables()
        self._build()
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._again.start()
        workplace.changed.connect(self._look_again)

    def open(self, rest: str) -> None:
        """Read the day anew."""
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep room for what heads each list, which is known once the letters are."""
        super().showEvent(event)
        for panel in self._lists:
            panel.setMinimumWidth(panel.minimumSizeHint().width())

    def refresh(self) -> None:
        """Read everything beside one another; each part is shown when it is there."""
        place, reports, now = self.workplace, self.workplace.services.reports, self.workplace.now()
        by, words = place.by, place.words
        self.entitle(
            self.title, f"{words.dated(now, 'weekday_full')}, {words.dated(now, 'year')} · {words.clock(now)}"
        )
        place.read(lambda: with_charts(lambda: reports.today.figures(by, at=now)), self._show_figures)
        place.read(lambda: reports.kiosks.all(by, at=now), self._show_kiosks)
        if by.may(Right.DESK):
            place.read(lambda: reports.today.holds_to_pull(by, _ROWS, at=now), self._show_holds)
        if by.may(Right.REPORTS):
            place.read(lambda: reports.wanted.searches(by, _DAYS, _ROWS, at=now), self._show_searches)
            place.read(lambda: reports.wanted.questions(by, _DAYS, _ROWS, at=now), self._show_questions)

    # --- building

    def _card(self, name: str, icon: str, colour: str, route: str, right: Right) -> FigureCard:
        place = self.workplace
        opened = (lambda: place.go(route)) if place.by.may(right) else None
        return FigureCard(place.words(f"staff.today.{name}"), icon, colour, opened, f"card.{name}")

    def _build(self) -> None:
        self.column.addLayout(_row(*((card, 1) for card in self._cards.values())))
        charts = _row((self._charts.hours, 46), (self._charts.weeks, 38), (self._kiosks, 31))
        self.column.addLayout(charts, 10)
        words, go = self.workplace.words, self.workplace.go
        lists: list[tuple[QWidget, int]] = []
        for table, name, route, icon, share in (
            (self._pulls, "pulls", "reports/pulls", "print", 44),
            (self._searches, "searches", "reports/searches", "", 25),
            (self._questions, "questions", "policies/unanswered", "", 27),
        ):
            if table is None:
                continue
            panel = Panel(words(f"staff.today.{name}"))
            opened = button(
                words(f"staff.today.{name}_more"),
                lambda route=route: go(route),  # type: ignore[misc]  # bound for each
                kind="quiet",
                picture=icon,
                name=f"more.{name}",
            )
            panel.act(opened)
            panel.put(table, stretch=1)
            lists.append((panel, share))
        self._lists = tuple(panel for panel, _share in lists)
        self.column.addLayout(_row(*lists), 10)

    def _tables(
        self,
    ) -> tuple[DataTable[PullRow] | None, DataTable[TimesRow] | None, DataTable[TimesRow] | None]:
        by, words = self.workplace.by, self.workplace.words
        pulls = None
        if by.may(Right.DESK):
            columns: tuple[Column[PullRow], ...] = (
                Column(
                    "call_number",
                    words("staff.reports.column.call_number"),
                    lambda row: row.call_number,
                    kind="mono",
                    width=132,
                ),
                Column("title", words("staff.reports.column.title"), lambda row: row.title, leading=True),
                Column("where", words("staff.today.where"), lambda row: row.where, width=104),
                Column("for", words("staff.today.for_whom"), lambda row: row.for_whom, width=136),
            )
            pulls = self._list("pulls", columns)
            TallRows(pulls.view, pulls.model, ("title", "where", "for"))
        if not by.may(Right.REPORTS):
            return pulls, None, None
        return pulls, self._times_table("searched", "searches"), self._times_table("question", "questions")

    def _times_table(self, heading: str, name: str) -> DataTable[TimesRow]:
        words = self.workplace.words
        columns: tuple[Column[TimesRow], ...] = (
            Column("text", words(f"staff.reports.column.{heading}"), lambda row: row.text),
            Column(
                "times",
                words("staff.reports.column.times"),
                lambda row: words.number(row.times),
                kind="number",
                width=64,
                sort=lambda row: row.times,
            ),
        )
        return self._list(name, columns)

    def _list(self, name: str, columns: Sequence[Column[RowT]]) -> DataTable[RowT]:
        nothing = self.workplace.words(f"staff.today.{name}_none")
        return DataTable(self.workplace, columns, name=name, filtered=False, csv=False, nothing=nothing)

    # --- showing

    def _show_figures(self, today: Today) -> None:
        words, now = self.workplace.words, self.workplace.now()
        self._cards["loans"].show_figure(state.loans_figure(words, today))
        self._cards["returns"].show_figure(state.returns_figure(words, today))
        self._cards["late"].show_figure(state.late_figure(words, today))
        self._cards["messages"].show_figure(state.messages_figure(words, today, now))
        self._charts.draw(state.hour_bars(words, today), state.week_lines(words, today))

    def _show_holds(self, holds: HoldsToPull) -> None:
        words, place = self.workplace.words, self.workplace
        self._cards["holds"].show_figure(state.holds_figure(words, holds))
        if self._pulls is not None:
            self._pulls.show_rows(state.pull_rows(words, holds, place.library, place.by.branch))

    def _show_kiosks(self, kiosks: tuple[KioskTold, ...]) -> None:
        self._kiosks.show_kiosks(state.kiosk_rows(self.workplace.words, kiosks, self.workplace.now()))

    def _show_searches(self, report: Report) -> None:
        if self._searches is not None:
            self._searches.show_rows(state.times_rows(report))

    def _show_questions(self, report: Report) -> None:
        if self._questions is not None:
            self._questions.show_rows(state.times_rows(report))

    def _look_again(self) -> None:
        if self.isVisible():
            self.refresh()


def _row(*widgets: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP + 4)
    for widget, share in widgets:
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        widget.setSizePolicy(policy)
        row.addWidget(widget, share)
    return row
