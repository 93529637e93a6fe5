"""Guided flows: listed, written as texts, and checked as they are typed."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QSplitter

from kiosk.staff.answers.guides import GuideProblem, GuideRow, OpenGuide
from kiosk.staff.rights import Right
from kiosk.ui.staff.drafts import Draft
from kiosk.ui.staff.icon_pictures import icon
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.policies.section_bar import SectionBar
from kiosk.ui.staff.style import COLOURS
from kiosk.ui.staff.typed_places import typed_about
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.widgets.questions import ask, ask_reason
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_LOOK_AFTER_MS, _KEPT_AFTER_MS = 300, 800


class GuidesPage(StaffPage):
    """Write guides; what is typed is kept as a draft here until it is saved."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, workplace.words("staff.policies.title"))
        self._opened: OpenGuide | None = None
        self._writable = workplace.by.may(Right.POLICIES_EDIT)
        self.table: DataTable[GuideRow] = DataTable(
            workplace, self._columns(), name="guides", key=lambda row: row.key
        )
        self.panel = Panel(workplace.words("staff.guides.choose"))
        self.text = QPlainTextEdit(self)
        self.problems = QListWidget(self)
        self._soon, self._later = QTimer(self), QTimer(self)
        self._build()
        for timer, act in ((self._soon, self._look), (self._later, self.keep_now)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)
        self.table.chosen.connect(self._chosen)
        self.table.activated.connect(lambda _row: self.text.setFocus())
        self.text.textChanged.connect(self._typed)

    def open(self, rest: str) -> None:
        """Show the list, with the guide of that key where one is named."""
        self._read_list(rest)
        if rest and (self._opened is None or self._opened.key != rest):
            self.keep_now()
            self._open_key(rest)
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the list again."""
        self._read_list("")

    def save(self) -> None:
        """Keep the guide, shown to patrons at once."""
        opened, place = self._opened, self.workplace
        if opened is None or not self._writable:
            return
        text, at = self.text.toPlainText(), place.now()
        place.change(
            lambda: place.services.guides.save(place.by, opened.key, text, seen=opened.version, at=at),
            self._saved,
        )

    def unsaved(self) -> int:
        """Count the guide while it differs from what was opened."""
        return int(self._opened is not None and self.text.toPlainText() != self._opened.text)

    def keep_now(self) -> None:
        """Keep what is typed on this machine, or forget it where nothing differs."""
        self._later.stop()
        if self._opened is None:
            return
        if self.unsaved():
            self.workplace.keep_draft(self._draft, self._opened.key, {"text": self.text.toPlainText()})
        else:
            self.workplace.forget_draft(self._draft)

    @property
    def _draft(self) -> str:
        assert self._opened is not None
        return f"policies/guides/{self._opened.key}"

    def _build(self) -> None:
        words = self.workplace.words
        self.text.setProperty("mono", True)
        self.text.setObjectName("guideText")
        self.text.setAccessibleName(words("staff.guides.text"))
        self.text.setTabChangesFocus(True)
        self.text.setReadOnly(not self._writable)
        self.text.setEnabled(False)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.problems.setObjectName("guideProblems")
        self.problems.setAccessibleName(words("staff.policies.problems"))
        self.problems.setWordWrap(True)
        self.problems.setFixedHeight(118)
        new = button(words("staff.guides.new"), self._new, picture="plus", name="newGuide")
        self._save = button(
            words("staff.guides.save"), self.save, kind="primary", picture="check", name="saveGuide"
        )
        self._remove = button(words("staff.guides.remove"), self._ask_remove, name="removeGuide")
        bar = QHBoxLayout()
        bar.addWidget(SectionBar(self.workplace, "guides"))
        bar.addStretch(1)
        bar.addWidget(new)
        self.column.addLayout(bar)
        self.panel.act(self._save, self._remove)
        self.panel.put(label(words("staff.guides.text"), "caption"))
        self.panel.put(self.text, stretch=1)
        self.panel.put(self.problems)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(14)
        halves.addWidget(self.table)
        halves.addWidget(self.panel)
        halves.setSizes([520, 640])
        self.column.addWidget(halves, 1)
        for one in (new, self._save, self._remove):
            one.setVisible(self._writable)
        self._tie()

    def _columns(self) -> tuple[Column[GuideRow], ...]:
        words = self.workplace.words

        def chip(row: GuideRow) -> Chip:
            if row.problems:
                return Chip(words.count("staff.policies.state.stale", row.problems), "warn")
            shown = "shown" if row.visible else "hidden"
            return Chip(words(f"staff.policies.state.{shown}"), "good" if row.visible else "plain")

        return (
            Column("title", words("staff.guides.column.title"), lambda row: row.title),
            Column(
                "steps",
                words("staff.guides.column.steps"),
                lambda row: str(row.steps),
                kind="number",
                width=80,
                sort=lambda row: row.steps,
            ),
            Column(
                "visible",
                words("staff.guides.column.visible"),
                lambda row: chip(row).text,
                width=124,
                chip=chip,
            ),
        )

    def _read_list(self, wanted: str) -> None:
        place, language = self.workplace, self.workplace.words.language
        place.jobs.latest(
            "policies.guides",
            lambda: place.services.guides.all(place.by, language),
            partial(self._show_list, wanted),
            place.fail,
        )

    def _show_list(self, wanted: str, rows: tuple[GuideRow, ...]) -> None:
        self.table.show_rows(rows)
        if self._opened is not None:
            self._entitle(self._opened.key)
        marked = wanted or next((row.key for row in self.table.marked or rows), "")
        if marked:
            self.table.mark(marked)

    def _chosen(self) -> None:
        marked = self.table.marked
        if len(marked) == 1 and (self._opened is None or self._opened.key != marked[0].key):
            self.keep_now()
            self._open_key(marked[0].key)

    def _open_key(self, key: str, *, drafts: bool = True) -> None:
        place = self.workplace

        def read() -> tuple[OpenGuide, Draft | None]:
            draft = place.drafts.of(f"policies/guides/{key}") if drafts else None
            return place.services.guides.open(place.by, key), draft

        place.jobs.latest("policies.guide", read, lambda found: self._show(*found), place.fail)

    def _show(self, opened: OpenGuide, draft: Draft | None) -> None:
        self._opened = opened
        typed_about(self.text, f"policies/guides/{opened.key}")
        text = str(draft.values.get("text", opened.text)) if draft is not None else opened.text
        self._entitle(opened.key)
        self.text.setPlainText(text)
        if text != opened.text:
            self.workplace.say(self.workplace.words("staff.policies.came_back"))
        self._tie()
        self._look()

    def _title_of(self, key: str) -> str:
        """Return what patrons read above a guide; the key of one that is not kept yet."""
        return next((row.title for row in self.table.rows if row.key == key), key)

    def _entitle(self, key: str) -> None:
        title = self._title_of(key)
        self.panel.head(title, key if title != key else "")

    def _tie(self) -> None:
        self.text.setEnabled(self._opened is not None)
        self._save.setEnabled(self._opened is not None)
        self._remove.setEnabled(self._opened is not None and self._opened.version is not None)

    def _typed(self) -> None:
        if self._opened is not None:
            self._soon.start(_LOOK_AFTER_MS)
            self._later.start(_KEPT_AFTER_MS)

    def _look(self) -> None:
        opened, place, text = self._opened, self.workplace, self.text.toPlainText()
        if opened is not None:
            place.jobs.latest(
                "policies.guide.problems",
                lambda: place.services.guides.problems(place.by, opened.key, text),
                self._tell,
                place.fail,
            )

    def _tell(self, problems: tuple[GuideProblem, ...]) -> None:
        words = self.workplace.words
        self.problems.clear()
        for one in problems:
            picture = icon("stop", COLOURS.stop) if one.stops else icon("alert", COLOURS.wait)
            self.problems.addItem(QListWidgetItem(picture, words.show(one.problem)))
        if not problems:
            fine = QListWidgetItem(icon("check", COLOURS.good), words("staff.guides.fine"))
            self.problems.addItem(fine)

    def _saved(self, kept: OpenGuide) -> None:
        place = self.workplace
        place.forget_draft(f"policies/guides/{kept.key}")
        self._later.stop()
        place.say(place.words("staff.guides.saved", title=self._title_of(kept.key)))
        self._show(kept, None)
        self._read_list(kept.key)

    def _new(self) -> None:
        words = self.workplace.words
        hint = words("staff.new_article.key.hint")
        key = ask_reason(
            words, self, words("staff.guides.new.key"), "", words("staff.guides.new").replace("&", ""), hint
        )
        if key:
            self.keep_now()
            self.table.view.clearSelection()
            self._open_key(key)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_remove(self) -> None:
        opened, place = self._opened, self.workplace
        if opened is None or opened.version is None:
            return
        words, at = place.words, place.now()
        doing = words("staff.policies.retire.yes")
        told = words("staff.guides.remove.ask", title=self._title_of(opened.key))
        if ask(words, self, doing, told, doing, dangerous=True):
            place.change(
                lambda: place.services.guides.remove(place.by, opened.key, seen=opened.version, at=at),
                lambda _: self._removed(opened),
            )

    def _removed(self, gone: OpenGuide) -> None:
        place = self.workplace

        def undo() -> None:
            at = place.now()
            place.change(
                lambda: place.services.guides.save(place.by, gone.key, gone.text, seen=None, at=at),
                self._saved,
            )

        place.forget_draft(f"policies/guides/{gone.key}")
        self._later.stop()
        title, self._opened = self._title_of(gone.key), None
        self.panel.head(place.words("staff.guides.choose"))
        self.text.clear()
        self.problems.clear()
        self._tie()
        self._read_list("")
        place.say(place.words("staff.guides.removed", title=title), undo)
