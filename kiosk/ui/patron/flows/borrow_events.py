"""What can happen in Borrow."""

from dataclasses import dataclass

from kiosk.model.decision import LimitUse
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.borrow_mail_events import MailEvent
from kiosk.ui.patron.flows.borrow_rows import Look, Offer
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind
from kiosk.ui.patron.flows.returning import SlipPrinted


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
class CardAdmitted:
    """What was read is somebody else's card, and may be used."""

    card: str
    name: str


@dataclass(frozen=True, slots=True)
class JoinAnswered:
    """Whether they borrow together, or the visit that is on is over."""

    together: bool


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
    """Whether everything that belongs to an item is there, with the identity of word to staff about it."""

    ticket: int
    complete: bool
    act_id: str = ""


@dataclass(frozen=True, slots=True)
class ActAnswered:
    """What became of an act: `position` in the queue after a hold, `late` and `fine` after a return."""

    ticket: int
    attempt: int
    outcome: Outcome
    position: int | None = None
    late: bool | None = None
    fine: Money | None = None


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
    | CardAdmitted
    | JoinAnswered
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
    | SlipPrinted
    | ThanksRead
    | MailEvent
)
