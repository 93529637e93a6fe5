"""One article in all its languages side by side, with its preview, its problems and what led to it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kiosk.model.article import Article
from kiosk.model.staff_errors import ArticleChangedMeanwhile
from kiosk.staff.answers.pages import OpenArticle
from kiosk.staff.rights import Right
from kiosk.ui.staff.drafts import Draft
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.policies.article_acts import ArticleActs
from kiosk.ui.staff.policies.article_bar import ArticleBar, PartChips
from kiosk.ui.staff.policies.article_form import (
    ArticleForm,
    apart,
    form_from_json,
    form_of,
    form_to_json,
    is_changed,
    pages_of,
)
from kiosk.ui.staff.policies.article_looking import ArticleLooking
from kiosk.ui.staff.policies.compare_dialog import CompareDialog
from kiosk.ui.staff.policies.page_column import PageColumn
from kiosk.ui.staff.policies.shared_fields import SharedCard
from kiosk.ui.staff.policies.shelf_rows import open_chip
from kiosk.ui.staff.policies.side_panel import SidePanel
from kiosk.ui.staff.workplace import Workplace

_LOOK_AFTER_MS, _KEPT_AFTER_MS = 250, 800
_SHARED_PART = 2


class ArticlePage(StaffPage):
    """Write an article; what is typed is checked and previewed at once, and kept as a draft here."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "")
        self._opened: OpenArticle | None = None
        self._filling = False
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._writable = workplace.by.may(Right.POLICIES_EDIT)
        self.shared: SharedCard
        self.columns: dict[str, PageColumn] = {}
        self.side: SidePanel
        self.acts = ArticleActs(workplace, self)
        self._parts = QStackedWidget(self)
        self._chips = PartChips(workplace.words)
        self.bar = ArticleBar(workplace.words, writable=self._writable)

    @property
    def opened(self) -> OpenArticle | None:
        """Give the article as it was opened."""
        return self._opened

    @property
    def form(self) -> ArticleForm:
        """Give what the fields say."""
        assert self._opened is not None
        pages = tuple((language, column.fields()) for language, column in self.columns.items())
        return ArticleForm(self._opened.key, self.shared.fields(), pages)

    def open(self, rest: str) -> None:
        """Show the article of that key; one that is open with words not saved stays as it is."""
        if self._opened is not None and self._opened.key == rest and self.unsaved():
            return
        self.keep_now()
        self._read(rest)

    def refresh(self) -> None:
        """Read the article again, unless something is typed; look again in any case."""
        if self._opened is not None and not self.unsaved():
            self._read(self._opened.key)
        self._look()

    def save(self) -> None:
        """Save, for patrons to see."""
        self._save(publish=True)

    def unsaved(self) -> int:
        """Count the article while it differs from what was opened, or something in it is half typed."""
        opened = self._opened
        return int(opened is not None and (self.shared.unfinished or is_changed(self.form, opened)))

    def undo(self) -> None:
        """Take back what was typed last where one wrote last, also across a save."""
        if self._field is not None:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.undo()

    def keep_now(self) -> None:
        """Keep what is typed on this machine, or forget it where nothing differs."""
        self._later.stop()
        if self._opened is None:
            return
        form, route = self.form, self._draft_name(self._opened.key)
        if is_changed(form, self._opened):
            self.workplace.keep_draft(route, self.title, form_to_json(form))
        else:
            self.workplace.forget_draft(route)

    def show_again(self) -> None:
        """Read the article anew, whatever is typed."""
        if self._opened is not None:
            self._read(self._opened.key, drafts=False)

    # --- building

    def parts(self) -> Iterator[None]:
        """Make a column for each language, then what they share, then what stands beside."""
        words = self.workplace.words
        self.column.addWidget(self.bar)
        left = QWidget(self)
        within = QVBoxLayout(left)
        within.setContentsMargins(0, 0, 0, 0)
        self._chips.chosen.connect(self._show_part)
        within.addWidget(self._chips)
        beside = QSplitter(Qt.Orientation.Horizontal, left)
        beside.setChildrenCollapsible(True)
        beside.setHandleWidth(10)
        self._parts.addWidget(beside)
        within.addWidget(self._parts, 1)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setHandleWidth(14)
        halves.addWidget(left)
        self.column.addWidget(halves, 1)
        yield
        for language in self.workplace.library.languages:
            self.columns[language] = PageColumn(language, words, writable=self._writable)
            beside.addWidget(self.columns[language])
            yield
        self.shared = SharedCard(words, writable=self._writable)
        self._parts.addWidget(self.shared)
        yield
        self.side = SidePanel(self.workplace)
        self._looking = ArticleLooking(self.workplace, self.side, self.shared)
        halves.addWidget(self.side)
        halves.setSizes([790, 380])
        halves.setStretchFactor(0, 1)
        yield
        self._connect()

    def _connect(self) -> None:
        self._soon, self._later = QTimer(self), QTimer(self)
        self._soon.setObjectName("look")
        for timer, act in ((self._soon, self._look), (self._later, self.keep_now)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)
        for pressed, act in (
            (self.bar.save, self.save),
            (self.bar.save_draft, partial(self._save, publish=False)),
            (self.bar.discard, self.acts.ask_discard),
            (self.bar.retire, self.acts.ask_retire),
            (self.bar.history, self.acts.show_history),
            (self.bar.back, self._leave),
        ):
            pressed.connect(act)
        self.shared.typed.connect(self._typed)
        for column in self.columns.values():
            column.typed.connect(self._typed)
            column.came.connect(self.side.follow)
            column.written.connect(self._came_into)
        self.side.chosen.connect(self._look)
        self.workplace.changed.connect(self._changed)

    def _show_part(self, part: int) -> None:
        self._parts.setCurrentIndex(int(part == _SHARED_PART))
        for column in self.columns.values():
            column.show_part(min(part, 1))

    # --- reading

    def _read(self, key: str, *, drafts: bool = True) -> None:
        place, form = self.workplace, self._draft_name(key)

        def read() -> tuple[OpenArticle, Draft | None]:
            opened = place.services.article_editing.open(place.by, key)
            return opened, place.drafts.of(form) if drafts else None

        place.jobs.latest("policies.article", read, lambda found: self._show(*found), place.fail)

    def _show(self, opened: OpenArticle, draft: Draft | None) -> None:
        before = form_of(opened)
        form = form_from_json(draft.values, before) if draft is not None and self._writable else before
        again = self._opened is not None and self._opened.key == opened.key
        self.take_up(opened, form)
        if form != before:
            self.workplace.say(self.workplace.words("staff.policies.came_back"))
        self._looking.read_once(opened.key)
        if not again:
            self._field = None
            self._begin_writing()
        elif self._field is not None:  # saved: one writes on where one was
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _came_into(self, field: QWidget) -> None:
        if isinstance(field, QLineEdit | QPlainTextEdit):
            self._field = field

    def _begin_writing(self) -> None:
        """Put the keyboard into one's own language where it is written, else into another that is."""
        own = self.columns.get(self.workplace.words.language)
        columns = [one for one in (own, *self.columns.values()) if one is not None]
        first = next((one for one in columns if one.fields().title), columns[0])
        self.side.follow(first.language)
        first.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_up(self, opened: OpenArticle, form: ArticleForm) -> None:
        """Go on with this form on this state of the article."""
        same = self._opened is not None and self._opened.key == opened.key
        self._opened, self._filling = opened, True
        self.shared.show_fields(form.shared, apart(opened))
        for language, column in self.columns.items():
            column.show_fields(form.page(language), undoable=same)
            column.show_chip(open_chip(opened.page(language), self.workplace.words))
        self._filling = False
        self._entitle(opened)
        self._typed()
        self._look()

    def _entitle(self, opened: OpenArticle) -> None:
        words = self.workplace.words
        form = form_of(opened)
        titles = (form.page(one).title for one in (words.language, *self.columns))
        title = next((title for title in titles if title), opened.key)
        topic = words(f"topic.{form.shared.topic}") if form.shared.topic else ""
        crumb = " › ".join(filter(None, (words("staff.policies.title"), topic)))
        self.entitle(title, crumb, keys_told=words("staff.policies.keys"))
        self.bar.show_state(opened)

    # --- typing

    def _typed(self) -> None:
        if self._filling or self._opened is None:
            return
        changed = bool(self.unsaved())
        self._chips.show_unsaved(changed)
        self._soon.start(_LOOK_AFTER_MS)
        self._later.start(_KEPT_AFTER_MS)

    def _look(self) -> None:
        if self._opened is not None:
            self._looking.look(pages_of(self.form, self._opened))

    # --- saving

    def _save(self, *, publish: bool) -> None:
        opened, place = self._opened, self.workplace
        if opened is None or not self._writable:
            return
        if complaint := self.shared.complaint():
            place.wrong.emit(complaint)
            return
        pages, at = pages_of(self.form, opened), place.now()
        seen = {page.language: page.seen for page in opened.pages}
        self.bar.hold(True)
        place.change(
            lambda: place.services.article_editing.save(place.by, pages, seen, publish=publish, at=at),
            partial(self._saved, publish, pages),
            self._refused,
        )

    def _saved(self, publish: bool, pages: tuple[Article, ...], changed: tuple[str, ...]) -> None:
        self.bar.hold(False)
        self.acts.say_saved(publish, changed)
        if self._opened is not None:
            self.workplace.forget_draft(self._draft_name(self._opened.key))
        self._later.stop()
        self.workplace.changed.emit("articles")
        self.show_again()

    def _refused(self, error: Exception) -> None:
        self.bar.hold(False)
        self.workplace.fail(error)
        if isinstance(error, ArticleChangedMeanwhile) and self._opened is not None:
            place, key = self.workplace, self._opened.key
            place.read(lambda: place.services.article_editing.open(place.by, key), self._compare)

    def _compare(self, now: OpenArticle) -> None:
        """Show what a colleague made of it, and go on with what is chosen of both."""
        if self._opened is None:
            return
        dialog = CompareDialog(self.workplace, self._opened, now, self.form, self.shared.related.titles, self)
        if dialog.exec() == CompareDialog.DialogCode.Accepted:
            self.take_up(now, dialog.form)

    def _leave(self) -> None:
        self.keep_now()
        self.workplace.go("policies")

    def _changed(self, what: str) -> None:
        if what in {"rules", "settings"} and self.isVisible():
            self._look()

    def _draft_name(self, key: str) -> str:
        return f"policies/article/{key}"
