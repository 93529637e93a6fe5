"""Notes that an item is damaged or missing, or sound again."""

from dataclasses import replace

from kiosk.circulation.finding_again import found_again
from kiosk.circulation.recording import new_act_id, record_act
from kiosk.circulation.routing import settle_place, with_copy
from kiosk.decisions import Decider
from kiosk.model.decision import CopyFacts, Facts, Routing
from kiosk.model.item import Condition, Place
from kiosk.model.outcome import ActBy, Outcome
from kiosk.rules.withdrawing import against_withdrawing
from kiosk.storage import Act as Work
from kiosk.storage import Database

MARKS = (Condition.FINE, Condition.DAMAGED, Condition.MISSING)


class MarkItem:
    """Changes the condition of an item that nobody has out; what it was kept for waits again."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(
        self, barcode: str, condition: Condition, by: ActBy, *, reason: str | None = None
    ) -> Outcome:
        """Return where to lay the item; done too for one that was so before. What is on loan is refused.

        Found sound, it goes where any return goes, and a replacement charged for it is taken back.
        """
        if condition not in MARKS:
            raise ValueError(f"{condition} is another act's")
        with self._database.act() as work:
            (facts,) = self._decider.facts_of_items(work, None, [barcode], lock=True)
            reasons = against_withdrawing(facts.copy, barcode.strip())
            if reasons or facts.copy is None or facts.record is None:
                title = facts.record.title if facts.record else None
                return Outcome("mark", False, barcode.strip(), title=title, reasons=reasons)
            before = facts.copy.item
            routing = Routing(before.place, before.at_branch, facts.copy.trapped_for)
            if before.condition is not condition:
                routing = self._mark(work, facts, condition, by)
                changed = {"before": str(before.condition), "after": str(condition)}
                record_act(work, by, "mark", "item", before.id, reason=reason, changed=changed)
                work.commit()
        return Outcome(
            "mark",
            True,
            before.barcode,
            facts.record.title,
            facts.record.record_id,
            hold_id=routing.hold.id if routing.hold else None,
            place=routing.place,
            place_branch=routing.branch,
        )

    def _mark(self, work: Work, facts: Facts, condition: Condition, by: ActBy) -> Routing:
        assert facts.copy is not None
        assert facts.record is not None
        item = facts.copy.item
        if condition is Condition.FINE:
            found_again(work, item, by, new_act_id())
            work.items.set_condition(item.id, condition)
            copy = CopyFacts(replace(item, condition=condition), None, facts.copy.trapped_for)
            sound = replace(facts, copy=copy, record=with_copy(facts.record, copy))
            return settle_place(work, self._decider, sound, by)
        if facts.copy.trapped_for is not None:
            work.holds.release(facts.copy.trapped_for.id)
        place = Place.STAFF if condition is Condition.DAMAGED else Place.SHELF
        at_branch = by.branch if place is Place.STAFF else None
        work.items.set_condition(item.id, condition)
        work.items.set_place(item.id, place, at_branch)
        return Routing(place, at_branch)
