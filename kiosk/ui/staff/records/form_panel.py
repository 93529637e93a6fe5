"""The card with the form of common fields, and the cover beside them."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from kiosk.model.record import Audience, Form
from kiosk.staff.records.form_fields import FormField, class_mark
from kiosk.staff.records.headings import HeadingKind, headings_of
from kiosk.staff.records.problems import Degree, RecordProblem
from kiosk.ui.staff.records.chips_field import ChipsField
from kiosk.ui.staff.records.completer import HeadingCompleter
from kiosk.ui.staff.records.editor_state import EditorState
from kiosk.ui.staff.records.fields import FormChoice, FormLine, FormText
from kiosk.ui.staff.records.languages import language_choices
from kiosk.ui.staff.records.told import problem_text
from kiosk.ui.staff.widgets.form import Form as FormGrid
from kiosk.ui.staff.widgets.panel import Panel
from kiosk.ui.staff.workplace import Workplace

_LINES = (
    FormField.TITLE,
    FormField.AUTHOR,
    FormField.RESPONSIBILITY,
    FormField.PUBLISHED,
    FormField.EXTENT,
    FormField.ISBN,
)
_FURTHER = (FormField.EDITION, FormField.YEAR, FormField.ISSN)
_TEXTS = (FormField.SERIES, FormField.SUMMARY, FormField.NOTES)
_YEAR_LETTERS = 4
_LABEL_DOWN = 6
_WITH_COVER = 520
Field = FormLine | FormText | FormChoice


class FormPanel(Panel):
    """Build the form; `typed` tells a field and its text, `left` that one has left it.

    `heading_added` tells a kind and a text, `heading_removed` the place of one.
    """

    typed = Signal(object, str)
    left = Signal()
    undo_wanted = Signal()
    table_wanted = Signal()
    heading_added = Signal(object, str)
    heading_removed = Signal(int)

    def __init__(self, workplace: Workplace, cover: QWidget) -> None:
        super().__init__(workplace.words("staff.records.form"))
        self._workplace, self._words = workplace, workplace.words
        self.fields: dict[FormField, Field] = {}
        self.chips: dict[HeadingKind, ChipsField] = {}
        self._grid = FormGrid()
        self._build()
        author = self.fields[FormField.AUTHOR]
        assert isinstance(author, FormLine)
        self.author = HeadingCompleter(workplace, author, HeadingKind.AUTHOR)
        self.author.chosen.connect(partial(self.heading_added.emit, HeadingKind.AUTHOR))
        self._cover = cover
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(18)
        row.addWidget(self._grid, 1)
        row.addWidget(cover, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.put(self._scroll, stretch=1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the whole width to the fields where it is little."""
        super().resizeEvent(event)
        self._cover.setVisible(event.size().width() >= _WITH_COVER)

    def show_state(
        self,
        state: EditorState,
        problems: Mapping[FormField, RecordProblem],
        *,
        changeable: bool,
        known_author: bool,
    ) -> None:
        """Show the record as it is now; the field being typed in is left as it was typed."""
        for field, widget in self.fields.items():
            if state.run != f"form.{field}":
                widget.show_value(state.value(field))
            self._allow(widget, changeable)
            self._mark(field, widget, state, problems.get(field), known_author)
        self._hint_call_number(state)
        for kind, chips in self.chips.items():
            chips.show_headings(headings_of(state.record, kind), changeable=changeable)

    def take_keyboard(self) -> None:
        """Put the keyboard into the first field."""
        self.reach(FormField.TITLE)

    def reach(self, field: FormField) -> None:
        """Put the keyboard into a field."""
        widget = self.fields[field]
        self._scroll.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hint_call_number(self, state: EditorState) -> None:
        """Say which class mark counts while the record has no call number of its own."""
        line = self.fields[FormField.CALL_NUMBER]
        assert isinstance(line, FormLine)
        line.setPlaceholderText(class_mark(state.record))

    def _build(self) -> None:
        for field in _LINES:
            self._add(field, FormLine())
        self._choices()
        call_number = FormLine()
        call_number.setProperty("mono", True)
        self._add(FormField.CALL_NUMBER, call_number)
        self._headings(HeadingKind.SUBJECT, "subjects")
        self._headings(HeadingKind.CONTRIBUTOR, "contributors")
        for field in _FURTHER:
            self._add(field, FormLine())
        year = self.fields[FormField.YEAR]
        assert isinstance(year, FormLine)
        year.setMaxLength(_YEAR_LETTERS)
        self._add(FormField.AUDIENCE, FormChoice(self._audiences()))
        for field in _TEXTS:
            self._add(field, FormText())

    def _choices(self) -> None:
        """Form and language share a line, as they are chosen together."""
        words = self._words
        forms = [(form.value, words(f"staff.records.kind.{form}")) for form in Form]
        kind, language = FormChoice(forms), FormChoice(language_choices(words))
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (kind, language):
            row.addWidget(widget, 1)
        held.setFocusProxy(kind)
        self._grid.add(words("staff.records.field.form_language"), held)
        self._listen(FormField.FORM, kind)
        self._listen(FormField.LANGUAGE, language)

    def _audiences(self) -> list[tuple[str, str]]:
        named = [(one.value, self._words(f"staff.records.audience.{one}")) for one in Audience]
        return [("", self._words("staff.records.audience.none")), *named]

    def _headings(self, kind: HeadingKind, name: str) -> None:
        chips = ChipsField(self._workplace, kind, name)
        chips.added.connect(partial(self.heading_added.emit, kind))
        chips.removed.connect(self.heading_removed)
        chips.line.wants_undo.connect(self.undo_wanted)
        chips.more_wanted.connect(self.table_wanted)
        self._grid.add(self._words(f"staff.records.field.{name}"), chips, name)
        self.chips[kind] = chips
        self._label_at_top(chips)

    def _label_at_top(self, chips: ChipsField) -> None:
        """Keep the label at the first line of chips, however many lines there come to be."""
        layout = self._grid.layout()
        for said in self._grid.findChildren(QLabel):
            if said.buddy() is chips and layout is not None:
                said.setContentsMargins(0, _LABEL_DOWN, 0, 0)
                layout.setAlignment(said, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def _add(self, field: FormField, widget: Field) -> None:
        self._listen(field, widget)
        self._grid.add(self._words(f"staff.records.field.{field}"), widget)

    def _listen(self, field: FormField, widget: Field) -> None:
        told = self._words(f"staff.records.field.{field}").replace("&", "")
        widget.setObjectName(f"record.{field}")
        widget.setAccessibleName(told)
        widget.wrote.connect(partial(self.typed.emit, field))
        widget.left.connect(self.left)
        if not isinstance(widget, FormChoice):
            widget.wants_undo.connect(self.undo_wanted)
        self.fields[field] = widget

    def _allow(self, widget: Field, changeable: bool) -> None:
        if isinstance(widget, FormChoice):
            widget.setEnabled(changeable)
        elif widget.isReadOnly() == changeable:
            widget.setReadOnly(not changeable)

    def _mark(
        self,
        field: FormField,
        widget: Field,
        state: EditorState,
        problem: RecordProblem | None,
        known_author: bool,
    ) -> None:
        told = problem_text(problem, self._words) if problem is not None else ""
        wrong = problem is not None and problem.degree is Degree.ERROR
        if field not in (FormField.FORM, FormField.LANGUAGE):
            self._grid.wrong(widget, told if wrong else "")
        else:
            widget.setToolTip(told)
        if isinstance(widget, FormLine):
            good = (field is FormField.ISBN and bool(state.value(field))) or (
                field is FormField.AUTHOR and known_author
            )
            mark = "alert" if problem is not None else "check" if good else ""
            widget.show_mark(mark, told or (self._words(f"staff.records.good.{field}") if good else ""))


class TwoColumns(QWidget):
    """Two cards beside one another, as wide as their shares."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def put(self, card: QWidget, share: int) -> None:
        """Put a card to the right of the others."""
        self._row.addWidget(card, share)
