"""Shows what somebody else changed in a copy meanwhile, and has whoever saves choose field by field."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from kiosk.model.library import Library
from kiosk.staff.copies.fields import CopyFields
from kiosk.ui.staff.copies.both_changed import chosen, differences, shown
from kiosk.ui.staff.copies.dialog import WorkDialog
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.workplace import Workplace


class DifferenceDialog(WorkDialog):
    """Offer both values of every field that differs; `take` gets what is to be saved."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        library: Library,
        told: str,
        versions: tuple[CopyFields, CopyFields, CopyFields],
        take: Callable[[CopyFields], None],
    ) -> None:
        words = workplace.words
        super().__init__(workplace, parent, words("staff.copies.both.heading"), told)
        opened, self._theirs, self._mine = versions
        self._take = take
        self._theirs_of: dict[str, QRadioButton] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        for place, head in enumerate(("", "staff.copies.both.theirs", "staff.copies.both.mine")):
            grid.addWidget(label(words(head) if head else "", "label"), 0, place)
        for row, one in enumerate(differences(opened, self._theirs, self._mine), start=1):
            name = words(f"staff.copies.field.{one.name}")
            grid.addWidget(label(name, "label"), row, 0)
            group = QButtonGroup(self)
            for place, value in ((1, one.theirs), (2, one.mine)):
                said = shown(one.name, value, library, words)
                button = QRadioButton(said.replace("&", "&&"))
                button.setAccessibleName(f"{name}: {said}")
                button.setObjectName(f"{one.name}{'Theirs' if place == 1 else 'Mine'}")
                group.addButton(button)
                button.setChecked((place == 1) == one.only_theirs)
                grid.addWidget(button, row, place)
                if place == 1:
                    self._theirs_of[one.name] = button
        self.body.addLayout(grid)
        self.finish_with(words("staff.copies.both.do"), self._done).setFocus()

    def _done(self) -> None:
        take = [name for name, button in self._theirs_of.items() if button.isChecked()]
        self.accept()
        self._take(chosen(self._theirs, self._mine, take))
