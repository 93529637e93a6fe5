"""Kills a running command at a moment of its life, and keeps count of what it left."""

import random
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass

from tests.cli.command import Cli, Said, environment


@dataclass(frozen=True)
class Killed:
    """One command that was killed so many seconds after its start, with what it had said by then."""

    after: float
    said: Said

    @property
    def confirmed(self) -> bool:
        """Whether the whole document was out before the end."""
        return self.said.out.rstrip().endswith("}")


@dataclass
class Tally:
    """What became of all commands that were killed."""

    command: str
    whole_run: float
    kills: int = 0
    ended_before: int = 0
    confirmed: int = 0
    done: int = 0
    not_begun: int = 0
    in_part: int = 0

    def row(self) -> str:
        counts = (self.kills, self.ended_before, self.confirmed, self.done, self.in_part, self.not_begun)
        return f"| {self.command} | {self.whole_run:.2f} s | {' | '.join(map(str, counts))} |"


def run_time(cli: Cli, *words: str) -> float:
    """Run a command to its end and return how long it took, in seconds."""
    begun = time.monotonic()
    said = cli.process(*words)
    assert said.status == 0, said.err
    return time.monotonic() - begun


def instants(times: int, whole_run: float, seed: int) -> Iterator[float]:
    """Yield instants drawn over a run, one from each of so many equal parts of it, in random order."""
    drawing = random.Random(seed)
    parts = [whole_run * (number + drawing.random()) / times for number in range(times)]
    drawing.shuffle(parts)
    yield from parts


def kill(cli: Cli, after: float, *words: str) -> Killed:
    """Start a command and kill it after so many seconds, unless it has ended by then."""
    running = subprocess.Popen(
        cli.arguments(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
    )
    try:
        out, err = running.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        running.kill()
        out, err = running.communicate()
    return Killed(after, Said(running.returncode, out, err))


def count(tally: Tally, killed: Killed, *, done: bool, begun: bool) -> None:
    """Put one kill and what it left into the tally."""
    tally.kills += 1
    tally.ended_before += killed.said.status == 0
    tally.confirmed += killed.confirmed
    tally.done += done
    tally.in_part += begun and not done
    tally.not_begun += not begun
