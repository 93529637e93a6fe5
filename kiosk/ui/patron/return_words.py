"""What there is to say of one item that was taken back, on whichever page; free of Qt."""

import re

from kiosk.model.item import Place
from kiosk.model.library import Library
from kiosk.ui.patron.flows.codes import Thing
from kiosk.ui.patron.flows.return_rows import ReturnRow
from kiosk.ui.patron.hold_words import branch_name
from kiosk.ui.patron.title_rows import GOOD, WAIT
from kiosk.words import Wording
from kiosk.words.reasons import why_not


def chip_of(row: ReturnRow, words: Wording) -> tuple[str, int]:
    """Return whether it came back in time, with its tone."""
    key = "return.back" if row.late is None else "return.late" if row.late else "return.in_time"
    return words(key), WAIT if row.late else GOOD


def place_of(row: ReturnRow) -> Place | None:
    """Return where it is to be laid: what is not complete goes to staff, whatever it was meant for."""
    if row.missing:
        return Place.STAFF
    return row.outcome.place if row.outcome is not None else None


def lay_of(row: ReturnRow, library: Library, words: Wording) -> str:
    """Say where to lay it, with the place in bold."""
    branch = row.outcome.place_branch if row.outcome is not None else None
    return words(f"return.lay.{place_of(row)}", branch=branch_name(branch, library, words))


def note_of(row: ReturnRow, library: Library, words: Wording) -> str:
    """Return what else there is to say: what is missing, who waits, the slip."""
    outcome = row.outcome
    if outcome is None:
        return ""
    if row.missing:
        return words("return.missing.told")
    if outcome.reasons:
        return why_not(outcome.reasons, words, library)
    reader = words("return.next_reader") if outcome.hold_id is not None else ""
    return " ".join(filter(None, (reader, words("return.slip") if row.slip else "")))


def timeliness(row: ReturnRow, words: Wording) -> str:
    """Say in a word or two whether it was late, and for its own patron what that costs."""
    if row.late is None:
        return ""
    if not row.late:
        return words("return.note.in_time")
    return words("return.note.late.fine", fine=row.fine) if row.fine else words("return.note.late")


def parts_back(row: ReturnRow, words: Wording) -> str:
    """Say what should have come back with it, as long as something of it may be missing."""
    return words("return.parts", parts=row.parts) if row.may_lack else ""


def parts_asked(thing: Thing, words: Wording) -> str:
    """Say what belongs to an item, for the question whether everything is there."""
    return "\n".join((words("borrow.parts.words", title=thing.title), *_listed(thing.parts)))


def _listed(parts: str) -> tuple[str, ...]:
    """Return what belongs to an item as lines of a list: it is written "2 CDs, booklet"."""
    each = (part.strip() for part in re.split(r"[,;]\s", parts))
    return tuple(f"– {part}" for part in each if part)
