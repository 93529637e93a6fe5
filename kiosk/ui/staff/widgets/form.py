"""A form: labelled fields below one another, each with its reason beneath it where something is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from kiosk.ui.staff.style import FIELD, GAP
from kiosk.ui.staff.widgets.panel import label


def number_field() -> QSpinBox:
    """Return a field for a number, with the room before it that a style sheet gives only to words."""
    made = QSpinBox()
    for line in made.findChildren(QLineEdit):
        line.setTextMargins(GAP - 1, 0, 0, 0)
    return made


class Form(QWidget):
    """Lay labels right-aligned at the left and fields at the right, as wide as there is room.

    A label with an ampersand takes its field by Alt and that letter. `wrong` shows a reason under a
    field and marks it; an empty reason takes both away.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(GAP - 4)
        self._grid.setColumnStretch(1, 1)
        self._reasons: dict[QWidget, QLabel] = {}
        self._rows = 0

    def add(self, text: str, field: QWidget, name: str = "", hint: str = "") -> QWidget:
        """Add a labelled field and return it; `hint` stands below it."""
        said = label(text, "label")
        said.setBuddy(field)
        top = Qt.AlignmentFlag.AlignTop if field.sizeHint().height() > 60 else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(said, self._rows, 0, Qt.AlignmentFlag.AlignRight | top)
        self._grid.addWidget(field, self._rows, 1)
        field.setMinimumHeight(max(field.minimumHeight(), FIELD))  # never pressed flat by words that wrap
        if name:
            field.setObjectName(name)
        if not field.accessibleName():
            field.setAccessibleName(text.replace("&", ""))
        self._rows += 1
        if hint:
            self._grid.addWidget(label(hint, "caption", wrap=True), self._rows, 1)
            self._rows += 1
        reason = label("", "wrong", wrap=True)
        reason.hide()
        self._grid.addWidget(reason, self._rows, 1)
        self._reasons[field] = reason
        self._rows += 1
        return field

    def row(self, widget: QWidget) -> None:
        """Add something across the fields' column."""
        self._grid.addWidget(widget, self._rows, 1)
        self._rows += 1

    def wrong(self, field: QWidget, reason: str) -> None:
        """Say under a field what is wrong with it, and to those who hear the screen."""
        shown = self._reasons[field]
        shown.setText(reason)
        shown.setVisible(bool(reason))
        field.setAccessibleDescription(reason)
        mark_wrong(field, bool(reason))

    def clear_wrong(self) -> None:
        """Take all reasons away."""
        for field in self._reasons:
            self.wrong(field, "")


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Draw the field's frame as wrong, or as it was."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)
