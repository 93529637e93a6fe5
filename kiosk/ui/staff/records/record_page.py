"""The page of one record: its form and its MARC fields beside one another, its copies below."""

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from kiosk.catalog.marc.record import Field
from kiosk.staff.records.form_fields import FormField
from kiosk.staff.records.headings import HeadingKind, headings_of
from kiosk.staff.records.problems import Degree
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.records.cover_box import CoverBox
from kiosk.ui.staff.records.editor_state import (
    EditorState,
    redone,
    row_added,
    row_removed,
    row_typed,
    settled,
    typed,
    undone,
)
from kiosk.ui.staff.records.fields import FormLine
from kiosk.ui.staff.records.form_panel import FormPanel, TwoColumns
from kiosk.ui.staff.records.marc_panel import MarcPanel
from kiosk.ui.staff.records.record_actions import RecordActions
from kiosk.ui.staff.records.record_route import record_route
from kiosk.ui.staff.records.record_work import RecordWork
from kiosk.ui.staff.records.told import by_field
from kiosk.ui.staff.widgets.buttons import shown_keys
from kiosk.ui.staff.workplace import Workplace


class CopiesBelow(Protocol):
    """What the page needs of the panel of copies."""

    def show_record(self, record_id: int | None) -> None:
        """Show the copies of another title, or none."""

    def refresh(self) -> None:
        """Read the copies again."""

    def labels(self) -> None:
        """Print labels of the marked copies, or of all."""


