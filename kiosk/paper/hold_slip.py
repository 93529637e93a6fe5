"""The slip that goes into an item that waits on the hold shelf: until when, and under which sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.paper.barcodes import Bars
from kiosk.paper.own_words import NONE, OwnWords
from kiosk.paper.roll import Roll, RollCode, RollGap, RollPart, RollRule, RollText, Style, head_of, paragraphs
from kiosk.words import Wording

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class HoldSlip:
    """What the slip says; `sign` tells whose it is to the one who knows the card, and nobody else.

    `transit_to` is the branch to which an item has to travel: for a hold, or home where `held` is not set.
    How the library is reached (`ways`) stands at the end unless it has its own words there.
    """

    library: str
    branch: str
    at: datetime
    title: str
    bars: Bars
    sign: str
    until: date | None = None
    transit_to: str = ""
    held: bool = True
    own: OwnWords = NONE
    ways: str = ""


def hold_sign(card: str) -> str:
    """Return the end of the card number, by which a patron finds what waits without being named."""
    return card.strip().upper()[-_SHOWN:]


def hold_slip_roll(slip: HoldSlip, words: Wording) -> Roll:
    """Return the slip for a roll."""
    title = words("hold_slip.title" if slip.held else "hold_slip.travels")
    return Roll(title, slip.library, tuple(_parts(slip, words)))


def _parts(slip: HoldSlip, words: Wording) -> Iterator[RollPart]:
    yield from head_of(slip.library, slip.branch, slip.at, words)
    yield from paragraphs(slip.own.above)
    if slip.transit_to:
        yield RollText(words("hold_slip.transit" if slip.held else "hold_slip.travels"), Style.BOLD)
        yield RollText(slip.transit_to, Style.LARGE)
    else:
        yield RollText(slip.own.heading or words("hold_slip.title"), Style.BOLD)
        yield RollText(slip.sign, Style.LARGE)
        if slip.until is not None:
            yield RollText(words("hold_slip.until"), right=words.dated(slip.until, "weekday_short_day_month"))
    yield RollRule()
    yield RollText(slip.title, Style.BOLD)
    yield RollGap()
    yield RollCode(slip.bars)
    if slip.own or not slip.ways:
        yield from paragraphs(slip.own.below)
    else:
        yield RollGap()
        yield from paragraphs(slip.ways)
