"""One thing that is wrong with a record: the key of its sentence and where it is."""

from dataclasses import dataclass
from enum import StrEnum


class Degree(StrEnum):
    """Whether a record cannot be saved so, or somebody should only look at it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """A problem; ``place`` is that of the field, None for the leader or a field that is missing.

    ``code`` is the subfield and ``position`` the character within its value or the control field's,
    counted from 0; ``values`` fill the sentence behind ``key``.
    """

    key: str
    tag: str
    place: int | None = None
    code: str = ""
    position: int | None = None
    degree: Degree = Degree.ERROR
    values: tuple[tuple[str, str], ...] = ()

    @property
    def told(self) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
        """Return what makes it the same problem in another version of the record, wherever it stands."""
        return self.key, self.tag, self.code, self.values


def warned(
    key: str, tag: str, place: int | None = None, code: str = "", position: int | None = None, **values: str
) -> RecordProblem:
    """Make a problem that only asks to be looked at."""
    return RecordProblem(key, tag, place, code, position, Degree.WARNING, tuple(values.items()))


def wrong(
    key: str, tag: str, place: int | None = None, code: str = "", position: int | None = None, **values: str
) -> RecordProblem:
    """Make a problem that keeps the record from being saved."""
    return RecordProblem(key, tag, place, code, position, Degree.ERROR, tuple(values.items()))
