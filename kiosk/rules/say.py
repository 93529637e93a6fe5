"""Puts into one word what a patron, or nobody in particular, may do with a title or a copy now."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from kiosk.model.decision import (
    Act,
    CopyFacts,
    Decision,
    Facts,
    Reason,
    ReasonCode,
    RecordFacts,
    Request,
    Say,
    SayCode,
)
from kiosk.model.hold import HoldState
from kiosk.rules.case import open_case
from kiosk.rules.codes import same_code
from kiosk.rules.evaluation import decide
from kiosk.rules.holds import (
    accepts_holds,
    can_fill,
    could_ever_be_lent,
    queue_position,
    standing_at,
    stands_on_shelf,
    waiting,
)
from kiosk.rules.priorities import hold_priority
from kiosk.rules.resolution import RuleBook

_ABOUT_THE_ITEM = ("item.", "kiosk.")


def say_of_record(
    facts: Facts, branch: str, at: datetime, category: str | None = None, book: RuleBook | None = None
) -> Say:
    """Say it of the record in the facts, for its patron; ``category`` names the rules for nobody.

    Copies at the branch come first. Give one book for many records of one library: rules are then
    resolved once.
    """
    copies = facts.record.copies if facts.record is not None else ()
    return _Sayer(facts, branch, at, category, book).say(copies)


def say_of_copy(
    facts: Facts, branch: str, at: datetime, category: str | None = None, book: RuleBook | None = None
) -> Say:
    """Say it of the one copy in the facts."""
    return _Sayer(facts, branch, at, category, book).say((facts.copy,) if facts.copy is not None else ())


class _Sayer:
    def __init__(
        self, facts: Facts, branch: str, at: datetime, category: str | None, book: RuleBook | None
    ) -> None:
        self._facts = facts
        self._branch = branch
        self._at = at.astimezone(UTC)
        self._book = book or RuleBook(facts.library)
        patron = facts.patron
        self._category = patron.patron.category if patron is not None else category
        self._patron_id = patron.patron.id if patron is not None else None

    def say(self, copies: Iterable[CopyFacts]) -> Say:
        near_first = sorted(copies, key=self._is_elsewhere)
        shelved = [copy for copy in near_first if stands_on_shelf(copy)]
        decided = [(copy, self._decision(copy)) for copy in shelved]
        for copy, decision in decided:
            if not _against_the_item(decision):
                return _take_now(copy, decision)
        lendable = [copy for copy in near_first if self._is_lendable(copy)]
        if lendable:
            said = self._say_when(lendable)
            if said.code is not SayCode.NONE:
                return said
        for copy, decision in decided:
            if any(reason.code is ReasonCode.ITEM_NOT_LOANABLE for reason in decision.reasons):
                return _standing(Say(SayCode.ONLY_HERE), copy)
        online = self._facts.record is not None and self._facts.record.online
        return Say(SayCode.ONLINE if online else SayCode.NONE)

    def _is_elsewhere(self, copy: CopyFacts) -> bool:
        return not same_code(standing_at(copy.item), self._branch)

    def _decision(self, copy: CopyFacts) -> Decision:
        """Decide a checkout of the copy where it stands."""
        request = Request(Act.CHECKOUT, self._at, standing_at(copy.item))
        known = replace(self._facts, copy=copy)
        return decide(open_case(request, known, self._book, self._category))

    def _is_lendable(self, copy: CopyFacts) -> bool:
        return could_ever_be_lent(self._book, copy.item, self._category, self._branch)

    def _say_when(self, lendable: list[CopyFacts]) -> Say:
        """Say when one comes back, or the place in the queue where others wait or nobody knows when."""
        back_at = self._next_due(lendable)
        own = self._own_position(lendable)
        if own is not None:
            return Say(SayCode.HOLD, back_at=back_at, position=own, own=True)
        ahead = self._waiting_for(lendable)
        if back_at is not None and not ahead:
            return Say(SayCode.BACK_ON, back_at=back_at)
        if any(accepts_holds(self._book, copy.item, self._category) for copy in lendable):
            return Say(SayCode.HOLD, back_at=back_at, position=ahead + 1)
        return Say(SayCode.NONE)

    def _next_due(self, copies: list[CopyFacts]) -> datetime | None:
        """Return the earliest due moment still to come; an overdue one promises nothing."""
        dues = (copy.loan.due_at for copy in copies if copy.loan is not None)
        return min((due_at for due_at in dues if due_at > self._at), default=None)

    def _waiting_for(self, copies: list[CopyFacts]) -> int:
        """Return how many would be filled before a hold placed now."""
        record: RecordFacts | None = self._facts.record
        if record is None:
            return 0
        priority = hold_priority(self._book.library, self._category)
        return sum(
            hold.priority >= priority
            and any(can_fill(self._book, record, copy.item, hold) for copy in copies)
            for hold in waiting(record)
        )

    def _own_position(self, copies: list[CopyFacts]) -> int | None:
        record = self._facts.record
        if record is None or self._patron_id is None:
            return None
        items = {copy.item.id for copy in copies}
        own = (
            queue_position(record, hold.id)
            for hold in record.holds
            if hold.patron_id == self._patron_id
            and hold.state in (HoldState.QUEUED, HoldState.SUSPENDED)
            and (hold.item_id is None or hold.item_id in items)
        )
        return next(own, None)


def _against_the_item(decision: Decision) -> bool:
    return any(reason.code.startswith(_ABOUT_THE_ITEM) for reason in decision.reasons)


def _take_now(copy: CopyFacts, decision: Decision) -> Say:
    reasons: tuple[Reason, ...] = tuple(r for r in decision.reasons if r.code is not ReasonCode.CARD_UNKNOWN)
    due_at = None if reasons else decision.due_at
    return _standing(Say(SayCode.TAKE_NOW, due_at=due_at, reasons=reasons), copy)


def _standing(said: Say, copy: CopyFacts) -> Say:
    item = copy.item
    return replace(said, branch=standing_at(item), location=item.location, call_number=item.call_number)
