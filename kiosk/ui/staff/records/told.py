"""What is wrong with a record as the editor shows it: by field of the form, by row, in words; free of Qt."""

from collections.abc import Mapping, Sequence

from kiosk.catalog.marc.record import MarcRecord
from kiosk.staff.records.form_fields import FormField, tags_of
from kiosk.staff.records.problems import Degree, RecordProblem
from kiosk.words import Wording

# These can only be mended in the table, so that a field of the form is not marked for them.
_OF_THE_TABLE = frozenset(
    {
        "indicator",
        "once",
        "subfield_code",
        "subfield_empty",
        "field_kind",
        "field_empty",
        "filing_count",
        "tag",
        "coded_day",
        "coded_length",
        "coded_missing",
        "coded_date_kind",
        "field_long",
        "record_long",
    }
)
_TITLE_OF = "c"
_LANGUAGE_FROM = 35


def problem_text(problem: RecordProblem, words: Wording) -> str:
    """Return a problem's sentence."""
    return words(f"staff.records.problem.{problem.key}", **dict(problem.values))


def by_field(record: MarcRecord, problems: Sequence[RecordProblem]) -> Mapping[FormField, RecordProblem]:
    """Return what to show under each field of the form: its first error, else its first warning."""
    found: dict[FormField, RecordProblem] = {}
    for one in sorted(problems, key=lambda problem: problem.degree is Degree.WARNING):
        field = form_field_of(one, record)
        if field is not None:
            found.setdefault(field, one)
    return found


def form_field_of(problem: RecordProblem, record: MarcRecord) -> FormField | None:
    """Return the field of the form in which a problem can be mended, None where the table is needed."""
    if problem.key in _OF_THE_TABLE:
        return None
    if problem.tag == "LDR":
        return FormField.FORM if problem.position in (6, 7) else None
    if problem.tag == "008":
        return FormField.LANGUAGE if (problem.position or 0) >= _LANGUAGE_FROM else FormField.YEAR
    if problem.tag == "245":
        return FormField.RESPONSIBILITY if problem.code == _TITLE_OF else FormField.TITLE
    return next((field for field in FormField if problem.tag in tags_of(field, record)), None)


def by_place(problems: Sequence[RecordProblem]) -> Mapping[int | None, tuple[RecordProblem, ...]]:
    """Return the problems of each row of the table."""
    found: dict[int | None, tuple[RecordProblem, ...]] = {}
    for one in problems:
        found[one.place] = (*found.get(one.place, ()), one)
    return found
