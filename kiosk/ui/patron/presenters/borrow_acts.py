"""The acts behind Borrow, ready to be run in the lane of changes."""

from collections.abc import Callable

from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.services import Services
from kiosk.ui.patron.flows.borrow_effects import LendItem, TakeOffer
from kiosk.ui.patron.flows.borrow_rows import Offer

Act = Callable[[], tuple[Outcome, int | None]]


class BorrowActs:
    """Turn what the flow wants done into acts; each gives its outcome and a hold's place in the queue."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def lend(self, effect: LendItem, by: ActBy, currency: str) -> Act:
        """Lend the item on its card, for no more than was agreed to."""
        agreed = effect.agreed or Money.zero(currency)

        def lend() -> tuple[Outcome, int | None]:
            checkout = self._services.acts.checkout
            return checkout(effect.card, effect.barcode, by, act_id=effect.act_id, agreed=agreed), None

        return lend

    def take(self, effect: TakeOffer, by: ActBy) -> Act:
        """Renew it, take it back, undo its loan, or put the patron into its queue."""
        match effect.offer:
            case Offer.RENEW:
                return lambda: (
                    self._services.acts.renew(effect.card, effect.barcode, by, act_id=effect.act_id),
                    None,
                )
            case Offer.UNDO:
                return lambda: (
                    self._services.acts.undo(effect.card, effect.barcode, by, act_id=effect.act_id),
                    None,
                )
            case Offer.RETURN:
                return lambda: (self._services.acts.checkin(effect.barcode, by, act_id=effect.act_id), None)
            case _:
                return lambda: self._queue(effect, by)

    def _queue(self, effect: TakeOffer, by: ActBy) -> tuple[Outcome, int | None]:
        outcome = self._services.acts.place_hold(effect.card, effect.record_id, by, act_id=effect.act_id)
        if not outcome.done:
            return outcome, None
        statement = self._services.accounts.statement(effect.card, by.at, by.branch, by.functions)
        places = (hold.position for hold in statement.holds if hold.hold_id == outcome.hold_id)
        return outcome, next(places, None)
