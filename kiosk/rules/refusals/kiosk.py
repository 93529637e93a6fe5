"""Refuses what is switched off at the kiosk."""

from collections.abc import Iterator

from kiosk.model.decision import Act, Reason, ReasonCode
from kiosk.rules.case import Case

# Any of an act's functions allows it; the first is the one to tell of.
_FUNCTIONS = {Act.CHECKOUT: ("borrow",), Act.RENEW: ("borrow", "account", "renew"), Act.HOLD: ("holds",)}


def refuse_when_function_is_off(case: Case) -> Iterator[Reason]:
    """Refuse an act of which no function is switched on here."""
    functions, allowing = case.request.functions, _FUNCTIONS[case.act]
    if functions is not None and functions.isdisjoint(allowing):
        yield Reason(ReasonCode.KIOSK_FUNCTION_OFF, (("function", allowing[0]),))
