"""One item laid on the reader in Borrow: from the code that was read to what became of it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from kiosk.model.decision import LimitUse, Reason, ReasonCode
from kiosk.model.item import Place
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.model.rule import Period
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind, Thing
from kiosk.ui.patron.flows.return_rows import ReturnRow


class RowStep(StrEnum):
    """What became of an item, or what it waits for."""

    LOOKING = "looking"
    PARTS = "parts"
    ASKING = "asking"
    LENDING = "lending"
    ACTING = "acting"
    LENT = "lent"
    REFUSED = "refused"
    DECLINED = "declined"
    INCOMPLETE = "incomplete"
    QUEUED = "queued"
    RENEWED = "renewed"
    RETURNED = "returned"
    UNDONE = "undone"
    FAILED = "failed"


ASKED = frozenset({RowStep.PARTS, RowStep.ASKING})
UNSETTLED = ASKED | {RowStep.LOOKING, RowStep.LENDING, RowStep.ACTING}


class Offer(StrEnum):
    """A way out of a refusal that the kiosk itself can go."""

    QUEUE = "queue"
    RENEW = "renew"
    RETURN = "return"
    UNDO = "undo"
    MISSING = "missing"
    AGAIN = "again"


# Which reasons a place in the queue helps against; with any other reason it would not help.
_QUEUE_HELPS = frozenset({ReasonCode.ITEM_HELD_FOR_OTHER, ReasonCode.ITEM_WANTED_BY_OTHER})


@dataclass(frozen=True, slots=True)
class Look:
    """What the rules say of lending an item, before anything is done."""

    thing: Thing
    allowed: bool
    reasons: tuple[Reason, ...] = ()
    fee: Money | None = None
    period: Period | None = None
    limits: tuple[LimitUse, ...] = ()
    may_queue: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a code turned out to be: `look` where it is no card, `holder` where it is one."""

    kind: CodeKind
    look: Look | None = None
    holder: Cardholder | None = None


@dataclass(frozen=True, slots=True)
class BorrowRow:
    """One row of the queue, for one `card`; `act_id` makes a repeated act harmless.

    `attempt` tells old answers from new. An `answer` waits while something read before may be a card.
    `lent_as` counts the loans of the visit, 0 for what is not lent in it. `tried` is the way taken last, and
    `tried_id` its identity, until it is answered; `failed_in` is the step that failed. `hold_again` says that
    a hold stands again after it. `handed` is what Return knows of an item that was returned here.
    """

    ticket: int
    code: str
    act_id: str
    card: str = ""
    step: RowStep = RowStep.LOOKING
    attempt: int = 0
    thing: Thing | None = None
    reasons: tuple[Reason, ...] = ()
    offers: tuple[Offer, ...] = ()
    fee: Money | None = None
    period: Period | None = None
    due_at: datetime | None = None
    renewals_left: int | None = None
    place: Place | None = None
    place_branch: str | None = None
    position: int | None = None
    error: Exception | None = None
    limits: tuple[LimitUse, ...] = field(default=())
    answer: Answer | None = None
    lent_as: int = 0
    tried: Offer | None = None
    tried_id: str = ""
    failed_in: RowStep | None = None
    parts_checked: bool = False
    hold_again: bool = False
    handed: ReturnRow | None = None

    @property
    def settled(self) -> bool:
        """Tell whether nothing is open about it any more."""
        return self.step not in UNSETTLED


def looked_at(row: BorrowRow, look: Look) -> BorrowRow:
    """Return the row after the first look: to be lent, to be asked about its parts or fee, or refused."""
    known = replace(row, thing=look.thing, fee=look.fee, period=look.period, limits=look.limits)
    if not look.allowed:
        offers = offers_for(look.reasons, may_queue=look.may_queue)
        return replace(known, step=RowStep.REFUSED, reasons=look.reasons, offers=offers)
    if look.thing.parts and not row.parts_checked:
        return replace(known, step=RowStep.PARTS)
    return replace(known, step=RowStep.ASKING if look.fee else RowStep.LENDING)


def offers_for(reasons: tuple[Reason, ...], *, may_queue: bool) -> tuple[Offer, ...]:
    """Return the ways out that this kiosk has for these reasons, the best first."""
    codes = {reason.code for reason in reasons}
    if codes == {ReasonCode.ITEM_ON_LOAN_TO_YOU}:
        return (Offer.RENEW, Offer.RETURN)
    if ReasonCode.ITEM_ON_LOAN_TO_YOU in codes:
        return (Offer.RETURN,)
    if may_queue and codes and codes <= _QUEUE_HELPS:
        return (Offer.QUEUE,)
    return ()


_DONE = {
    "checkout": RowStep.LENT,
    "renew": RowStep.RENEWED,
    "hold": RowStep.QUEUED,
    "return": RowStep.RETURNED,
    "undo": RowStep.UNDONE,
}


def acted(row: BorrowRow, outcome: Outcome, position: int | None, *, may_queue: bool) -> BorrowRow:
    """Return the row after an act: what was done, or why not, with what else may be tried."""
    if not outcome.done and row.lent_as:
        # It stays lent; what cannot be undone can still be returned.
        back = (Offer.RETURN,) if outcome.act == "undo" else ()
        return replace(row, step=RowStep.LENT, reasons=outcome.reasons, offers=back, error=None)
    if not outcome.done and outcome.charge and not outcome.reasons:
        # It costs more by now than was agreed to.
        return replace(row, step=RowStep.ASKING, fee=outcome.charge, error=None)
    if not outcome.done:
        lending = outcome.act == "checkout"
        offers = offers_for(outcome.reasons, may_queue=may_queue) if lending else ()
        return replace(row, step=RowStep.REFUSED, reasons=outcome.reasons, offers=offers, error=None)
    return replace(
        row,
        step=_DONE[outcome.act],
        reasons=(),
        offers=(),
        error=None,
        due_at=outcome.due_at,
        renewals_left=outcome.renewals_left,
        fee=outcome.charge if outcome.act == "checkout" else row.fee,
        place=outcome.place,
        place_branch=outcome.place_branch,
        position=position,
        hold_again=outcome.act == "undo" and outcome.hold_id is not None,
        limits=outcome.limits or (() if outcome.act == "undo" else row.limits),
    )
