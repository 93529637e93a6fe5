"""What is asked of the one decision function, what is known, and what it answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.model.hold import Hold
from kiosk.model.item import Item, Place
from kiosk.model.library import Library
from kiosk.model.loan import Loan, LoanTerms
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.model.rule import RuleScope


class Act(StrEnum):
    """What a patron wants to do with an item or a record."""

    CHECKOUT = "checkout"
    RENEW = "renew"
    HOLD = "hold"


class ReasonCode(StrEnum):
    """Why not; the codes are part of the contract."""

    CARD_UNKNOWN = "card.unknown"
    CARD_LOST = "card.lost"
    CARD_EXPIRED = "card.expired"
    CARD_RESTRICTED = "card.restricted"
    CARD_WRONG_PIN = "card.wrong_pin"
    CARD_LOCKED = "card.locked"
    PATRON_OWES = "patron.owes"
    PATRON_OVERDUE = "patron.overdue"
    PATRON_TOO_YOUNG = "patron.too_young"
    LIMIT_LOANS = "limit.loans"
    LIMIT_HOLDS = "limit.holds"
    ITEM_UNKNOWN = "item.unknown"
    ITEM_NOT_LOANABLE = "item.not_loanable"
    ITEM_ON_LOAN = "item.on_loan"
    ITEM_ON_LOAN_TO_YOU = "item.on_loan_to_you"
    ITEM_HELD_FOR_OTHER = "item.held_for_other"
    ITEM_WANTED_BY_OTHER = "item.wanted_by_other"
    ITEM_LOST = "item.lost"
    ITEM_WITHDRAWN = "item.withdrawn"
    ITEM_DAMAGED = "item.damaged"
    ITEM_IN_TRANSIT = "item.in_transit"
    ITEM_OTHER_BRANCH = "item.other_branch"
    RENEWAL_LIMIT = "renewal.limit"
    RENEWAL_TOO_EARLY = "renewal.too_early"
    RENEWAL_WANTED_BY_OTHER = "renewal.wanted_by_other"
    RENEWAL_NOT_ON_LOAN = "renewal.not_on_loan"
    RENEWAL_CLAIMED_RETURNED = "renewal.claimed_returned"
    HOLD_AVAILABLE_NOW = "hold.available_now"
    HOLD_DUPLICATE = "hold.duplicate"
    HOLD_NOT_ALLOWED = "hold.not_allowed"
    HOLD_NO_ITEMS = "hold.no_items"
    HOLD_NOT_WAITING = "hold.not_waiting"
    UNDO_NOT_LAST = "undo.not_last"
    UNDO_TOO_LATE = "undo.too_late"
    KIOSK_FUNCTION_OFF = "kiosk.function_off"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why not; ``values`` fill its sentence (dates, amounts, counts, titles, texts)."""

    code: ReasonCode
    values: tuple[tuple[str, object], ...] = ()


class PinState(StrEnum):
    """What became of the PIN, where the kiosk asks for one."""

    NOT_ASKED = "not_asked"
    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Override:
    """A staff exception: which reasons are set aside, by whom and why."""

    codes: frozenset[ReasonCode]
    account: str
    reason: str


@dataclass(frozen=True, slots=True)
class Request:
    """The question put to ``evaluate``.

    ``branch`` is the kiosk's; for a hold ``pickup_branch`` says where it is collected (else the
    kiosk's branch). ``functions`` are those switched on at this kiosk, None where nothing is
    switched off (staff, command line). ``barcode`` is what was scanned, for an unknown item.
    """

    act: Act
    at: datetime
    branch: str
    pickup_branch: str | None = None
    functions: frozenset[str] | None = None
    pin: PinState = PinState.NOT_ASKED
    locked_until: datetime | None = None
    override: Override | None = None
    barcode: str | None = None


@dataclass(frozen=True, slots=True)
class LoanFacts:
    """An open loan with what rules need to know of its item."""

    loan: Loan
    record_id: int
    barcode: str
    item_branch: str
    item_type: str
    item_price: Money | None
    title: str


