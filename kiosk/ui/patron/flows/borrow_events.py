"""What can happen in Borrow, and what is then to be done."""

from dataclasses import dataclass

from kiosk.model.decision import LimitUse
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.borrow_mail_events import MailEffect, MailEvent
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, Look, Offer
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind


@dataclass(frozen=True, slots=True)
class Opened:
    """How many loans are on the card now, of how many; `may_queue` says whether holds may be placed here.

    `groups` are the narrower limits under which they count.
    """

    on_card: int
    allowed: int | None
    may_queue: bool
    groups: tuple[LimitUse, ...] = ()
    card: str = ""


@dataclass(frozen=True, slots=True)
class TurnTaken:
    """It is this card's turn: what is read from now on goes to it. New to the visit or not."""

    card: str
    name: str


@dataclass(frozen=True, slots=True)
class CardLeftOut:
    """What was read is not let in: its PIN was not given, or it was reported lost."""

    lost: bool = False


@dataclass(frozen=True, slots=True)
class VisitEnded:
    """Nobody is there any more: what was laid down is still settled, but nothing more is asked."""


@dataclass(frozen=True, slots=True)
class ItemRead:
    """A code came from the reader or the number pad, with the identity of the act to come."""

    code: str
    act_id: str


@dataclass(frozen=True, slots=True)
class ReadBadly:
    """Something was read, but not whole."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What the code is; `look` where it is no card, `holder` where it is one."""

    ticket: int
    attempt: int
    kind: CodeKind
    look: Look | None = None
    holder: Cardholder | None = None


@dataclass(frozen=True, slots=True)
class FeeAnswered:
    """Whether the fee of an item is agreed to."""

    ticket: int
    agreed: bool


@dataclass(frozen=True, slots=True)
class PartsAnswered:
    """Whether everything that belongs to an item is there."""

    ticket: int
    complete: bool


@dataclass(frozen=True, slots=True)
class ActAnswered:
    """What became of an act; `position` is the place in the queue after a hold."""

    ticket: int
    attempt: int
    outcome: Outcome
    position: int | None = None


@dataclass(frozen=True, slots=True)
class WentWrong:
    """An item could not be looked at or acted on: not refused, but failed."""

    ticket: int
    attempt: int
    error: Exception


@dataclass(frozen=True, slots=True)
class OfferTaken:
    """A way out is wanted, with the identity of the act to come."""

    ticket: int
    offer: Offer
    act_id: str


@dataclass(frozen=True, slots=True)
class DoneWanted:
    """The patron has laid down everything; `receipt` chooses it at once, None asks."""

    receipt: bool | None = None


@dataclass(frozen=True, slots=True)
class ReceiptChosen:
    """Whether a receipt is wanted; None goes back to the items."""

    wanted: bool | None


@dataclass(frozen=True, slots=True)
class ReceiptPrinted:
    """Whether a receipt came out, and if not, why."""

    done: bool
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class ThanksRead:
    """The thank-you has stood long enough, or was touched away."""


BorrowEvent = (
    Opened
    | TurnTaken
    | CardLeftOut
    | VisitEnded
    | ItemRead
    | ReadBadly
    | LookedAt
    | FeeAnswered
    | PartsAnswered
    | ActAnswered
    | WentWrong
    | OfferTaken
    | DoneWanted
    | ReceiptChosen
    | ReceiptPrinted
    | ThanksRead
    | MailEvent
)


@dataclass(frozen=True, slots=True)
class LookAt:
    """Find out what the code is and what the rules say of lending it."""

    ticket: int
    attempt: int
    code: str
    card: str = ""


@dataclass(frozen=True, slots=True)
class LendItem:
    """Lend the item on the card."""

    ticket: int
    attempt: int
    barcode: str
    act_id: str
    card: str = ""


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
    """Let another card into the visit, after its PIN where one is asked for; `holder` where it is known."""

    code: str
    holder: Cardholder | None = None


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
    | ChooseCard
    | SayReceiptFailed
    | GoHome
    | MailEffect
)
