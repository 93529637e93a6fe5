"""What the Record page asks and tells of holds: how long, which copy, collected where; free of Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.membership.account import HoldLine
from kiosk.model.item import barcode_key
from kiosk.model.library import Branch, Library
from kiosk.ui.patron.flows.placing_holds import HoldStep, PlacingHold
from kiosk.ui.patron.hold_words import hold_chip, hold_where, said_prospect
from kiosk.ui.patron.record_copies import CopyRow, copy_row
from kiosk.ui.patron.record_loading import Record, SeenCopy
from kiosk.ui.patron.title_words import DOT
from kiosk.words import Wording
from kiosk.words.reasons import what_to_do, why_not


@dataclass(frozen=True, slots=True)
class PickupRow:
    """A branch where a hold may be collected."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A hold that the patron has on the title: how it stands, and where it is collected."""

    key: int
    chip: str
    where: str


@dataclass(frozen=True, slots=True)
class HoldingState:
    """All texts ready. `one` names the copy that alone is wanted; `selectable` where one may be chosen."""

    dialog: str = ""
    prospect: str = ""
    selectable: bool = False
    one: str = ""
    copies: tuple[CopyRow, ...] = ()
    pickups: tuple[PickupRow, ...] = ()
    why_not: str = ""
    what_to_do: str = ""
    held: tuple[HeldRow, ...] = ()


def holding_state(
    placing: PlacingHold, record: Record | None, branch: str, library: Library, words: Wording
) -> HoldingState:
    """Derive it; ``branch`` is this kiosk's, which is offered first."""
    told = HoldingState(
        dialog=str(placing.step),
        why_not=why_not(placing.refusal, words, library),
        what_to_do=what_to_do(placing.refusal, words, library),
    )
    if record is None:
        return told
    prospects = record.prospects
    told = replace(told, held=tuple(_held_row(line, library, words) for line in prospects.mine))
    if placing.step not in (HoldStep.WHERE, HoldStep.COPIES) or placing.record_id != record.seen.record_id:
        return told
    key = barcode_key(placing.item)
    copies = [copy for copy in record.copies if _key(copy) in prospects.items]
    wanted = next((copy for copy in copies if placing.item and _key(copy) == key), None)
    return replace(
        told,
        prospect=said_prospect(prospects.items.get(key) if wanted else prospects.any, words),
        selectable=len(copies) > 1,
        one=_named(wanted, library, words) if wanted else "",
        copies=tuple(_choice(copy, copy is wanted, record, library, words) for copy in copies),
        pickups=tuple(PickupRow(one.code, words.name(one.name)) for one in _near_first(library, branch)),
    )


def _choice(copy: SeenCopy, chosen: bool, record: Record, library: Library, words: Wording) -> CopyRow:
    """Tell of a copy to wait for: with its number, since two may stand side by side."""
    row, item = copy_row(copy, chosen, library, words), copy.shown.copy.item
    numbered = words("holds.copy_number", barcode=item.barcode)
    told = (item.parts or "", numbered, said_prospect(record.prospects.items.get(_key(copy)), words))
    return replace(row, until=DOT.join(part for part in told if part))


def _named(copy: SeenCopy, library: Library, words: Wording) -> str:
    row = copy_row(copy, True, library, words)
    return words("holds.one.chosen", copy=DOT.join(part for part in (row.place, row.call_number) if part))


def _held_row(line: HoldLine, library: Library, words: Wording) -> HeldRow:
    return HeldRow(line.hold_id, hold_chip(line, words), hold_where(line, library, words))


def _key(copy: SeenCopy) -> str:
    return barcode_key(copy.shown.copy.item.barcode)


def _near_first(library: Library, branch: str) -> Iterable[Branch]:
    return sorted(library.branches, key=lambda one: one.code.casefold() != branch.casefold())
