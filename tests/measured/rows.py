"""Which ways of looking at a screen are tried: so many that every two values meet."""

from dataclasses import dataclass
from itertools import product

SIZES = ((1080, 1920), (1920, 1080), (1280, 800), (3840, 2160))
LANGUAGES = ("de", "pl", "en")
THEMES = (0, 1, 2)
# One state of large text, low reach and motion after the other, so that neighbours differ in most.
_AIDS = ((0, 0, 0), (1, 1, 0), (0, 1, 1), (1, 0, 1), (0, 1, 0), (1, 0, 0), (1, 1, 1), (0, 0, 1))


@dataclass(frozen=True, slots=True)
class Way:
    """One way of looking: the glass, the language, and the aids that are on."""

    size: tuple[int, int]
    language: str
    theme: int
    large: bool
    low: bool
    moving: bool

    def __str__(self) -> str:
        aids = [
            name for name, on in (("large", self.large), ("low", self.low), ("moving", self.moving)) if on
        ]
        return " ".join((f"{self.size[0]}×{self.size[1]}", self.language, f"theme {self.theme}", *aids))


def pairwise(screen: int) -> tuple[Way, ...]:
    """Return the two ways in which the screen of that number is tried.

    One in upright or very large glass, one in lying glass, of two languages; over ninety-six screens any
    two values of two things meet on some screen.
    """
    return tuple(
        Way(
            SIZES[row],
            LANGUAGES[(row + screen) % 3],
            THEMES[(row + screen // 4) % 3],
            bool((row ^ screen >> 2) & 1),
            bool((row >> 1 ^ screen >> 3) & 1),
            bool((row ^ row >> 1 ^ screen >> 4) & 1),
        )
        for row in ((0, 2) if screen // 48 % 2 == 0 else (3, 1))
    )


def every_way(screen: int) -> tuple[Way, ...]:
    """Return each size with each language and each theme; aids change from one to the next."""
    return tuple(
        Way(size, language, theme, *map(bool, _AIDS[(number + number // 8 + screen) % 8]))
        for number, (size, language, theme) in enumerate(product(SIZES, LANGUAGES, THEMES))
    )
