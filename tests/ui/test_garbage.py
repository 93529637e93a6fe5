"""Garbage is taken out on the thread of the window, never on a worker's."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.shared.garbage import GarbageRounds
from kiosk.ui.shared.jobs import Jobs


@pytest.fixture
def thawed() -> Iterator[None]:
    """Nothing is kept from the rounds; afterwards all is, as in every other test."""
    gc.unfreeze()
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture
def rounds(qtbot: QtBot, thawed: None) -> Iterator[GarbageRounds]:
    """Rounds that have begun."""
    gc.enable()
    started = GarbageRounds()
    started.start()
    yield started
    started.close()


class _Loop:
    """Something only a round can take out; it notes on which thread that was."""

    def __init__(self, noted: list[int]) -> None:
        self._noted, self._itself = noted, self

    def __del__(self) -> None:
        self._noted.append(threading.get_ident())


def test_a_worker_that_makes_much_garbage_takes_none_out(qtbot: QtBot, rounds: GarbageRounds) -> None:
    noted: list[int] = []
    jobs = Jobs()
    done: list[object] = []

    def litter() -> None:
        for _ in range(30_000):
            _Loop(noted)

    jobs.parallel(litter, done.append)
    qtbot.waitUntil(lambda: bool(done))
    rounds.look()
    assert set(noted) == {threading.get_ident()}
    jobs.close()


def test_little_garbage_waits_for_the_end_of_a_visit(qtbot: QtBot, rounds: GarbageRounds) -> None:
    noted: list[int] = []
    _Loop(noted)
    rounds.look()
    assert noted == []
    rounds.sweep_soon()
    qtbot.waitUntil(lambda: bool(noted))
    assert noted == [threading.get_ident()]


def test_after_the_window_python_goes_its_own_rounds_again(qtbot: QtBot, thawed: None) -> None:
    one = GarbageRounds()
    one.start()
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 0
    one.close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_what_somebody_else_keeps_from_the_rounds_stays_kept(qtbot: QtBot) -> None:
    kept = gc.get_freeze_count()
    one = GarbageRounds()
    one.start()
    one.close()
    assert gc.get_freeze_count() == kept > 0
