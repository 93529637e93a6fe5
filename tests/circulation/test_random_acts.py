"""Whatever is done in whatever order, items, loans and holds stay in states that can be."""

from hypothesis import HealthCheck, given, settings

from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place
from kiosk.model.loan import Loan
from kiosk.storage import Gathered

from .desk import Desk
from .small_worlds import COPIES, PASTS, Step, World


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(past=PASTS)
def test_random_acts_leave_only_states_that_can_be(desk: Desk, past: list[Step]) -> None:
    world = World(desk)
    for step in past:
        world.do(step)
        _look_at(world)


def _look_at(world: World) -> None:
    with world.desk.database.read() as view:
        known = view.facts.gather(barcodes=[world.own(copy) for copy in COPIES], record_ids=world.titles)
        owed = [view.ledger.of_patron(loan.patron_id) for loan in _loans(known) if loan.patron_id]
    for copy in known.copies.values():
        hold = copy.trapped_for
        if copy.loan is not None:
            assert hold is None
            assert copy.item.place is Place.SHELF
            assert copy.item.condition is Condition.FINE
        if copy.item.place is Place.HOLD_SHELF:
            assert hold is not None
            assert hold.state is HoldState.READY
        if hold is not None:
            assert (hold.state, copy.item.place) in _TOGETHER
            assert copy.item.at_branch == hold.pickup_branch
    for record in known.records.values():
        kept = [hold.trapped_item_id for hold in record.holds if hold.trapped_item_id]
        assert len(kept) == len(set(kept))
        waiting = [hold for hold in record.holds if hold.state is HoldState.QUEUED]
        assert all(hold.trapped_item_id is None and hold.ready_until is None for hold in waiting)
    for charges in owed:
        assert all(0 <= charge.open_amount.minor <= charge.amount.minor for charge in charges)


def _loans(known: Gathered) -> list[Loan]:
    return [copy.loan for copy in known.copies.values() if copy.loan is not None]


_TOGETHER = {(HoldState.READY, Place.HOLD_SHELF), (HoldState.IN_TRANSIT, Place.TRANSIT)}
