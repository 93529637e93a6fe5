"""Which reasons staff may set aside."""

from collections.abc import Iterable

from kiosk.model.decision import Override, Reason, ReasonCode

OVERRIDABLE = frozenset(
    {
        ReasonCode.CARD_EXPIRED,
        ReasonCode.CARD_RESTRICTED,
        ReasonCode.PATRON_OWES,
        ReasonCode.PATRON_OVERDUE,
        ReasonCode.PATRON_TOO_YOUNG,
        ReasonCode.LIMIT_LOANS,
        ReasonCode.LIMIT_HOLDS,
        ReasonCode.ITEM_NOT_LOANABLE,
        ReasonCode.ITEM_HELD_FOR_OTHER,
        ReasonCode.ITEM_WANTED_BY_OTHER,
        ReasonCode.ITEM_LOST,
        ReasonCode.ITEM_WITHDRAWN,
        ReasonCode.ITEM_DAMAGED,
        ReasonCode.ITEM_IN_TRANSIT,
        ReasonCode.ITEM_OTHER_BRANCH,
        ReasonCode.RENEWAL_LIMIT,
        ReasonCode.RENEWAL_TOO_EARLY,
        ReasonCode.RENEWAL_WANTED_BY_OTHER,
        ReasonCode.HOLD_AVAILABLE_NOW,
        ReasonCode.HOLD_NOT_ALLOWED,
    }
)


def set_aside(
    reasons: Iterable[Reason], override: Override | None
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Part the reasons into those that stand and those that the override sets aside, order kept."""
    codes = override.codes & OVERRIDABLE if override is not None else frozenset()
    given = tuple(reasons)
    standing = tuple(reason for reason in given if reason.code not in codes)
    return standing, tuple(reason for reason in given if reason.code in codes)
