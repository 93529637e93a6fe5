"""Refuses to place a hold."""

from collections.abc import Iterator

from kiosk.model.decision import Act, CopyFacts, PatronFacts, Reason, ReasonCode
from kiosk.model.hold import OPEN_HOLD_STATES
from kiosk.rules.case import Case, copies_wanted
from kiosk.rules.codes import same_code
from kiosk.rules.holds import (
    accepts_holds,
    could_ever_be_lent,
    others_who_want,
    standing_at,
    stands_on_shelf,
)


def refuse_when_hold_is_available_now(case: Case) -> Iterator[Reason]:
    """Refuse to queue for what stands lendable in the pickup branch, saying where."""
    if case.act is not Act.HOLD:
        return
    found = next((c for c in _lendable(case) if _is_takeable_at_pickup(case, c)), None)
    if found is None:
        return
    item = found.item
    where = (("branch", standing_at(item)), ("location", item.location), ("call_number", item.call_number))
    yield Reason(ReasonCode.HOLD_AVAILABLE_NOW, (*where, ("barcode", item.barcode)))


def refuse_when_hold_is_duplicate(case: Case) -> Iterator[Reason]:
    """Refuse one who waits for it already or has it."""
    if case.act is not Act.HOLD or case.patron is None:
        return
    if _has_hold(case, case.patron):
        yield Reason(ReasonCode.HOLD_DUPLICATE, (("kind", "hold"),))
    elif _has_loan(case, case.patron):
        yield Reason(ReasonCode.HOLD_DUPLICATE, (("kind", "loan"),))


def refuse_when_hold_is_not_allowed(case: Case) -> Iterator[Reason]:
    """Refuse where rules allow holds on none of the items that could be lent."""
    if case.act is not Act.HOLD:
        return
    lendable = _lendable(case)
    if lendable and not any(
        accepts_holds(case.book, c.item, case.resolved.scope.patron_category) for c in lendable
    ):
        yield Reason(ReasonCode.HOLD_NOT_ALLOWED)


def refuse_when_hold_has_no_items(case: Case) -> Iterator[Reason]:
    """Refuse where no item could ever fill the hold."""
    known = case.copy is not None or case.record is not None
    if case.act is Act.HOLD and known and not _lendable(case):
        yield Reason(ReasonCode.HOLD_NO_ITEMS)


def _lendable(case: Case) -> list[CopyFacts]:
    category = case.resolved.scope.patron_category
    return [
        copy
        for copy in copies_wanted(case.copy, case.record)
        if could_ever_be_lent(case.book, copy.item, category, case.pickup_branch)
    ]


def _is_takeable_at_pickup(case: Case, copy: CopyFacts) -> bool:
    return (
        stands_on_shelf(copy)
        and same_code(standing_at(copy.item), case.pickup_branch)
        and not others_who_want(case.book, case.record, copy.item, case.patron_id)
    )


def _has_hold(case: Case, patron: PatronFacts) -> bool:
    """Return whether an open hold of the patron wants the same; two volumes of one record are two things."""
    record_id, item_id = _wanted(case)
    return any(
        facts.hold.record_id == record_id
        and facts.hold.state in OPEN_HOLD_STATES
        and (item_id is None or facts.hold.item_id in (None, item_id))
        for facts in patron.holds
    )


def _has_loan(case: Case, patron: PatronFacts) -> bool:
    record_id, item_id = _wanted(case)
    return any(
        facts.record_id == record_id and item_id in (None, facts.loan.item_id)
        for facts in patron.loans
        if not facts.loan.claims_returned
    )


def _wanted(case: Case) -> tuple[int | None, int | None]:
    if case.copy is not None:
        return case.copy.item.record_id, case.copy.item.id
    return (case.record.record_id if case.record is not None else None), None
