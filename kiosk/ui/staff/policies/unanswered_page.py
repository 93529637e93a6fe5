"""What patrons asked and got no answer that helped: made to lead to an article, or begun as a new one."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter

from kiosk.model.article import Article
from kiosk.policies.learning import AskedInVain
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.policies.asked_panel import AskedPanel
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.ui.staff.policies.section_bar import SectionBar
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_PERIODS = (7, 30, 90, 365)


class UnansweredPage(StaffPage):
    """List questions by how often they were asked; the one that is chosen can be dealt with in one step."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, workplace.words("staff.policies.title"))
        self._since = workplace.now()
        self.table: DataTable[AskedInVain] = DataTable(
            workplace, self._columns(), name="unanswered", key=lambda row: row.number
        )
        self.panel = AskedPanel(workplace)
        self._period = QComboBox(self)
        self._none = label(workplace.words("staff.unanswered.none"), "good")
        self._build()
        self.table.chosen.connect(self._chosen)
        self.table.activated.connect(lambda _row: self.panel.begin())
        self.panel.dealt.connect(self._dealt)
        self._period.currentIndexChanged.connect(lambda _: self.refresh())

    @property
    def since(self) -> datetime:
        """Give how far back the list goes that is shown."""
        return self._since

    def open(self, rest: str) -> None:
        """Show the list as it is now."""
        self.refresh()
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the list again."""
        place = self.workplace
        since = place.now() - timedelta(days=int(self._period.currentData()))
        place.jobs.latest(
            "policies.unanswered",
            lambda: (
                since,
                place.services.asked.in_vain(place.by, since=since),
                place.services.article_shelf.all_titles(place.by),
            ),
            lambda found: self._show(*found),
            place.fail,
        )

    def _build(self) -> None:
        words = self.workplace.words
        for days in _PERIODS:
            self._period.addItem(words.count("staff.unanswered.days", days), days)
        self._period.setCurrentIndex(_PERIODS.index(90))
        self._period.setObjectName("period")
        self._period.setAccessibleName(words("staff.unanswered.period"))
        bar = QHBoxLayout()
        bar.addWidget(SectionBar(self.workplace, "unanswered"))
        bar.addWidget(self._none)
        self._none.hide()
        bar.addStretch(1)
        bar.addWidget(self._period)
        self.column.addLayout(bar)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(14)
        halves.addWidget(self.table)
        halves.addWidget(self.panel)
        halves.setSizes([680, 480])
        halves.setStretchFactor(0, 1)
        self.column.addWidget(halves, 1)

    def _columns(self) -> tuple[Column[AskedInVain], ...]:
        words = self.workplace.words
        return (
            Column(
                "times",
                words("staff.unanswered.column.times"),
                lambda row: str(row.times),
                kind="number",
                width=64,
                sort=lambda row: row.times,
            ),
            Column("question", words("staff.unanswered.column.question"), lambda row: row.text),
            Column(
                "language",
                words("staff.unanswered.column.language"),
                lambda row: language_name(row.language),
                width=96,
            ),
            Column(
                "last",
                words("staff.unanswered.column.last"),
                lambda row: words.dated(row.last_at, "numeric"),
                width=110,
                sort=lambda row: row.last_at,
            ),
        )

    def _show(
        self,
        since: datetime,
        rows: tuple[AskedInVain, ...],
        titles: dict[str, tuple[tuple[str, str], ...]],
    ) -> None:
        self._since = since
        self.panel.offer(titles)
        self.table.show_rows(rows)
        self._none.setVisible(not rows)
        shown = self.table.marked or self.table.rows
        if shown:
            self.table.mark(shown[0].number)
        else:
            self.panel.show_asked(None, since)

    def _chosen(self) -> None:
        if len(self.table.marked) == 1:
            self.panel.show_asked(self.table.marked[0], self._since)

    def _dealt(self, article: Article | None) -> None:
        """Go on to the question below."""
        if article is not None:
            self.workplace.changed.emit("articles")
        self.refresh()
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
