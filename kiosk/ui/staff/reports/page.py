"""The page of reports: their list at the left; filters, chart and table of the chosen one at the right."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from kiosk.staff.reports.report import Report
from kiosk.ui.staff.charts.loading import with_charts
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.reports.chart import ReportChart
from kiosk.ui.staff.reports.choice import untold
from kiosk.ui.staff.reports.filters import FilterRow
from kiosk.ui.staff.reports.kinds import Asking, Page, ReportKind, report_kinds
from kiosk.ui.staff.reports.printing import ReportPrinting
from kiosk.ui.staff.reports.shown import Drawn, ReportRow, columns_of, drawn_of, rows_of
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Asked
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import Wording

_LIST_WIDTH = 236
_KEY = Qt.ItemDataRole.UserRole


class ReportsPage(StaffPage):
    """Show one report at a time; another choice reads it anew, and only the last one asked for is shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, workplace.words("staff.page.reports"))
        kinds = [kind for kind in report_kinds() if workplace.by.may(kind.right)]
        self._kinds = {kind.key: kind for kind in kinds}
        self._kind = kinds[0]
        self._table: DataTable[ReportRow] | None = None
        self._asked: Asked[ReportRow] = Asked()
        self._list = self._listed(kinds)
        today = workplace.now().astimezone(workplace.words.zone).date()
        self._filters = FilterRow(workplace.words, workplace.library, today, workplace.by.branch)
        self._chart = ReportChart()
        self._about = label("", "caption", wrap=True, name="about")
        self._count = label("", "caption", name="inAll")
        self._panel = Panel()
        self._build()
        self._filters.changed.connect(self.refresh)
        self._list.currentItemChanged.connect(self._chosen)
        QShortcut(QKeySequence("Ctrl+P"), self, self._print).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    def ahead(self) -> Iterator[None]:
        """Dress the first report's filters, and make the charts."""
        self._filters.show_filters(self._kind.filters)
        yield
        yield from self._chart.ahead()

    def open(self, rest: str) -> None:
        """Come to the front with that report, or with the one that was there."""
        kind = self._kinds.get(rest)
        if kind is not None and kind is not self._kind:
            self._mark(kind)
        else:
            self._mark(self._kind)
            self._begin()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the report again as it is asked for."""
        kind, asking = self._kind, self._asking()
        place, words = self.workplace, self.workplace.words
        self.entitle(
            self.title,
            words(f"staff.reports.name.{kind.key}"),
            words("staff.reports.as_of", at=words.moment(asking.at)),
            words("staff.reports.keys"),
        )
        self._count.setText("")
        if kind.paged:
            self._follow(kind)
            if kind.count is not None:
                count = kind.count
                place.jobs.latest("staff.reports.count", lambda: count(asking), self._tell_count, place.fail)
            return
        place.jobs.latest(
            "staff.reports",
            lambda: with_charts(lambda: _read(words, kind, asking)),
            lambda found: self._show(kind, *found),
            place.fail,
        )

    # --- building

    def _listed(self, kinds: list[ReportKind]) -> QListWidget:
        words = self.workplace.words
        listed = QListWidget()
        listed.setObjectName("reports")
        listed.setAccessibleName(words("staff.reports.list"))
        listed.setFixedWidth(_LIST_WIDTH)
        group = ""
        for kind in kinds:
            if kind.group != group:
                group = kind.group
                head = QListWidgetItem(words(f"staff.reports.group.{group}"))
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                font = head.font()
                font.setPixelSize(13)
                head.setFont(font)
                listed.addItem(head)
            item = QListWidgetItem(words(f"staff.reports.name.{kind.key}"))
            item.setData(_KEY, kind.key)
            listed.addItem(item)
        return listed

    def _build(self) -> None:
        self._panel.put(self._about, self._filters, self._chart)
        self._held = QVBoxLayout()
        self._panel.content.addLayout(self._held, 1)
        self._pdf = button(
            self.workplace.words("staff.reports.pdf"), self._print, kind="quiet", picture="print", name="pdf"
        )
        self._panel.act(self._count, self._pdf)
        row = QHBoxLayout()
        row.setSpacing(GAP + 4)
        row.addWidget(self._list)
        row.addWidget(self._panel, 1)
        self.column.addLayout(row, 1)

    # --- choosing

    def _mark(self, kind: ReportKind) -> None:
        for place in range(self._list.count()):
            if self._list.item(place).data(_KEY) == kind.key:
                self._list.setCurrentRow(place)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        kind = self._kinds.get(str(item.data(_KEY))) if item is not None else None
        if kind is not None and kind is not self._kind:
            self._kind = kind
            self._begin()

    def _begin(self) -> None:
        """Show the chosen report's filters and read it; the old one's rows go."""
        words = self.workplace.words
        self._asked = Asked()
        self._panel.head(words(f"staff.reports.name.{self._kind.key}"))
        self._about.setText(words(f"staff.reports.about.{self._kind.key}"))
        self._filters.show_filters(self._kind.filters)
        self._chart.draw(None)
        self._replace_table(None)
        self.refresh()

    def _asking(self, page: Page | None = None) -> Asking:
        place = self.workplace
        choice = self._filters.choice
        return Asking(place.services.reports, place.by, place.library, choice, place.now(), page or Page())

    # --- showing

    def _show(self, kind: ReportKind, report: Report, drawn: Drawn | None) -> None:
        if kind is not self._kind:
            return
        table = self._table_for(kind, report)
        table.show_rows(rows_of(report))
        # In a turn of its own: rows and chart together would hold up a key for more than a frame.
        QTimer.singleShot(0, self._chart, lambda: self._draw(kind, drawn))

    def _draw(self, kind: ReportKind, drawn: Drawn | None) -> None:
        if kind is self._kind:
            self._chart.draw(drawn)

    def _follow(self, kind: ReportKind) -> None:
        """Show a long report page by page as one scrolls."""
        place, asking = self.workplace, self._asking()

        def load(asked: Asked[ReportRow]) -> tuple[ReportRow, ...]:
            self._asked = asked  # what paper shall show as well
            return rows_of(kind.read(replace(asking, page=_page_of(asked))))

        if self._table is None:
            first = replace(asking, page=Page(limit=1))

            def known(report: Report) -> None:
                if kind is self._kind and self._table is None:
                    table = self._table_for(kind, report)
                    table.hide_columns(untold(kind.key, asking.choice))
                    table.follow(load)

            place.jobs.latest("staff.reports", lambda: kind.read(first), known, place.fail)
        else:
            self._table.hide_columns(untold(kind.key, asking.choice))
            self._table.follow(load)

    def _table_for(self, kind: ReportKind, report: Report) -> DataTable[ReportRow]:
        if self._table is None:
            order = kind.order if kind.paged else None
            columns = columns_of(self.workplace.words, report.columns, order)
            table = DataTable(self.workplace, columns, name=f"report.{kind.key}", key=lambda row: row.cells)
            table.view.setAccessibleName(self.workplace.words(f"staff.reports.name.{kind.key}"))
            self._replace_table(table)
        assert self._table is not None
        return self._table

    def _replace_table(self, table: DataTable[ReportRow] | None) -> None:
        if self._table is not None:
            self._held.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self._table = table
        if table is not None:
            table.activated.connect(self._opened)
            self._held.addWidget(table, 1)

    def _opened(self, row: ReportRow) -> None:
        if row.record is not None:
            self.workplace.go(f"catalogue/r{row.record}")

    def _tell_count(self, count: int) -> None:
        self._count.setText(self.workplace.words.count("staff.reports.in_all", count))

    def _print(self) -> None:
        asked, words = self._asked, self.workplace.words
        page = Page(words=tuple(asked.words.split()), sort=asked.sort, descending=asked.descending)
        asking = self._asking(page)
        told = (words("staff.reports.as_of", at=words.moment(asking.at)), *self._filters.told())
        ReportPrinting(self._kind, asking, told).begin(self.workplace, self)


def _read(words: Wording, kind: ReportKind, asking: Asking) -> tuple[Report, Drawn | None]:
    """Read a report, and write out what is drawn of it: hundreds of days and numbers."""
    report = kind.read(asking)
    return report, drawn_of(words, report)


def _page_of(asked: Asked[ReportRow]) -> Page:
    behind = asked.after.behind if asked.after else None
    words = tuple(asked.words.split())
    return Page(behind, asked.limit, words, asked.sort, asked.descending)
