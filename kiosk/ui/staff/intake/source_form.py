"""The form of another catalogue: its address, and what its indexes are called."""

from collections.abc import Mapping
from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from kiosk.catalog.sru import VERSIONS, SruTarget
from kiosk.ui.staff.widgets.form import Form, number_field
from kiosk.words import Wording

_TO = "staff.intake.sources."
_TEXTS = ("name", "address", "schema", "isbn", "title", "author", "anywhere")


class SourceForm(Form):
    """`edited` tells that something was typed or chosen."""

    edited = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.blank = SruTarget("", "https://")
        self._fields: dict[str, QWidget] = {}
        self._texts = {name: self._text(words, name) for name in ("name", "address")}
        self._version = QComboBox()
        self._version.addItems(list(VERSIONS))
        self._version.activated.connect(lambda _: self.edited.emit())
        self._put(words, "version", self._version)
        self._texts |= {name: self._text(words, name) for name in _TEXTS[2:]}
        self._page = self._number(words, "page", 100)
        self._seconds = self._number(words, "seconds", 120)

    @property
    def first(self) -> QWidget:
        """Give the field to begin with."""
        return self._fields["name"]

    @property
    def values(self) -> dict[str, object]:
        """Give what stands in the form, as a draft keeps it."""
        return asdict(self.target)

    @property
    def target(self) -> SruTarget:
        """Give the catalogue as it is typed."""
        texts = {name: field.text().strip() for name, field in self._texts.items()}
        return SruTarget(
            version=self._version.currentText(),
            page=self._page.value(),
            seconds=float(self._seconds.value()),
            **texts,
        )

    def show_target(self, target: SruTarget) -> None:
        """Show a catalogue."""
        for name, field in self._texts.items():
            field.setText(getattr(target, name))
        self._version.setCurrentText(target.version)
        for number, value in ((self._page, target.page), (self._seconds, round(target.seconds))):
            blocked = number.blockSignals(True)
            number.setValue(value)
            number.blockSignals(blocked)
        self.clear_wrong()

    def restore(self, draft: object) -> bool:
        """Show what a draft tells of; return whether it tells of anything."""
        values = getattr(draft, "values", None)
        if not isinstance(values, Mapping) or not values.get("code"):
            return False
        self.show_target(self.blank)
        for name, field in self._texts.items():
            field.setText(str(values.get(name, "")))
        self._version.setCurrentText(str(values.get("version", VERSIONS[0])))
        return True

    def complain(self, part: str, reason: str) -> None:
        """Say under a field what is wrong with it."""
        field = self._fields.get(part)
        if field is not None:
            self.wrong(field, reason)
            field.setFocus()

    def _text(self, words: Wording, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(500)
        field.textEdited.connect(lambda _: self.edited.emit())
        self._put(words, name, field)
        return field

    def _number(self, words: Wording, name: str, most: int) -> QSpinBox:
        field = number_field()
        field.setRange(1, most)
        field.valueChanged.connect(lambda _: self.edited.emit())
        self._put(words, name, field)
        return field

    def _put(self, words: Wording, name: str, field: QWidget) -> None:
        self._fields[name] = field
        self.add(words(f"{_TO}{name}"), field, f"source_{name}")
