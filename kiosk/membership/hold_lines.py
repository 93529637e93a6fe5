"""What a patron's card shows of its holds: the place in the queue and how long it may still take."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kiosk.model.decision import HoldFacts, RecordFacts
from kiosk.model.hold import HoldState
from kiosk.model.library import Library
from kiosk.rules.estimate import copies_for, weeks_to_wait
from kiosk.rules.holds import kind_of_hold, queue_position
from kiosk.rules.resolution import RuleBook
from kiosk.rules.waking import awake, suspension_is_over
from kiosk.storage import View


@dataclass(frozen=True, slots=True)
class HoldLine:
    """One open hold with its place in the queue, from 1.

    ``item`` is the barcode of the only item wanted; ``estimate_weeks`` how long it may still take, None
    where nobody can say.
    """

    hold_id: int
    title: str
    record_id: int
    state: HoldState
    position: int | None
    pickup_branch: str
    ready_until: date | None
    item: str | None = None
    suspended_until: date | None = None
    estimate_weeks: int | None = None


def hold_lines(
    view: View, library: Library, holds: Sequence[HoldFacts], at: datetime
) -> tuple[HoldLine, ...]:
    """Return the lines of a card's open holds at that moment, in their order."""
    holds = tuple(_awake(library, one, at) for one in holds)
    gathered = view.facts.gather(record_ids=[one.hold.record_id for one in holds]).records
    records = {number: awake(library, record, at) for number, record in gathered.items()}
    book = RuleBook(library)
    types = {one.hold.id: kind[1] for one in holds if (kind := kind_of_hold(book, one)) is not None}
    queued = (one.hold.id for one in holds if one.hold.state is HoldState.QUEUED)
    wanted = sorted({types[hold_id] for hold_id in queued if hold_id in types})
    waits = {item_type: view.hold_waits.latest(item_type) for item_type in wanted}
    return tuple(
        _line(book, one, records.get(one.hold.record_id), waits.get(types.get(one.hold.id, ""), ()))
        for one in holds
    )


def _awake(library: Library, facts: HoldFacts, at: datetime) -> HoldFacts:
    """Return a hold that waits again since its day came, whether or not that was noted."""
    if not suspension_is_over(library, facts.hold, at):
        return facts
    return replace(facts, hold=replace(facts.hold, state=HoldState.QUEUED, suspended_until=None))


def _line(
    book: RuleBook, facts: HoldFacts, record: RecordFacts | None, waits: Sequence[timedelta]
) -> HoldLine:
    hold = facts.hold
    position = queue_position(record, hold.id) if record is not None else None
    estimate = None
    if record is not None and position is not None and hold.state is HoldState.QUEUED:
        estimate = weeks_to_wait(waits, position, copies_for(book, record, hold))
    copies = record.copies if record is not None else ()
    return HoldLine(
        hold_id=hold.id,
        title=facts.title,
        record_id=hold.record_id,
        state=hold.state,
        position=position,
        pickup_branch=hold.pickup_branch,
        ready_until=hold.ready_until,
        item=next((copy.item.barcode for copy in copies if copy.item.id == hold.item_id), None),
        suspended_until=hold.suspended_until,
        estimate_weeks=estimate,
    )
