"""Asks for whom and what a new rule is."""

from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from kiosk.model.library import Library
from kiosk.model.rule import RuleScope
from kiosk.ui.staff.rules.telling import PARTS, coded
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.words import Wording


class ScopeDialog(QDialog):
    """Choose branch, category and type; "any" leaves one open."""

    def __init__(self, words: Wording, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("staff.rules.add"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.rules.add"), "heading"))
        column.addWidget(label(words("staff.rules.add.told"), wrap=True))
        form = Form()
        self._boxes: dict[str, QComboBox] = {}
        for part in PARTS:
            box = scope_box(part, library, words)
            self._boxes[part] = box
            form.add(words(f"staff.rules.part.{part}"), box, part)
        column.addWidget(form)
        do = button(words("staff.rules.add.do"), self.accept, kind="primary", name="do")
        column.addWidget(across(do, button(words("staff.cancel"), self.reject, name="leave")))
        do.setDefault(True)

    @property
    def scope(self) -> RuleScope:
        """Give what was chosen."""
        return RuleScope(**{part: box.currentData() for part, box in self._boxes.items()})


def scope_box(part: str, library: Library, words: Wording) -> QComboBox:
    """Return a box with "any" and every branch, category or type there is."""
    box = ChoiceBox()
    box.addItem(words("staff.rules.any"), None)
    for code, name in coded(library, part):
        box.addItem(words.name(name) or code, code)
    return box
