"""All refusals, in the one order in which a patron should deal with their reasons."""

from collections.abc import Callable, Iterator

from kiosk.model.decision import Reason
from kiosk.rules.case import Case
from kiosk.rules.refusals import card, hold, item, kiosk, patron, renewal

Refusal = Callable[[Case], Iterator[Reason]]

REFUSALS: tuple[Refusal, ...] = (
    card.refuse_when_card_is_unknown,
    card.refuse_when_card_is_lost,
    card.refuse_when_card_is_expired,
    card.refuse_when_card_is_restricted,
    card.refuse_when_pin_is_wrong,
    card.refuse_when_card_is_locked,
    patron.refuse_when_patron_owes,
    patron.refuse_when_patron_has_overdue,
    patron.refuse_when_patron_is_too_young,
    patron.refuse_when_loans_reach_a_limit,
    patron.refuse_when_holds_reach_a_limit,
    item.refuse_when_item_is_unknown,
    item.refuse_when_item_is_not_loanable,
    item.refuse_when_item_is_on_loan,
    item.refuse_when_item_is_on_loan_to_this_patron,
    item.refuse_when_item_is_held_for_other,
    item.refuse_when_item_is_wanted_by_other,
    item.refuse_when_item_is_lost,
    item.refuse_when_item_is_withdrawn,
    item.refuse_when_item_is_damaged,
    item.refuse_when_item_is_in_transit,
    item.refuse_when_item_is_of_other_branch,
    renewal.refuse_when_renewals_are_used_up,
    renewal.refuse_when_renewal_is_too_early,
    renewal.refuse_when_renewal_is_wanted_by_other,
    renewal.refuse_when_item_is_not_on_loan,
    renewal.refuse_when_loan_is_claimed_as_returned,
    hold.refuse_when_hold_is_available_now,
    hold.refuse_when_hold_is_duplicate,
    hold.refuse_when_hold_is_not_allowed,
    hold.refuse_when_hold_has_no_items,
    kiosk.refuse_when_function_is_off,
)


def reasons_against(case: Case) -> tuple[Reason, ...]:
    """Run all refusals and return their reasons in order."""
    return tuple(reason for refuse in REFUSALS for reason in refuse(case))
