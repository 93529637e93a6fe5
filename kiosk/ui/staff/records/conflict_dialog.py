"""A record that a colleague has changed meanwhile: both changes side by side, and a choice for each field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.staff.records.comparing import Difference, Side
from kiosk.staff.records.editing import Conflict
from kiosk.ui.staff.records.difference_rows import field_told, tag_told
from kiosk.ui.staff.style import COLOURS, GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.words import Wording

_WRAP, _NAME = 340, 132
_BARE, _PER_ROW, _HIGHEST = 250, 46, 620
_MARKS = f"""
QRadioButton {{ min-height: 22px; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 2px solid {COLOURS.edge}; border-radius: 9px;
  background: {COLOURS.field}; }}
QRadioButton::indicator:checked {{ background: {COLOURS.action}; border-color: {COLOURS.action}; }}
QRadioButton::indicator:focus {{ border-color: {COLOURS.focus}; }}
"""


class ConflictDialog(QDialog):
    """Ask for each field whose word stays; what only one of both changed is chosen already.

    `choices` are the answers in the order of the differences, once the dialog was accepted.
    """

    def __init__(self, words: Wording, conflict: Conflict, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.differences = conflict.differences
        self._groups: list[QButtonGroup] = []
        self.setWindowTitle(words("staff.records.conflict"))
        self.resize(1060, min(_HIGHEST, _BARE + _PER_ROW * len(conflict.differences)))
        self.setStyleSheet(_MARKS)
        who = conflict.theirs.changed_by or words("staff.records.history.nobody")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(label(words("staff.records.conflict"), "heading"))
        column.addWidget(label(words("staff.records.conflict.told", account=who), wrap=True))
        column.addWidget(self._table(who), 1)
        self.save = button(
            words("staff.records.conflict.save"), self.accept, kind="primary", name="conflictSave"
        )
        leave = button(words("staff.cancel"), self.reject, name="leave")
        self._open = label("", "caption")
        column.addWidget(across(self.save, leave, self._open))
        self._look()
        self._first_open()

    @property
    def choices(self) -> tuple[Side, ...]:
        """Give what was chosen for each difference."""
        return tuple(Side.MINE if group.checkedId() == 1 else Side.THEIRS for group in self._groups)

    def choose(self, number: int, side: Side) -> None:
        """Choose for one difference, as a click does."""
        self._groups[number].button(1 if side is Side.MINE else 0).click()

    def _table(self, who: str) -> QWidget:
        panel = Panel()
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(GAP)
        for place, stretch in enumerate((0, 3, 4, 4)):
            grid.setColumnStretch(place, stretch)
        titles = (
            "staff.patrons.differences.field",
            "staff.records.conflict.base",
            "",
            "staff.records.conflict.mine",
        )
        for place, key in enumerate(titles):
            text = self._words(key) if key else self._words("staff.records.conflict.theirs", account=who)
            grid.addWidget(label(text, "label"), 0, place)
        for row, one in enumerate(self.differences, start=1):
            self._row(grid, row, one)
        grid.setRowStretch(len(self.differences) + 1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        panel.put(scroll, stretch=1)
        return panel

    def _row(self, grid: QGridLayout, row: int, one: Difference) -> None:
        top = Qt.AlignmentFlag.AlignTop
        name = tag_told(one.tag, self._words)
        grid.addWidget(_named(name, one.tag), row, 0, top)
        grid.addWidget(_content(field_told(one.base, self._words)), row, 1, top)
        group = QButtonGroup(self)
        for side, field in ((0, one.theirs), (1, one.mine)):
            told = field_told(field, self._words)
            choice = QRadioButton()
            choice.setObjectName(f"choice{row - 1}.{side}")
            key = "staff.records.conflict.keep_mine" if side else "staff.records.conflict.keep_theirs"
            choice.setAccessibleName(f"{name or one.tag}: {self._words(key)} {told}")
            group.addButton(choice, side)
            shown = _content(told)
            shown.setBuddy(choice)
            grid.addWidget(_beside(choice, shown), row, 2 + side, top)
        plain = one.plain_choice
        if plain is not None:
            group.button(1 if plain is Side.MINE else 0).setChecked(True)
        group.idToggled.connect(lambda *_: self._look())
        self._groups.append(group)

    def _first_open(self) -> None:
        """Put the keyboard where the first choice is to be made, else on the button that saves."""
        undecided = next((group for group in self._groups if group.checkedId() < 0), None)
        target = undecided.button(0) if undecided is not None else self.save
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        left = sum(group.checkedId() < 0 for group in self._groups)
        self.save.setEnabled(not left)
        self._open.setText(self._words.count("staff.records.conflict.open", left) if left else "")


def _named(name: str, tag: str) -> QWidget:
    """Return what a field is called, its tag of MARC below; one that the form does not have is its tag."""
    held = QWidget()
    lines = QVBoxLayout(held)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    if name:
        told = label(name, "label", wrap=True)
        told.setFixedWidth(_NAME)
        lines.addWidget(told)
    lines.addWidget(label(tag, "caption" if name else "mono"))
    return held


def _beside(choice: QRadioButton, shown: QLabel) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(shown, 1, Qt.AlignmentFlag.AlignTop)
    return held


def _content(text: str) -> QLabel:
    made = label(text, "mono", wrap=True)
    made.setMinimumWidth(_WRAP // 2)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
