"""Begins an article from a question: its key, its topic, and the words it begins with."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import normalize

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from kiosk.catalog.folding import fold
from kiosk.model.article import Article
from kiosk.policies.article_text import TOPICS
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace

_LONGEST_KEY, _WORDS_OF_A_KEY = 40, 4


@dataclass(frozen=True, slots=True)
class ArticleBegun:
    """What an article begins with."""

    title: str = ""
    body: str = ""
    language: str = ""
    wordings: tuple[str, ...] = ()


def suggested_key(title: str) -> str:
    """Return a key made of the longest words of a title, in their order."""
    words = re.findall(r"[a-z0-9]+", fold(normalize("NFKC", title)))
    longest = sorted(set(words), key=lambda word: (-len(word), words.index(word)))[:_WORDS_OF_A_KEY]
    kept = [word for word in dict.fromkeys(words) if word in longest and len(word) > 2]
    return "-".join(kept)[:_LONGEST_KEY].strip("-")


class NewArticleDialog(QDialog):
    """Ask what an article shall be called, and begin it as a draft.

    `begin` does it off the GUI thread with key, topic, language and title, the inbox's way unless given.
    """

    def __init__(
        self,
        workplace: Workplace,
        begun: ArticleBegun,
        parent: QWidget,
        begin: Callable[[str, str], Article] | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._begun = begun
        self._begin = begin
        words = workplace.words
        self.setWindowTitle(words("staff.new_article.title"))
        self.setMinimumWidth(560)
        self.form = Form(self)
        self.question = QLineEdit(begun.title, self)
        self.question.setReadOnly(begin is not None)
        self.key = QLineEdit(suggested_key(begun.title), self)
        self.topic = ChoiceBox(self)
        self.language = ChoiceBox(self)
        self._build()
        self.question.textEdited.connect(lambda text: self.key.setText(suggested_key(text)))
        (self.key if begun.title else self.question).setFocus()

    def _build(self) -> None:
        words = self._workplace.words
        for topic in TOPICS:
            self.topic.addItem(words(f"topic.{topic}"), topic)
        for language in self._workplace.library.languages:
            self.language.addItem(language_name(language), language)
        self.language.setCurrentIndex(max(0, self.language.findData(self._begun.language)))
        self.language.setEnabled(self._begin is None)
        self.form.add(words("staff.new_article.question"), self.question, "articleQuestion")
        self.form.add(
            words("staff.new_article.key"), self.key, "articleKey", words("staff.new_article.key.hint")
        )
        self.form.add(words("staff.new_article.topic"), self.topic, "articleTopic")
        self.form.add(words("staff.new_article.language"), self.language, "articleLanguage")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.new_article.title"), "heading"))
        if self._begun.title and self._begin is None:
            column.addWidget(label(words("staff.new_article.privacy"), "caption", wrap=True))
        column.addWidget(self.form)
        self._do = button(words("staff.new_article.begin"), self._go, kind="primary", name="beginArticle")
        leave = button(words("staff.new_article.cancel"), self.reject, name="leave")
        column.addWidget(across(self._do, leave))

    def _go(self) -> None:
        place, begun = self._workplace, self._begun
        key, topic = self.key.text().strip(), str(self.topic.currentData())
        language, title, at = str(self.language.currentData()), self.question.text(), place.now()
        self._do.setEnabled(False)
        self.form.clear_wrong()

        def begin() -> Article:
            if self._begin is not None:
                return self._begin(key, topic)
            return place.services.article_editing.begin(
                place.by, key, language, topic, title, body=begun.body, wordings=begun.wordings, at=at
            )

        place.change(begin, self._done, self._refused)

    def _done(self, article: Article) -> None:
        self.accept()
        place = self._workplace
        place.changed.emit("articles")
        place.say(place.words("staff.new_article.begun", title=article.title))
        place.go(f"policies/article/{article.key}")

    def _refused(self, error: Exception) -> None:
        self._do.setEnabled(True)
        self.form.wrong(self.key, self._workplace.sentence(error))
        self.key.setFocus()
