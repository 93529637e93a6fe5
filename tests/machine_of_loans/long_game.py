"""Keeps a journal of the games played, so that a run of a million steps can stop and go on.

The games count for the product and the model as they were: when either changes, the journal begins anew.
"""

import csv
import hashlib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ROOMS = ("kiosk/model", "kiosk/rules", "kiosk/decisions", "kiosk/circulation", "kiosk/storage")


@dataclass(frozen=True)
class Played:
    """Some games, drawn from one seed."""

    product: str
    seed: int
    games: int
    steps: int
    seconds: float


class Journal:
    """The games played so far, a line each time."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.product = product()
        self.played = [one for one in _read(file) if one.product == self.product]

    @property
    def steps(self) -> int:
        return sum(one.steps for one in self.played)

    def next_seed(self) -> int:
        """Return a seed that was not played yet: the journal's own count, from the product's name on."""
        return (int(self.product, 16) + len(self.played)) % 2**32

    def write(self, games: int, steps: int, seed: int, seconds: float) -> None:
        self.played.append(Played(self.product, seed, games, steps, round(seconds, 1)))
        with self.file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, [field.name for field in fields(Played)], lineterminator="\n")
            writer.writeheader()
            writer.writerows(asdict(one) for one in self.played)


def _read(file: Path) -> list[Played]:
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Played(
                row["product"], int(row["seed"]), int(row["games"]), int(row["steps"]), float(row["seconds"])
            )
            for row in csv.DictReader(lines)
        ]


def product() -> str:
    """Return a short name of what plays: the same as long as no line of it changes."""
    digest = hashlib.sha256()
    for folder in (*_ROOMS, "tests/machine_of_loans"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
