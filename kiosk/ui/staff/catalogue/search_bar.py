"""The field and the filters of the catalogue's search."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kiosk.catalog.search import SearchField
from kiosk.model.library import Library
from kiosk.model.record import Form
from kiosk.ui.staff.catalogue.search_state import Wanted
from kiosk.ui.staff.copies.copy_form import choice
from kiosk.ui.staff.icon_pictures import icon
from kiosk.ui.staff.style import COLOURS, GAP
from kiosk.ui.staff.typed_places import seeks
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.library_choices import BRANCHES, follows
from kiosk.ui.staff.widgets.panel import across
from kiosk.words import Wording
from kiosk.words.languages import language_name

# A search as one types begins when the hand rests for so long: less than between two letters.
_REST_MS = 70
_LANGUAGES = 40


class SearchBar(QWidget):
    """Take what is wanted; `asked` tells that it is another, `entered` that Enter was pressed."""

    asked = Signal()
    entered = Signal()

    def __init__(self, words: Wording, library: Library) -> None:
        super().__init__()
        self._words = words
        self.field = QLineEdit()
        self._in = choice({one.value: words(f"staff.catalogue.in.{one.value}") for one in SearchField})
        self._form = choice(
            {one.value: words(f"form.{one.value}") for one in Form}, none=words("staff.catalogue.any_form")
        )
        self._language = choice({}, none=words("staff.catalogue.any_language"))
        self._branch = choice(
            {one.code: words.name(one.name) for one in library.branches},
            none=words("staff.catalogue.any_branch"),
        )
        follows(self._branch, BRANCHES)
        self._years = QLineEdit()
        self._available = QCheckBox(words("staff.catalogue.available"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.asked)
        self._build()
        seeks(self)

    @property
    def wanted(self) -> Wanted:
        """Give what stands in the field and the filters."""
        return Wanted(
            self.field.text(),
            SearchField(self._in.currentData()),
            self._form.currentData(),
            self._language.currentData(),
            self._branch.currentData(),
            self._years.text(),
            self._available.isChecked(),
        )

    def ask(self, text: str) -> None:
        """Search for a text without filters."""
        self.clear()
        self.field.setText(text)

    def clear(self) -> None:
        """Take all filters off."""
        self._in.setCurrentIndex(0)
        for box in (self._form, self._language, self._branch):
            box.setCurrentIndex(0)
        self._years.clear()
        self._available.setChecked(False)

    def show_counts(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Say behind each choice how many of the hits it has; languages are those that there are."""
        for box, name in ((self._form, "form"), (self._branch, "branch")):
            for place in range(1, box.count()):
                code = box.itemData(place)
                box.setItemText(place, self._counted(self._name(name, code), counts.get(name, {}).get(code)))
        self._show_languages(counts.get("language", {}))

    def _show_languages(self, counts: Mapping[str, int]) -> None:
        chosen = self._language.currentData()
        self._language.blockSignals(True)
        while self._language.count() > 1:
            self._language.removeItem(1)
        codes = list(dict.fromkeys([*([chosen] if chosen else []), *list(counts)[:_LANGUAGES]]))
        for code in codes:
            self._language.addItem(self._counted(self._name("language", code), counts.get(code)), code)
        self._language.setCurrentIndex(max(0, self._language.findData(chosen)))
        self._language.blockSignals(False)

    def _name(self, facet: str, code: str) -> str:
        if facet == "language":
            return language_name(code, self._words)
        if facet == "form":
            return self._words(f"form.{code}")
        text = self._branch.itemText(self._branch.findData(code))
        return text.rpartition(" (")[0] or text

    def _counted(self, name: str, count: int | None) -> str:
        return f"{name} ({self._words.number(count)})" if count else name

    def _build(self) -> None:
        words = self._words
        self.field.setObjectName("catalogueSearch")
        self.field.setPlaceholderText(words("staff.catalogue.search"))
        self.field.setAccessibleName(words("staff.catalogue.search"))
        self.field.setMaxLength(300)
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", COLOURS.ink2), QLineEdit.ActionPosition.LeadingPosition)
        self._years.setPlaceholderText(words("staff.catalogue.years"))
        self._years.setFixedWidth(118)
        self._years.setMaxLength(11)
        named: dict[str, QWidget] = {
            "in": self._in,
            "form": self._form,
            "language": self._language,
            "branch": self._branch,
            "years": self._years,
        }
        for name, widget in named.items():
            widget.setObjectName(f"catalogue_{name}")
            widget.setAccessibleName(words(f"staff.catalogue.filter.{name}"))
        self._available.setObjectName("catalogue_available")
        for box in (self._form, self._language, self._branch):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(7)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setMaximumWidth(210)
        self._off = button(words("staff.catalogue.clear"), self.clear, kind="quiet", name="clearFilters")
        top = across(self.field, self._in, stretch=False)
        below = across(self._form, self._language, self._branch, self._years, self._available, self._off)
        row = below.layout()
        assert isinstance(row, QHBoxLayout)
        for place in range(3):
            row.setStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 2)
        column.addWidget(top)
        column.addWidget(below)
        self._listen()

    def _listen(self) -> None:
        self.field.textChanged.connect(lambda _: self._rest.start(_REST_MS))
        self.field.returnPressed.connect(self.entered)
        self._years.textChanged.connect(lambda _: self._rest.start(_REST_MS))
        for box in (self._in, self._form, self._language, self._branch):
            box.currentIndexChanged.connect(lambda _: self._rest.start(0))
        self._available.toggled.connect(lambda _: self._rest.start(0))
        self.asked.connect(lambda: self._off.setVisible(self.wanted.filtered))
        self._off.hide()

    def focus(self) -> None:
        """Put the keyboard into the field, its text marked."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
