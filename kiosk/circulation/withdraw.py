"""Gives an item up."""

from kiosk.circulation.recording import record_act
from kiosk.circulation.unfillable import close_unfillable
from kiosk.decisions import Decider
from kiosk.model.item import Condition, Place
from kiosk.model.outcome import ActBy, Outcome
from kiosk.rules.withdrawing import against_withdrawing
from kiosk.storage import Database


class Withdraw:
    """Marks an item as withdrawn; the hold it was kept for waits again, and holds nothing can fill close."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(self, barcode: str, by: ActBy, *, reason: str | None = None) -> Outcome:
        """Return the outcome; done too for what was withdrawn before. What is on loan is refused."""
        with self._database.act() as work:
            (facts,) = self._decider.facts_of_items(work, None, [barcode], lock=True)
            reasons = against_withdrawing(facts.copy, barcode.strip())
            if reasons or facts.copy is None or facts.record is None:
                title = facts.record.title if facts.record else None
                return Outcome("withdraw", False, barcode.strip(), title=title, reasons=reasons)
            item = facts.copy.item
            if item.condition is not Condition.WITHDRAWN:
                if facts.copy.trapped_for is not None:
                    work.holds.release(facts.copy.trapped_for.id)
                work.items.set_condition(item.id, Condition.WITHDRAWN)
                work.items.set_place(item.id, Place.SHELF, item.at_branch)
                close_unfillable(work, facts, Condition.WITHDRAWN, by)
                record_act(work, by, "withdraw", "item", item.id, reason=reason)
                work.commit()
        record = facts.record
        return Outcome("withdraw", True, item.barcode, title=record.title, record_id=record.record_id)
