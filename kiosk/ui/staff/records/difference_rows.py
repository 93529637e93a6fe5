"""What a changed field was and is, in words and as MARC has it; free of Qt."""

from kiosk.catalog.marc.record import Field
from kiosk.staff.records.form_fields import fields_of
from kiosk.staff.records.headings import NAME_TAGS, SUBJECT_TAGS
from kiosk.staff.records.marc_text import content_text
from kiosk.words import Wording


def tag_told(tag: str, words: Wording) -> str:
    """Return what the form calls a field of MARC; an empty text for one that it does not have."""
    if names := fields_of(tag):
        keys: tuple[str, ...] = tuple(names)
    elif tag in SUBJECT_TAGS:
        keys = ("subjects",)
    else:
        keys = ("contributors",) if tag in NAME_TAGS else ()
    return ", ".join(words(f"staff.records.field.{key}").replace("&", "") for key in keys)


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
