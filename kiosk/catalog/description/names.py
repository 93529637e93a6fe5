"""Who made it: the names as shown, and every form under which they may be looked for."""

from kiosk.catalog.description.fields import Fields, distinct, trimmed
from kiosk.catalog.marc.record import Field

_NAME_TAGS = ("100", "110", "111", "700", "710", "711", "720")
_PARTS = {"00": "abc", "10": "ab", "11": "acn", "20": "a"}
# Cast, credits and statements of responsibility hold names that no heading has.
_STATEMENTS = (("508", "a"), ("511", "a"))


def authors_of(fields: Fields) -> tuple[str, ...]:
    """Return main and added entries, the main one first; entries of works inside are left out."""
    if not any(tag in fields for tag in _NAME_TAGS):
        return ()
    return distinct(
        [_name(field) for tag in _NAME_TAGS for field in fields.get(tag, ()) if not field.first("t")]
    )


def names_of(
    fields: Fields, linked: Fields, authors: tuple[str, ...], responsibility: str | None
) -> tuple[str, ...]:
    """Return every form of every name: headings, fuller forms, other scripts, statements."""
    names = list(authors)
    for tag in _NAME_TAGS:
        for field in fields.get(tag, ()):
            if field.first("t"):
                names.append(_name(field))
            fuller = field.first("q")
            if fuller:
                names.append(fuller.strip(" ()"))
        names += [_name(field) for field in linked.get(tag, ())]
    if responsibility:
        names.append(responsibility)
    for tag, code in _STATEMENTS:
        names += [trimmed(value) for field in fields.get(tag, ()) for value in field.every(code)]
    names += [trimmed(" ".join(field.every("c"))) for field in linked.get("245", ())]
    return distinct(names)


def _name(field: Field) -> str:
    tag = field.tag if field.tag != "880" else field.first("6")[:3]
    parts = field.every(_PARTS.get(tag[1:], "a"))
    if len(parts) == 1:
        return trimmed(parts[0])
    return trimmed(" ".join([part.strip() for part in parts]))
