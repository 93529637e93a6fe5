"""What was found elsewhere, in words: rows, the record whole, and what is here already; free of Qt."""

from dataclasses import dataclass

from kiosk.catalog.marc.record import MarcRecord
from kiosk.model.record import Description, record_key
from kiosk.staff.intake.copying import FoundCopies, FoundCopy, SameBy, Twin
from kiosk.ui.staff.intake.import_telling import finding_told
from kiosk.words import Wording

_TO = "staff.intake."


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One record of another catalogue in the list."""

    number: int
    title: str
    author: str
    year: str
    isbn: str
    here: str


def copy_rows(words: Wording, found: FoundCopies) -> tuple[CopyRow, ...]:
    """Return the rows of a page."""
    return tuple(_row(words, copy) for copy in found.copies)


def _row(words: Wording, copy: FoundCopy) -> CopyRow:
    told = copy.description
    if told is None:
        why = " ".join(finding_told(words, finding) for finding in copy.findings)
        return CopyRow(copy.number, why, "", "", "", "")
    return CopyRow(
        copy.number,
        " : ".join(part for part in (told.title, told.subtitle) if part),
        told.authors[0] if told.authors else "",
        str(told.year or ""),
        told.isbns[0] if told.isbns else "",
        words(f"{_TO}here.{copy.twins[0].why}") if copy.twins else "",
    )


def page_told(words: Wording, found: FoundCopies) -> str:
    """Return which of how many are shown."""
    if not found.copies:
        return words(f"{_TO}found_none")
    first, last = found.copies[0].number, found.copies[-1].number
    return words(f"{_TO}found_page", first=first, last=last, total=found.total)


def twin_told(words: Wording, twin: Twin) -> str:
    """Return the warning of a record that is here already."""
    known = words(
        f"{_TO}twin.{twin.why}",
        title=twin.title,
        year=str(twin.year or "–"),
        record=record_key(twin.record_id),
    )
    if twin.why is SameBy.NUMBER:
        return f"{known} {words(_TO + ('twin.edited' if twin.edited_here else 'twin.replaces'))}"
    return known


def description_lines(words: Wording, told: Description) -> tuple[tuple[str, str], ...]:
    """Return what a record is, label by label; what it does not say is left out."""
    lines = (
        ("title", " : ".join(part for part in (told.title, told.subtitle) if part)),
        ("author", "; ".join(told.authors)),
        ("published", ", ".join(str(part) for part in (told.place, told.publisher, told.year) if part)),
        ("extent", told.extent or ""),
        ("series", "; ".join(told.series)),
        ("form", words(f"form.{told.form}")),
        ("isbn", ", ".join(told.isbns)),
        ("subjects", "; ".join(told.subjects)),
        ("summary", told.summary or ""),
    )
    return tuple((words(f"{_TO}label.{name}"), text) for name, text in lines if text)


def marc_lines(record: MarcRecord) -> tuple[str, ...]:
    """Return the fields as cataloguers write them down."""
    lines = [f"LDR {record.leader}"]
    for field in record.fields:
        if field.is_control:
            lines.append(f"{field.tag}    {field.data}")
        else:
            parts = " ".join(f"${code} {value}" for code, value in field.subfields)
            lines.append(f"{field.tag} {field.indicators.replace(' ', '#')} {parts}")
    return tuple(lines)
