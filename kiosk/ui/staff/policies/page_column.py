"""One language of an article: its fields, in two parts that all languages show together."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.staff.policies.article_form import PageFields
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.words import Wording

_LONGEST_LINE = 500


class PageColumn(Panel):
    """Edit a page; `typed` tells that a field was changed, `came` that the keyboard is in this
    language, `written` in which field.
    """

    typed = Signal()
    came = Signal(str)
    written = Signal(object)

    def __init__(self, language: str, words: Wording, *, writable: bool) -> None:
        super().__init__(language_name(language))
        self.language = language
        self._words = words
        self._writable = writable
        self._chip = ChipLabel()
        self.act(self._chip)
        self.content.setContentsMargins(12, 10, 12, 12)
        self.title = self._line("title")
        self.body = self._text("body")
        self.figure = self._line("figure", "staff.policies.field.figure.hint")
        self.wordings = self._text("questions", "staff.policies.field.questions.hint")
        self.keywords = self._text("keywords", "staff.policies.field.keywords.hint")
        self.synonyms = self._text("synonyms", "staff.policies.field.synonyms.hint")
        self._parts = QStackedWidget(self)
        self._parts.addWidget(
            self._part((("title", self.title), ("body", self.body), ("figure", self.figure)))
        )
        lists = (("questions", self.wordings), ("keywords", self.keywords), ("synonyms", self.synonyms))
        self._parts.addWidget(self._part(lists))
        self.put(self._parts, stretch=1)

    def show_part(self, part: int) -> None:
        """Show the text, or the words that lead to it."""
        self._parts.setCurrentIndex(part)

    def show_chip(self, chip: Chip) -> None:
        """Say how the page stands."""
        self._chip.show_chip(chip)

    def fields(self) -> PageFields:
        """Return what the fields say."""
        return PageFields(
            title=self.title.text(),
            figure=self.figure.text(),
            body=self.body.toPlainText(),
            wordings=self.wordings.toPlainText(),
            keywords=self.keywords.toPlainText(),
            synonyms=self.synonyms.toPlainText(),
        )

    def show_fields(self, fields: PageFields, *, undoable: bool = False) -> None:
        """Put these into the fields; those that say so already keep the keyboard's place.

        Where it is `undoable`, Ctrl+Z goes on behind it to what was typed before.
        """
        for line, text in ((self.title, fields.title), (self.figure, fields.figure)):
            if line.text() != text:
                put_text(line, text, undoable=undoable)
        pairs = (
            (self.body, fields.body),
            (self.wordings, fields.wordings),
            (self.keywords, fields.keywords),
            (self.synonyms, fields.synonyms),
        )
        for box, text in pairs:
            if box.toPlainText() != text:
                put_text(box, text, undoable=undoable)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the keyboard comes into one of the fields."""
        if event.type() == QEvent.Type.FocusIn:
            self.came.emit(self.language)
            self.written.emit(watched)
        return False

    def _line(self, name: str, hint: str = "") -> QLineEdit:
        made = QLineEdit(self)
        made.setMaxLength(_LONGEST_LINE)
        made.setReadOnly(not self._writable)
        made.textChanged.connect(lambda _: self.typed.emit())
        self._ready(made, name)
        made.setPlaceholderText(self._words(hint) if hint else "")
        return made

    def _text(self, name: str, hint: str = "") -> QPlainTextEdit:
        made = QPlainTextEdit(self)
        made.setTabChangesFocus(True)
        made.setReadOnly(not self._writable)
        made.textChanged.connect(self.typed.emit)
        self._ready(made, name)
        made.setPlaceholderText(self._words(hint) if hint else "")
        return made

    def _ready(self, field: QLineEdit | QPlainTextEdit, name: str) -> None:
        field.setObjectName(f"{name}-{self.language}")
        named = self._words(f"staff.policies.field.{name}")
        field.setAccessibleName(f"{named}, {language_name(self.language)}")
        field.installEventFilter(self)

    def _part(self, named: tuple[tuple[str, QWidget], ...]) -> QWidget:
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, field in named:
            column.addWidget(label(self._words(f"staff.policies.field.{name}"), "label"))
            column.addWidget(field, 1 if isinstance(field, QPlainTextEdit) else 0)
        return made


def put_text(field: QLineEdit | QPlainTextEdit, text: str, *, undoable: bool) -> None:
    """Write a text into a field instead of what stands there, as one step that can be undone, or for good."""
    if isinstance(field, QLineEdit):
        if undoable:
            field.selectAll()
            field.insert(text)
        else:
            field.setText(text)
        field.setCursorPosition(0)
        return
    if not undoable:
        field.setPlainText(text)
        return
    place = field.textCursor().position()
    cursor = field.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)
    cursor.setPosition(min(place, len(text)))
    field.setTextCursor(cursor)
