"""What Borrow knows of one visit: its cards, each with its items and counts, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.model.decision import LimitUse
from kiosk.ui.patron.flows.borrow_mail_events import Mailing, ReceiptLetter
from kiosk.ui.patron.flows.borrow_rows import ASKED, BorrowRow, Offer, RowStep
from kiosk.ui.patron.flows.codes import same_thing


class BorrowStep(StrEnum):
    """Where the patron is."""

    ITEMS = "items"
    RECEIPT = "receipt"
    MAIL = "mail"
    PRINTING = "printing"
    THANKS = "thanks"


class Notice(StrEnum):
    """What is said about the last thing laid on the reader when no row says it."""

    GARBLED = "garbled"
    OWN_CARD = "own_card"
    LOST_CARD = "lost_card"
    STILL_CHECKING = "still_checking"
    ALREADY_LENT = "already_lent"
    LENT_TO_OTHER = "lent_to_other"


@dataclass(frozen=True, slots=True)
class Member:
    """One card of the visit; the name is first name and initial."""

    card: str
    name: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many loans are on one card, of how many; `groups` are the narrower limits."""

    on_card: int | None = None
    allowed: int | None = None
    groups: tuple[LimitUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Borrowing:
    """A visit's time in Borrow; `turn` is the card to which things go, the newest row comes first.

    `closing` says that Done was touched and waits for what is not settled, with the receipt chosen
    beforehand in `receipt`. `letters` are the receipts that go by e-mail. `adding` is the ticket of what may
    be another card, until that is known, `joining` that card while it is asked whose visit it is.
    `doubted` is the ticket of what was returned and may not be complete, while that is asked.
    """

    step: BorrowStep = BorrowStep.ITEMS
    rows: tuple[BorrowRow, ...] = ()
    tickets: int = 0
    members: tuple[Member, ...] = ()
    turn: str = ""
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    may_queue: bool = False
    notice: Notice | None = None
    closing: bool = False
    receipt: bool | None = None
    adding: int = 0
    printing: int = 0
    printed: bool = False
    ended: bool = False
    joining: Member | None = None
    doubted: int = 0
    may_mail: bool = False
    mailing: Mailing | None = None
    letters: tuple[ReceiptLetter, ...] = ()

    @property
    def tally(self) -> Tally:
        """Give the counts of the card whose turn it is."""
        return self.tallies.get(self.turn, Tally())

    @property
    def shown(self) -> tuple[BorrowRow, ...]:
        """Give the rows of the card whose turn it is, the newest first."""
        return tuple(row for row in self.rows if row.card == self.turn)

    @property
    def unsettled(self) -> tuple[BorrowRow, ...]:
        """Give the rows that still wait for something, whatever their card."""
        return tuple(row for row in self.rows if not row.settled)

    @property
    def lent(self) -> tuple[BorrowRow, ...]:
        """Give the rows that were lent on any card, the newest first."""
        return tuple(row for row in self.rows if row.step is RowStep.LENT)

    @property
    def papers(self) -> tuple[tuple[str, tuple[BorrowRow, ...]], ...]:
        """Give what the receipt of each card names, in the order in which it was laid down."""
        kept = [row for row in reversed(self.rows) if row.step in (RowStep.LENT, RowStep.RENEWED)]
        cards = dict.fromkeys([member.card for member in self.members] + [row.card for row in kept])
        papers = ((card, tuple(row for row in kept if row.card == card)) for card in cards)
        return tuple((card, rows) for card, rows in papers if rows)

    @property
    def asked(self) -> BorrowRow | None:
        """Give the row about which something is asked first, the one longest waiting."""
        if self.joining is not None:
            return None  # whose visit it is comes first
        doubted = next((row for row in self.rows if row.ticket == self.doubted), None)
        return doubted or next((row for row in reversed(self.rows) if row.step in ASKED), None)

    @property
    def fee_asked(self) -> BorrowRow | None:
        """Give the row whose fee is to be agreed to now."""
        row = self.asked
        return row if row is not None and row.step is RowStep.ASKING else None

    @property
    def parts_asked(self) -> BorrowRow | None:
        """Give the row whose parts are to be looked for now, before it is lent or after it was returned."""
        row = self.asked
        return row if row is not None and row.step in (RowStep.PARTS, RowStep.RETURNED) else None

    def lent_on(self, card: str) -> tuple[BorrowRow, ...]:
        """Give the rows that were lent on one card, the newest first."""
        return tuple(row for row in self.lent if row.card == card)

    def offers_of(self, row: BorrowRow) -> tuple[Offer, ...]:
        """Return the ways that a row offers: the last loan on a card can be undone."""
        if row.handed is not None and row.handed.may_lack:
            return (Offer.MISSING,)
        if row.offers or row.step is not RowStep.LENT:
            return row.offers
        last = max(self.lent_on(row.card), key=lambda one: one.lent_as)
        return (Offer.UNDO,) if last.ticket == row.ticket else ()

    def member(self, code: str) -> Member | None:
        """Return the card of the visit that has that number."""
        return next((one for one in self.members if same_thing(one.card, code)), None)

    def with_row(self, row: BorrowRow) -> "Borrowing":
        """Return the visit with one row as it is now."""
        rows = tuple(row if other.ticket == row.ticket else other for other in self.rows)
        return replace(self, rows=rows)

    def without(self, ticket: int) -> "Borrowing":
        """Return the visit without one row."""
        return replace(self, rows=tuple(row for row in self.rows if row.ticket != ticket))

    def back_to_items(self) -> "Borrowing":
        """Return the visit as it goes on when something is laid down after all."""
        return replace(self, step=BorrowStep.ITEMS, closing=False, receipt=None, mailing=None)

    def with_tally(self, card: str, tally: Tally) -> "Borrowing":
        """Return the visit with one card's counts as they are now."""
        return replace(self, tallies={**self.tallies, card: tally})


def counted(state: Borrowing, row: BorrowRow) -> Borrowing:
    """Return the visit with a loan counted as the rules have counted it, until all is counted anew."""
    tally = state.tallies.get(row.card, Tally())
    if tally.on_card is None:
        return state
    if row.step is RowStep.RETURNED:
        return state.with_tally(row.card, replace(tally, on_card=max(0, tally.on_card - 1)))
    widest, step = widest_limit(row.limits), -1 if row.step is RowStep.UNDONE else 1
    told = {(use.branch, use.item_type): use for use in (*tally.groups, *narrower(row.limits))}
    after = Tally(
        on_card=widest.used if widest is not None else max(0, tally.on_card + step),
        allowed=widest.allowed if widest is not None else tally.allowed,
        groups=tuple(told.values()),
    )
    return state.with_tally(row.card, after)


def widest_limit(limits: tuple[LimitUse, ...]) -> LimitUse | None:
    """Return the limit of all items together, None where only groups of items have one."""
    return next((use for use in limits if use.branch is None and use.item_type is None), None)


def narrower(limits: tuple[LimitUse, ...]) -> tuple[LimitUse, ...]:
    """Return the limits of groups of items: of one kind, one branch or both."""
    return tuple(use for use in limits if use.branch is not None or use.item_type is not None)
