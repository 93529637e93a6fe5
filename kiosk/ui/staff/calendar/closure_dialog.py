"""Asks from when to when a place is closed, why, and whether all branches are."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from kiosk.staff.patrons.days import day_of, shown_day
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.words import Wording, wording

Tell = Callable[[date, date, bool, Callable[[str], None]], None]


class ClosureDialog(QDialog):
    """Take first and last day, a reason in every language, and all branches or one.

    While days are typed, `tell` is asked what is due on them, and its answer stands below.
    """

    def __init__(
        self, words: Wording, languages: tuple[str, ...], day: date, tell: Tell, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._words, self._tell = words, tell
        self.setWindowTitle(words("staff.calendar.add"))
        self.setMinimumWidth(520)
        shown = shown_day(day, words.language)
        self.first, self.last = QLineEdit(shown), QLineEdit(shown)
        self.reasons = {language: QLineEdit() for language in languages}
        self.all_branches = QCheckBox(words("staff.calendar.all_branches"))
        self.all_branches.setObjectName("allBranches")
        self._form = Form()
        self._form.add(words("staff.calendar.from"), self.first, "closureFrom")
        self._form.add(words("staff.calendar.to"), self.last, "closureTo")
        for language, field in self.reasons.items():
            field.setMaxLength(200)
            told = words("staff.calendar.reason", language=wording(language)("language.name"))
            self._form.add(told, field, f"closureReason-{language}")
        self._form.row(self.all_branches)
        self._due = label("", "caption", wrap=True, name="closureDue")
        self._do = button(words("staff.calendar.add.do"), self.accept, kind="primary", name="do")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.calendar.add"), "heading"))
        column.addWidget(self._form)
        column.addWidget(self._due)
        column.addWidget(across(self._do, button(words("staff.cancel"), self.reject, name="leave")))
        self._do.setDefault(True)
        for field in (self.first, self.last):
            field.textChanged.connect(self._look)
        self.all_branches.toggled.connect(self._look)
        self._look()

    @property
    def days(self) -> tuple[date, date] | None:
        """Give both days, None while they are none or in the wrong order."""
        first, last = self._day(self.first), self._day(self.last)
        return None if first is None or last is None or last < first else (first, last)

    @property
    def told(self) -> dict[str, str]:
        """Give the reason in each language that has one."""
        return {one: field.text().strip() for one, field in self.reasons.items() if field.text().strip()}

    def _day(self, field: QLineEdit) -> date | None:
        return day_of(field.text())

    def _look(self) -> None:
        example = shown_day(date(2026, 12, 24), self._words.language)
        wrong = self._words("staff.calendar.day.wrong", example=example)
        for field in (self.first, self.last):
            self._form.wrong(field, "" if self._day(field) else wrong)
        days = self.days
        if days is None and self._day(self.first) and self._day(self.last):
            self._form.wrong(self.last, self._words("staff.calendar.order"))
        self._do.setEnabled(days is not None)
        if days is not None:
            self._tell(*days, self.all_branches.isChecked(), self._due.setText)
