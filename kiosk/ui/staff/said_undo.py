"""What a page can take back: the last thing that was said to be done while it was in front."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kiosk.ui.staff.workplace import Workplace


class SaidUndo(QObject):
    """Remember the way to undo what was said last while the page was seen; its line may have gone."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._undo: Callable[[], object] | None = None
        workplace.said.connect(self._said)

    def take_back(self) -> None:
        """Undo it, once."""
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()

    def _said(self, _text: str, undo: object) -> None:
        if self._page.isVisible():
            self._undo = undo if callable(undo) else None
