"""What an import did: counts, and problems with their places."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.catalog.problems import Finding, Problem, Severity, located
from kiosk.model.errors import KioskError

# Beyond these an import counts on without keeping each: memory stays flat on a file that is all wrong.
_MOST_ERRORS = 100_000
_MOST_WARNINGS = 50_000


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The result of an import; ``complete`` when every file was recognised and read to its end.

    read = created + updated + unchanged + rejected. ``left_out`` problems were counted, not kept.
    ``trouble`` is what made the import stop before its end: what is counted then is what was stored.
    """

    read: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    items_created: int
    items_updated: int
    problems: tuple[Problem, ...]
    seconds: float
    complete: bool
    left_out: int = 0
    cancelled: bool = False
    trouble: KioskError | None = None


@dataclass(slots=True)
class Tally:
    """Counts while an import goes on."""

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    items_created: int = 0
    items_updated: int = 0
    left_out: int = 0
    complete: bool = True
    cancelled: bool = False
    trouble: KioskError | None = None
    _problems: list[Problem] = field(default_factory=list)
    _errors: int = 0
    _warnings: int = 0

    def tell(
        self,
        file: str,
        record: int | None,
        control_number: str | None,
        findings: Iterable[Finding],
        record_id: int | None = None,
    ) -> None:
        """Keep findings as problems of that place."""
        for finding in findings:
            if finding.severity is Severity.ERROR:
                self._errors += 1
                kept = self._errors <= _MOST_ERRORS
            else:
                self._warnings += 1
                kept = self._warnings <= _MOST_WARNINGS
            if kept:
                self._problems.append(located(finding, file, record, control_number, record_id))
            else:
                self.left_out += 1

    def report(self, seconds: float) -> ImportReport:
        """Return the result so far, problems in the order of files and records."""
        stored = self.created + self.updated + self.unchanged + self.rejected
        return ImportReport(
            # What was read for a batch that never was stored is as if it had not been read.
            read=stored if self.trouble or self.cancelled else self.read,
            created=self.created,
            updated=self.updated,
            unchanged=self.unchanged,
            rejected=self.rejected,
            items_created=self.items_created,
            items_updated=self.items_updated,
            problems=tuple(self._problems),
            seconds=seconds,
            complete=self.complete,
            left_out=self.left_out,
            cancelled=self.cancelled,
            trouble=self.trouble,
        )
