"""Fields that come several times, one line of the form for each: series and notes."""

from difflib import SequenceMatcher

from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.staff.records.lines import Line, rewritten, shown
from kiosk.staff.records.marc_fields import is_punctuated, with_new_field


def lines_of(record: MarcRecord, tag: str, line: Line) -> str:
    """Return one line for each field of that tag."""
    return "\n".join(text for _, text in _held(record, tag, line))


def with_lines(record: MarcRecord, tag: str, indicators: str, line: Line, text: str) -> MarcRecord:
    """Make the fields of that tag those of the lines; a field whose line stays is left as it is."""
    wanted = [one.strip() for one in text.split("\n") if one.strip()]
    held = _held(record, tag, line)
    fields: list[Field | None] = list(record.fields)
    added: list[Field] = []
    punctuated = is_punctuated(record)
    matcher = SequenceMatcher(None, [one.strip() for _, one in held], wanted, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        new = wanted[first:last]
        for offset, (place, _) in enumerate(held[start:end]):
            if kind != "equal":
                said = new[offset] if offset < len(new) else ""
                fields[place] = rewritten(line, record.fields[place], said, punctuated=punctuated)
        empty = Field(tag, "", indicators, ())
        made = (rewritten(line, empty, one, punctuated=punctuated) for one in new[end - start :])
        added += [field for field in made if field is not None]
    changed = record.having(field for field in fields if field is not None)
    for field in added:
        changed = with_new_field(changed, field)
    return changed


def _held(record: MarcRecord, tag: str, line: Line) -> list[tuple[int, str]]:
    held = [(place, shown(line, field)) for place, field in enumerate(record.fields) if field.tag == tag]
    return [(place, text) for place, text in held if text]
