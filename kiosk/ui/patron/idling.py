"""Knows when a patron has gone: quiet time, then a countdown, then the end; free of Qt."""

from dataclasses import dataclass

COUNTDOWN_SECONDS = 20
_PERIODS_LISTENED = 3


@dataclass(frozen=True, slots=True)
class Idling:
    """Seconds without a touch, of those allowed before the countdown begins; `listened`: being read to."""

    allowed: int
    quiet: int = 0
    listened: int = 0

    def touched(self) -> "Idling":
        """Somebody is there."""
        return Idling(self.allowed)

    def second_passed(self) -> "Idling":
        """One second more of silence."""
        return Idling(self.allowed, self.quiet + 1, self.listened)

    def second_listened(self, *, signed_in: bool) -> "Idling":
        """One second more of being read to: nobody is missed for it, but an account is not left open long."""
        if signed_in and self.listened >= self.allowed * _PERIODS_LISTENED:
            return self.second_passed()
        return Idling(self.allowed, 0, self.listened + 1)

    @property
    def counting(self) -> bool:
        """Tell whether the countdown is on."""
        return self.allowed <= self.quiet < self.allowed + COUNTDOWN_SECONDS

    @property
    def seconds_left(self) -> int:
        """Return the seconds the countdown still has."""
        return max(0, self.allowed + COUNTDOWN_SECONDS - self.quiet)

    @property
    def over(self) -> bool:
        """Tell whether the visit is over."""
        return self.quiet >= self.allowed + COUNTDOWN_SECONDS
