"""The rail at the left: the library, the pages, how much waits on them, and who works here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.ui.staff.icon_pictures import icon
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.style import COLOURS, RAIL
from kiosk.ui.staff.widgets.buttons import shown_keys
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.workplace import Workplace


class Rail(QWidget):
    """Show the pages the account may see; `chosen` tells a page's route, `left` that somebody signs out."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, workplace: Workplace, kinds: Sequence[PageKind], branch: str) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL)
        self._words = workplace.words
        self._buttons: dict[str, QPushButton] = {}
        self._badges: dict[str, QLabel] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 12, 14)
        column.setSpacing(4)
        self._name(column, workplace)
        for number, kind in enumerate(kinds, start=1):
            self._add(column, kind, number)
        column.addStretch(1)
        self._account(column, workplace, branch)

    def show_section(self, section: str) -> None:
        """Draw the page of that section as the one that is open."""
        if section in self._buttons:
            self._buttons[section].setChecked(True)

    def show_waiting(self, section: str, count: int) -> None:
        """Show beside a page how many wait there; nothing for none."""
        if section in self._badges:
            self._badges[section].setText(str(count) if count else "")
            named = self._words(f"staff.page.{section}")
            told = f"{named}, {self._words.count('staff.rail.waiting', count)}" if count else named
            self._buttons[section].setAccessibleName(told)

    def _name(self, column: QVBoxLayout, workplace: Workplace) -> None:
        name = label(workplace.words.name(workplace.library.name), name="libraryName", wrap=True)
        subtitle = label(self._words("staff.workspace"), name="workspaceName")
        for said in (name, subtitle):
            said.setContentsMargins(14, 0, 0, 0)
            column.addWidget(said)
        column.addSpacing(12)

    def _add(self, column: QVBoxLayout, kind: PageKind, number: int) -> None:
        keys = f"Ctrl+{number}"
        named = self._words(f"staff.page.{kind.section}")
        one = QPushButton(f"  {named.replace('&', '&&')}")
        one.setObjectName(f"rail-{kind.section}")
        one.setAccessibleName(named)
        one.setCheckable(True)
        one.setAutoDefault(False)
        one.setIcon(icon(kind.icon, COLOURS.barInk2, COLOURS.ink))
        one.setIconSize(QSize(20, 20))
        # Not the button's own, which plays a click of a tenth of a second first.
        QShortcut(QKeySequence(keys), self, lambda: self.chosen.emit(kind.section))
        one.setToolTip(shown_keys(keys))
        one.clicked.connect(lambda: self.chosen.emit(kind.section))
        badge = label("", name=f"badge-{kind.section}")
        badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        one.toggled.connect(partial(_tell_here, badge))
        inside = QHBoxLayout(one)
        inside.setContentsMargins(0, 0, 14, 0)
        inside.addWidget(badge, 0, Qt.AlignmentFlag.AlignRight)
        self._buttons[kind.section], self._badges[kind.section] = one, badge
        self._group.addButton(one)
        column.addWidget(one)

    def _account(self, column: QVBoxLayout, workplace: Workplace, branch: str) -> None:
        name = label(workplace.by.shown_name, name="accountName", wrap=True)
        where = label(branch, "caption", wrap=True, name="branchName")
        leave = QPushButton(self._words("staff.sign_out"))
        leave.setObjectName("signOut")
        leave.setAutoDefault(False)
        leave.clicked.connect(lambda: self.left.emit())
        for said in (name, where):
            said.setContentsMargins(14, 0, 0, 0)
            column.addWidget(said)
        column.addWidget(leave, 0, Qt.AlignmentFlag.AlignLeft)


def _tell_here(badge: QLabel, here: bool) -> None:
    """Draw a count as on the page that is open, or not: a style sheet asks no button around it."""
    badge.setProperty("here", here)
    badge.style().unpolish(badge)
    badge.style().polish(badge)
