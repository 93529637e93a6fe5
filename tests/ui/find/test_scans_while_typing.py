"""A scanner that types into the search field leaves nothing there, and nobody waits for their letters."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.settings import ScannerSettings
from kiosk.ui.patron.scanning import Scanning
from tests.ui.finding import Finding, OpenFinding


class Desk:
    """A kiosk at Find with a scanner that types."""

    def __init__(self, kiosk: Finding) -> None:
        self.kiosk = kiosk
        self.scans: list[str] = []
        scanning = Scanning(kiosk.window, ScannerSettings(), kiosk.desk)
        scanning.scanned.connect(self.scans.append)
        kiosk.begin()

    def keys(self, text: str, every_ms: int, at: int = 1000) -> None:
        """Press keys at the times that the device tells."""
        for number, letter in enumerate(text):
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                event.setTimestamp(at + number * every_ms)
                QCoreApplication.sendEvent(self.kiosk.window, event)

    @property
    def written(self) -> str:
        """What stands in the field."""
        return str(self.kiosk.item("find.field.input").property("text"))


@pytest.fixture
def at_desk(open_finding: OpenFinding) -> Desk:
    return Desk(open_finding())


def test_a_letter_stands_in_the_field_before_anything_else_happens(at_desk: Desk) -> None:
    for number, letter in enumerate("moon"):
        at_desk.keys(letter, 0, 1000 + number * 70)
        assert at_desk.written == "moon"[: number + 1]


def test_a_scan_leaves_the_field_as_it_was(at_desk: Desk) -> None:
    at_desk.keys("moon", 70)
    at_desk.keys("30000000017\r", 3, at=2000)
    assert (at_desk.written, at_desk.scans) == ("moon", ["30000000017"])
    at_desk.kiosk.wait(lambda: "“moon”" in at_desk.kiosk.shown("find", "showAll"))


def test_a_scan_in_the_middle_of_a_word_leaves_word_and_caret(at_desk: Desk) -> None:
    at_desk.keys("moon", 70)
    field = at_desk.kiosk.item("find.field.input")
    field.setProperty("cursorPosition", 2)
    at_desk.keys("30000000017\r", 3, at=2000)
    assert (at_desk.written, field.property("cursorPosition")) == ("moon", 2)


def test_letters_rolled_together_all_arrive_in_order(at_desk: Desk) -> None:
    at_desk.keys("moon", 12)
    at_desk.kiosk.wait(lambda: at_desk.written == "moon")
    assert at_desk.scans == []
