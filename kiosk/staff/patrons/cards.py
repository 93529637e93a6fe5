"""A patron's card at the desk: lost, found, replaced, its PIN made up anew, and printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.membership.pins import Pins
from kiosk.membership.self_service import SelfService
from kiosk.model.errors import CardUnknown
from kiosk.model.library import Library
from kiosk.model.patron import Patron
from kiosk.paper.barcodes import bars_of
from kiosk.paper.cards import PatronCard, card_fits, cards_pdf
from kiosk.paper.roll import Roll, RollCode, RollGap, RollPart, RollText, Style, head_of
from kiosk.paper.roll_pdf import roll_pdf
from kiosk.paper.sheets import sheet_of
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, View
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class NewPin:
    """A PIN that was made up, to be told once; its owner must change it."""

    card: str
    pin: str


class PatronCards:
    """Does with cards what needs somebody who has seen whose they are."""

    def __init__(self, database: Database, own: SelfService, pins: Pins) -> None:
        self._database = database
        self._own = own
        self._pins = pins

    @needs(Right.PATRONS_EDIT)
    def report_lost(self, by: SignedIn, patron_id: int, *, at: datetime) -> None:
        """Close the card to whoever finds it; CardUnknown."""
        self._own.report_lost(self._card(patron_id), at, by=by.account)

    @needs(Right.PATRONS_EDIT)
    def report_found(self, by: SignedIn, patron_id: int, *, at: datetime) -> None:
        """Open a lost card again; CardUnknown."""
        self._own.report_found(self._card(patron_id), at, by=by.account)

    @needs(Right.PATRONS_EDIT)
    def replace(
        self, by: SignedIn, patron_id: int, *, at: datetime, new: str = "", act_id: str | None = None
    ) -> str:
        """Give another card, of the next number where none is named; return it.

        The one before stays lost for good. Raises CardUnknown, CardTaken, NoCardNumberLeft.
        """
        named = new.strip() or None
        return self._own.replace_card(self._card(patron_id), at, by=by.account, new=named, act_id=act_id)

    @needs(Right.PATRONS_EDIT)
    def reset_pin(self, by: SignedIn, patron_id: int, *, at: datetime) -> NewPin:
        """Make up a PIN and return it this once; slow on purpose. Raises CardUnknown."""
        card = self._card(patron_id)
        return NewPin(card, self._pins.reset_pin(card, by=by.account, at=at))

    @needs(Right.PATRONS_SEE)
    def printed(
        self,
        by: SignedIn,
        patron_ids: Sequence[int],
        library: Library,
        words: Wording,
        *,
        start: int = 1,
        names: bool = True,
    ) -> bytes:
        """Return the cards as a PDF on the library's sheets, the first at the place ``start``.

        Raises CardUnknown, LabelTooSmall, StartNotOnSheet.
        """
        sheet = sheet_of(library.card_format.sheet.value)
        with self._database.read() as view:
            patrons = [_there(view, number) for number in patron_ids]
        cards = [_drawn(patron, library, words, names=names) for patron in patrons]
        for card in cards:
            card_fits(card.bars, sheet)
        return cards_pdf(cards, sheet, start=start)

    @needs(Right.PATRONS_EDIT)
    def pin_slip(self, by: SignedIn, made: NewPin, library: Library, words: Wording, at: datetime) -> bytes:
        """Return a slip with the PIN as a PDF, 80 mm wide; it names nobody and is kept nowhere."""
        bars = bars_of(made.card, library.card_format.symbology)
        branch = library.branch(by.branch)
        where = words.name(branch.name) if branch is not None else ""
        title = words.name(library.name)
        parts: list[RollPart] = [*head_of(title, where, at, words)]
        parts += [RollText(words("staff.patrons.pin.slip.title"), Style.BOLD), RollGap(), RollCode(bars)]
        parts += [RollGap(), RollText(made.pin, Style.LARGE, middle=True), RollGap()]
        parts.append(RollText(words("staff.patrons.pin.slip.note")))
        return roll_pdf(Roll(words("staff.patrons.pin.slip.title"), title, tuple(parts)), words.language)

    def _card(self, patron_id: int) -> str:
        with self._database.read() as view:
            return _there(view, patron_id).card


def _there(view: View, patron_id: int) -> Patron:
    patron = view.patrons.get(patron_id)
    if patron is None:
        raise CardUnknown(patron=patron_id)
    return patron


def _drawn(patron: Patron, library: Library, words: Wording, *, names: bool) -> PatronCard:
    name = f"{patron.first_name or ''} {patron.last_name}".strip() if names else ""
    until = patron.expires_on
    note = words("card.until", day=words.dated(until, "year")) if until else ""
    bars = bars_of(patron.card, library.card_format.symbology)
    return PatronCard(bars, words.name(library.name), name, note)
