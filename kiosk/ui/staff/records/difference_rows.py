"""What a changed field was and is, in words and as MARC has it; free of Qt."""

from kiosk.catalog.marc.record import Field
from kiosk.staff.records.marc_text import content_text
from kiosk.words import Wording


def field_told(field: Field | None, words: Wording) -> str:
    """Return a field on one line, its indicators first; in words where there is none."""
    if field is None:
        return words("staff.records.no_field")
    if field.is_control:
        return field.data
    indicators = field.indicators.replace(" ", "#")
    return f"{indicators}  {content_text(field)}"


def act_told(act: str, words: Wording) -> str:
    """Return what made a version, in words."""
    key = f"staff.records.act.{act.removeprefix('record.')}"
    return words(key) if key in words.catalogue else act
