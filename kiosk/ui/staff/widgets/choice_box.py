"""A box whose choices may be longer than its room: a list as wide as they are, a tip that says one whole."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QWidget

_BESIDE = 36  # the list's own margins, and what scrolls it


class ChoiceBox(QComboBox):
    """Be as wide as there is room, not as the longest choice: what is chosen is said whole by the tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.currentTextChanged.connect(self.setToolTip)

    def event(self, event: QEvent) -> bool:
        """Let the tip say what is chosen, also where it was chosen without telling anybody."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.currentText())
        return super().event(event)

    def showPopup(self) -> None:
        """Open the list, wide enough for every choice, the window's width at most."""
        wide = self.view().sizeHintForColumn(0) + _BESIDE
        self.view().setMinimumWidth(min(wide, self.window().width() - _BESIDE))
        super().showPopup()
