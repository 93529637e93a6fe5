"""Refuses for what is wrong with the card."""

from collections.abc import Iterator

from kiosk.model.decision import PinState, Reason, ReasonCode
from kiosk.rules.case import Case


def refuse_when_card_is_unknown(case: Case) -> Iterator[Reason]:
    """Refuse a card nobody has; after a wrong PIN that is not told."""
    if case.patron is None and case.request.pin not in (PinState.WRONG, PinState.LOCKED):
        yield Reason(ReasonCode.CARD_UNKNOWN)


def refuse_when_card_is_lost(case: Case) -> Iterator[Reason]:
    """Refuse a card that its owner reported lost."""
    if case.patron is not None and case.patron.patron.card_lost:
        yield Reason(ReasonCode.CARD_LOST)


def refuse_when_card_is_expired(case: Case) -> Iterator[Reason]:
    """Refuse a card after its last day."""
    expires_on = case.patron.patron.expires_on if case.patron is not None else None
    if expires_on is not None and case.today > expires_on:
        yield Reason(ReasonCode.CARD_EXPIRED, (("expires_on", expires_on),))


def refuse_when_card_is_restricted(case: Case) -> Iterator[Reason]:
    """Refuse a card that staff restricted, in their words to the patron."""
    restriction = case.patron.patron.restriction if case.patron is not None else None
    if restriction is not None and restriction.strip():
        yield Reason(ReasonCode.CARD_RESTRICTED, (("text", restriction.strip()),))


def refuse_when_pin_is_wrong(case: Case) -> Iterator[Reason]:
    """Refuse a wrong PIN, on a known card or not."""
    if case.request.pin is PinState.WRONG:
        yield Reason(ReasonCode.CARD_WRONG_PIN)


def refuse_when_card_is_locked(case: Case) -> Iterator[Reason]:
    """Refuse after too many tries, for as long as it lasts."""
    if case.request.pin is PinState.LOCKED:
        yield Reason(ReasonCode.CARD_LOCKED, (("until", case.request.locked_until),))
