"""A monkey with keyboard, touch and scanner never gets out, and home is there once it has gone."""

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from scripts.hands import Hands
from scripts.monkey import Monkey, home_comes
from tests.journeys.conftest import NOW, Kiosk, Sample, close_all

_ROOT = Path(__file__).parents[2]
_SOME, _MANY = 300, 100_000


@pytest.fixture
def held(qtbot: QtBot, sample: Sample, tmp_path: Path, running: dict[object, Kiosk]) -> Iterator[Hands]:
    """An app of its own that holds the screen."""
    close_all(running)
    folder = tmp_path / "library"
    shutil.copytree(sample.folder, folder)
    services = Services(LibraryFolder(folder), FixedClock(NOW))
    hands = Hands.over(services, "en", (1080, 1920), still=True, hold=True)
    running["held"] = Kiosk(hands, services, sample.barcodes)
    yield hands
    close_all(running)
    qtbot.wait(0)


def test_some_hundred_acts_of_a_monkey_lead_nowhere(held: Hands, sample: Sample) -> None:
    codes = (*sample.barcodes.free, *sample.barcodes.lent, "20000017", "20000033", "99999999", "\x02A")
    monkey = Monkey(held, codes, random.Random(20261122))
    assert monkey.play(_SOME) == ""
    assert monkey.events == _SOME
    assert home_comes(held)


@pytest.mark.proof
def test_a_hundred_thousand_acts_of_a_monkey_lead_nowhere() -> None:
    command = [sys.executable, "-m", "scripts.monkey", "--events", str(_MANY)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
