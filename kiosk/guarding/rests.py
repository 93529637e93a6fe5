"""How long to wait before the app is started once more; pure."""

from dataclasses import dataclass

_STEADY_S = 60.0  # whoever lived so long was well
_AT_ONCE = 2  # so many deaths in a row may be chance
_FIRST_S, _LONGEST_S = 5.0, 60.0


@dataclass(frozen=True, slots=True)
class Rests:
    """Deaths in a row, of apps that had not lived long."""

    deaths: int = 0

    def died(self, lived_s: float) -> "Rests":
        """Count a death after so many seconds of signs of life."""
        return Rests(1) if lived_s >= _STEADY_S else Rests(self.deaths + 1)

    @property
    def seconds(self) -> float:
        """Return how long to wait now: not at all at first, then longer and longer, a minute at most."""
        if self.deaths <= _AT_ONCE:
            return 0.0
        return float(min(_LONGEST_S, _FIRST_S * 2 ** min(self.deaths - _AT_ONCE - 1, 10)))

    @property
    def looping(self) -> bool:
        """Tell whether people have to be told that it does not work."""
        return self.deaths > _AT_ONCE
