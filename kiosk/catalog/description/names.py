"""Who made it: the names as shown, and every form under which they may be looked for."""

from kiosk.catalog.description.fields import Fields, distinct, listed, trimmed
from kiosk.catalog.marc.record import Field

_NAME_TAGS = ("100", "110", "111", "700", "710", "711", "720")
_PARTS = {"00": "abc", "10": "ab", "11": "acn", "20": "a"}
# Cast, credits and statements of responsibility hold names that no heading has.
_STATEMENTS = ("508", "511")


def authors_of(fields: Fields) -> tuple[str, ...]:
    """Return main and added entries, the main one first; entries of works inside are left out."""
    return distinct([_name(field) for field in listed(fields, _NAME_TAGS) if not field.first("t")])


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
        if linked:
            names += [_name(field) for field in linked.get(tag, ())]
    if responsibility:
        names.append(responsibility)
    names += [trimmed(value) for field in listed(fields, _STATEMENTS) for value in field.every("a")]
    names += [trimmed(" ".join(field.every("c"))) for field in linked.get("245", ())]
    return distinct(names)


def _name(field: Field) -> str:
    tag = field.tag if field.tag != "880" else field.first("6")[:3]
    parts = field.every(_PARTS.get(tag[1:], "a"))
    if len(parts) == 1:
        return trimmed(parts[0])
    return trimmed(" ".join([part.strip() for part in parts]))
