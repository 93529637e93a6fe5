"""Real records, files as the system's own dialog gives them, and pages beside those of intake."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.workplace import Workplace
from tests.catalog.conftest import real
from tests.catalog.test_sru import yaz

__all__ = ["real", "yaz"]
Choose = Callable[..., None]


class Elsewhere(StaffPage):
    """Stands for the record editor: tells where one was sent."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "")

    def open(self, rest: str) -> None:
        """Show the rest of the route as the title."""
        self.entitle(rest)


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Let the system's own dialogs answer with these files."""

    def answer(*paths: Path) -> None:
        names = [str(path) for path in paths]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (names[0], ""))

    return answer
