"""The size of the text changes on a page in use: any warning of Qt fails the test."""

import pytest
from PySide6.QtCore import Qt

from kiosk.ui.patron.view_models.shell import ShellViewModel
from scripts.hands import Hands
from tests.ui.account.conftest import OpenHands
from tests.ui.account.test_settings import come_to_settings, reachable

_CONTROLS = 8  # of the settings, from the dock on


def change_text(hands: Hands) -> None:
    hands.counter.desk.view_model(ShellViewModel).toggle("largeText")
    hands.settle()


@pytest.mark.parametrize("size", [(1080, 1920), (1280, 800)])
def test_details_take_another_size_of_text_wherever_the_keys_are(
    open_hands: OpenHands, size: tuple[int, int]
) -> None:
    hands = open_hands("de", size, prepare=reachable)
    come_to_settings(hands)
    for _ in range(_CONTROLS):
        hands.press(Qt.Key.Key_Down)
        at = hands.focus
        change_text(hands)
        change_text(hands)
        assert hands.focus == at
    assert hands.reads("anna@example.org")
