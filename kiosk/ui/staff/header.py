"""The head of every page: its title, the way to it, and the field that finds anything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kiosk.ui.staff.icon_pictures import icon
from kiosk.ui.staff.style import COLOURS, MARGIN
from kiosk.ui.staff.typed_places import seeks
from kiosk.ui.staff.widgets.buttons import shown_keys
from kiosk.ui.staff.widgets.panel import label
from kiosk.words import Wording

_KEYS = "Ctrl+K"


class Header(QWidget):
    """Show title and crumb; `asked` tells what somebody wants found, on Enter."""

    asked = Signal(str)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(60)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(14)
        self._title = label("", "title", name="pageTitle")
        self._crumb = label("", "caption", name="pageCrumb")
        row.addWidget(self._title)
        row.addWidget(self._crumb, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.field = QLineEdit(self)
        self.field.setObjectName("findAnything")
        self.field.setMaxLength(300)
        seeks(self.field)
        self.field.setFixedWidth(330)
        self.field.setPlaceholderText(f"{words('staff.find_anything')} ({shown_keys(_KEYS)})")
        self.field.setAccessibleName(words("staff.find_anything"))
        self.field.addAction(icon("search", COLOURS.ink2), QLineEdit.ActionPosition.LeadingPosition)
        self.field.returnPressed.connect(self._ask)
        row.addWidget(self.field)
        QShortcut(QKeySequence(_KEYS), self, self._focus)

    def show_title(self, title: str, crumb: str) -> None:
        """Say where one is."""
        self._title.setText(title)
        self._crumb.setText(crumb)

    def _focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _ask(self) -> None:
        if text := self.field.text().strip():
            self.asked.emit(text)
