"""The hours of a week, a field a day, as one writes them on the door."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from kiosk.staff.library_file.hours import WEEKDAYS
from kiosk.staff.settings.leaves import Path
from kiosk.ui.staff.calendar.days import read_spans
from kiosk.ui.staff.settings.refusals import Refusal
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

    def show_week(
        self,
        week: Week | None,
        may: bool,
        owner: object = None,
        refused: Mapping[Path, Refusal] = MappingProxyType({}),
    ) -> None:
        """Show the hours of a place; a field somebody is typing into stays as it is.

        Hours that cannot be stand as they were typed, with their reason.
        """
        same = self._owner == owner
        self._shown, self._owner = week, owner
        self.always.setChecked(week is None)
        self.always.setEnabled(may)
        for day, field in self._days.items():
            refusal = refused.get((day,))
            text = refusal.text if refusal is not None else ", ".join((week or {}).get(day, ()))
            self.wrong(field, refusal.reason if refusal is not None else "")
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

    @property
    def texts(self) -> dict[str, str]:
        """Give what is typed for each day; nothing where it is always open."""
        return {day: "" if self.always.isChecked() else field.text() for day, field in self._days.items()}

    def _left(self) -> None:
        week = self.week
        for field in self._days.values():
            field.setEnabled(week is not None)
        wrong = any(field.property("wrong") for field in self._days.values())
        if wrong or week != (None if self._shown is None else dict(self._shown)):
            self.changed.emit(week)
