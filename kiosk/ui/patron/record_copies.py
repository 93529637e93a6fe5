"""The copies of a record as rows: branch and floor, shelf, call number and state."""

from dataclasses import dataclass

from kiosk.model.decision import SayCode
from kiosk.model.item import ItemStatus
from kiosk.model.library import Library
from kiosk.ui.patron.record_loading import SeenCopy
from kiosk.ui.patron.title_rows import GOOD, STOP, WAIT, StateChip, short_day, yours_until
from kiosk.ui.patron.title_words import DOT, floor_and_shelf, shelf_name
from kiosk.words import Wording
from kiosk.words.saying import say_queue

_GONE = frozenset({ItemStatus.MISSING, ItemStatus.LOST, ItemStatus.DAMAGED})


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One copy; `until` follows its state, `mapped` tells whether choosing it shows a map."""

    barcode: str
    place: str
    shelf: str
    call_number: str
    state: str
    tone: int
    icon: str
    until: str
    mapped: bool
    chosen: bool


def copy_row(copy: SeenCopy, chosen: bool, library: Library, words: Wording) -> CopyRow:
    """Tell of one copy."""
    item = copy.shown.copy.item
    branch = library.branch(item.branch)
    name = words.name(branch.name) if branch else item.branch
    floor, shelf = floor_and_shelf(shelf_name(copy.shelf, words)) if copy.shelf else ("", "")
    chip = copy_chip(copy, words)
    return CopyRow(
        barcode=item.barcode,
        place=DOT.join(part for part in (name, floor) if part),
        shelf=", ".join(part for part in (item.location or "", shelf) if part),
        call_number=item.call_number or "",
        state=chip.text,
        tone=chip.tone,
        icon=chip.icon,
        until=copy_until(copy, words),
        mapped=copy.floor is not None,
        chosen=chosen,
    )


def copy_until(copy: SeenCopy, words: Wording) -> str:
    """Say until when one may have this copy, or which place a hold for it would have."""
    say = copy.shown.say
    return say_queue(say, words) if say.code is SayCode.HOLD else yours_until(say, words)


def copy_chip(copy: SeenCopy, words: Wording) -> StateChip:
    """Say of one copy whether it is there, from when, or what it is."""
    status, say = copy.shown.copy.status, copy.shown.say
    match status:
        case ItemStatus.AVAILABLE if say.code is SayCode.TAKE_NOW:
            return StateChip(words("state.here"))
        case ItemStatus.AVAILABLE if say.code is SayCode.ONLY_HERE:
            return StateChip(words("record.only_here"), GOOD, "book")
        case ItemStatus.AVAILABLE:
            return StateChip(words("state.wanted"), WAIT, "hold")
        case ItemStatus.NOT_FOR_LOAN:
            return StateChip(words("record.only_here"), GOOD, "book")
        case ItemStatus.ON_LOAN if say.back_at is not None:
            return StateChip(words("state.back_on", day=short_day(say.back_at, words)), WAIT, "clock")
        case ItemStatus.ON_LOAN:
            return StateChip(words("state.out"), WAIT, "clock")
        case _:
            gone = status in _GONE
            return StateChip(words(f"status.{status}"), STOP if gone else WAIT, "stop" if gone else "clock")
