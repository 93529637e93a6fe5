"""A form over the leaves of one element: each field sets its own value once it is left."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.model.library import Library
from kiosk.model.staff_errors import SettingsInvalid
from kiosk.staff.settings.leaves import Leaves, Path, Plain
from kiosk.ui.staff.settings.fields import Field, FieldKind, choice_label, read, written
from kiosk.ui.staff.settings.refusals import Refusal
from kiosk.ui.staff.typed_places import typed_about
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.form import Form
from kiosk.words import Wording, wording
from kiosk.words.reasons import error_sentence

_ACROSS = 3


def at_top(form: QWidget) -> QWidget:
    """Return something that holds a form at its top, to be scrolled on a card."""
    made = QWidget()
    made.setObjectName("scrolled")
    made.setStyleSheet("QWidget#scrolled { background: transparent; }")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 4, 0)
    column.addWidget(form)
    column.addStretch(1)
    return made


class LeafForm(Form):
    """Show an element's values; `changed` tells edits.

    `typed` tells those of lines, with the text that was typed at each path, `unreadable` a path and the
    refusal of a text that means nothing. Whoever holds the values shows refusals again.
    """

    changed = Signal(object)
    typed = Signal(object, object)
    unreadable = Signal(object, object)

    def __init__(
        self, words: Wording, library: Library, fields: Sequence[Field], may: bool, under: str = "settings"
    ) -> None:
        super().__init__()
        self._under = under
        self._words, self._library, self._fields, self._may = words, library, tuple(fields), may
        self._element: Path = ()
        self._leaves: Leaves = {}
        self._lines: dict[Path, QLineEdit] = {}
        self._boxes: dict[Path, QComboBox] = {}
        self._checks: dict[tuple[Path, str], QCheckBox] = {}
        for field in self._fields:
            self._add_field(field)

    def show_element(
        self, element: Path, leaves: Leaves, refused: Mapping[Path, Refusal] = MappingProxyType({})
    ) -> None:
        """Show the values of an element; what was refused there stands as it was typed, with its reason."""
        same = element == self._element
        self._element, self._leaves = element, leaves
        typed_about(self, "/".join((self._under, *element)))
        for field in self._fields:
            kept = same and self._is_written(field)
            if field.key in refused:
                self._show_refusal(self._lines[field.key], refused[field.key], kept)
            elif not kept:
                self._show_field(field)

    def _show_refusal(self, line: QLineEdit, refusal: Refusal, kept: bool) -> None:
        if line.text() != refusal.text and not kept:
            line.setText(refusal.text)
        self.wrong(line, refusal.reason)

    def _is_written(self, field: Field) -> bool:
        """Tell whether somebody is typing into a field: what was shown anew would take the letters away."""
        lines = (line for key, line in self._lines.items() if key[: len(field.key)] == field.key)
        return any(line.hasFocus() and line.isModified() for line in lines)

    def _add_field(self, field: Field) -> None:
        text, name = self._words(field.word), field.name
        match field.kind:
            case FieldKind.NAMES:
                for language in self._library.languages:
                    line = self._line(partial(self._named, field), (*field.key, language))
                    self.add(f"{text} ({wording(language)('language.name')})", line, f"{name}-{language}")
            case FieldKind.YES_NO:
                check = self._check(field, "")
                check.setText(text)
                check.setObjectName(name)
                self.row(check)
            case FieldKind.MANY:
                checks = [self._check(field, choice) for choice in field.choices]
                self.add(text, self._in_rows(checks), name)
            case FieldKind.CHOICE:
                box = ChoiceBox()
                for choice in field.choices:
                    box.addItem(choice_label(field, choice, self._library, self._words), str(choice))
                box.activated.connect(partial(self._chosen, field))
                box.setEnabled(self._may)
                self._boxes[field.key] = box
                self.add(text, box, name)
            case _:
                line = self._line(partial(self._typed, field), field.key)
                if field.usual is not None:
                    line.setPlaceholderText(self._written(field, field.usual))
                hint = self._words(f"{field.word}.hint") if field.kind is FieldKind.SERVICE else ""
                self.add(text, line, name, hint)

    def _written(self, field: Field, value: Plain | None) -> str:
        return written(field, value, self._words, self._library.currency)

    def _in_rows(self, checks: Sequence[QCheckBox]) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        for place, check in enumerate(checks):
            grid.addWidget(check, place // _ACROSS, place % _ACROSS)
        grid.setColumnStretch(_ACROSS, 1)
        return made

    def _line(self, left: partial[None], key: Path) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(500)
        line.setReadOnly(not self._may)
        line.editingFinished.connect(left)
        self._lines[key] = line
        return line

    def _check(self, field: Field, choice: str) -> QCheckBox:
        label = choice_label(field, choice, self._library, self._words) if choice else ""
        check = QCheckBox(label if field.key != ("languages",) else wording(choice)("language.name"))
        check.setObjectName("-".join((*field.key, choice)) if choice else "")
        check.setEnabled(self._may)
        check.clicked.connect(partial(self._ticked, field))
        self._checks[field.key, choice] = check
        return check

    def _show_field(self, field: Field) -> None:
        value = self._value(field.key)
        match field.kind:
            case FieldKind.NAMES:
                for language in self._library.languages:
                    named = self._value((*field.key, language))
                    plain = value if isinstance(value, str) else ""
                    self._lines[(*field.key, language)].setText(str(named or plain))
            case FieldKind.YES_NO:
                self._checks[field.key, ""].setChecked(bool(field.usual if value is None else value))
            case FieldKind.MANY:
                chosen = value if isinstance(value, tuple) else ()
                for choice in field.choices:
                    self._checks[field.key, choice].setChecked(choice in chosen)
            case FieldKind.CHOICE:
                box, wanted = self._boxes[field.key], field.usual if value is None else value
                box.setCurrentIndex(max(0, box.findData(str(wanted or ""))))
            case _:
                self._lines[field.key].setText(self._written(field, value))
                self.wrong(self._lines[field.key], "")

    def _value(self, key: Path) -> Plain | None:
        return self._leaves.get((*self._element, *key))

    def _set(self, key: Path, value: Plain | None) -> None:
        if self._value(key) != value:
            self.changed.emit({(*self._element, *key): value})

    def _typed(self, field: Field) -> None:
        line, path = self._lines[field.key], (*self._element, *field.key)
        try:
            value = read(field, line.text(), self._words, self._library.currency)
        except SettingsInvalid as error:
            reason = error_sentence(error, self._words)
            self.wrong(line, reason)
            self.unreadable.emit(path, Refusal(line.text(), reason))
            return
        wanted = None if value == field.usual else value
        if self._value(field.key) != wanted or line.property("wrong"):
            self.typed.emit({path: wanted}, {path: line.text()})

    def _named(self, field: Field) -> None:
        """Set a name in all languages at once where it was one for all, so that none is lost."""
        plain, edits = self._value(field.key), {}
        for language in self._library.languages:
            key = (*field.key, language)
            text = self._lines[key].text().strip() or None
            was = plain if isinstance(plain, str) else self._value(key)
            if text != was:
                edits[key] = text
        if edits and isinstance(plain, str):
            edits = {
                (*field.key, one): self._lines[(*field.key, one)].text().strip() or None
                for one in self._library.languages
            }
        if edits:
            self.changed.emit({(*self._element, *key): text for key, text in edits.items()})

    def _chosen(self, field: Field, place: int) -> None:
        value = self._boxes[field.key].itemData(place) or None
        self._set(field.key, None if value == field.usual else value)

    def _ticked(self, field: Field) -> None:
        if field.kind is FieldKind.YES_NO:
            value = self._checks[field.key, ""].isChecked()
            self._set(field.key, None if value == field.usual and self._value(field.key) is None else value)
            return
        chosen = tuple(one for one in field.choices if self._checks[field.key, one].isChecked())
        self._set(field.key, chosen)
