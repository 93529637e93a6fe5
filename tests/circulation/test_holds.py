"""Holds: placed, cancelled, lapsed."""

from uuid import uuid4

import pytest

from kiosk.model.decision import ReasonCode
from kiosk.model.errors import CardUnknown, RecordUnknown
from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place

from .desk import MAIN, NOON, NORTH, Desk, days, rule, staff_may, town_library, why


def on_loan(desk: Desk, *waiting: str) -> int:
    """Have R1 borrow the only copy, and the others wait for it in this order."""
    record = desk.copy()
    desk.reader("R1")
    desk.lend("R1")
    for number, card in enumerate(waiting):
        desk.reader(card)
        assert desk.hold(card, record, NOON + days(number)).done
    return record


def test_a_hold_waits_in_the_queue(desk: Desk) -> None:
    record = on_loan(desk, "R2", "R3")
    assert desk.queue(record) == [("R2", HoldState.QUEUED), ("R3", HoldState.QUEUED)]


def test_one_waits_once_for_a_title(desk: Desk) -> None:
    record = on_loan(desk, "R2")
    assert why(desk.hold("R2", record)) == ["hold.duplicate"]
    assert why(desk.hold("R1", record)) == ["hold.duplicate"]


def test_the_same_hold_again_is_the_same_hold(desk: Desk) -> None:
    record = on_loan(desk)
    desk.reader("R2")
    act_id = str(uuid4())
    first, second = desk.hold("R2", record, act_id=act_id), desk.hold("R2", record, act_id=act_id)
    assert second.done
    assert first.hold_id == second.hold_id


def test_what_stands_on_the_shelf_is_not_held(desk: Desk) -> None:
    record = desk.copy()
    desk.reader()
    assert why(desk.hold("R1", record)) == ["hold.available_now"]
    assert desk.hold("R1", record, pickup=NORTH).done


def test_holds_are_limited(desk: Desk) -> None:
    desk.configure(town_library(max_holds=1))
    first, second = on_loan(desk), desk.copy("B2")
    desk.lend("R1", "B2")
    desk.reader("R2")
    assert desk.hold("R2", first).done
    assert why(desk.hold("R2", second)) == ["limit.holds"]


def test_what_can_never_be_lent_is_not_held(desk: Desk) -> None:
    record = desk.copy(condition=Condition.WITHDRAWN)
    desk.reader()
    assert why(desk.hold("R1", record)) == ["hold.no_items"]


def test_holds_that_rules_forbid_are_for_staff_alone(desk: Desk) -> None:
    desk.configure(town_library(rule(3, {"item_type": "dvd"}, holds=False)))
    record = desk.copy(item_type="dvd")
    desk.reader("R1")
    desk.reader("R2")
    desk.lend("R1")
    assert why(desk.hold("R2", record)) == ["hold.not_allowed"]
    assert desk.hold("R2", record, override=staff_may(ReasonCode.HOLD_NOT_ALLOWED)).done


def test_an_unknown_card_and_an_unknown_title_are_told_apart(desk: Desk) -> None:
    record = on_loan(desk)
    assert why(desk.hold("nobody", record)) == ["card.unknown"]
    with pytest.raises(RecordUnknown):
        desk.hold("R1", record + 1000)
    with pytest.raises(RecordUnknown):
        desk.cancel("R1", record + 1000)
    with pytest.raises(CardUnknown):
        desk.cancel("nobody", record)


def test_cancelling_leaves_the_queue_and_may_be_repeated(desk: Desk) -> None:
    record = on_loan(desk, "R2", "R3")
    assert desk.cancel("R2", record).done
    assert desk.cancel("R2", record).done
    assert desk.queue(record) == [("R3", HoldState.QUEUED)]


def test_cancelling_what_is_kept_gives_it_to_the_next(desk: Desk) -> None:
    record = on_loan(desk, "R2", "R3")
    desk.take_back(at=NOON + days(3))
    desk.cancel("R2", record, NOON + days(4))
    assert desk.queue(record) == [("R3", HoldState.READY)]


def test_cancelling_what_is_kept_for_nobody_else_frees_it(desk: Desk) -> None:
    record = desk.trapped("R2")
    desk.cancel("R2", record)
    assert desk.item().place is Place.SHELF
    assert desk.lend("R1").done


def test_what_was_kept_elsewhere_travels_home_when_cancelled(desk: Desk) -> None:
    record = on_loan(desk)
    desk.reader("R2")
    desk.hold("R2", record, pickup=NORTH)
    desk.take_back()
    desk.take_back(branch=NORTH)
    desk.cancel("R2", record)
    assert (desk.item().place, desk.item().at_branch) == (Place.TRANSIT, MAIN)


def test_what_travels_for_a_cancelled_hold_is_promised_to_nobody_before_it_arrives(desk: Desk) -> None:
    record = on_loan(desk)
    for card in ("R2", "R3"):
        desk.reader(card)
        desk.hold(card, record, pickup=NORTH)
    desk.take_back()
    desk.cancel("R2", record)
    assert desk.queue(record) == [("R3", HoldState.QUEUED)]
    assert desk.take_back(branch=NORTH).place is Place.HOLD_SHELF
    assert desk.queue(record) == [("R3", HoldState.READY)]


def test_cancelling_touches_the_record_in_the_feed(desk: Desk) -> None:
    record = on_loan(desk, "R2")
    before = desk.feed_position()
    desk.cancel("R2", record)
    assert desk.touched_since(before) == {record}


def test_nightly_lets_holds_lapse_that_nobody_fetched(desk: Desk) -> None:
    record = desk.trapped("R2")
    assert desk.acts.nightly(NOON + days(7)).holds_expired == 0
    assert desk.acts.nightly(NOON + days(8)).holds_expired == 1
    assert desk.queue(record) == []
    assert desk.item().place is Place.SHELF


def test_nightly_twice_is_nightly_once(desk: Desk) -> None:
    record = on_loan(desk, "R2", "R3")
    desk.take_back(at=NOON)
    first, second = desk.acts.nightly(NOON + days(9)), desk.acts.nightly(NOON + days(9))
    assert (first.holds_expired, second.holds_expired) == (1, 0)
    assert desk.queue(record) == [("R3", HoldState.READY)]


def test_nightly_forgets_changes_that_every_live_index_has_long_seen(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    seen = desk.feed_position()
    assert desk.acts.nightly(NOON).changes_forgotten == 0
    desk.take_back(at=NOON + days(1))
    for day in range(1, 31):
        assert desk.acts.nightly(NOON + days(day)).changes_forgotten == 0
    assert desk.acts.nightly(NOON + days(31)).changes_forgotten > 0
    assert desk.acts.nightly(NOON + days(31)).changes_forgotten == 0
    with desk.database.read() as view:
        position = view.feed.position()
    assert (position.forgotten, position.first) == (seen, seen + 1)
    assert desk.touched_since(seen) != set()


def test_nightly_forgets_holds_that_are_long_over(desk: Desk) -> None:
    record = on_loan(desk)
    desk.reader("R2")
    placed = desk.hold("R2", record)
    desk.cancel("R2", record)
    assert desk.acts.nightly(NOON + days(29)).holds_forgotten == 0
    assert desk.acts.nightly(NOON + days(31)).holds_forgotten == 1
    with desk.database.read() as view:
        assert view.holds.get(placed.hold_id or 0) is None
