"""What the Return page shows: thanks, where to lay it, and what was handed in so far; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.model.item import Place
from kiosk.model.library import Library
from kiosk.ui.patron.flows.codes import Thing
from kiosk.ui.patron.flows.return_rows import Returning, ReturnRow, ReturnStep
from kiosk.ui.patron.hold_words import branch_name
from kiosk.ui.patron.return_words import (
    chip_of,
    lay_of,
    note_of,
    parts_asked,
    parts_back,
    place_of,
    timeliness,
)
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.title_rows import GOOD, STOP
from kiosk.ui.patron.title_words import DOT
from kiosk.ui.shared.cover_design import SQUARE_FORMS
from kiosk.words import Wording
from kiosk.words.reasons import what_to_do, why_not

_BINS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One item of the list; `again` offers another try, `parts` to say that something of it is missing."""

    ticket: int
    title: str
    about: str
    cover: str = ""
    square: bool = False
    place: str = ""
    tone: int = GOOD
    again: bool = False
    parts: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class ReturnNow:
    """The item laid down last, large."""

    title: str = ""
    about: str = ""
    cover: str = ""
    square: bool = False
    chip: str = ""
    tone: int = GOOD
    note: str = ""
    left: str = ""
    lay: str = ""
    place: int = -1
    parts: str = ""
    parts_ticket: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class ReturnState:
    """All texts ready; without any row the page asks for the first item. `places` are the shelves' labels."""

    headline: str = ""
    now: ReturnNow = ReturnNow()
    rows: tuple[ReturnLine, ...] = ()
    places: tuple[str, ...] = ()
    count: str = ""
    notice: str = ""
    waiting: str = ""
    receipt_offered: bool = False
    parts_question: str = ""


def return_state(
    flow: Returning, branch: str, library: Library, words: Wording, covers: Mapping[Thing, str]
) -> ReturnState:
    """Return what to show at a kiosk of that branch."""
    bins = _bins(flow, branch, library)
    latest = flow.rows[0] if flow.rows else None
    return ReturnState(
        headline=_headline(latest, words),
        now=_now(flow, latest, bins, library, words, covers) if latest else ReturnNow(),
        rows=tuple(
            replace(_line(row, library, words, covers), parts=row.may_lack and row is not latest)
            for row in flow.rows
        ),
        places=_labels(bins, library, words),
        count=words.count("return.count", len(flow.back)) if flow.back else "",
        notice=words("borrow.notice.garbled") if flow.garbled else "",
        waiting=words("return.waiting") if flow.closing and flow.waiting else "",
        receipt_offered=bool(flow.back),
        parts_question=_parts_question(flow, words),
    )


def unfinished(flow: Returning, words: Wording) -> str:
    """Say what is not taken back yet, for whoever would leave now."""
    return words.count("return.unfinished", len(flow.waiting)) if flow.waiting else ""


def _parts_question(flow: Returning, words: Wording) -> str:
    """Say what belongs to the item of which something may be missing."""
    thing = flow.asked.thing if flow.asked is not None else None
    return parts_asked(thing, words) if thing is not None else ""


def _headline(latest: ReturnRow | None, words: Wording) -> str:
    if latest is None:
        return words("return.order")
    match latest.step:
        case ReturnStep.BACK:
            return words("return.thanks")
        case ReturnStep.WAITING:
            return words("return.wait")
        case _:
            return words("return.sorry")


def _now(
    flow: Returning,
    row: ReturnRow,
    bins: tuple[str, ...],
    library: Library,
    words: Wording,
    covers: Mapping[Thing, str],
) -> ReturnNow:
    line = _line(row, library, words, covers)
    thing = row.thing
    form = words(f"form.{thing.form}") if thing else ""
    author = thing.author if thing else ""
    about = DOT.join(filter(None, (author, form)))
    now = ReturnNow(line.title, about, line.cover, line.square, language=line.language)
    match row.step:
        case ReturnStep.BACK:
            laid = replace(_laid(now, row, bins, library, words), left=_left(flow, words))
            return replace(laid, parts=parts_back(row, words), parts_ticket=row.ticket if row.may_lack else 0)
        case ReturnStep.WAITING:
            return now
        case ReturnStep.FAILED:
            note, chip = failure_sentence(row.error, words), words("return.not_back")
            return replace(now, chip=chip, tone=STOP, note=note)
    reasons = row.outcome.reasons if row.outcome else ()
    chip, note = words("return.not_back"), why_not(reasons, words, library)
    return replace(now, chip=chip, tone=STOP, note=note, left=what_to_do(reasons, words, library))


def _laid(
    now: ReturnNow, row: ReturnRow, bins: tuple[str, ...], library: Library, words: Wording
) -> ReturnNow:
    outcome = row.outcome
    if outcome is None or outcome.place is None:
        return now
    chip, tone = chip_of(row, words)
    return replace(
        now,
        chip=chip,
        tone=tone,
        note=note_of(row, library, words),
        lay=lay_of(row, library, words),
        place=_place_number(row, bins),
    )


def _left(flow: Returning, words: Wording) -> str:
    if flow.left is None:
        return ""
    return words.count("return.left", flow.left) if flow.left else words("return.left.none")


def _line(row: ReturnRow, library: Library, words: Wording, covers: Mapping[Thing, str]) -> ReturnLine:
    thing = row.thing
    line = ReturnLine(
        ticket=row.ticket,
        title=thing.title if thing else row.code,
        about="",
        cover=covers.get(thing, "") if thing else "",
        square=thing is not None and thing.form in SQUARE_FORMS,
        language=thing.language if thing else "",
    )
    match row.step:
        case ReturnStep.WAITING:
            return replace(line, about=words("return.wait"))
        case ReturnStep.FAILED:
            return replace(line, about=words("return.not_back"), tone=STOP, again=True)
        case ReturnStep.REFUSED:
            place = words("return.place.staff")
            return replace(line, about=words("return.not_back"), tone=STOP, place=place)
    outcome, author = row.outcome, thing.author if thing else ""
    if outcome is None:
        return line
    branch = branch_name(outcome.place_branch, library, words)
    return replace(
        line,
        about=DOT.join(filter(None, (author, timeliness(row, words)))),
        place=words(f"return.place.{place_of(row)}", branch=branch),
    )


def _bins(flow: Returning, branch: str, library: Library) -> tuple[str, ...]:
    """Return the branches whose bins are drawn: those used lately first, then others of the library."""
    used = [
        row.outcome.place_branch.casefold()
        for row in flow.back
        if row.outcome is not None and row.outcome.place is Place.TRANSIT and row.outcome.place_branch
    ]
    others = [one.code.casefold() for one in library.branches if one.code.casefold() != branch.casefold()]
    return tuple(dict.fromkeys([*used, *others]))[:_BINS_SHOWN]


def _labels(bins: tuple[str, ...], library: Library, words: Wording) -> tuple[str, ...]:
    names = (branch_name(code, library, words) for code in bins)
    return (
        words("return.label.hold_shelf"),
        words("return.label.shelf"),
        *names,
        words("return.label.staff"),
    )


def _place_number(row: ReturnRow, bins: tuple[str, ...]) -> int:
    """Return which of the places drawn is meant, in the order of their labels."""
    outcome = row.outcome
    if outcome is None:
        return -1
    match place_of(row):
        case Place.HOLD_SHELF:
            return 0
        case Place.SHELF:
            return 1
        case Place.TRANSIT:
            return 2 + bins.index((outcome.place_branch or "").casefold())
    return 2 + len(bins)
