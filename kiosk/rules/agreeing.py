"""Whether a loan costs more than somebody has agreed to."""

from kiosk.model.money import Money


def asks_for_more(charge: Money | None, agreed: Money) -> bool:
    """Tell whether a charge has to be agreed to anew; another currency never was."""
    if not charge:
        return False
    return charge.currency != agreed.currency or charge > agreed
