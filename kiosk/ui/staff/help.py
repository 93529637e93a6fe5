"""The keys that work everywhere and on this page, in a dialog (F1)."""

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button, shown_keys
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.words import Wording

_EVERYWHERE = (
    ("Ctrl+K", "staff.help.find"),
    ("Ctrl+1", "staff.help.pages"),
    ("Alt+Left", "staff.help.back"),
    ("F5", "staff.help.refresh"),
    ("Ctrl+S", "staff.help.save"),
    ("Ctrl+Z", "staff.help.undo"),
    ("Ctrl+C", "staff.help.copy"),
    ("Ctrl+L", "staff.help.leave"),
)


class HelpDialog(QDialog):
    """Tell the keys; Esc or Enter closes it."""

    def __init__(self, words: Wording, page_keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("staff.help"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.help"), "heading"))
        if page_keys:
            column.addWidget(label(page_keys, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        for place, (keys, told) in enumerate(_EVERYWHERE):
            grid.addWidget(label(shown_keys(keys), "mono"), place, 0)
            grid.addWidget(label(words(told)), place, 1)
        column.addLayout(grid)
        column.addWidget(across(button(words("staff.close"), self.accept, kind="primary")))
