"""One question laid out for the refusals: the facts, the values that hold, the day, the new due date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from kiosk.model.calendar import Calendar
from kiosk.model.decision import Act, CopyFacts, Facts, LimitUse, PatronFacts, PinState, RecordFacts, Request
from kiosk.model.item import Item
from kiosk.model.library import Library
from kiosk.model.loan import Loan
from kiosk.model.rule import Period
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.rules.due import Due, due
from kiosk.rules.holds import holdable_copies
from kiosk.rules.limits import Kind, hold_limits, loan_limits
from kiosk.rules.resolution import EffectiveValues, Resolved, RuleBook
from kiosk.rules.waking import awake


@dataclass(frozen=True, slots=True)
class Case:
    """What every refusal reads.

    ``patron`` is None for an unknown card, and also after a wrong PIN, so that the two cannot be
    told apart. ``item`` is the one whose rules hold: the copy, or for a hold on a whole record its
    first holdable item. ``limits`` are those that the act comes under; ``due`` is None where nothing
    can be computed.
    """

    request: Request
    at: datetime
    book: RuleBook
    patron: PatronFacts | None
    copy: CopyFacts | None
    record: RecordFacts | None
    pickup_branch: str
    item: Item | None
    resolved: Resolved
    calendar: Calendar
    today: date
    limits: tuple[LimitUse, ...]
    due: Due | None

    @property
    def act(self) -> Act:
        """Return what is asked for."""
        return self.request.act

    @property
    def library(self) -> Library:
        """Return the library whose rules hold."""
        return self.book.library

    @property
    def values(self) -> EffectiveValues:
        """Return the rule values that hold."""
        return self.resolved.values

    @property
    def patron_id(self) -> int | None:
        """Return the patron's number, None for an unknown card."""
        return self.patron.patron.id if self.patron is not None else None

    @property
    def own_loan(self) -> Loan | None:
        """Return the open loan of the copy, if it is this patron's."""
        loan = self.copy.loan if self.copy is not None else None
        if loan is None or self.patron is None or loan.patron_id != self.patron.patron.id:
            return None
        return loan

    @property
    def period(self) -> Period | None:
        """Return the period that a loan or a renewal gets."""
        return _period(self.act, self.values)

    def due_if_done(self, at: datetime) -> Due | None:
        """Return when the loan would be due if the act were done at that moment."""
        return _due(self.act, self.values, self.calendar, at)


def open_case(request: Request, facts: Facts, book: RuleBook, category: str | None = None) -> Case:
    """Lay out the question; ``category`` names the rules for nobody in particular."""
    pin_failed = request.pin in (PinState.WRONG, PinState.LOCKED)
    patron = None if pin_failed else facts.patron
    if patron is not None:
        category = patron.patron.category
    pickup = request.pickup_branch or request.branch
    item = _deciding_item(request, facts, book, category, pickup)
    resolved = book.resolve(*((item.branch, category, item.item_type) if item else (None, category, None)))
    calendar = calendar_of(book.library, item.branch if item else request.branch)
    at = request.at.astimezone(UTC)
    # What a card nobody knows would get is not known either: the category decides.
    computable = item is not None and category is not None and request.act is not Act.HOLD
    return Case(
        request=request,
        at=at,
        book=book,
        patron=patron,
        copy=facts.copy,
        record=awake(book.library, facts.record, at) if facts.record is not None else None,
        pickup_branch=pickup,
        item=item,
        resolved=resolved,
        calendar=calendar,
        today=local_day(calendar, at),
        limits=_limits(request.act, book, patron, item),
        due=_due(request.act, resolved.values, calendar, at) if computable else None,
    )


def copies_wanted(facts_copy: CopyFacts | None, record: RecordFacts | None) -> Iterable[CopyFacts]:
    """Return the copies that a hold would be placed on: the one named, else all of the record."""
    if facts_copy is not None:
        return (facts_copy,)
    return record.copies if record is not None else ()


def _deciding_item(
    request: Request, facts: Facts, book: RuleBook, category: str | None, pickup: str
) -> Item | None:
    if facts.copy is not None:
        return facts.copy.item
    if request.act is not Act.HOLD or facts.record is None:
        return None
    holdable = holdable_copies(book, facts.record.copies, category, pickup)
    return holdable[0].item if holdable else None


def _period(act: Act, values: EffectiveValues) -> Period | None:
    return values.renewal_period if act is Act.RENEW else values.loan_period


def _due(act: Act, values: EffectiveValues, calendar: Calendar, at: datetime) -> Due | None:
    period = _period(act, values)
    if period is None:
        return None
    return due(calendar, at, period, values.fixed_due_date, values.closed_days)


def _limits(act: Act, book: RuleBook, patron: PatronFacts | None, item: Item | None) -> tuple[LimitUse, ...]:
    if patron is None or act is Act.RENEW:
        return ()
    category = patron.patron.category
    kind: Kind = (item.branch, item.item_type) if item is not None else (None, None)
    if act is Act.HOLD:
        return hold_limits(book, category, kind, patron.holds)
    but_item = item.id if item is not None else None
    return loan_limits(book.library, category, kind, patron.loans, but_item, patron.counted)
