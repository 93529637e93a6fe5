"""The hours of a week, a field a day, as one writes them on the door."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from kiosk.staff.library_file.hours import WEEKDAYS
from kiosk.ui.staff.calendar.days import read_spans
from kiosk.ui.staff.widgets.form import Form
from kiosk.words import Wording

Week = Mapping[str, tuple[str, ...]]


class WeekForm(Form):
    """Show a week; `changed` tells other hours once a field is left, None where it is always open."""

    changed = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._shown: Week | None = None
        self._owner: object = None
        self._days: dict[str, QLineEdit] = {}
        for day in WEEKDAYS:
            field = QLineEdit()
            field.setPlaceholderText(words("staff.calendar.closed"))
            field.setMaxLength(120)
            field.editingFinished.connect(self._left)
            self._days[day] = field
            self.add(words(f"staff.calendar.day.{day}"), field, f"hours-{day}")
        self.always = QCheckBox(words("staff.calendar.always"))
        self.always.setObjectName("alwaysOpen")
        self.always.clicked.connect(self._left)
        self.row(self.always)

    def show_week(self, week: Week | None, may: bool, owner: object = None) -> None:
        """Show the hours of a place; a field somebody is typing into stays as it is."""
        same = self._owner == owner
        self._shown, self._owner = week, owner
        self.always.setChecked(week is None)
        self.always.setEnabled(may)
        for day, field in self._days.items():
            text = ", ".join((week or {}).get(day, ()))
            written = same and field.hasFocus() and field.isModified()
            if field.text() != text and not written:
                field.setText(text)
            field.setReadOnly(not may)
            field.setEnabled(week is not None)

    @property
    def week(self) -> dict[str, tuple[str, ...]] | None:
        """Give the hours that stand there, None for always open."""
        if self.always.isChecked():
            return None
        return {day: read_spans(field.text()) for day, field in self._days.items()}

    def _left(self) -> None:
        week = self.week
        for field in self._days.values():
            field.setEnabled(week is not None)
        if week != (None if self._shown is None else dict(self._shown)):
            self.changed.emit(week)
