"""What else is done with an open article: its history, giving up a draft, taking it away and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.model.article import Article
from kiosk.staff.answers.pages import OpenArticle, Seen
from kiosk.ui.staff.policies.history_dialog import HistoryDialog
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.ui.staff.policies.article_page import ArticlePage


class ArticleActs:
    """Asks before what patrons would notice, and says what was done."""

    def __init__(self, workplace: Workplace, page: ArticlePage) -> None:
        self._workplace = workplace
        self._page = page

    def say_saved(self, publish: bool, changed: tuple[str, ...]) -> None:
        """Say in which languages something is otherwise now."""
        words = self._workplace.words
        told = words.join(tuple(map(language_name, changed)))
        key = "saved" if publish else "drafted"
        self._workplace.say(
            words(f"staff.policies.{key}" if changed else "staff.policies.unchanged", languages=told)
        )

    def show_history(self) -> None:
        """Show earlier versions; one that is restored is shown at once."""
        opened = self._page.opened
        if opened is not None and not opened.is_new:
            page = self._page
            dialog = HistoryDialog(self._workplace, opened, page.title, page.shared.related.titles, page)
            if dialog.exec() == HistoryDialog.DialogCode.Accepted:
                self._changed()

    def ask_discard(self) -> None:
        """Forget the drafts in all languages, after asking."""
        opened, words = self._page.opened, self._workplace.words
        if opened is None:
            return
        subject, doing = words("staff.policies.discard").replace("&", ""), words("staff.policies.discard.yes")
        if not ask(words, self._page, subject, words("staff.policies.discard.ask"), doing, dangerous=True):
            return
        place, at = self._workplace, self._workplace.now()
        drafted = [page for page in opened.pages if page.draft is not None]

        def discard() -> None:
            for page in drafted:
                place.services.article_editing.discard(
                    place.by, opened.key, page.language, seen=page.seen, at=at
                )

        place.change(discard, lambda _: self._said_and_changed(words("staff.policies.discarded")))

    def ask_retire(self) -> None:
        """Take the article away in all languages, after asking; the toast brings it back."""
        opened, words, title = self._page.opened, self._workplace.words, self._page.title
        if opened is None:
            return
        told, doing = words("staff.policies.retire.ask", title=title), words("staff.policies.retire.yes")
        if not ask(words, self._page, doing, told, doing, dangerous=True):
            return
        place, at = self._workplace, self._workplace.now()
        seen = {page.language: page.seen for page in opened.pages if page.newest is not None}
        place.change(
            lambda: place.services.article_editing.retire(place.by, opened.key, seen, at=at),
            lambda gone: self._retired(opened, title, gone),
        )

    def _retired(self, opened: OpenArticle, title: str, gone: tuple[Article, ...]) -> None:
        place = self._workplace

        def undo() -> None:
            place.change(lambda: self._bring_back(gone), lambda _: self._back(opened.key, title))

        self._page.show_again()
        place.changed.emit("articles")
        place.say(place.words("staff.policies.retired", title=title), undo if gone else None)
        place.go("policies")

    def _bring_back(self, gone: tuple[Article, ...]) -> None:
        place, at = self._workplace, self._workplace.now()
        for page in gone:
            place.services.article_editing.restore(
                place.by, page.key, page.language, page.version, seen=Seen(), at=at
            )

    def _back(self, key: str, title: str) -> None:
        place = self._workplace
        place.changed.emit("articles")
        place.say(place.words("staff.policies.restored", title=title))
        place.go(f"policies/article/{key}")

    def _said_and_changed(self, text: str) -> None:
        self._workplace.say(text)
        self._changed()

    def _changed(self) -> None:
        self._workplace.changed.emit("articles")
        self._page.show_again()
