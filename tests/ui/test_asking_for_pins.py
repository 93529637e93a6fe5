"""When a visit wants the card's PIN."""

from itertools import chain, combinations

import pytest

from kiosk.model.clock import FixedClock
from kiosk.model.library import KioskProfile
from kiosk.ui.patron.visit import DETAILS, SignedIn, Visit
from tests.circulation.desk import MAIN, NOON, town_library

_PURPOSES = ("account", "borrow", "holds")
_SUBSETS = list(chain.from_iterable(combinations(_PURPOSES, count) for count in range(4)))


@pytest.mark.parametrize("asked", _SUBSETS, ids=lambda asked: "+".join(asked) or "none")
def test_a_kiosk_that_asks_pins_for_anything_asks_for_everything_and_before_it_knows_the_card(
    asked: tuple[str, ...],
) -> None:
    profile = KioskProfile("kiosk-1", MAIN, ("en",), pin_for=frozenset(asked))
    visit = Visit(town_library(), profile, FixedClock(NOON), "en")
    assert {visit.asks_pin_for(purpose) for purpose in _PURPOSES} == {bool(asked)}
    visit.sign_in(SignedIn("R1", "Ewa N.", "adult", has_pin=True))
    assert {visit.asks_pin_for(purpose) for purpose in _PURPOSES} == {bool(asked)}
    assert visit.asks_pin_for(DETAILS), "whoever has a PIN is asked for it there at every kiosk"
