"""Shows what another changed since a page was opened, beside one's own, and takes a choice for each field."""

from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from kiosk.staff.patrons.form import PatronForm, differing, merged
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.words import Wording


class Differences(QDialog):
    """A row for each field in which both differ: mine where I typed there, else theirs, until chosen."""

    def __init__(
        self, words: Wording, parent: QWidget, opened: PatronForm, mine: PatronForm, theirs: PatronForm
    ) -> None:
        super().__init__(parent)
        self._mine, self._theirs = mine, theirs
        self._choices: dict[str, QRadioButton] = {}
        self._groups: list[QButtonGroup] = []
        self.setWindowTitle(words("staff.patrons.differences"))
        self.setMinimumWidth(680)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.patrons.differences"), "heading"))
        column.addWidget(label(words("staff.patrons.differences.told"), wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        for place, key in enumerate(("field", "mine", "theirs")):
            grid.addWidget(label(words(f"staff.patrons.differences.{key}"), "caption"), 0, place)
        typed = differing(opened, mine)
        for row, name in enumerate(differing(mine, theirs), start=1):
            self._add_row(grid, row, name, words, keep_mine=name in typed)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        do = button(words("staff.patrons.differences.do"), self.accept, kind="primary", name="do")
        do.setDefault(True)
        column.addWidget(across(do, button(words("staff.cancel"), self.reject, name="leave")))

    @property
    def chosen(self) -> PatronForm:
        """Give the form with each field as it was chosen."""
        theirs = frozenset(name for name, radio in self._choices.items() if radio.isChecked())
        return merged(self._mine, self._theirs, theirs)

    def _add_row(self, grid: QGridLayout, row: int, name: str, words: Wording, *, keep_mine: bool) -> None:
        nothing = words("staff.patrons.differences.nothing")
        said = words(f"staff.patrons.field.{name}")
        mine = QRadioButton(getattr(self._mine, name) or nothing)
        theirs = QRadioButton(getattr(self._theirs, name) or nothing)
        mine.setObjectName(f"mine_{name}")
        theirs.setObjectName(f"theirs_{name}")
        mine.setAccessibleName(f"{said}, {words('staff.patrons.differences.mine')}: {mine.text()}")
        theirs.setAccessibleName(f"{said}, {words('staff.patrons.differences.theirs')}: {theirs.text()}")
        group = QButtonGroup(self)
        group.addButton(mine)
        group.addButton(theirs)
        (mine if keep_mine else theirs).setChecked(True)
        self._groups.append(group)
        self._choices[name] = theirs
        grid.addWidget(label(said, "label"), row, 0)
        grid.addWidget(mine, row, 1)
        grid.addWidget(theirs, row, 2)
