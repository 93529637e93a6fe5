"""Plays games on a library of its own, on a file in memory where there is any."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.machine_of_loans.game import Tally
from tests.machine_of_loans.library import Kept
from tests.machine_of_loans.second_thoughts import SecondThoughts

STEPS_A_GAME = 80


@contextmanager
def kept_library(template: Path) -> Iterator[Kept]:
    """Open a copy of an empty library that all games of a run share."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="kiosk-games-", dir=memory if memory.is_dir() else None) as folder:
        file = Path(folder) / "library.db"
        shutil.copyfile(template, file)
        kept = Kept(file)
        try:
            yield kept
        finally:
            kept.close()


def play(library: Kept, games: int, drawn_from: int, counting: Tally | None = None) -> Tally:
    """Play so many games, the same ones for the same seed; return what they came upon."""

    class Game(SecondThoughts):
        kept = library
        tally = counting or Tally()

    chosen = settings(
        max_examples=games,
        stateful_step_count=STEPS_A_GAME,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(drawn_from)(Game), settings=chosen)
    return Game.tally
