"""A bibliographic record as the catalogue shows it: what its MARC record says, in columns."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Form(StrEnum):
    """What a title is, whatever its item types are called."""

    BOOK = "book"
    EBOOK = "ebook"
    AUDIOBOOK = "audiobook"
    MUSIC = "music"
    FILM = "film"
    GAME = "game"
    MAP = "map"
    SCORE = "score"
    SERIAL = "serial"
    KIT = "kit"


class Audience(StrEnum):
    """For whom a title is meant."""

    ADULT = "adult"
    YOUTH = "youth"
    CHILDREN = "children"


@dataclass(frozen=True, slots=True)
class Description:
    """The searchable columns, derived from MARC alone; texts are in Unicode NFC.

    ``title`` is what it is called (245 a, n, p without punctuation at the end), ``subtitle`` its
    245 b; ``filing_title`` sorts it: folded, the article that does not file left out. ``authors``
    are main and added entries as shown ("Kehlmann, Daniel"), the main one first; ``names`` every
    name form on the record, 880 and the statement of responsibility included.
    """

    title: str
    filing_title: str
    form: Form
    subtitle: str | None = None
    responsibility: str | None = None
    authors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    other_titles: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    summary: str | None = None
    publisher: str | None = None
    place: str | None = None
    extent: str | None = None
    year: int | None = None
    language: str | None = None
    isbns: tuple[str, ...] = ()
    issns: tuple[str, ...] = ()
    audience: Audience | None = None
    call_number: str | None = None
    online: str | None = None


@dataclass(frozen=True, slots=True)
class BibRecord:
    """A stored record: its identity, its MARC record kept whole (as MARC-in-JSON) and its description."""

    id: int
    control_number: str | None
    agency: str | None
    description: Description
    marc: str
    content_hash: str
    created_at: datetime
    updated_at: datetime
    edited_here: bool = False

    @property
    def key(self) -> str:
        """Return the public id; it begins with a letter, so it never looks like a barcode."""
        return record_key(self.id)


def record_key(record_id: int) -> str:
    """Return the public id of a record's number."""
    return f"r{record_id}"


def record_number(key: str) -> int | None:
    """Return the number behind a public id, or None for what is not one."""
    digits = key.strip()[1:]
    if key.strip()[:1] in ("r", "R") and digits.isascii() and digits.isdecimal() and len(digits) < 19:
        return int(digits)
    return None
