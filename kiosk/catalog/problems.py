"""What an import or export has to say of a file, a record or a row: codes and values, never sentences."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether something was lost (error) or only mended and told (warning)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something noticed while reading, before it is known where; ``values`` fill the sentence."""

    code: str
    severity: Severity = Severity.WARNING
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding with its place: ``record`` counts from 1 (for CSV the line), None for the file itself.

    ``record_id`` is the stored record that it is about, where there is one.
    """

    file: str
    record: int | None
    control_number: str | None
    severity: Severity
    code: str
    values: tuple[tuple[str, object], ...] = ()
    record_id: int | None = None

    @property
    def key(self) -> str:
        """Return the key of the sentence in the catalogue of words."""
        return f"import.{self.code}"


def warning(code: str, /, **values: object) -> Finding:
    """Make a finding of something that could be mended or left out."""
    return Finding(code, Severity.WARNING, tuple(values.items()))


def error(code: str, /, **values: object) -> Finding:
    """Make a finding of something that cost the record, the row or the file."""
    return Finding(code, Severity.ERROR, tuple(values.items()))


def located(
    finding: Finding,
    file: str,
    record: int | None,
    control_number: str | None,
    record_id: int | None = None,
) -> Problem:
    """Put a finding in its place."""
    return Problem(file, record, control_number, finding.severity, finding.code, finding.values, record_id)
