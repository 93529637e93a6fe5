"""The card of suggestions while its rows come, are scrolled and go: any warning of Qt fails the test."""

import pytest
from PySide6.QtCore import QPoint

from kiosk.ui.patron.shell_state import Comfort
from tests.ui.finding import OpenFinding


@pytest.mark.parametrize("large", [False, True], ids=["plain", "large"])
@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1280, 800), (800, 800)])
def test_a_list_flicked_to_its_end_goes_with_the_next_letters_without_a_warning(
    open_finding: OpenFinding, width: int, height: int, large: bool
) -> None:
    kiosk = open_finding("de", width, height, Comfort(reduced_motion=True, large_text=large))
    kiosk.begin()
    kiosk.type("kafk")
    kiosk.wait(lambda: kiosk.shown("find", "answered") == "kafk")
    kiosk.settle()
    at = kiosk.place("find.suggestions")
    for _ in range(4):
        kiosk.stroke(at, at - QPoint(0, 300))
    kiosk.type("zzqqx")
    kiosk.wait(lambda: kiosk.shown("find", "answered") == "kafkzzqqx")
    kiosk.settle()
    assert kiosk.rows("find", "suggestions") == ()
    assert kiosk.shown("find", "nothing") != ""