@dataclass(frozen=True, slots=True)
class HoldFacts:
    """An open hold with home branch and type of the items it waits for, each once, by barcode.

    Items that are gone or not for loan are left out; whether the others are lent, rules say.
    """

    hold: Hold
    kinds: tuple[tuple[str, str], ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class CountedLoans:
    """How many further open loans of one kind a card has: none overdue, none claimed as returned."""

    item_branch: str
    item_type: str
    count: int


@dataclass(frozen=True, slots=True)
class PatronFacts:
    """A patron with all that is open on the card; ``unpaid`` leaves running fines out.

    For a decision at a moment, loans that can only count towards a limit are ``counted`` and not
    spelled out; otherwise ``loans`` has all of them.
    """

    patron: Patron
    unpaid: Money
    loans: tuple[LoanFacts, ...] = ()
    holds: tuple[HoldFacts, ...] = ()
    counted: tuple[CountedLoans, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """An item with its open loan and the hold it is trapped for, if any."""

    item: Item
    loan: Loan | None = None
    trapped_for: Hold | None = None


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """A record with all its copies by barcode and its open holds in the order in which they are filled.

    ``online`` is true where the record leads to something that can be read or heard at once.
    """

    record_id: int
    title: str
    copies: tuple[CopyFacts, ...] = ()
    holds: tuple[Hold, ...] = ()
    online: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What the database knows of one question; ``patron`` is None for an unknown card.

    ``copy`` is None for an unknown item and for a hold on a whole record.
    """

    library: Library
    patron: PatronFacts | None = None
    copy: CopyFacts | None = None
    record: RecordFacts | None = None


@dataclass(frozen=True, slots=True)
class AppliedValue:
    """A rule value that decided, with the row that set it; ``row`` is None for a built-in default."""

    name: str
    value: object
    row: int | None
    scope: RuleScope | None


@dataclass(frozen=True, slots=True)
class LimitUse:
    """How much of one group's limit is used before the act; ``row`` is the rule row that sets it."""

    name: str
    used: int
    allowed: int
    branch: str | None = None
    item_type: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the act may be done, and everything that goes with it.

    ``reasons`` are all reasons against it, first the one to deal with first; with an override
    those set aside are in ``overridden``. ``due_at`` and ``terms`` are given for checkout and
    renewal even when refused, as far as they can be computed. ``fine_to_book`` is what renewing
    an overdue loan books. ``warnings`` are for staff.
    """

    allowed: bool
    act: Act
    reasons: tuple[Reason, ...] = ()
    overridden: tuple[Reason, ...] = ()
    due_at: datetime | None = None
    charge: Money | None = None
    fine_to_book: Money | None = None
    terms: LoanTerms | None = None
    rules: tuple[AppliedValue, ...] = ()
    limits: tuple[LimitUse, ...] = ()
    warnings: tuple[str, ...] = ()

    def rule(self, name: str) -> AppliedValue | None:
        """Return the applied value of that name, or None."""
        return next((applied for applied in self.rules if applied.name == name), None)


@dataclass(frozen=True, slots=True)
class Routing:
    """Where a returned item goes: the place, the branch for a transit, the hold it is trapped for."""

    place: Place
    branch: str | None = None
    hold: Hold | None = None
    reasons: tuple[Reason, ...] = ()


class SayCode(StrEnum):
    """What a patron may do with a title now, in one word."""

    TAKE_NOW = "take_now"
    BACK_ON = "back_on"
    HOLD = "hold"
    ONLY_HERE = "only_here"
    ONLINE = "online"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Say:
    """The word for a title or copy with what fills its sentence; derived from ``evaluate`` alone.

    ``reasons`` are what the patron must deal with first (owing, a limit); with any, ``due_at`` is
    None, so that nothing is promised. ``own`` tells that ``position`` is that of the patron's own hold.
    """

    code: SayCode
    due_at: datetime | None = None
    back_at: datetime | None = None
    position: int | None = None
    branch: str | None = None
    location: str | None = None
    call_number: str | None = None
    reasons: tuple[Reason, ...] = ()
    own: bool = False
