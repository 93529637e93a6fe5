"""How a title is told in few words: its author's name as spoken, its form, year and language."""

import re
from collections.abc import Sequence

from kiosk.model.library import Shelf
from kiosk.model.record import Form
from kiosk.words import Wording
from kiosk.words.languages import language_name

DOT = " · "
ICONS = {
    Form.BOOK: "book",
    Form.EBOOK: "e-book",
    Form.AUDIOBOOK: "audio",
    Form.MUSIC: "music",
    Form.FILM: "film",
    Form.GAME: "game",
    Form.MAP: "map",
    Form.SCORE: "music",
    Form.SERIAL: "calendar",
    Form.KIT: "tag",
}
_DATES = re.compile(r"\(?\b(?:b\. |geb\. )?\d{3,4}\??\s*[-–]?\s*(?:\d{3,4})?\)?\.?$")
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def spoken_name(heading: str) -> str:
    """Return a name as it is said: "Kafka, Franz, 1883-1924" is "Franz Kafka"."""
    plain = _BRACKETS.sub("", heading)
    parts = [part.strip() for part in plain.split(",")]
    kept = [part for part in parts if part and not _DATES.fullmatch(part)]
    if len(kept) < 2:
        return kept[0] if kept else heading.strip()
    return f"{kept[1]} {kept[0]}"


def life_dates(heading: str) -> str:
    """Return the years of a name's heading, as "1883–1924", or nothing."""
    last = heading.rsplit(",", 1)[-1].strip()
    return last.strip("().").replace("-", "–") if "," in heading and _DATES.fullmatch(last) else ""


def first_author(authors: Sequence[str]) -> str:
    """Return who made it, as said, or nothing."""
    return spoken_name(authors[0]) if authors else ""


def icon_of(form: str) -> str:
    """Return the icon of a form by its code."""
    return ICONS[Form(form)] if form in set(Form) else "book"


def meta(form: str, year: int | None, language: str | None, words: Wording) -> str:
    """Return "Book · 2019 · English"; what is not known is left out."""
    parts = (words(f"form.{form}"), str(year) if year else "", language_name(language, words))
    return DOT.join(part for part in parts if part)


def shelf_name(shelf: Shelf, words: Wording) -> str:
    """Return where a shelf is, "Floor 1, shelf 26"; a shelf without a name goes by its number."""
    name = words.name(shelf.name)
    if name:
        return name
    number = shelf_number(shelf.id)
    return words("place.shelf_number", number=number) if number else shelf.location


def shelf_number(shelf_id: str) -> str:
    """Return the number in a shelf's id: "shelf-14" is 14."""
    digits = re.search(r"\d+", shelf_id)
    return digits[0] if digits else ""


def floor_and_shelf(name: str) -> tuple[str, str]:
    """Split "Floor 1, shelf 26" into the floor and the shelf; without a comma all is the shelf."""
    floor, comma, shelf = name.partition(", ")
    return (floor, shelf[:1].upper() + shelf[1:]) if comma else ("", name)
