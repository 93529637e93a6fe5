"""One question without an answer: how else it was asked, and the three things that can become of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from kiosk.model.article import Article
from kiosk.policies.learning import AskedInVain
from kiosk.staff.rights import Right
from kiosk.ui.staff.messages.new_article_dialog import ArticleBegun, NewArticleDialog
from kiosk.ui.staff.typed_places import typed_about
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace


class AskedPanel(Panel):
    """Deal with a question; `dealt` tells the article it became, None where it was dismissed."""

    dealt = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.words("staff.unanswered.choose"))
        self._workplace = workplace
        self._asked: AskedInVain | None = None
        self._since = workplace.now()
        self._written_of = ("", "")
        self._titles: Mapping[str, Sequence[tuple[str, str]]] = {}
        words = workplace.words
        self._question = label("", wrap=True, name="askedQuestion")
        self._more = label("", "caption", wrap=True, name="askedMore")
        self.article = ChoiceBox(self)
        self.wording = QLineEdit(self)
        self.wording.setMaxLength(300)
        self.form = Form(self)
        self.form.add(words("staff.unanswered.to_article"), self.article, "leadsTo")
        self.form.add(words("staff.unanswered.wording"), self.wording, "wording")
        self._add = button(
            words("staff.unanswered.add"),
            self._add_wording,
            kind="primary",
            picture="plus",
            name="addWording",
            parent=self,
        )
        self._make = button(
            words("staff.unanswered.make"), self._new_article, picture="ask", name="makeArticle", parent=self
        )
        self._dismiss = button(
            words("staff.unanswered.dismiss"), self._ask_dismiss, kind="quiet", name="dismiss", parent=self
        )
        self._build()
        self.show_asked(None, self._since)

    def begin(self) -> None:
        """Put the keyboard on the article it shall lead to."""
        self.article.setFocus(Qt.FocusReason.OtherFocusReason)
        line = self.article.lineEdit()
        if line is not None:
            line.selectAll()

    def offer(self, titles: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Offer these articles, key and title by language."""
        self._titles = titles

    def show_asked(self, asked: AskedInVain | None, since: datetime) -> None:
        """Show a question of a list that goes so far back."""
        words = self._workplace.words
        same = asked is not None and self._written_of == (asked.language, asked.text)
        self._asked, self._since = asked, since
        told = asked is not None and self._workplace.by.may(Right.POLICIES_EDIT)
        for widget in (self.form, self._add, self._make, self._dismiss):
            widget.setVisible(told)
        self._question.setVisible(asked is not None)
        self._more.setVisible(asked is not None)
        if asked is None:
            self.head(words("staff.unanswered.choose"))
            return
        self.head(words("staff.unanswered.column.question"), f"{asked.times} ×")
        typed_about(self.form, f"policies/unanswered/{asked.text}")
        self._question.setText(asked.text)
        self._more.setText(self._told_more(asked))
        self._more.setVisible(bool(self._more.text()))
        if not same:  # what is written of a question stays while its list is read again
            self._written_of = asked.language, asked.text
            self.form.clear_wrong()
            self.wording.setText(asked.text)
            self._offer_articles(asked)

    def _build(self) -> None:
        self.article.setEditable(True)
        self.article.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.article.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.put(self._question, self._more, self.form, across(self._add, self._make), across(self._dismiss))
        self.content.addStretch(1)

    def _told_more(self, asked: AskedInVain) -> str:
        words, parts = self._workplace.words, []
        if asked.wordings:
            parts.append(f"{words('staff.unanswered.wordings')}: {' · '.join(asked.wordings)}")
        if asked.shown:
            titles = self._titles_in(asked.language)
            shown = " · ".join(f"{titles.get(key, key)} ({times})" for key, times in asked.shown)
            parts.append(f"{words('staff.unanswered.column.shown')}: {shown}")
        if asked.unhelpful:
            parts.append(f"{words('staff.unanswered.column.unhelpful')}: {asked.unhelpful}")
        if asked.asked_next:
            following = " · ".join(text for text, _times in asked.asked_next)
            parts.append(f"{words('staff.unanswered.next')}: {following}")
        return "\n".join(parts)

    def _titles_in(self, language: str) -> dict[str, str]:
        """Return titles by key: as the librarian reads them, else as it was asked, else as there are."""
        wanted = (self._workplace.words.language, language, *self._titles)
        found: dict[str, str] = {}
        for one in dict.fromkeys(wanted):
            found = {**dict(self._titles.get(one, ())), **found}
        return found

    def _offer_articles(self, asked: AskedInVain) -> None:
        titles = self._titles.get(asked.language, ())
        self.article.clear()
        for key, title in titles:
            self.article.addItem(title, key)
        shown = next((key for key, _times in asked.shown), None)
        self.article.setCurrentIndex(self.article.findData(shown) if shown else -1)
        self.article.setEnabled(bool(titles))

    def _chosen_article(self) -> tuple[str, str] | None:
        """Return key and title of the article that is written in the field, None for none of them."""
        text = self.article.currentText().strip().casefold()
        titles = self._titles.get(self._asked.language, ()) if self._asked is not None else ()
        return next((one for one in titles if text in (one[1].casefold(), one[0])), None)

    def _add_wording(self) -> None:
        chosen, asked, place = self._chosen_article(), self._asked, self._workplace
        self.form.clear_wrong()
        if asked is None:
            return
        if chosen is None:
            self.form.wrong(self.article, place.words("staff.unanswered.no_article"))
            self.begin()
            return
        wording, since, at = self.wording.text().strip() or asked.text, self._since, place.now()
        place.change(
            lambda: place.services.asked.add_wording(
                place.by, asked, chosen[0], since=since, at=at, wording=wording
            ),
            partial(self._added, wording),
        )

    def _added(self, wording: str, article: Article) -> None:
        words = self._workplace.words
        self._workplace.say(words("staff.unanswered.added", wording=wording, title=article.title))
        self.dealt.emit(article)

    def _new_article(self) -> None:
        asked, place, since = self._asked, self._workplace, self._since
        if asked is None:
            return

        def begin(key: str, topic: str) -> Article:
            return place.services.asked.new_article(place.by, asked, key, topic, since=since, at=place.now())

        NewArticleDialog(place, ArticleBegun(asked.text, language=asked.language), self, begin).exec()

    def _ask_dismiss(self) -> None:
        asked, place = self._asked, self._workplace
        if asked is None:
            return
        words, since, at = place.words, self._since, place.now()
        told = words.count("staff.unanswered.dismiss.ask", asked.times)
        subject = words("staff.unanswered.dismiss").replace("&", "")
        if ask(words, self, subject, told, words("staff.unanswered.dismiss.yes"), dangerous=True):
            place.change(
                lambda: place.services.asked.dismiss(place.by, asked, since=since, at=at), self._dismissed
            )

    def _dismissed(self, _count: int) -> None:
        self._workplace.say(self._workplace.words("staff.unanswered.dismissed"))
        self.dealt.emit(None)
