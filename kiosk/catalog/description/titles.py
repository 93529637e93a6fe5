"""The title as shown and as filed, and the other titles of a record."""

import re
from dataclasses import dataclass

from kiosk.catalog.description.fields import FILING_MARKS, Fields, distinct, listed, trimmed
from kiosk.catalog.folding import fold
from kiosk.catalog.marc.record import Field

_TITLE_PARTS = "abnp"
_PROPER_PARTS = "anp"  # what a title is called; $b has a column of its own
_OTHER_TAGS = ("130", "240", "242", "246", "247", "730", "740")
_ANALYTIC_TAGS = ("700", "710", "711")
_PUNCTUATED = (":", ";", "=", "/", ".", ",", "?", "!", "-")
# What does not file, at the beginning, between its marks.
_MARKED = re.compile(r"^\s*(?:<<|\u0098)(.*?)(?:>>|\u009c)\s*")
_ARTICLES = {
    "eng": frozenset({"the", "an", "a"}),
    "ger": frozenset(
        {"der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines"}
    ),
    "fre": frozenset({"le", "la", "les", "l", "un", "une"}),
    "spa": frozenset({"el", "la", "los", "las", "un", "una"}),
    "ita": frozenset({"il", "lo", "la", "gli", "i", "l", "un", "uno", "una"}),
    "por": frozenset({"o", "a", "os", "as", "um", "uma"}),
    "dut": frozenset({"de", "het", "een"}),
    "swe": frozenset({"den", "det", "en", "ett"}),
    "dan": frozenset({"den", "det", "en", "et"}),
    "nor": frozenset({"den", "det", "en", "et"}),
}
# Words that a cataloguer who counted no characters may have meant: "A is for alibi", "I promessi sposi".
_AMBIGUOUS = frozenset({"a", "i", "o", "as", "en", "un"})
_FIRST_WORD = re.compile(r"\W*(\w+)(?:['’]\s*|\s+)(?=\S)")


@dataclass(frozen=True, slots=True)
class Titles:
    """The main title in its parts, and all others."""

    title: str
    filing_title: str
    subtitle: str | None
    responsibility: str | None
    others: tuple[str, ...]


def titles_of(fields: Fields, linked: Fields, language: str | None) -> Titles:
    """Derive all titles; a record without 245 gets its title from what comes nearest."""
    main = _main_field(fields, linked)
    if main is None:
        return Titles("", "", None, None, _others(fields, linked))
    raw = _shown(main, _PROPER_PARTS) or _shown(main)
    skipped = main.indicators[1:2] if main.tag in ("245", "880") else ""
    title = trimmed(FILING_MARKS.sub("", raw))
    return Titles(
        title=title,
        filing_title=_filing(raw, title, skipped, language),
        subtitle=trimmed(FILING_MARKS.sub("", " ".join(main.every("b")))) or None,
        responsibility=trimmed(" ".join(main.every("c"))) or None,
        others=_others(fields, linked),
    )


def _main_field(fields: Fields, linked: Fields) -> Field | None:
    for candidates in (fields.get("245"), linked.get("245"), fields.get("240"), fields.get("130")):
        for field in candidates or ():
            if any(value.strip() for code, value in field.subfields if code in _TITLE_PARTS):
                return field
    return None


def _shown(field: Field, parts: str = _TITLE_PARTS) -> str:
    """Join the wanted parts of a title; the medium ($h) goes, its punctuation stays."""
    shown = ""
    for code, value in field.subfields:
        text = value.strip()
        if code == "h":
            if text.endswith((":", "=", ";")) and not shown.endswith((":", "=", ";")):
                shown = f"{shown.rstrip(' /')} {text[-1]}"
        elif code in parts and text:
            shown = f"{shown}{_joint(shown, code)}{text}" if shown else text
    return shown


def _joint(shown: str, code: str) -> str:
    if shown.endswith(_PUNCTUATED):
        return " "
    return " : " if code == "b" else ". "


def _filing(raw: str, title: str, skipped: str, language: str | None) -> str:
    marked = _MARKED.match(raw)
    if marked is not None and marked.end() < len(raw):
        return fold(raw[marked.end() :])
    count = int(skipped) if skipped.isdigit() and skipped.isascii() else 0
    if 0 < count < len(raw) and not raw[count - 1].isalnum():
        return fold(raw[count:])
    first = _FIRST_WORD.match(title)
    if first is not None:
        word = first[1].casefold()
        ambiguous = word in _AMBIGUOUS and skipped == "0"
        if word in _ARTICLES.get(language or "eng", frozenset()) and not ambiguous:
            return fold(title[first.end() :])
    return fold(title)


def filing_form(title: str, language: str | None) -> str:
    """Return how a title without any marks files: folded, without its language's article."""
    return _filing(title, title, "", language)


def _others(fields: Fields, linked: Fields) -> tuple[str, ...]:
    found = [other_title(field) for field in listed(fields, _OTHER_TAGS)]
    analytic = (field for field in listed(fields, _ANALYTIC_TAGS) if field.first("t"))
    found += [trimmed(" ".join(field.every("tnp"))) for field in analytic]
    if linked:
        found += [other_title(field) for field in listed(linked, ("245", *_OTHER_TAGS))]
    return distinct(found)


def other_title(field: Field) -> str:
    """Return a title that is not the main one, as shown."""
    return trimmed(FILING_MARKS.sub("", _shown(field)))
