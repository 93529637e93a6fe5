"""What a sign-in is for, and what became of the PIN typed in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kiosk.model.decision import PinState
from kiosk.services import Services
from kiosk.ui.patron.code_reading import holder_of
from kiosk.ui.patron.flows.codes import Cardholder
from kiosk.ui.patron.visit import SignedIn


def _nothing_more() -> None:
    """Whoever asked who it is goes on by itself."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Why a card is asked for on a page of its own: what is done once it is let in.

    In doubt the code read may be no card, and what is read `meanwhile` goes to the page beneath.
    One with `admitted` leaves it to that whose visit it is; `left` is called if nobody is let in.
    """

    then: Callable[[], None] = _nothing_more
    doubted: bool = False
    meanwhile: Callable[[str], bool] | None = None
    admitted: Callable[[SignedIn], None] | None = None
    left: Callable[[bool], None] | None = None


@dataclass(frozen=True, slots=True)
class PinAnswer:
    """What became of a PIN, and whose card it opened."""

    state: PinState
    locked_until: datetime | None
    holder: Cardholder | None


def check_pin(services: Services, card: str, pin: str, at: datetime) -> PinAnswer:
    """Check a PIN, counting wrong ones for the card and for this kiosk; runs on a worker thread."""
    state, until = services.pins.check(card, pin, at, services.settings.kiosk_name)
    right = state is PinState.RIGHT
    return PinAnswer(state, until, holder_of(services, card) if right else None)
