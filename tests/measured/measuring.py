"""Goes a round and measures each screen in the ways that are asked for."""

import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts.hands import Hands
from tests.journeys.conftest import Sample
from tests.measured.faults import faults
from tests.measured.looking_round import looked_at, turn
from tests.measured.rows import SIZES, Way
from tests.measured.screens import Round


def numbered(ways: Callable[[int], Iterable[Way]]) -> Callable[[str], Iterable[Way]]:
    """Choose the ways for a screen by a number that its name gives, the same in each run."""
    return lambda name: ways(zlib.crc32(name.encode()) % 96)


def measured(
    walk: Round, ways: Callable[[str], Iterable[Way]], sample: Sample, library: Path
) -> tuple[list[str], int]:
    """Return what is wrong, each with screen and way, and how often a screen was looked at."""
    found: list[str] = []
    looks = 0

    def measure(hands: Hands, name: str) -> None:
        nonlocal looks
        chosen = tuple(ways(name))
        looks += len(chosen)
        if not chosen:
            return
        with looked_at(hands):
            for way in chosen:
                turn(hands, way)
                found.extend(f"{name}, {way}: {fault}" for fault in faults(hands))

    walk.go(sample, library, SIZES[0], measure)
    return found, looks
