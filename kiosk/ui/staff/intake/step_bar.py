"""The steps of an import beside one another, the present one marked."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.staff.intake.import_state import Step
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.words import Wording


class StepBar(QWidget):
    """Steps that are done have a tick, so that colour alone says nothing."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._names = {step: words(f"staff.intake.step.{step}") for step in Step}
        self._chips = {step: ChipLabel(Chip(self._names[step]), self) for step in Step}
        for chip in self._chips.values():
            row.addWidget(chip)
        row.addStretch(1)

    def show_step(self, present: Step) -> None:
        """Mark a step as the present one and those before it as done."""
        order = list(Step)
        for step, chip in self._chips.items():
            before = order.index(step) < order.index(present)
            now = Chip(self._names[step], "ask", "arrow")
            done = Chip(self._names[step], "good")
            chip.show_chip(now if step is present else done if before else Chip(self._names[step]))
