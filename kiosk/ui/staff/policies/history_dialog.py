"""Every version of an article in a language: when and by whom, what differs from now, and back again."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kiosk.staff.answers.pages import OpenArticle
from kiosk.staff.rights import Right
from kiosk.storage import ArticleVersion
from kiosk.ui.staff.policies.differing_text import differing_text
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


class HistoryDialog(QDialog):
    """Show the versions of one language; it ends accepted where one was restored.

    `titles` name the articles that it leads to.
    """

    def __init__(
        self,
        workplace: Workplace,
        opened: OpenArticle,
        title: str,
        titles: Mapping[str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._titles = titles
        self._workplace = workplace
        self._opened = opened
        words = workplace.words
        self.setWindowTitle(words("staff.history.title", title=title))
        self.resize(1000, 600)
        self.language = QComboBox(self)
        self.table: DataTable[ArticleVersion] = DataTable(
            workplace, self._columns(), name="versions", key=lambda one: one.article.version, filtered=False
        )
        self.text = QPlainTextEdit(self)
        self._build(words("staff.history.title", title=title))
        self.table.chosen.connect(self._chosen)
        self.language.currentIndexChanged.connect(lambda _: self._read())
        self._read()

    def _build(self, heading: str) -> None:
        words = self._workplace.words
        for page in self._opened.pages:
            self.language.addItem(language_name(page.language), page.language)
        first = next((page.language for page in self._opened.pages if page.newest), None)
        spoken = self._opened.page(words.language)
        self.language.setCurrentIndex(self.language.findData(words.language if spoken.newest else first))
        self.language.setObjectName("historyLanguage")
        self.language.setAccessibleName(words("staff.policies.preview.language"))
        self.text.setReadOnly(True)
        self.text.setObjectName("differs")
        self.text.setAccessibleName(words("staff.history.differs"))
        self._restore = button(
            words("staff.history.restore"), self._bring_back, kind="primary", name="restore"
        )
        self._restore.setEnabled(False)
        right = QVBoxLayout()
        right.addWidget(label(words("staff.history.differs"), "label"))
        right.addWidget(self.text, 1)
        halves = QHBoxLayout()
        halves.setSpacing(MARGIN)
        halves.addWidget(self.table, 1)
        halves.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(across(label(heading, "heading"), self.language))
        column.addLayout(halves, 1)
        column.addWidget(
            across(self._restore, button(words("staff.history.close"), self.reject, name="leave"))
        )

    def _columns(self) -> tuple[Column[ArticleVersion], ...]:
        words = self._workplace.words
        return (
            Column(
                "version",
                words("staff.history.version"),
                lambda one: str(one.article.version),
                kind="number",
                width=80,
                sort=lambda one: one.article.version,
            ),
            Column(
                "state",
                words("staff.history.state"),
                lambda one: words(f"policies.state.{one.state}"),
                width=100,
            ),
            Column("by", words("staff.history.by"), lambda one: one.written_by),
            Column(
                "at",
                words("staff.history.at"),
                lambda one: f"{words.dated(one.written_at, 'numeric')} {words.clock(one.written_at)}",
                width=150,
                sort=lambda one: one.written_at,
            ),
        )

    def _read(self) -> None:
        place, key, language = self._workplace, self._opened.key, str(self.language.currentData())
        place.read(lambda: place.services.article_editing.history(place.by, key, language), self._show)

    def _show(self, versions: tuple[ArticleVersion, ...]) -> None:
        self.table.show_rows(versions)
        self._chosen()
        if versions:
            self.table.mark(versions[0].article.version)
        else:
            self.text.setPlainText(self._workplace.words("staff.history.none"))

    def _chosen(self) -> None:
        marked, words = self.table.marked, self._workplace.words
        live = self._opened.page(str(self.language.currentData())).live
        if len(marked) != 1:
            self._restore.setEnabled(False)
            return
        article = marked[0].article
        told = differing_text(live.article if live else None, article, words, self._titles)
        self.text.setPlainText(told or words("staff.history.same"))
        may = self._workplace.by.may(Right.POLICIES_EDIT)
        self._restore.setEnabled(bool(told) and bool(article.body.strip()) and may)

    def _bring_back(self) -> None:
        marked, place, at = self.table.marked, self._workplace, self._workplace.now()
        if len(marked) != 1:
            return
        article = marked[0].article
        seen = self._opened.page(article.language).seen
        self._restore.setEnabled(False)
        place.change(
            lambda: place.services.article_editing.restore(
                place.by, article.key, article.language, article.version, seen=seen, at=at
            ),
            lambda _: self._done(article.version),
            self._failed,
        )

    def _done(self, version: int) -> None:
        self._workplace.say(self._workplace.words("staff.history.restored", version=version))
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.text.setPlainText(self._workplace.sentence(error))
