"""Tells before a hold is placed which place in the queue it would have and how long it may take."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.membership.hold_lines import HoldLine, hold_lines
from kiosk.model.decision import CopyFacts, Facts
from kiosk.model.errors import RecordUnknown
from kiosk.model.item import barcode_key
from kiosk.model.record import record_key
from kiosk.rules.estimate import place_if_joined, weeks_to_wait
from kiosk.rules.holds import holdable_copies
from kiosk.rules.priorities import hold_priority
from kiosk.rules.resolution import RuleBook
from kiosk.storage import Database, View


@dataclass(frozen=True, slots=True)
class Prospect:
    """The place in the queue, from 1, and the weeks it may take; None where nobody can say."""

    position: int
    estimate_weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Prospects:
    """What a card may expect of a record: of any copy, and of each that can be waited for, by barcode key.

    ``mine`` are the holds on the record that the card has already.
    """

    any: Prospect | None = None
    items: Mapping[str, Prospect] = field(default_factory=dict)
    mine: tuple[HoldLine, ...] = ()


class HoldProspects:
    """Reads how long a hold would wait; changes nothing."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def of(self, card: str, record_id: int, at: datetime, pickup_branch: str) -> Prospects:
        """Return what a hold collected at that branch may expect; raises RecordUnknown.

        A card that is not known has no holds, and the rules for nobody in particular.
        """
        with self._database.read() as view:
            facts = self._decider.facts_of_hold(view, card, record_id, at=at)
            if facts is None or facts.record is None:
                raise RecordUnknown(record=record_key(record_id))
            owned = facts.patron.holds if facts.patron is not None else ()
            mine = [one for one in owned if one.hold.record_id == record_id]
            expected = _expected(view, facts, pickup_branch)
            return Prospects(*expected, hold_lines(view, facts.library, mine, at))


def _expected(view: View, facts: Facts, pickup: str) -> tuple[Prospect | None, Mapping[str, Prospect]]:
    record, category = facts.record, facts.patron.patron.category if facts.patron else None
    copies = holdable_copies(RuleBook(facts.library), record.copies, category, pickup) if record else ()
    if record is None or not copies:
        return None, {}
    place = place_if_joined(record, hold_priority(facts.library, category))
    types = sorted({copy.item.item_type for copy in copies})
    waits = {item_type: view.hold_waits.latest(item_type) for item_type in types}

    def prospect(copy: CopyFacts, count: int) -> Prospect:
        return Prospect(place, weeks_to_wait(waits[copy.item.item_type], place, count))

    each = {barcode_key(copy.item.barcode): prospect(copy, 1) for copy in copies}
    # A hold on a record counts under the type of its first holdable item.
    return prospect(copies[0], len(copies)), each
