"""What Borrow wants done: by the library, or by the page."""

from dataclasses import dataclass

from kiosk.model.money import Money
from kiosk.ui.patron.flows.borrow_mail_events import MailEffect
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, Offer
from kiosk.ui.patron.flows.codes import Cardholder
from kiosk.ui.patron.flows.returning import TellStaff


@dataclass(frozen=True, slots=True)
class LookAt:
    """Find out what the code is and what the rules say of lending it."""

    ticket: int
    attempt: int
    code: str
    card: str = ""


@dataclass(frozen=True, slots=True)
class LendItem:
    """Lend the item on the card for the fee that was agreed to, None for none."""

    ticket: int
    attempt: int
    barcode: str
    act_id: str
    card: str = ""
    agreed: Money | None = None


@dataclass(frozen=True, slots=True)
class TakeOffer:
    """Renew or take back the item, or put the patron into its record's queue."""

    ticket: int
    attempt: int
    offer: Offer
    barcode: str
    record_id: int
    act_id: str
    card: str = ""


@dataclass(frozen=True, slots=True)
class CountLoans:
    """Count what is on the card, now that it has changed; older counts are not to be told any more."""

    card: str = ""


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """Write and print what was borrowed and renewed on one card."""

    rows: tuple[BorrowRow, ...]
    card: str = ""


@dataclass(frozen=True, slots=True)
class AddCard:
    """Find out whose card it is, after its PIN where one is asked for; `holder` where it is known."""

    code: str
    holder: Cardholder | None = None


@dataclass(frozen=True, slots=True)
class JoinVisit:
    """Take the card that was admitted into the visit."""

    card: str


@dataclass(frozen=True, slots=True)
class BeginVisit:
    """End the visit and begin that of the card that was admitted.

    `items` were laid down after it: codes, and the identities of the acts to come.
    """

    card: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChooseCard:
    """Make it the turn of a card that is in the visit already."""

    card: str


@dataclass(frozen=True, slots=True)
class SayReceiptFailed:
    """Tell that the receipt did not come out; the loans stand all the same."""

    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class GoHome:
    """End the visit."""


BorrowEffect = (
    LookAt
    | LendItem
    | TakeOffer
    | CountLoans
    | PrintReceipt
    | AddCard
    | JoinVisit
    | BeginVisit
    | ChooseCard
    | SayReceiptFailed
    | GoHome
    | TellStaff
    | MailEffect
)
