"""The way between the shelf of articles, what got no answer, and the guides."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.workplace import Workplace

_ROUTES = {"articles": "policies", "unanswered": "policies/unanswered", "guides": "policies/guides"}


class SectionBar(QWidget):
    """Show the three as chips, the one that is open chosen, whichever is pressed."""

    def __init__(self, workplace: Workplace, here: str) -> None:
        super().__init__()
        self._workplace = workplace
        self._here = here
        self._chips: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for name in _ROUTES:
            pressed = partial(self._go, name)
            text = workplace.words(f"staff.policies.{name}")
            chip = button(text, pressed, kind="chip", name=f"section-{name}", parent=self)
            chip.setCheckable(True)
            chip.setChecked(name == here)
            self._chips[name] = chip
            row.addWidget(chip)

    def _go(self, name: str) -> None:
        for one, chip in self._chips.items():
            chip.setChecked(one == self._here)
        if name != self._here:
            self._workplace.go(_ROUTES[name])