class RecordPage(StaffPage):
    """Put form, table, cover and copies together over one record; `copies` makes the panel below."""

    def __init__(
        self, workplace: Workplace, copies: Callable[[Workplace], CopiesBelow] | None = None
    ) -> None:
        super().__init__(workplace, "", workplace.words("staff.page.catalogue"))
        self._words = workplace.words
        self.work = RecordWork(workplace, self)
        self.tools: RecordActions
        self.cover: CoverBox
        self.form: FormPanel
        self.marc: MarcPanel
        self.copies: CopiesBelow | None = None
        self._make_copies = copies
        self._indexed = True
        self._known_author = False
        self._looked_up = ""
        self._stale = False

    # --- what the frame asks

    def open(self, rest: str) -> None:
        """Open the record of a route."""
        route = record_route(rest)
        if route is None:
            self.workplace.wrong.emit(self._words("staff.records.no_such_record"))
            return
        again, self._stale = self._stale and not self.work.unsaved, False
        self.work.open(route, again=again)

    def refresh(self) -> None:
        """Read the record again, unless something is typed; the copies in any case."""
        if self.work.route is not None and not self.work.unsaved:
            self.work.open(self.work.route, again=True)
        if self.copies is not None:
            self.copies.refresh()

    def save(self) -> None:
        """Save, with what stands in an open cell of the table or in a line for a new heading."""
        self.marc.view.finish()
        for chips in self.form.chips.values():
            chips.finish()
        self.work.save()

    def undo(self) -> None:
        """Go a step back."""
        self._take(undone)

    def redo(self) -> None:
        """Go a step forward again."""
        self._take(redone)

    def unsaved(self) -> int:
        """Count the changes that are typed and not saved."""
        return self.work.unsaved

    def to_table(self) -> None:
        """Put the keyboard into the table, or back into the form."""
        if self.marc.view.hasFocus() or self.marc.view.isAncestorOf(self.focusWidget() or self):
            self.form.take_keyboard()
        else:
            self.marc.take_keyboard()

    # --- what is typed

    def _take(self, step: Callable[[EditorState], EditorState]) -> None:
        if self.work.state is not None and self.work.may_change:
            self.work.take(step(self.work.state))

    def _typed(self, field: FormField, text: str) -> None:
        self._take(lambda state: typed(state, field, text))

    def _row_typed(self, place: int | None, field: Field) -> None:
        self._take(lambda state: row_typed(settled(state), place, field))

    def _row_added(self, field: Field) -> None:
        if self.work.state is not None and self.work.may_change:
            state, place = row_added(settled(self.work.state), field)
            self.work.take(state)
            self.marc.edit_tag_of(place)

    def _row_removed(self, place: int) -> None:
        self._take(lambda state: row_removed(settled(state), place))

    def _heading_added(self, kind: HeadingKind, text: str) -> None:
        self.work.add_heading(kind, text)

    # --- what is shown

    def parts(self) -> Iterator[None]:
        """Make the bar, the form, the table and the copies, each put in by itself."""
        self.tools = RecordActions(self, self.work)
        self.column.addWidget(self.tools.bar)
        yield
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        both = TwoColumns()
        split.addWidget(both)
        self.column.addWidget(split, 1)
        self.cover = CoverBox(self.workplace)
        self.form = FormPanel(self.workplace, self.cover)
        yield
        both.put(self.form, 58)
        yield
        FormLine.draw_marks()
        yield
        self.marc = MarcPanel(self._words)
        both.put(self.marc, 42)
        yield
        if self._make_copies is not None:
            copies = self._make_copies(self.workplace)
            assert isinstance(copies, QWidget)
            yield
            self.copies = copies
            split.addWidget(copies)
            split.setStretchFactor(0, 64)
            split.setStretchFactor(1, 36)
            yield
        self._connect()

    def _connect(self) -> None:
        self.form.typed.connect(self._typed)
        self.form.left.connect(lambda: self._settle())
        self.form.undo_wanted.connect(self.undo)
        self.form.table_wanted.connect(self.marc.take_keyboard)
        self.form.heading_added.connect(self._heading_added)
        self.form.heading_removed.connect(self._row_removed)
        self.marc.typed.connect(self._row_typed)
        self.marc.added.connect(self._row_added)
        self.marc.removed.connect(self._row_removed)
        self.marc.undo_wanted.connect(self.undo)
        self.work.shown.connect(self._show)
        self.work.opened.connect(self._opened)
        self.work.refused.connect(self._refused)
        self.work.indexed.connect(self._index_told)
        self.workplace.changed.connect(self._changed_elsewhere)
        QShortcut(QKeySequence("Ctrl+M"), self, self.to_table)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self, self.redo)

    def _settle(self) -> None:
        """End the run of letters once the focus has come to rest: a field may be shown anew then."""
        state = self.work.state
        if state is not None and state.run:
            self.work.take(settled(state))

    def _opened(self) -> None:
        state = self.work.state
        if state is None:
            return
        self._looked_up = ""
        if self.copies is not None:
            assert isinstance(self.copies, QWidget)
            self.copies.setVisible(not state.opened.is_new)
            self.copies.show_record(state.opened.record_id)
        if state.opened.is_new:
            self.form.take_keyboard()

    def _show(self) -> None:
        state = self.work.state
        if state is None:
            return
        problems = state.problems(self.workplace.now().date())
        may = self.work.may_change
        self._look_up_author(state)
        self.form.show_state(
            state, by_field(state.record, problems), changeable=may, known_author=self._known_author
        )
        self.marc.show_record(state.record, problems, changeable=may)
        authors = headings_of(state.record, HeadingKind.AUTHOR)
        title = state.value(FormField.TITLE)
        self.cover.show_cover(
            state.opened.record_id, title, authors[0].text if authors else "", state.form.value
        )
        self.tools.show_state(state)
        self._entitle(state, title)

    def _entitle(self, state: EditorState, title: str) -> None:
        words, opened = self._words, state.opened
        number = state.record.control_number or opened.key
        where = words("staff.records.new") if opened.is_new else words("staff.records.crumb", number=number)
        crumb = f"{words('staff.page.catalogue')}  ›  {where}"
        keys = words(
            "staff.records.keys",
            save=shown_keys("Ctrl+S"),
            marc=shown_keys("Ctrl+M"),
            undo=shown_keys("Ctrl+Z"),
        )
        if opened.changed_at is not None:
            at = words.moment(opened.changed_at)
            key = "staff.records.changed_by" if opened.changed_by else "staff.records.changed"
            keys = f"{words(key, at=at, account=opened.changed_by or '')}  ·  {keys}"
        status = words("staff.records.indexed" if self._indexed else "staff.records.indexing")
        self.entitle(title or words("staff.records.untitled"), crumb, status, keys)

    def _changed_elsewhere(self, kind: str) -> None:
        """Read again what another page has changed, unless somebody is typing here.

        What nobody looks at waits until somebody does: it may be gone.
        """
        if kind == "record" and not self.work.telling:
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True

    def _index_told(self, done: bool) -> None:
        self._indexed = done
        if self.work.state is not None:
            self._entitle(self.work.state, self.work.state.value(FormField.TITLE))

    def _look_up_author(self, state: EditorState) -> None:
        """Ask whether the catalogue has this author, once letters have stopped coming."""
        authors = headings_of(state.record, HeadingKind.AUTHOR)
        text = authors[0].text if authors else ""
        if text == self._looked_up:
            return
        self._looked_up, self._known_author = text, False
        services, by = self.workplace.services, self.workplace.by
        self.workplace.jobs.latest(
            "records.author",
            lambda: services.records.completion.knows(by, HeadingKind.AUTHOR, text),
            self._author_known,
            lambda _: None,
        )

    def _author_known(self, known: bool) -> None:
        if known != self._known_author:
            self._known_author = known
            self._show()

    def _refused(self) -> None:
        """Put the keyboard where the first error can be mended."""
        state = self.work.state
        if state is None:
            return
        problems = [one for one in state.problems(self.workplace.now().date()) if one.degree is Degree.ERROR]
        fields = by_field(state.record, problems)
        if fields:
            self.form.reach(next(iter(fields)))
        elif problems:
            self.marc.stand_at(problems[0].place)
            self.marc.take_keyboard()
