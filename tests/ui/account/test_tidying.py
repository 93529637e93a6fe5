"""A kiosk forgets its own old receipts and logs: the nightly job may run on another machine."""

import os
from pathlib import Path

from kiosk.services import Services
from tests.ui.account.conftest import OpenHands

LONG_AGO = 1_500_000_000.0


def test_old_receipts_and_logs_go_when_the_kiosk_is_started(open_hands: OpenHands) -> None:
    files: list[Path] = []

    def leave(services: Services) -> None:
        for folder, day in (("receipts", LONG_AGO), ("logs", LONG_AGO), ("receipts", None)):
            file = services.folder.path / folder / f"{folder}-{day}.pdf"
            file.parent.mkdir(exist_ok=True)
            file.touch()
            if day is not None:
                os.utime(file, (day, day))
            files.append(file)

    hands = open_hands(prepare=leave)
    hands.wait(lambda: not (files[0].exists() or files[1].exists()), "what is old is still there")
    assert files[2].exists()
