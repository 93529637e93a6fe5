"""The fields of a copy, for adding, changing and comparing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.staff.copies.fields import LONGEST
from kiosk.ui.staff.copies.typed_copy import TypedCopy
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.form import Form
from kiosk.words import Wording


class CopyForm(QWidget):
    """Show a copy's fields; `several` takes one barcode a line, as a scanner sends them."""

    edited = Signal()

    def __init__(
        self, words: Wording, library: Library, locations: Sequence[str], *, several: bool = False
    ) -> None:
        super().__init__()
        self._words = words
        self.form = Form(self)
        self.barcodes = QPlainTextEdit() if several else None
        self.barcode = None if several else QLineEdit()
        self.branch = choice({one.code: words.name(one.name) for one in library.branches})
        self.location = ChoiceBox()
        self.item_type = choice({kind.code: words.name(kind.name) for kind in library.item_types})
        self.call_number, self.price = QLineEdit(), QLineEdit()
        self.parts, self.note = QLineEdit(), QPlainTextEdit()
        self.only_here = QCheckBox(words("staff.copies.only_here"))
        self._build(locations)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    @property
    def number(self) -> QPlainTextEdit | QLineEdit:
        """Give the field of the barcode or the barcodes."""
        field = self.barcodes or self.barcode
        assert field is not None
        return field

    @property
    def typed(self) -> TypedCopy:
        """Give what stands in the form."""
        number = self.number
        return TypedCopy(
            number.toPlainText() if isinstance(number, QPlainTextEdit) else number.text(),
            self.branch.currentData() or "",
            self.item_type.currentData() or "",
            self.location.currentText(),
            self.call_number.text(),
            self.price.text(),
            self.only_here.isChecked(),
            self.note.toPlainText(),
            self.parts.text(),
        )

    def show_typed(self, typed: TypedCopy) -> None:
        """Put these texts into the form."""
        number = self.number
        if isinstance(number, QPlainTextEdit):
            number.setPlainText(typed.barcode)
        else:
            number.setText(typed.barcode)
        choose(self.branch, typed.branch)
        choose(self.item_type, typed.item_type)
        self.location.setEditText(typed.location)
        self.call_number.setText(typed.call_number)
        self.price.setText(typed.price)
        self.only_here.setChecked(typed.not_for_loan)
        self.note.setPlainText(typed.note)
        self.parts.setText(typed.parts)

    def show_wrong(self, problems: Mapping[str, Problem]) -> None:
        """Say under each field what is wrong with it, and go to the first."""
        self.form.clear_wrong()
        fields = self._by_name()
        for name in reversed([name for name in fields if name in problems]):
            self.form.wrong(fields[name], self._words.show(problems[name]))
            fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _by_name(self) -> dict[str, QWidget]:
        return {
            "barcode": self.number,
            "branch": self.branch,
            "location": self.location,
            "call_number": self.call_number,
            "item_type": self.item_type,
            "price": self.price,
            "parts": self.parts,
            "note": self.note,
        }

    def _build(self, locations: Sequence[str]) -> None:
        words = self._words
        self.location.setEditable(True)
        self.location.addItems(list(locations))
        self.location.setCurrentIndex(-1)
        for field, name in ((self.call_number, "call_number"), (self.parts, "parts")):
            field.setMaxLength(LONGEST[name])
        self.call_number.setProperty("mono", True)
        self.number.setProperty("mono", True)
        self.price.setMaxLength(14)
        self.note.setFixedHeight(62)
        if self.barcodes is not None:
            self.barcodes.setFixedHeight(112)
        for text in (self.barcodes, self.note):
            if text is not None:
                text.setTabChangesFocus(True)
        hint = words("staff.copies.barcodes.hint") if self.barcodes is not None else ""
        key = "staff.copies.form.barcodes" if self.barcodes is not None else "staff.copies.form.barcode"
        self.form.add(words(key), self.number, "copyBarcode", hint)
        self.form.add(words("staff.copies.form.branch"), self.branch, "copyBranch")
        self.form.add(words("staff.copies.form.place"), self.location, "copyPlace")
        self.form.add(words("staff.copies.form.call_number"), self.call_number, "copyCallNumber")
        self.form.add(words("staff.copies.form.type"), self.item_type, "copyType")
        self.form.add(words("staff.copies.form.price"), self.price, "copyPrice")
        self.form.row(self.only_here)
        self.form.add(words("staff.copies.form.parts"), self.parts, "copyParts")
        self.form.add(words("staff.copies.form.note"), self.note, "copyNote")
        self._listen()

    def _listen(self) -> None:
        for line in (self.call_number, self.price, self.parts, self.barcode):
            if line is not None:
                line.textChanged.connect(lambda _: self.edited.emit())
        for text in (self.note, self.barcodes):
            if text is not None:
                text.textChanged.connect(self.edited.emit)
        for box in (self.branch, self.item_type, self.location):
            box.currentTextChanged.connect(lambda _: self.edited.emit())
        self.only_here.toggled.connect(lambda _: self.edited.emit())


def choice(named: Mapping[str, str], *, none: str = "") -> QComboBox:
    """Return a box of names with their codes; ``none`` is said for no choice at all."""
    box = ChoiceBox()
    if none:
        box.addItem(none, None)
    for code, name in named.items():
        box.addItem(name, code)
    return box


def choose(box: QComboBox, code: object) -> None:
    """Choose the name of a code; a code that is not there is chosen as such, so that nothing is lost."""
    place = box.findData(code)
    if place < 0 and code:
        box.addItem(str(code), code)
        place = box.count() - 1
    box.setCurrentIndex(place)
