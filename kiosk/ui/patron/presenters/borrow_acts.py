"""The acts behind Borrow, ready to be run in the lane of changes."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.services import Services
from kiosk.ui.patron.flows.borrow_effects import LendItem, TakeOffer
from kiosk.ui.patron.flows.borrow_rows import Offer
from kiosk.ui.patron.return_loading import look_before


@dataclass(frozen=True, slots=True)
class Acted:
    """What became of an act: `position` in the queue after a hold, `late` and `fine` after a return."""

    outcome: Outcome
    position: int | None = None
    late: bool | None = None
    fine: Money | None = None


Act = Callable[[], Acted]


class BorrowActs:
    """Turn what the flow wants done into acts; each says what became of it."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def lend(self, effect: LendItem, by: ActBy, currency: str) -> Act:
        """Lend the item on its card, for no more than was agreed to."""
        agreed = effect.agreed or Money.zero(currency)

        def lend() -> Acted:
            checkout = self._services.acts.checkout
            return Acted(checkout(effect.card, effect.barcode, by, act_id=effect.act_id, agreed=agreed))

        return lend

    def take(self, effect: TakeOffer, by: ActBy) -> Act:
        """Renew it, take it back, undo its loan, or put the patron into its queue."""
        acts, card, barcode, act_id = self._services.acts, effect.card, effect.barcode, effect.act_id
        match effect.offer:
            case Offer.RENEW:
                return lambda: Acted(acts.renew(card, barcode, by, act_id=act_id))
            case Offer.UNDO:
                return lambda: Acted(acts.undo(card, barcode, by, act_id=act_id))
            case Offer.RETURN:
                return lambda: self._take_back(effect, by)
            case _:
                return lambda: self._queue(effect, by)

    def _take_back(self, effect: TakeOffer, by: ActBy) -> Acted:
        before = look_before(self._services, effect.barcode, effect.card, by.at, hides_cards=True)
        outcome = self._services.acts.checkin(effect.barcode, by, act_id=effect.act_id)
        return Acted(outcome, late=before.late, fine=before.fine(outcome))

    def _queue(self, effect: TakeOffer, by: ActBy) -> Acted:
        outcome = self._services.acts.place_hold(effect.card, effect.record_id, by, act_id=effect.act_id)
        if not outcome.done:
            return Acted(outcome)
        statement = self._services.accounts.statement(effect.card, by.at, by.branch, by.functions)
        places = (hold.position for hold in statement.holds if hold.hold_id == outcome.hold_id)
        return Acted(outcome, next(places, None))
