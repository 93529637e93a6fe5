"""Which ways of looking at a screen are tried: so many that every two values meet."""

from dataclasses import dataclass

SIZES = ((1080, 1920), (1920, 1080), (1280, 800), (3840, 2160))
LANGUAGES = ("de", "pl", "en")
THEMES = (0, 1, 2)


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
    """Return the four ways in which the screen of that number is tried.

    Every screen meets every size, language, theme and either state of every aid; from forty-eight screens on,
    every two values of any two of these meet on some screen.
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
        for row in range(4)
    )
