"""A copy goes from state to state as the life cycle of items allows it, and holds go with it."""

import pytest

from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place
from kiosk.model.staff_errors import NotAllowed
from tests.staff.copies.workroom import ANNA, Workroom, signed_in


def key(room: Workroom, wanted: Condition, barcode: str = "B1") -> str | None:
    done = room.services.states.set(ANNA, barcode, wanted, "seen")
    return done.why_not.key if done.why_not else None


@pytest.mark.parametrize(
    "wanted", [Condition.MISSING, Condition.DAMAGED, Condition.LOST, Condition.WITHDRAWN]
)
def test_a_copy_on_the_shelf_takes_any_state_and_comes_back(room: Workroom, wanted: Condition) -> None:
    (item,) = room.add("B1")
    assert key(room, wanted) is None
    assert room.desk.item().condition is wanted
    assert key(room, wanted) is None
    assert key(room, Condition.FINE) is None
    assert room.now("B1") is not None
    assert room.desk.item().condition is Condition.FINE
    assert room.trail("item", item.id)[0].reason == "seen"


def test_what_somebody_has_out_only_becomes_lost(room: Workroom) -> None:
    room.add("B1")
    room.desk.reader()
    room.desk.lend()
    for wanted in (Condition.MISSING, Condition.DAMAGED, Condition.WITHDRAWN):
        assert key(room, wanted) == "copies.why.on_loan"
    assert key(room, Condition.LOST) is None
    assert room.desk.charges() == [("replacement", "15.00")]
    with room.desk.database.read() as view:
        (entry,) = [one for one in view.audit.latest() if one.act == "lost"]
    assert (entry.subject, entry.reason) == ("loan", "seen")


def test_whoever_may_not_lend_charges_nobody_for_a_lost_copy(room: Workroom) -> None:
    room.add("B1", "B2")
    room.desk.reader()
    room.desk.lend()
    with pytest.raises(NotAllowed):
        room.services.states.set(signed_in("editor"), "B1", Condition.LOST)
    assert room.desk.charges() == []
    assert room.services.states.set(signed_in("editor"), "B2", Condition.LOST).done


def test_a_lost_copy_that_is_found_costs_nobody_anything(room: Workroom) -> None:
    room.add("B1")
    room.desk.reader()
    room.desk.lend()
    key(room, Condition.LOST)
    assert key(room, Condition.FINE) is None
    assert room.desk.charges() == [("replacement", "0.00")]


def test_a_damaged_copy_lets_its_hold_wait_for_another(room: Workroom) -> None:
    record = room.desk.trapped()
    assert key(room, Condition.DAMAGED) is None
    assert room.desk.queue(record) == [("R2", HoldState.QUEUED)]
    assert room.desk.item().place is Place.STAFF


def test_a_step_that_is_none_is_refused_with_both_names(room: Workroom) -> None:
    room.add("B1")
    key(room, Condition.LOST)
    assert key(room, Condition.MISSING) == "copies.why.not_from_state"
    assert room.desk.item().condition is Condition.LOST


def test_an_unknown_copy_has_no_state(room: Workroom) -> None:
    assert key(room, Condition.LOST, "nothing") == "copies.why.unknown"


def test_a_copy_that_is_no_longer_as_it_was_seen_is_left_alone(room: Workroom) -> None:
    room.add("B1")
    key(room, Condition.MISSING)
    done = room.services.states.set(ANNA, "B1", Condition.WITHDRAWN, opened=Condition.FINE)
    assert done.why_not is not None
    assert room.desk.item().condition is Condition.MISSING
