"""The filters of reports in one row: only those show that the report in front asks for."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.model.library import Library
from kiosk.ui.staff.reports.choice import AGES, OWN, PERIODS, PUBLISHED, UNLENT, Choice
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.library_choices import BRANCHES, CATEGORIES, ITEM_TYPES, follows
from kiosk.ui.staff.widgets.panel import label
from kiosk.words import Wording

Option = tuple[str, str]


class FilterRow(QWidget):
    """Give a choice; `changed` tells that it is another."""

    changed = Signal()

    def __init__(self, words: Wording, library: Library, today: date, branch: str) -> None:
        super().__init__()
        self._words = words
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._boxes: dict[str, QComboBox] = {}
        self._holders: dict[str, QWidget] = {}
        self._own: list[QWidget] = []
        branches = [(one.code, words.name(one.name)) for one in library.branches]
        categories = [(one.code, words.name(one.name)) for one in library.patron_categories]
        types = [(one.code, words.name(one.name)) for one in library.item_types]
        self._add("unlent", [(key, words(f"staff.reports.unlent.{key}")) for key in UNLENT])
        self._add("period", [(key, words(f"staff.reports.period.{key}")) for key in (*PERIODS, OWN)], "month")
        self._first, self._last = self._days(today)
        self._add("branch", [("", words("staff.reports.all_branches")), *branches])
        self._add("category", [("", words("staff.reports.all_categories")), *categories])
        self._add("item_type", [("", words("staff.reports.all_types")), *types])
        for key, what in (("branch", BRANCHES), ("category", CATEGORIES), ("item_type", ITEM_TYPES)):
            follows(self._boxes[key], what)
        self._add("age", [(key, self._years("age", key)) for key in AGES])
        self._add("published", [(key, self._years("published", key)) for key in PUBLISHED])
        self._row.addStretch(1)
        self._shown = frozenset[str]()

    @property
    def choice(self) -> Choice:
        """Give what is chosen; what does not show says nothing."""
        named = {key: str(box.currentData()) for key, box in self._boxes.items() if key in self._shown}
        first, last = (
            date(day.year(), day.month(), day.day()) for day in (self._first.date(), self._last.date())
        )
        return Choice(first=first, last=last, **named)

    def show_filters(self, names: frozenset[str]) -> None:
        """Show these and hide the others, which keep what was chosen; where none, hide the row."""
        if names == self._shown:
            return
        self._shown = names
        self.hide()  # else the page is laid out anew with each filter that comes or goes
        for key, holder in self._holders.items():
            holder.setVisible(key in names)
        self._look()
        self.setVisible(bool(names))

    def choose(self, key: str, value: str) -> None:
        """Choose something without telling."""
        box = self._boxes[key]
        with QSignalBlocker(box):
            box.setCurrentIndex(max(box.findData(value), 0))
        self._look()

    def told(self) -> tuple[str, ...]:
        """Give what is chosen in words, for paper; what means all is left out."""
        return tuple(
            box.currentText()
            for key, box in self._boxes.items()
            if key in self._shown and key != "period" and (box.currentIndex() > 0 or key == "unlent")
        )

    def _add(self, key: str, options: Sequence[Option], chosen: str = "") -> None:
        box = QComboBox(self)
        box.setObjectName(f"filter.{key}")
        for value, text in options:
            box.addItem(text, value)
        if chosen:
            box.setCurrentIndex(box.findData(chosen))
        said = label(self._words(f"staff.reports.{key}"), "label")
        said.setBuddy(box)
        box.setAccessibleName(said.text().replace("&", ""))
        box.currentIndexChanged.connect(self._changed)
        self._boxes[key] = box
        self._holders[key] = self._put(said, box)

    def _days(self, today: date) -> tuple[QDateEdit, QDateEdit]:
        edits = []
        locale = QLocale(self._words.language)
        form = locale.dateFormat(QLocale.FormatType.ShortFormat)
        for key, day in (("from", today.replace(month=1, day=1)), ("to", today)):
            edit = QDateEdit(QDate(day.year, day.month, day.day), self)
            edit.setObjectName(f"filter.{key}")
            edit.setLocale(locale)
            edit.setDisplayFormat(form if "yyyy" in form else form.replace("yy", "yyyy"))
            edit.setAccessibleName(self._words(f"staff.reports.{key}"))
            edit.setMaximumDate(QDate(today.year, today.month, today.day))
            edit.setKeyboardTracking(False)
            edit.dateChanged.connect(self._changed)
            self._own.append(self._put(label(self._words(f"staff.reports.{key}"), "label"), edit))
            edits.append(edit)
        return edits[0], edits[1]

    def _put(self, said: QLabel, field: QWidget) -> QWidget:
        """Add a field with its label above it, and return both as one."""
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(said)
        column.addWidget(field)
        self._row.addWidget(holder)
        return holder

    def _years(self, kind: str, key: str) -> str:
        return self._words(f"staff.reports.{kind}.{key}")

    def _changed(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        """Show the days only where somebody wants days of their own."""
        own = "period" in self._shown and self._boxes["period"].currentData() == OWN
        for holder in self._own:
            holder.setVisible(own)
