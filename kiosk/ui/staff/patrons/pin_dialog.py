"""Shows a PIN that was made up, this once, with a slip to hand over."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kiosk.model.library import Library
from kiosk.staff.patrons.cards import NewPin
from kiosk.ui.staff.patrons.saving_files import save_made
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace


class PinDialog(QDialog):
    """Nothing of it is left when it is closed."""

    def __init__(self, workplace: Workplace, parent: QWidget, made: NewPin, library: Library) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workplace, self._made, self._library = workplace, made, library
        words = workplace.words
        self.setWindowTitle(words("staff.patrons.pin.slip.title"))
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.patrons.pin.slip.title"), "heading"))
        column.addWidget(label(made.pin, "figure", name="pin"))
        column.addWidget(label(words("staff.patrons.pin.once"), wrap=True))
        leave = button(words("staff.close"), self.accept, kind="primary", name="leave")
        slip = button(words("staff.patrons.pin.print"), self._print, picture="print", name="pinSlip")
        column.addWidget(across(leave, slip))
        leave.setFocus()

    def _print(self) -> None:
        place, made, library, now = self._workplace, self._made, self._library, self._workplace.now()
        services = place.services.patrons
        save_made(
            place,
            self,
            f"PIN-{made.card}",
            "pdf",
            lambda: services.cards.pin_slip(place.by, made, library, place.words, now),
        )
