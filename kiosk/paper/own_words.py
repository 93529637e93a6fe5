"""What a library itself says on a paper: the heading, and what stands above and below all the rest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A library's words on one kind of paper in one language; texts may have several lines, or be empty."""

    heading: str = ""
    above: str = ""
    below: str = ""

    def __bool__(self) -> bool:
        return bool(self.heading)


NONE = OwnWords()
