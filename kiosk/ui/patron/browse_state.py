"""Everything the Browse page shows: new and popular titles, subjects, authors, the shelf; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.model.library import Library
from kiosk.ui.patron.browse_loading import KINDS, Heading, Headings
from kiosk.ui.patron.title_rows import SeenTitle, TitleRow, title_rows
from kiosk.ui.patron.title_words import DOT, life_dates
from kiosk.ui.shared.trouble import Trouble
from kiosk.words import Wording

LISTS = ("new", "popular", "subjects", "authors", "shelf")
# By the library's first language, in whose order headings stand.
_LETTERS = {"pl": "ABCĆDEFGHIJKLŁMNOÓPQRSŚTUVWXYZŹŻ"}
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading to follow; beside a call number in its label `text` names titles that stand there."""

    key: str
    target: str
    text: str
    call_number: str
    note: str
    count: str


@dataclass(frozen=True, slots=True)
class JumpRow:
    """A place in the list to go to at once: a letter, or a part of the library."""

    start: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class BrowseInputs:
    """All that decides what is shown; None while it is being read."""

    what: str = "new"
    titles: tuple[SeenTitle, ...] | None = None
    headings: Headings | None = None
    jumped: str = ""
    trouble: Trouble | None = None
    turn: int = 0
    covers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BrowseState:
    """The page as its view model shows it, every text ready."""

    what: int = 0
    rows: tuple[TitleRow, ...] = ()
    headings: tuple[HeadingRow, ...] = ()
    jumps: tuple[JumpRow, ...] = ()
    listing: bool = False
    more: bool = False
    before: bool = False
    nothing: str = ""
    trouble: str = ""
    turn: int = 0


def browse_state(inputs: BrowseInputs, branch: str, library: Library, words: Wording) -> BrowseState:
    """Derive the page."""
    what = LISTS.index(inputs.what)
    trouble = inputs.trouble.said(words) if inputs.trouble else ""
    if inputs.what not in KINDS:
        titles = inputs.titles or ()
        empty = inputs.titles is not None and not titles
        return BrowseState(
            what=what,
            rows=title_rows(titles, branch, library, words, inputs.covers),
            nothing=words("browse.nothing") if empty else "",
            trouble=trouble,
            turn=inputs.turn,
        )
    headings = inputs.headings or Headings()
    return BrowseState(
        what=what,
        headings=tuple(_row(one, inputs.what, words) for one in headings.rows),
        jumps=jumps(inputs, branch, library),
        listing=True,
        more=headings.following is not None,
        before=headings.preceding is not None,
        nothing=words("browse.nothing") if inputs.headings is not None and not headings.rows else "",
        trouble=trouble,
        turn=inputs.turn,
    )


def jumps(inputs: BrowseInputs, branch: str, library: Library) -> tuple[JumpRow, ...]:
    """Return the letters; for the shelf the parts of this branch, each where its first shelf begins."""
    if inputs.what != "shelf":
        letters = _LETTERS.get(next(iter(library.languages), ""), _LATIN)
        return tuple(JumpRow(letter, letter, letter == inputs.jumped) for letter in letters)
    starts: dict[str, str] = {}
    for shelf in library.shelves:
        if shelf.branch.casefold() == branch.casefold():
            starts.setdefault(shelf.location, shelf.first)
    return tuple(JumpRow(start, place, start == inputs.jumped) for place, start in starts.items())


def _row(heading: Heading, what: str, words: Wording) -> HeadingRow:
    shelf, author = what == "shelf", what == "authors"
    text = _in_order(heading.text) if author else heading.text.replace(" -- ", ": ")
    return HeadingRow(
        key=heading.key,
        target=heading.text,
        text=DOT.join(heading.titles) if shelf else text,
        call_number=heading.text if shelf else "",
        note=life_dates(heading.text) if author else "",
        count=words.count("find.titles", heading.records),
    )


def _in_order(name: str) -> str:
    """Return a name surname first, as the list is sorted, without years."""
    dates = life_dates(name)
    return name.rpartition(",")[0] if dates else name
