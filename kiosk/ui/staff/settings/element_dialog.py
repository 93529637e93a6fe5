"""Asks by what a new element is known: its code, or what it takes to be one."""

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from kiosk.model.library import Library
from kiosk.model.staff_errors import SettingsInvalid
from kiosk.ui.staff.settings.fields import FieldKind, PartKind, choice_label, read
from kiosk.ui.staff.settings.service_values import check_name
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.words import Wording
from kiosk.words.reasons import error_sentence


class ElementDialog(QDialog):
    """Take a text or choice for each of these; codes cannot be changed later."""

    def __init__(self, words: Wording, library: Library, kind: PartKind, parent: QWidget) -> None:
        super().__init__(parent)
        heading = words("staff.settings.add.head", part=words(f"staff.settings.tab.{kind.part}"))
        self.setWindowTitle(heading)
        self.setMinimumWidth(460)
        self._lines: dict[str, QLineEdit] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._words, self._currency, self._kind = words, library.currency, kind
        self._form = form = Form()
        for field in kind.known_by:
            key = field.key[0]
            if field.kind is FieldKind.CHOICE:
                box = ChoiceBox()
                for choice in field.choices:
                    box.addItem(choice_label(field, choice, library, words), choice)
                self._boxes[key] = box
                form.add(words(field.word), box, f"new-{key}")
            else:
                line = QLineEdit()
                line.setMaxLength(60 if key == "code" else 200)
                line.textChanged.connect(self._look)
                self._lines[key] = line
                hint = words(f"{field.word}.hint") if kind.part == "service" else ""
                form.add(words(field.word), line, f"new-{key}", hint)
        self._do = button(words("staff.settings.add.do"), self.accept, kind="primary", name="do")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(heading, "heading"))
        column.addWidget(form)
        column.addWidget(across(self._do, button(words("staff.cancel"), self.reject, name="leave")))
        self._do.setDefault(True)
        self._look()

    @property
    def values(self) -> dict[str, str]:
        """Give what was chosen and typed, by key."""
        chosen = {key: str(box.currentData()) for key, box in self._boxes.items()}
        return chosen | {key: line.text().strip() for key, line in self._lines.items()}

    def _look(self) -> None:
        readable = True
        for field in self._kind.known_by if self._kind.part == "service" else ():
            line, reason = self._lines[field.key[0]], ""
            try:
                if not line.text().strip():
                    pass  # is still to come
                elif field.kind is FieldKind.SERVICE:
                    read(field, line.text(), self._words, self._currency)
                else:
                    check_name(line.text().strip())
            except SettingsInvalid as error:
                reason, readable = error_sentence(error, self._words), False
            self._form.wrong(line, reason)
        self._do.setEnabled(readable and all(line.text().strip() for line in self._lines.values()))
