"""Shows what somebody else changed meanwhile, value by value, and asks which of two stays."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.model.library import Library
from kiosk.staff.settings.leaves import Difference, Edits, Path
from kiosk.ui.staff.settings.telling import change_parts
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.words import Wording


class Differing(QDialog):
    """List others' changes; where mine is another value for the same thing, one of both is chosen.

    Everything else of both sides stays. Esc leaves all as it is, with nothing saved.
    """

    def __init__(
        self, words: Wording, theirs: Sequence[Difference], mine: Edits, library: Library, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("staff.settings.differing"))
        self.setMinimumWidth(720)
        self._choices: dict[Path, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.settings.differing"), "heading"))
        column.addWidget(label(words("staff.settings.differing.told"), wrap=True))
        column.addWidget(self._scrolled(self._grid(words, theirs, mine, library)))
        go_on = button(words("staff.settings.differing.save"), self.accept, kind="primary", name="merge")
        leave = button(words("staff.cancel"), self.reject, name="leave")
        column.addWidget(across(go_on, leave))
        go_on.setDefault(True)

    def theirs_chosen(self) -> frozenset[Path]:
        """Return the paths at which the other's value is to stay."""
        return frozenset(path for path, box in self._choices.items() if box.currentData() == "theirs")

    def _grid(self, words: Wording, theirs: Sequence[Difference], mine: Edits, library: Library) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        for place, key in enumerate(("what", "before", "theirs", "choice")):
            grid.addWidget(label(words(f"staff.settings.differing.{key}"), "caption"), 0, place)
        for row, one in enumerate(theirs, start=1):
            what, before, after = change_parts(one, library, words)
            for place, text in enumerate((what, before or "–", after or "–")):
                grid.addWidget(label(text, wrap=True), row, place)
            if one.path in mine and mine[one.path] != one.after:
                grid.addWidget(self._choice(words, one, mine, library, what), row, 3)
        grid.setColumnStretch(0, 2)
        grid.setRowStretch(len(theirs) + 1, 1)
        return made

    def _choice(self, words: Wording, one: Difference, mine: Edits, library: Library, what: str) -> QComboBox:
        own = change_parts(Difference(one.path, one.before, mine[one.path]), library, words)[2]
        box = QComboBox()
        box.setObjectName(f"choice{len(self._choices)}")
        box.setAccessibleName(what)
        box.addItem(words("staff.settings.differing.keep_theirs"), "theirs")
        box.addItem(words("staff.settings.differing.keep_mine", value=own or "–"), "mine")
        self._choices[one.path] = box
        return box

    def _scrolled(self, inner: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setMaximumHeight(420)
        return area
