"""A dialog that asks of which record a template shall be made, and what it shall be called."""

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace

_TO = "staff.intake."


class SaveTemplate(QDialog):
    """Both have to be given before it can be saved."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        words = workplace.words
        self.setWindowTitle(words(f"{_TO}templates.save"))
        self.setMinimumWidth(520)
        form = Form()
        self._record, self._name = QLineEdit(), QLineEdit()
        form.add(words(f"{_TO}templates.record"), self._record, "templateRecord")
        form.add(words(f"{_TO}templates.name"), self._name, "templateName")
        self._do = button(words("staff.save"), self.accept, kind="primary", name="do")
        leave = button(words("staff.cancel"), self.reject, name="leave")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words(f"{_TO}templates.save"), "heading"))
        column.addWidget(form)
        column.addWidget(across(self._do, leave))
        for field in (self._record, self._name):
            field.setMaxLength(80)
            field.textChanged.connect(self._look)
        self._do.setDefault(True)
        self._look()

    @property
    def record(self) -> str:
        """Give the number, ISBN or barcode."""
        return self._record.text().strip()

    @property
    def name(self) -> str:
        """Give the name of the template."""
        return self._name.text().strip()

    def _look(self) -> None:
        self._do.setEnabled(bool(self.record and self.name))
