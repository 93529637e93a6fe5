"""The hidden ways by which staff ask to leave: taps in the upper corners, arrows in an order; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Step = TypeVar("Step")

# Upper corners alone: what lies along the lower edge is pressed by everybody.
CORNERS = ("left", "right", "left", "right", "right")
ARROWS = ("up", "up", "down", "down", "left", "right", "left", "right")
WITHIN_MS = 6000
CORNER = 88  # px at 1080 short edge


@dataclass(slots=True)
class Sequenced(Generic[Step]):
    """Watch for steps in an order, from the first to the last within some time; anything else begins anew."""

    wanted: Sequence[Step]
    within_ms: int = WITHIN_MS
    _done: tuple[tuple[Step, int], ...] = ()

    def step(self, what: Step, at_ms: int) -> bool:
        """Take one step; tell whether it was the last of all."""
        most = len(self.wanted)
        self._done = (*self._done, (what, at_ms))[-most:]
        whole = tuple(step for step, _ in self._done) == tuple(self.wanted)
        if not whole or at_ms - self._done[0][1] > self.within_ms:
            return False
        self._done = ()
        return True

    def other(self) -> None:
        """Something else was done in between."""
        self._done = ()


def corner_at(x: float, y: float, width: float, height: float) -> str | None:
    """Name the upper corner in which a point lies, None for none; all in px."""
    reach = CORNER * min(width, height) / 1080
    if not 0 <= y < reach:
        return None
    return "left" if x < reach else "right" if x >= width - reach else None
