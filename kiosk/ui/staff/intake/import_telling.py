"""What an import shows, in words: the records it would make, its counts and its problems; free of Qt."""

from dataclasses import dataclass

from kiosk.catalog.import_preview import Preview, PreviewRecord
from kiosk.catalog.import_report import ImportReport
from kiosk.catalog.problems import Finding, Problem, Severity
from kiosk.storage.imports import Outcome
from kiosk.words import Wording
from kiosk.words.reasons import error_sentence

_TO = "staff.intake."
_COUNTS = ("read", "created", "updated", "unchanged", "rejected", "items_created", "items_updated")


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One record as it would be; ``tone`` is good, plain, wait or stop, and says no more than ``fate``."""

    number: str
    title: str
    author: str
    year: str
    form: str
    items: str
    fate: str
    tone: str
    told: str
    record_id: int | None


@dataclass(frozen=True, slots=True)
class CountRow:
    """One figure of a report."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem of a report; ``place`` sorts like the record's number."""

    serious: bool
    severity: str
    file: str
    place: int
    control_number: str
    message: str
    record_id: int | None


_TONES = {
    Outcome.CREATED: "good",
    Outcome.UPDATED: "wait",
    Outcome.UNCHANGED: "plain",
    Outcome.REJECTED: "stop",
}


def preview_rows(words: Wording, preview: Preview) -> tuple[PreviewRow, ...]:
    """Return the records as the preview's table shows them."""
    return tuple(_preview_row(words, record) for record in preview.records)


def _preview_row(words: Wording, record: PreviewRecord) -> PreviewRow:
    told = record.description
    return PreviewRow(
        number="" if record.number is None else str(record.number),
        title=told.title if told else "",
        author=told.authors[0] if told and told.authors else "",
        year=str(told.year) if told and told.year else "",
        form=words(f"form.{told.form}") if told else "",
        items=_items(words, record),
        fate=words(f"{_TO}fate.{record.outcome}"),
        tone=_TONES[record.outcome],
        told=" ".join(finding_told(words, finding) for finding in record.findings),
        record_id=record.record_id,
    )


def _items(words: Wording, record: PreviewRecord) -> str:
    """Return the barcodes, the first of many only, with their branch."""
    shown = [f"{item.barcode} ({item.branch})" for item in record.items[:2]]
    more = len(record.items) - len(shown)
    return ", ".join(shown) + (" " + words(f"{_TO}items_more", count=more) if more else "")


def finding_told(words: Wording, finding: Finding) -> str:
    """Return the sentence of a finding."""
    return words(f"import.{finding.code}", **dict(finding.values))


def count_rows(words: Wording, report: ImportReport) -> tuple[CountRow, ...]:
    """Return the figures of a report in their order."""
    return tuple(CountRow(name, words(f"{_TO}count.{name}"), getattr(report, name)) for name in _COUNTS)


def problem_rows(words: Wording, report: ImportReport) -> tuple[ProblemRow, ...]:
    """Return the problems of a report in the order of files and records."""
    return tuple(_problem_row(words, problem) for problem in report.problems)


def _problem_row(words: Wording, problem: Problem) -> ProblemRow:
    return ProblemRow(
        serious=problem.severity is Severity.ERROR,
        severity=words(f"import.severity.{problem.severity}"),
        file=problem.file,
        place=problem.record or 0,
        control_number=problem.control_number or "",
        message=words(problem.key, **dict(problem.values)),
        record_id=problem.record_id,
    )


def headline(words: Wording, report: ImportReport, *, dry: bool) -> str:
    """Return in one sentence what was, or would be, done, and why it ended early if it did."""
    if report.cancelled:
        return words(f"{_TO}{'check' if dry else 'import'}_stopped", read=report.read)
    if report.trouble is not None:
        return words(f"{_TO}import_broken", trouble=error_sentence(report.trouble, words))
    key = "check" if dry else "import"
    return words(
        f"{_TO}{key}_done", created=report.created, updated=report.updated, items=report.items_created
    )


def left_out_told(words: Wording, report: ImportReport) -> str:
    """Return how many problems were counted and not kept, empty where all are there."""
    return words(f"{_TO}left_out", count=report.left_out) if report.left_out else ""
