"""The shelf: all articles by topic, with how each stands in every language."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout

from kiosk.policies.article_text import TOPICS
from kiosk.staff.answers.shelf import OnShelf
from kiosk.staff.rights import Right
from kiosk.ui.staff.messages.new_article_dialog import ArticleBegun, NewArticleDialog
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.ui.staff.policies.section_bar import SectionBar
from kiosk.ui.staff.policies.shelf_rows import day_told, page_chip, page_of, wanted
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


class PoliciesPage(StaffPage):
    """List articles; Enter opens one in all its languages."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, workplace.words("staff.policies.title"))
        self._rows: tuple[OnShelf, ...] = ()
        self.table: DataTable[OnShelf] = DataTable(
            workplace, self._columns(), name="articles", key=lambda row: row.key
        )
        self._topic = QComboBox(self)
        self._work = QCheckBox(workplace.words("staff.policies.only_work"), self)
        self._none = label(workplace.words("staff.policies.none"), "caption", wrap=True)
        self._build()
        self.table.activated.connect(lambda row: workplace.go(f"policies/article/{row.key}"))
        workplace.changed.connect(self._changed)

    def open(self, rest: str) -> None:
        """Show the list as it is now."""
        self.refresh()
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the list again."""
        place, at = self.workplace, self.workplace.now()
        language = place.words.language
        place.jobs.latest(
            "policies.shelf",
            lambda: place.services.article_shelf.all(place.by, language, at=at),
            self._show,
            place.fail,
        )

    def _build(self) -> None:
        words = self.workplace.words
        self._topic.setObjectName("topicFilter")
        self._topic.setAccessibleName(words("staff.policies.topic"))
        self._topic.addItem(words("staff.policies.all_topics"), "")
        for topic in TOPICS:
            self._topic.addItem(words(f"topic.{topic}"), topic)
        self._topic.currentIndexChanged.connect(lambda _: self._filter())
        self._work.setObjectName("onlyWork")
        self._work.toggled.connect(lambda _: self._filter())
        new = button(
            words("staff.policies.new"), self._new, kind="primary", picture="plus", name="newArticle"
        )
        bar = QHBoxLayout()
        bar.addWidget(SectionBar(self.workplace, "articles"))
        bar.addStretch(1)
        bar.addWidget(self._work)
        bar.addWidget(self._topic)
        bar.addWidget(new)
        self.column.addLayout(bar)
        new.setVisible(self.workplace.by.may(Right.POLICIES_EDIT))
        self.column.addWidget(self._none)
        self._none.hide()
        self.column.addWidget(self.table, 1)

    def _columns(self) -> tuple[Column[OnShelf], ...]:
        words = self.workplace.words
        return (
            Column("title", words("staff.policies.column.title"), lambda row: row.title),
            Column(
                "topic",
                words("staff.policies.column.topic"),
                lambda row: words(f"topic.{row.topic}"),
                width=190,
            ),
            *map(self._language_column, self.workplace.library.languages),
            Column(
                "review",
                words("staff.policies.column.review"),
                lambda row: day_told(row.review, words),
                width=116,
                sort=lambda row: row.review,
            ),
            Column(
                "changed",
                words("staff.policies.column.changed"),
                lambda row: words.dated(row.changed_at, "numeric") if row.changed_at else "",
                width=116,
                sort=lambda row: row.changed_at,
            ),
        )

    def _language_column(self, language: str) -> Column[OnShelf]:
        chip = partial(self._chip, language)
        return Column(language, language_name(language), lambda row: chip(row).text, width=134, chip=chip)

    def _chip(self, language: str, row: OnShelf) -> Chip:
        return page_chip(page_of(row, language), self.workplace.words)

    def _show(self, rows: tuple[OnShelf, ...]) -> None:
        self._rows = rows
        self._none.setVisible(not rows)
        self._filter()

    def _filter(self) -> None:
        topic, only = str(self._topic.currentData() or ""), self._work.isChecked()
        self.table.show_rows([row for row in self._rows if wanted(row, topic, only)])
        shown = self.table.marked or self.table.rows
        if shown:
            self.table.mark(shown[0].key)

    def _new(self) -> None:
        NewArticleDialog(self.workplace, ArticleBegun(language=self.workplace.words.language), self).exec()

    def _changed(self, what: str) -> None:
        if what in {"articles", "rules"} and self.isVisible():
            self.refresh()
