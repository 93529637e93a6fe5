"""A million random steps, played in parts that may be hours or days apart."""

import os
import time
from pathlib import Path

import pytest

from tests.machine_of_loans.games import kept_library, play
from tests.machine_of_loans.long_game import ROOT, Journal

STEPS = 1_000_000
GAMES_AT_ONCE = 100
JOURNAL = ROOT / "docs" / "games-played.csv"


@pytest.mark.proof
def test_a_million_steps_agree_with_the_model(
    sqlite_template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Go on where the journal ends; KIOSK_PROOF_MINUTES says how long at most."""
    journal, begun = Journal(JOURNAL), time.monotonic()
    minutes = float(os.environ.get("KIOSK_PROOF_MINUTES", "inf"))
    while journal.steps < STEPS:
        if time.monotonic() - begun > 60 * minutes:
            pytest.skip(f"{journal.steps:,} of {STEPS:,} steps agree so far: {JOURNAL}")
        started, seed = time.monotonic(), journal.next_seed()
        with kept_library(sqlite_template) as kept:
            tally = play(kept, GAMES_AT_ONCE, seed)
        journal.write(GAMES_AT_ONCE, tally.steps, seed, time.monotonic() - started)
        with capsys.disabled():
            print(f"{journal.steps:,} steps agree")  # noqa: T201 - the proof's progress
    assert journal.steps >= STEPS


def test_a_journal_goes_on_where_it_ended(tmp_path: Path) -> None:
    file = tmp_path / "games.csv"
    first = Journal(file)
    seed = first.next_seed()
    first.write(100, 9_900, seed, 12.3)
    again = Journal(file)
    assert (again.steps, again.played) == (9_900, first.played)
    assert again.next_seed() != seed


def test_games_played_before_a_change_do_not_count(tmp_path: Path) -> None:
    file = tmp_path / "games.csv"
    first = Journal(file)
    first.product = "0" * 12
    first.write(100, 9_900, first.next_seed(), 12.3)
    assert Journal(file).steps == 0
