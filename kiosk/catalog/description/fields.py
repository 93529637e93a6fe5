"""A record's fields by tag, with the fields in other scripts (880) beside those they belong to."""

import re

from kiosk.catalog.marc.record import Field, MarcRecord

Fields = dict[str, list[Field]]
# Around what does not file: of the German cataloguing rules, and of Unicode's C1 controls.
FILING_MARKS = re.compile(r"<<|>>|[\u0098\u009c]")


def by_tag(record: MarcRecord) -> tuple[Fields, Fields]:
    """Return the fields by tag, and the fields of 880 by the tag that they are linked to."""
    fields: Fields = {}
    linked: Fields = {}
    for field in record.fields:
        tag = field.tag
        if tag in fields:
            fields[tag].append(field)
        else:
            fields[tag] = [field]
    for field in fields.pop("880", ()):
        linked.setdefault(field.first("6")[:3], []).append(field)
    return fields, linked


def listed(fields: Fields, tags: tuple[str, ...]) -> list[Field]:
    """Return the fields of those tags, tag by tag."""
    return [field for tag in tags if tag in fields for field in fields[tag]]


def trimmed(text: str, ends: str = " /:;,=") -> str:
    """Return the text without the punctuation that ISBD puts after an element, and without filing marks.

    A full stop goes too, unless it belongs to an initial, an abbreviation or an ellipsis.
    """
    if "<<" in text or "\u0098" in text:
        text = FILING_MARKS.sub("", text)
    text = text.strip(ends)
    if text.endswith(".") and not text.endswith("..") and not _is_abbreviation(text):
        text = text[:-1].rstrip(ends)
    return text


def _is_abbreviation(text: str) -> bool:
    word = text[text.rfind(" ") + 1 : -1].rsplit(".", 1)[-1].rsplit("-", 1)[-1]
    return (len(word) == 1 and word.isalpha()) or word.casefold() in _SHORT_WORDS


_SHORT_WORDS = frozenset(
    {
        "jr",
        "sr",
        "dr",
        "st",
        "etc",
        "usw",
        "bd",
        "bde",
        "vol",
        "hrsg",
        "ed",
        "co",
        "inc",
        "ltd",
        "verl",
        "cie",
    }
)


def distinct(texts: list[str]) -> tuple[str, ...]:
    """Return the texts that are not empty, each once, told without case."""
    if len(texts) < 2:
        return (texts[0],) if texts and texts[0] else ()
    seen: dict[str, str] = {}
    for text in texts:
        if text:
            seen.setdefault(text.casefold(), text)
    return tuple(seen.values())
