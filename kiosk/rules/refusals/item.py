"""Refuses to lend an item for what it is, where it is and who waits for it."""

from collections.abc import Iterator

from kiosk.model.decision import Act, Reason, ReasonCode
from kiosk.model.item import Condition, Place
from kiosk.rules.case import Case
from kiosk.rules.codes import same_code
from kiosk.rules.holds import has_lapsed, others_who_want


def refuse_when_item_is_unknown(case: Case) -> Iterator[Reason]:
    """Refuse a barcode that is no item's, showing what was read."""
    if case.copy is None and (case.act is not Act.HOLD or case.record is None):
        yield Reason(ReasonCode.ITEM_UNKNOWN, (("barcode", case.request.barcode),))


def refuse_when_item_is_not_loanable(case: Case) -> Iterator[Reason]:
    """Refuse what is only to be used here, by its own mark or by rule."""
    if case.act is Act.HOLD or case.copy is None:
        return
    if case.copy.item.not_for_loan or not case.values.loanable or case.period is None:
        yield Reason(ReasonCode.ITEM_NOT_LOANABLE)


def refuse_when_item_is_on_loan(case: Case) -> Iterator[Reason]:
    """Refuse what another has on loan, or nobody known."""
    if (
        case.act is Act.CHECKOUT
        and case.copy is not None
        and case.copy.loan is not None
        and not case.own_loan
    ):
        yield Reason(ReasonCode.ITEM_ON_LOAN)


def refuse_when_item_is_on_loan_to_this_patron(case: Case) -> Iterator[Reason]:
    """Refuse to lend twice what is on this card."""
    if case.act is Act.CHECKOUT and case.own_loan is not None:
        yield Reason(ReasonCode.ITEM_ON_LOAN_TO_YOU, (("due_at", case.own_loan.due_at),))


def refuse_when_item_is_held_for_other(case: Case) -> Iterator[Reason]:
    """Refuse what is kept for another, until the last day on which it waits."""
    hold = case.copy.trapped_for if case.copy is not None else None
    if case.act is not Act.CHECKOUT or hold is None or hold.patron_id == case.patron_id:
        return
    if not has_lapsed(case.library, hold, case.at):
        yield Reason(
            ReasonCode.ITEM_HELD_FOR_OTHER, (("until", hold.ready_until), ("branch", hold.pickup_branch))
        )


def refuse_when_item_is_wanted_by_other(case: Case) -> Iterator[Reason]:
    """Refuse what others wait for, unless it is kept for this patron."""
    if case.act is not Act.CHECKOUT or case.copy is None or _kept_for_this_patron(case):
        return
    wanted = others_who_want(case.book, case.record, case.copy.item, case.patron_id)
    if wanted:
        yield Reason(ReasonCode.ITEM_WANTED_BY_OTHER, (("waiting", len(wanted)),))


def refuse_when_item_is_lost(case: Case) -> Iterator[Reason]:
    """Refuse what was declared lost; missing is not lost."""
    yield from _refuse_condition(case, Condition.LOST, ReasonCode.ITEM_LOST)


def refuse_when_item_is_withdrawn(case: Case) -> Iterator[Reason]:
    """Refuse what the library gave up."""
    yield from _refuse_condition(case, Condition.WITHDRAWN, ReasonCode.ITEM_WITHDRAWN)


def refuse_when_item_is_damaged(case: Case) -> Iterator[Reason]:
    """Refuse what needs mending."""
    yield from _refuse_condition(case, Condition.DAMAGED, ReasonCode.ITEM_DAMAGED)


def refuse_when_item_is_in_transit(case: Case) -> Iterator[Reason]:
    """Refuse what is on its way to another branch; at its goal it has arrived."""
    if case.act is not Act.CHECKOUT or case.copy is None or case.copy.loan is not None:
        return
    item = case.copy.item
    goal = item.at_branch or item.branch
    if item.place is not Place.TRANSIT or same_code(goal, case.request.branch):
        return
    if not _kept_for_this_patron(case):
        yield Reason(ReasonCode.ITEM_IN_TRANSIT, (("branch", goal),))


def refuse_when_item_is_of_other_branch(case: Case) -> Iterator[Reason]:
    """Refuse another branch's item where branches lend only their own."""
    if case.act is not Act.CHECKOUT or case.copy is None or case.library.lend_other_branches:
        return
    if not same_code(case.copy.item.branch, case.request.branch):
        yield Reason(ReasonCode.ITEM_OTHER_BRANCH, (("branch", case.copy.item.branch),))


def _refuse_condition(case: Case, condition: Condition, code: ReasonCode) -> Iterator[Reason]:
    if case.act is Act.CHECKOUT and case.copy is not None and case.copy.item.condition is condition:
        yield Reason(code)


def _kept_for_this_patron(case: Case) -> bool:
    hold = case.copy.trapped_for if case.copy is not None else None
    return hold is not None and hold.patron_id == case.patron_id
