"""A row of a list of titles: what it is, whether it is there, and where; free of Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.model.decision import Say, SayCode
from kiosk.model.library import Library, Shelf
from kiosk.model.record import record_key
from kiosk.ui.patron.title_words import first_author, floor_and_shelf, icon_of, meta, shelf_name
from kiosk.ui.shared.cover_design import SQUARE_FORMS
from kiosk.words import Wording
from kiosk.words.languages import spoken_code
from kiosk.words.reasons import way_out
from kiosk.words.saying import say_queue, say_until

GOOD, WAIT, STOP = range(3)
_HEARD = frozenset({"audiobook", "music"})


@dataclass(frozen=True, slots=True)
class SeenTitle:
    """A title as found: the description in short, what may be done (None: nobody knows now), its shelf.

    `picture` is the file URL of the library's own cover, empty where there is none.
    """

    record_id: int
    title: str
    form: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    language: str | None = None
    call_number: str | None = None
    say: Say | None = None
    shelf: Shelf | None = None
    picture: str = ""

    @property
    def key(self) -> str:
        """Give the public id."""
        return record_key(self.record_id)


@dataclass(frozen=True, slots=True)
class StateChip:
    """Whether a title or a copy is there, as a chip says it."""

    text: str
    tone: int = GOOD
    icon: str = "check"


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A title in a list, all texts ready; `until` follows the chip, `place` the call number or the chip.

    `language` is that of the title in two letters, as in all rows of titles; empty where nobody knows.
    """

    record: str
    title: str
    author: str
    meta: str
    icon: str
    state: str
    tone: int
    state_icon: str
    until: str
    call_number: str
    place: str
    place_short: str
    cover: str
    square: bool
    language: str = ""


def title_row(
    seen: SeenTitle, branch: str, library: Library, words: Wording, covers: Mapping[str, str]
) -> TitleRow:
    """Tell of a title to somebody in `branch`; `covers` are painted ones by record."""
    chip = state_chip(seen.say, seen.form, words)
    call_number, place = whereabouts(seen, branch, library, words)
    return TitleRow(
        record=seen.key,
        title=seen.title,
        author=first_author(seen.authors),
        meta=meta(seen.form, seen.year, seen.language, words),
        icon=icon_of(seen.form),
        state=chip.text,
        tone=chip.tone,
        state_icon=chip.icon,
        until=yours_until(seen.say, words),
        call_number=call_number,
        place=place,
        place_short=floor_and_shelf(place)[1] if call_number else place,
        cover=seen.picture or covers.get(seen.key, ""),
        square=seen.form in SQUARE_FORMS,
        language=spoken_code(seen.language),
    )


def title_rows(
    seen: Iterable[SeenTitle], branch: str, library: Library, words: Wording, covers: Mapping[str, str]
) -> tuple[TitleRow, ...]:
    """Tell of many titles, in their order."""
    return tuple(title_row(title, branch, library, words, covers) for title in seen)


def state_chip(say: Say | None, form: str, words: Wording) -> StateChip:
    """Say in a chip whether one may have it now, or from when."""
    if say is None:
        return StateChip(words("state.unknown"), WAIT, "info")
    match say.code:
        case SayCode.TAKE_NOW if say.reasons:
            return StateChip(words("record.here_but"), WAIT, "alert")
        case SayCode.TAKE_NOW:
            return StateChip(words("state.here"))
        case SayCode.ONLY_HERE:
            return StateChip(words("record.only_here"), GOOD, "book")
        case SayCode.ONLINE:
            return StateChip(words("state.online.heard" if form in _HEARD else "state.online"))
        case SayCode.BACK_ON | SayCode.HOLD if say.back_at is not None:
            return StateChip(words("state.back_on", day=short_day(say.back_at, words)), WAIT, "clock")
        case SayCode.HOLD:
            return StateChip(words("state.out"), WAIT, "clock")
        case _:
            return StateChip(words("state.not_here"), STOP, "stop")


def yours_until(say: Say | None, words: Wording) -> str:
    """Say until when one may have what is there; nothing where something else comes first."""
    return say_until(say.due_at, words, "short") if say is not None and say.due_at is not None else ""


def whereabouts(seen: SeenTitle, branch: str, library: Library, words: Wording) -> tuple[str, str]:
    """Return the call number to show and what stands behind it: the shelf, or what one may do instead."""
    say = seen.say
    if say is None:
        return seen.call_number or "", ""
    if say.reasons:
        return "", way_out(say.reasons[0], words, library)
    if say.code in (SayCode.TAKE_NOW, SayCode.ONLY_HERE):
        return say.call_number or "", place_of(say, seen.shelf, branch, library, words)
    if say.code is SayCode.ONLINE:
        return "", words("state.online.how")
    if say.code is SayCode.HOLD:
        return "", say_queue(say, words)
    if say.code is SayCode.BACK_ON:
        return "", words("state.nobody_waiting")
    return "", words("state.ask_staff")


def place_of(say: Say, shelf: Shelf | None, branch: str, library: Library, words: Wording) -> str:
    """Name the shelf in this branch, else the other branch that has it."""
    if say.branch and say.branch.casefold() != branch.casefold():
        other = library.branch(say.branch)
        return words.name(other.name) if other else say.branch
    return shelf_name(shelf, words) if shelf is not None else say.location or ""


def short_day(moment: datetime, words: Wording) -> str:
    """Tell a day in the branch's own calendar as "3 Dec"."""
    return words.dated(moment, "short")
