"""What became of an act."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.model.decision import LimitUse, Reason
from kiosk.model.item import Place
from kiosk.model.money import Money


@dataclass(frozen=True, slots=True)
class ActBy:
    """Who does an act where and when: ``account`` is a staff account, the system's user or None (patron).

    ``functions`` are those switched on at the kiosk, None where nothing is switched off. ``noted_at`` is
    when an act was really done that counts as of an earlier moment ``at``.
    """

    at: datetime
    branch: str
    functions: frozenset[str] | None = None
    account: str | None = None
    noted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One act, done or refused with all reasons.

    ``act`` is checkout, renew, return, hold, cancel_hold, suspend_hold, resume_hold, move_hold, undo, lost,
    incomplete, withdraw, mark, claim, drop_claim, pay, waive, take_back or charge_fee. ``charge`` is what
    the act booked: a loan fee at checkout, a fine at return or renewal; of a checkout refused without
    reasons, what has to be agreed to first. ``place`` says where a returned item goes, with the branch for
    a transit. ``limits`` are counted after the act.
    """

    act: str
    done: bool
    barcode: str
    title: str | None = None
    record_id: int | None = None
    loan_id: int | None = None
    hold_id: int | None = None
    due_at: datetime | None = None
    charge: Money | None = None
    place: Place | None = None
    place_branch: str | None = None
    reasons: tuple[Reason, ...] = ()
    limits: tuple[LimitUse, ...] = ()
    renewals_left: int | None = None
