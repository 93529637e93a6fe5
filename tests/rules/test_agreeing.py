"""A fee that is higher than the one agreed to is asked about again."""

import pytest

from kiosk.model.money import Money
from kiosk.rules.agreeing import asks_for_more


@pytest.mark.parametrize(
    ("charge", "asks"),
    [
        (None, False),
        (Money(0, "EUR"), False),
        (Money(199, "EUR"), False),
        (Money(200, "EUR"), False),
        (Money(201, "EUR"), True),
        (Money(100, "PLN"), True),
    ],
)
def test_only_more_than_was_agreed_to_is_asked_about(charge: Money | None, asks: bool) -> None:
    assert asks_for_more(charge, Money(200, "EUR")) is asks


def test_nothing_agreed_to_covers_no_fee() -> None:
    assert asks_for_more(Money(1, "EUR"), Money.zero("EUR"))
