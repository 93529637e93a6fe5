"""Draws a new card for the screen and for paper; free of Qt but for the visit it is made of."""

from kiosk.devices.printer import Printable
from kiosk.model.errors import CodeImpossible
from kiosk.paper.barcodes import Bars, bars_of
from kiosk.paper.cards import TemporaryCard, temporary_card_pdf, temporary_card_roll
from kiosk.ui.patron.flows.joining import NewCard
from kiosk.ui.patron.visit import Visit


def card_bars(card: NewCard, visit: Visit) -> Bars | None:
    """Return the card's barcode; None where the library's kind of barcode cannot hold its number."""
    try:
        return bars_of(card.card, visit.library.card_format.symbology)
    except CodeImpossible:
        return None


def card_paper(card: NewCard, bars: Bars, visit: Visit) -> Printable:
    """Return the slip that is the card until staff give out the real one."""
    words, library, at = visit.words, visit.library, visit.now()
    branch = library.branch(visit.profile.branch)
    slip = TemporaryCard(
        bars,
        words.name(library.name),
        words.name(branch.name) if branch else "",
        card.valid_until,
        words("join.bring"),
    )
    return Printable(
        at, lambda: temporary_card_pdf(slip, words), lambda: temporary_card_roll(slip, at, words)
    )
