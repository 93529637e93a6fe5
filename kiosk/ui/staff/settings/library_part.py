"""What is said of the library itself: its name, languages, money, cards, and how long things are kept."""

from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from kiosk.model.library import Library
from kiosk.staff.rights import Right
from kiosk.ui.staff.settings.editing import EditingPart
from kiosk.ui.staff.settings.fields import library_fields
from kiosk.ui.staff.settings.keeping import Kept
from kiosk.ui.staff.settings.leaf_form import LeafForm
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.panel import Panel
from kiosk.ui.staff.workplace import Workplace


class LibraryPart(EditingPart):
    """Three forms beside one another: the library, its cards, what is kept."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            workplace, Kept(workplace.services.settings, Right.SETTINGS_EDIT, "settings/library")
        )
        self.setWindowTitle(workplace.words("staff.settings.part.library"))
        self._forms: list[LeafForm] = []
        self._shown: object = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self.column.addWidget(self._area, 1)
        self.shows.connect(self._show_library)

    def _show_library(self) -> None:
        state = self.state
        if state is None:
            return
        for _ in self._build(state.now):
            pass
        for form in self._forms:
            form.show_element(("library",), state.leaves, self.refused.below(("library",)))

    def ahead(self) -> Iterator[None]:
        """Make the forms for the library at hand, unless they are made for what is in force meanwhile."""
        pieces = self._build(self.workplace.library)
        while self.state is None and next(pieces, self) is None:
            yield

    def _build(self, library: Library) -> Iterator[None]:
        """Make the forms in pieces, unless there are some that offer what these would."""
        offered, words = (
            (library.languages, library.patron_categories, library.currency),
            self.workplace.words,
        )
        if offered == self._shown:
            return
        fields = library_fields(library)
        kept = [one for one in fields if one.key[0] == "retention"]
        made = [one for one in fields if one.key[0] in ("cards", "labels", "joining")]
        itself = [one for one in fields if one not in kept and one not in made]
        held = QWidget()
        held.setObjectName("canvas")
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP + 4)
        forms: list[LeafForm] = []
        places = {"library": (0, 0, 1), "cards": (1, 0, 1), "retention": (0, 1, 2)}
        for heading, some in (("library", itself), ("cards", made), ("retention", kept)):
            panel = Panel(words(f"staff.settings.head.{heading}"))
            form = LeafForm(words, library, some, self.may)
            self.take_from(form)
            forms.append(form)
            panel.put(form)
            panel.content.addStretch(1)
            row, column, rows = places[heading]
            grid.addWidget(panel, row, column, rows, 1)
            grid.setColumnStretch(column, 1)
            yield
        self._forms, self._shown = forms, offered
        self._area.setWidget(held)
