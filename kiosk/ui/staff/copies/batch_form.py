"""The fields of a change of many copies: what is left empty stays as it is on each of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from kiosk.model.errors import InvalidAmount
from kiosk.model.item import Condition
from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.staff.copies.batch_change import BatchChange, NewPrefix
from kiosk.staff.copies.fields import read_price
from kiosk.ui.staff.copies.copy_form import choice
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across
from kiosk.words import Wording


class BatchForm(QWidget):
    """Two columns of fields; `edited` tells that a preview is no longer the truth."""

    edited = Signal()

    def __init__(self, words: Wording, library: Library, locations: Sequence[str]) -> None:
        super().__init__()
        self._words, self._library = words, library
        leave = words("staff.copies.batch.leave")
        self._branch = choice({one.code: words.name(one.name) for one in library.branches}, none=leave)
        self._type = choice({kind.code: words.name(kind.name) for kind in library.item_types}, none=leave)
        self._state = choice({one.value: words(f"copies.state.{one.value}") for one in Condition}, none=leave)
        self._place = ChoiceBox()
        self._place.setEditable(True)
        self._place.addItems(list(locations))
        self._place.setCurrentIndex(-1)
        editor = self._place.lineEdit()
        assert editor is not None
        editor.setPlaceholderText(leave)
        self._no_place = QCheckBox(words("staff.copies.batch.no_place"))
        self._old, self._new, self._price = QLineEdit(), QLineEdit(), QLineEdit()
        self._old.setPlaceholderText(words("staff.copies.batch.prefix.old"))
        self._new.setPlaceholderText(words("staff.copies.batch.prefix.new"))
        self._price.setPlaceholderText(leave)
        self._no_price = QCheckBox(words("staff.copies.batch.no_price"))
        self.left, self.right = Form(), Form()
        self._build()
        self._listen()

    def read(self) -> tuple[BatchChange, dict[str, Problem]]:
        """Return the change, and what cannot be read, by field."""
        wrong: dict[str, Problem] = {}
        price = None
        try:
            price = read_price(self._price.text(), self._library.currency)
        except InvalidAmount:
            wrong["price"] = Problem("copies.problem.price")
        state, place = self._state.currentData(), self._place.currentText().strip()
        prefix = NewPrefix(self._old.text(), self._new.text())
        change = BatchChange(
            self._branch.currentData(),
            "" if self._no_place.isChecked() else place or None,
            self._type.currentData(),
            prefix if prefix.old.strip() or prefix.new.strip() else None,
            Condition(state) if state else None,
            price,
            self._no_price.isChecked(),
        )
        return change, wrong

    def draft(self) -> dict[str, object]:
        """Return what is typed, as a draft keeps it; choices are quickly chosen again."""
        place = self._place.currentText()
        return {"place": place, "old": self._old.text(), "new": self._new.text(), "price": self._price.text()}

    def take_up(self, values: Mapping[str, object]) -> bool:
        """Type what a draft kept; return whether there was anything in it."""
        typed = {name: str(values.get(name, "")) for name in ("place", "old", "new", "price")}
        self._place.setEditText(typed["place"])
        for name, line in (("old", self._old), ("new", self._new), ("price", self._price)):
            line.setText(typed[name])
        return any(typed.values())

    def show_wrong(self, problems: Mapping[str, Problem]) -> None:
        """Say by the fields what is wrong."""
        fields: dict[str, tuple[Form, QWidget]] = {
            "branch": (self.left, self._branch),
            "location": (self.left, self._place),
            "item_type": (self.right, self._type),
            "price": (self.right, self._price),
        }
        for name, (form, field) in fields.items():
            form.wrong(field, self._words.show(problems[name]) if name in problems else "")

    def _build(self) -> None:
        words = self._words
        prefix = across(self._old, self._new, stretch=False)
        prefix.setFocusProxy(self._old)
        self._old.setAccessibleName(words("staff.copies.batch.prefix.old"))
        self._new.setAccessibleName(words("staff.copies.batch.prefix.new"))
        self._old.setObjectName("batchPrefixOld")
        self._new.setObjectName("batchPrefixNew")
        self._no_place.setObjectName("batchNoPlace")
        self._no_price.setObjectName("batchNoPrice")
        self.left.add(words("staff.copies.form.branch"), self._branch, "batchBranch")
        self.left.add(words("staff.copies.form.place"), self._place, "batchPlace")
        self.left.row(self._no_place)
        self.left.add(words("staff.copies.batch.prefix"), prefix, "batchPrefix")
        self.right.add(words("staff.copies.form.type"), self._type, "batchType")
        self.right.add(words("staff.copies.form.price"), self._price, "batchPrice")
        self.right.row(self._no_price)
        self.right.add(words("staff.copies.form.state"), self._state, "batchState")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        row.addWidget(self.left, 1)
        row.addWidget(self.right, 1)

    def _listen(self) -> None:
        for box in (self._branch, self._type, self._state, self._place):
            box.currentTextChanged.connect(lambda _: self.edited.emit())
        for line in (self._old, self._new, self._price):
            line.textChanged.connect(lambda _: self.edited.emit())
        for tick in (self._no_place, self._no_price):
            tick.toggled.connect(lambda _: self.edited.emit())
