"""The fields of a patron, in three columns: who it is and the card, how to reach, and who answers."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.staff.patrons.form import FIELDS, PatronForm
from kiosk.ui.staff.patrons.choices import (
    CodeChoice,
    branch_choice,
    category_choice,
    language_choice,
    notices_choice,
)
from kiosk.ui.staff.style import FIELD
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.words import Wording

_PERSON = ("last_name", "first_name", "birth_date", "category", "expires_on", "card")
_REACHED = ("email", "phone", "street", "place", "branch", "language")
_GUARDIAN = ("guardian_card", "guardian_name", "guardian_phone", "guardian_email")
_ORDER = (
    *_PERSON,
    "email",
    "phone",
    "street",
    "postcode",
    "city",
    "branch",
    "language",
    *_GUARDIAN,
    "notices_by",
)
_LONGEST = 250


class PatronFields(QWidget):
    """Show and take a form; `changed` tells that somebody typed or chose, with the field's name.

    What is wrong is shown at its field once somebody was there, or wants to save.
    """

    changed = Signal(str)

    def __init__(self, library: Library, words: Wording, *, new: bool) -> None:
        super().__init__()
        self._words = words
        self._fields: dict[str, QWidget] = {}
        self._touched: set[str] = set()
        self._make(library, new=new)
        self._columns = (Form(), Form(), Form())
        self._form_of: dict[QWidget, Form] = {}
        self._lay_out()

    def form(self) -> PatronForm:
        """Give what stands in the fields."""
        return PatronForm(**{name: self._text(name) for name in FIELDS})

    def fill(self, form: PatronForm) -> None:
        """Show a form, as nobody's typing; nothing of it counts as seen by anybody yet."""
        for name in FIELDS:
            self.put(name, getattr(form, name))
        self._touched.clear()
        self.show_problems((), everywhere=True)

    def put(self, name: str, text: str) -> None:
        """Show another text in a field, as nobody's typing."""
        field = self._fields[name]
        before = field.blockSignals(True)
        if isinstance(field, CodeChoice):
            field.choose(text)
        elif isinstance(field, QLineEdit) and field.text() != text:
            field.setText(text)
        field.blockSignals(before)

    def show_problems(self, found: Sequence[tuple[str, Problem]], *, everywhere: bool) -> None:
        """Say what is wrong where somebody was, or everywhere; where nothing is, nothing."""
        told = {name: self._words.show(problem) for name, problem in found}
        told["place"] = told.pop("postcode", "") or told.pop("city", "")
        for name, field in {**self._fields, "place": self._place}.items():
            seen = everywhere or name in self._touched or name == "place"
            form = self._form_of.get(field)
            if form is not None:
                form.wrong(field, told.get(name, "") if seen else "")

    def show_guardian(self, name: str) -> None:
        """Say whose card the guardian's is."""
        said = self._words("staff.patrons.guardian")
        self._guardian_told.setText(f"{said}: {name}" if name else said)

    def focus_first(self, found: Sequence[tuple[str, Problem]]) -> None:
        """Put the keyboard on the first field that is wrong, else on the first of all."""
        names = [name for name, _problem in found if name in self._fields]
        self._fields[names[0] if names else "last_name"].setFocus()

    def touched(self, name: str) -> bool:
        """Tell whether somebody typed or chose there."""
        return name in self._touched

    def touch(self, names: Sequence[str]) -> None:
        """Count fields as typed in, as those of a draft were."""
        self._touched.update(names)

    @property
    def guardian_field(self) -> QLineEdit:
        """Give the field for the guardian's card."""
        field = self._fields["guardian_card"]
        assert isinstance(field, QLineEdit)
        return field

    def lock(self, *, editable: bool) -> None:
        """Let fields be changed, or only be read and copied."""
        for name, field in self._fields.items():
            if isinstance(field, QLineEdit):
                field.setReadOnly(not editable or (name == "card" and not self._new))
            else:
                field.setEnabled(editable)

    def _lay_out(self) -> None:
        person, reached, guardian = self._columns
        for name in _PERSON:
            self._add(person, name, self._said(name))
        for name in _REACHED:
            self._add(
                reached, name, self._words("staff.patrons.place") if name == "place" else self._said(name)
            )
        self._guardian_told = label("", "label", name="guardianTold")
        self._guardian_told.setMinimumHeight(FIELD)
        guardian.row(self._guardian_told)
        self.show_guardian("")
        for name in _GUARDIAN:
            self._add(guardian, name, self._words(f"staff.patrons.short.{name}"))
        self._add(guardian, "notices_by", self._said("notices_by"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for form in self._columns:
            row.addWidget(form, 1, Qt.AlignmentFlag.AlignTop)
        for one, following in pairwise(_ORDER):
            QWidget.setTabOrder(self._fields[one], self._fields[following])

    def _add(self, form: Form, name: str, said: str) -> None:
        field = self._place if name == "place" else self._fields[name]
        form.add(said, field, name)
        self._form_of[field] = form

    def _make(self, library: Library, *, new: bool) -> None:
        words = self._words
        self._new = new
        self._fields = {name: QLineEdit() for name in FIELDS}
        self._fields["category"] = category_choice(library, words, words("staff.patrons.choose"))
        self._fields["branch"] = branch_choice(library, words)
        self._fields["language"] = language_choice(library, words)
        self._fields["notices_by"] = notices_choice(words)
        for name, field in self._fields.items():
            field.setObjectName(name)
            field.setAccessibleName(self._said(name))
            self._listen(name, field)
        self._place = across(self._fields["postcode"], self._fields["city"], stretch=False)
        self._fields["postcode"].setMaximumWidth(84)
        self._places()

    def _places(self) -> None:
        day = self._words("staff.patrons.day_hint")
        for name in ("birth_date", "expires_on"):
            field = self._fields[name]
            if isinstance(field, QLineEdit):
                field.setPlaceholderText(day)
        card = self._fields["card"]
        if isinstance(card, QLineEdit):
            card.setProperty("mono", True)
            card.setReadOnly(not self._new)
            card.setPlaceholderText(self._words("staff.patrons.next_card") if self._new else "")
        for name, told in (("expires_on", "staff.patrons.for_ever"), ("guardian_card", "staff.patrons.scan")):
            field = self._fields[name]
            if isinstance(field, QLineEdit):
                field.setPlaceholderText(self._words(told))

    def _listen(self, name: str, field: QWidget) -> None:
        if isinstance(field, CodeChoice):
            field.currentIndexChanged.connect(lambda _place, name=name: self._tell(name))
        elif isinstance(field, QLineEdit):
            field.setMaxLength(_LONGEST)
            field.textChanged.connect(lambda _text, name=name: self._tell(name))

    def _tell(self, name: str) -> None:
        self._touched.add(name)
        self.changed.emit(name)

    def _text(self, name: str) -> str:
        field = self._fields[name]
        if isinstance(field, CodeChoice):
            return field.code
        return field.text() if isinstance(field, QLineEdit) else ""

    def _said(self, name: str) -> str:
        return self._words(f"staff.patrons.field.{name}")
