"""What it is about and belongs to: subject headings, series, notes, summary."""

from kiosk.catalog.description.fields import Fields, distinct, listed, trimmed
from kiosk.catalog.marc.record import Field

_SUBJECT_TAGS = ("600", "610", "611", "630", "647", "648", "650", "651", "653", "655", "689")
_SUBDIVISIONS = "vxyz"
_NAME_PARTS = "abcdnpt"
_SERIES = ("490", "800", "810", "811", "830", "440")
_NOTE_TAGS = (
    *("500", "501", "502", "505", "508", "511", "515", "518", "525", "534", "538"),
    *("545", "546", "547", "550", "555", "580", "586"),
)
_NOTE_PARTS = "abgrt"
_MOST_NOTES = 40
_LONGEST_NOTE = 4000
# 520 with these first indicators is a warning to readers, not a summary.
_NO_SUMMARY = "4"


def subjects_of(fields: Fields, linked: Fields) -> tuple[str, ...]:
    """Return the headings as shown, subdivisions after a dash, each once."""
    headings = []
    for tag in _SUBJECT_TAGS:
        if tag in fields:
            headings += [_heading(field, tag) for field in fields[tag]]
        if tag in linked:
            headings += [_heading(field, tag) for field in linked[tag]]
    return distinct(headings)


def _heading(field: Field, tag: str) -> str:
    main = ""
    divisions = []
    several = tag in ("600", "610", "611", "630")
    for code, value in field.subfields:
        if code in _SUBDIVISIONS:
            divisions.append(trimmed(value))
        elif code == "a" and not main:
            main = value.strip()
        elif several and code in _NAME_PARTS:
            main = f"{main} {value.strip()}"
        elif code == "a" and tag == "653":
            divisions.append(trimmed(value))
    main = trimmed(main)
    if tag == "653":
        return main
    return " -- ".join([part for part in (main, *divisions) if part])


def series_of(fields: Fields, linked: Fields) -> tuple[str, ...]:
    """Return the series with their numbers, as printed where they are, else as traced."""
    if fields.keys().isdisjoint(_SERIES):
        return ()
    found: dict[str, str] = {}
    for tag in _SERIES:
        for field in (*fields.get(tag, ()), *linked.get(tag, ())):
            title = trimmed(" ".join(field.every("tnp" if field.first("t") else "anp")))
            number = trimmed(field.first("v"))
            if title:
                found.setdefault(title.casefold(), f"{title} ; {number}" if number else title)
    return distinct(list(found.values()))


def notes_of(fields: Fields, linked: Fields) -> tuple[str, ...]:
    """Return the notes worth searching, contents and cast among them; their length is bounded.

    In another script the summary is one of them where the record has it in its own.
    """
    noted = listed(fields, _NOTE_TAGS)[:_MOST_NOTES]
    if linked:
        noted += listed(linked, ("520", *_NOTE_TAGS))[:_MOST_NOTES]
    return distinct([" ".join(field.every(_NOTE_PARTS)).strip()[:_LONGEST_NOTE] for field in noted])


def summary_of(fields: Fields, linked: Fields) -> str | None:
    """Return the first summary, or None."""
    for field in (*fields.get("520", ()), *linked.get("520", ())):
        if field.indicators[0] not in _NO_SUMMARY:
            text = " ".join(field.every("ab")).strip()
            if text:
                return text
    return None
