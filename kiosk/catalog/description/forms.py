"""What a title is: a book, a film, a game … by leader, coded fields, media types and item types."""

import re
from functools import lru_cache

from kiosk.catalog.description.fields import Fields
from kiosk.catalog.folding import fold
from kiosk.model.record import Form

_BY_LEADER = {
    **dict.fromkeys("cd", Form.SCORE),
    **dict.fromkeys("ef", Form.MAP),
    "g": Form.FILM,
    "i": Form.AUDIOBOOK,
    "j": Form.MUSIC,
    **dict.fromkeys("kop", Form.KIT),
}
_NAMED = {form.value: form for form in Form}
_ONLINE = frozenset("oqs")
_SERIAL_LEVELS = "sbi"
# RDA content types (336 $b) and carriers (338 $b).
_BY_CONTENT = {"spw": Form.AUDIOBOOK, "prm": Form.MUSIC, "tdi": Form.FILM, "ntm": Form.SCORE, "cri": Form.MAP}
_BY_CARRIER = {"vd": Form.FILM, "vf": Form.FILM, "sd": Form.AUDIOBOOK, "ss": Form.AUDIOBOOK, "cr": Form.EBOOK}
_WORDS = (
    (
        re.compile(r"\b(horbuch|horspiel|audio ?book|spoken|talking book|ksiazka mowiona|audiobook)"),
        Form.AUDIOBOOK,
    ),
    (
        re.compile(
            r"\b(?:video|computer|brett|konsolen|gesellschafts|karten|lern)?spiele?\b"
            r"|\bgames?\b|\b(?:gra|gry|spi|konsole|puzzle)\b"
        ),
        Form.GAME,
    ),
    (re.compile(r"\b(video|dvd|film|blu ?ray|bildtontrager|motion picture|bd r)"), Form.FILM),
    (re.compile(r"\b(sound rec|tontrager|music|musik|cd|muzyka|lp|schallplatte|nagranie)"), Form.MUSIC),
    (
        re.compile(r"\b(e ?book|ebk|electronic book|online ?ressource|electronic resource|dokument elektr)"),
        Form.EBOOK,
    ),
    (re.compile(r"\b(map|karte|kartenmaterial|cartographic|mapa|atlas)\b"), Form.MAP),
    (re.compile(r"\b(score|noten|musikdruck|nuty|sheet music)\b"), Form.SCORE),
    (
        re.compile(r"\b(magazine|zeitschrift|serial|periodical|newspaper|zeitung|czasopismo|mag|cr)\b"),
        Form.SERIAL,
    ),
    (re.compile(r"\b(kit|medienpaket|zestaw|medienkombination)\b"), Form.KIT),
    (re.compile(r"\b(book|buch|ksiazka|bk|bks|monograph)"), Form.BOOK),
)

# The few combinations of item types that a library has come with record after record.
_REMEMBERED = 1000


def form_of(leader: str, coded: str, fields: Fields, item_types: tuple[str, ...] = ()) -> Form:
    """Return the form; item types decide only where the record itself calls everything a text."""
    kind = leader[6]
    if kind == "m":
        return _computer_file(coded, fields)
    if kind == "r":
        return Form.GAME
    found = _BY_LEADER.get(kind)
    if found is not None:
        return found
    if leader[7] in _SERIAL_LEVELS:
        return Form.SERIAL
    return _of_text(coded, fields) or _by_item_types(item_types) or Form.BOOK


def _of_text(coded: str, fields: Fields) -> Form | None:
    for tag, known in (("336", _BY_CONTENT), ("338", _BY_CARRIER)):
        for field in fields.get(tag, ()):
            found = known.get(field.first("b"))
            if found is not None:
                return found
    if coded[23:24] in _ONLINE:
        return Form.EBOOK
    physical = {field.data[:2] for field in fields.get("007", ())}
    if physical:
        found = _by_physical(physical, fields)
        if found is not None:
            return found
    for field in fields.get("245", ()):
        medium = field.first("h")
        if medium:
            return form_by_words(medium)
    return None


def _by_physical(physical: set[str], fields: Fields) -> Form | None:
    firsts = {code[:1] for code in physical}
    if "v" in firsts or "m" in firsts:
        return Form.FILM
    if "s" in firsts:
        return Form.AUDIOBOOK if _spoken(fields) else Form.MUSIC
    return Form.EBOOK if "cr" in physical else None


def _spoken(fields: Fields) -> bool:
    texts = [
        value
        for tag in ("655", "650", "245")
        for field in fields.get(tag, ())
        for _, value in field.subfields
    ]
    return form_by_words(" ".join(texts)) is Form.AUDIOBOOK


def _computer_file(coded: str, fields: Fields) -> Form:
    if coded[26:27] == "g" and len(coded) >= 38:
        return Form.GAME
    genres = " ".join([field.first("a") for tag in ("655", "650") for field in fields.get(tag, ())])
    return Form.GAME if form_by_words(genres) is Form.GAME else Form.EBOOK


@lru_cache(_REMEMBERED)
def _by_item_types(item_types: tuple[str, ...]) -> Form | None:
    found = {form_by_words(item_type) for item_type in item_types}
    return found.pop() if len(found) == 1 else None


def form_by_words(text: str) -> Form | None:
    """Return the form that a medium, an item type or a column of a table names in words, or None."""
    folded = fold(text)
    if folded in _NAMED:
        return _NAMED[folded]
    for pattern, form in _WORDS:
        if pattern.search(folded):
            return form
    return None
