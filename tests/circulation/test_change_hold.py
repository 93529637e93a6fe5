"""Holds that rest, wait again, and are fetched elsewhere."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.model.errors import BranchUnknown, CardUnknown, DayNotAhead, HoldUnknown, RecordUnknown
from kiosk.model.hold import HoldState
from kiosk.model.outcome import Outcome

from .desk import ISLAND, MAIN, NOON, NORTH, Desk, by, days, town_library, why

MONDAY = date(2026, 3, 2)


def queued(desk: Desk) -> int:
    """Have R1 borrow the only copy; R2 waits, and R3 behind."""
    record = desk.copy()
    for card in ("R1", "R2", "R3"):
        desk.reader(card)
    desk.lend("R1")
    desk.hold("R2", record)
    desk.hold("R3", record, NOON + days(1))
    return record


def suspend(desk: Desk, record: int, until: date | None = None, card: str = "R2") -> Outcome:
    return desk.acts.change_hold.suspend(card, record, by(NOON), until=until)


def resume(desk: Desk, record: int, card: str = "R2") -> Outcome:
    return desk.acts.change_hold.resume(card, record, by(NOON))


def test_a_suspended_hold_is_passed_over_and_keeps_its_place(desk: Desk) -> None:
    record = queued(desk)
    outcome = suspend(desk, record)
    assert (outcome.done, outcome.act) == (True, "suspend_hold")
    assert [line.position for line in desk.statement("R2").holds] == [1]
    desk.take_back(at=NOON + days(3))
    assert desk.queue(record) == [("R2", HoldState.SUSPENDED), ("R3", HoldState.READY)]
    assert resume(desk, record).done
    desk.lend("R3", at=NOON + days(4))
    desk.take_back(at=NOON + days(5))
    assert desk.queue(record) == [("R2", HoldState.READY)]


def test_what_only_suspended_holds_want_is_nobodys(desk: Desk) -> None:
    record = queued(desk)
    suspend(desk, record)
    suspend(desk, record, card="R3")
    assert why(desk.renew("R1", at=NOON + days(20))) == []


def test_suspending_twice_takes_the_last_day_said(desk: Desk) -> None:
    record = queued(desk)
    assert suspend(desk, record, MONDAY + timedelta(days=7)).done
    assert suspend(desk, record, MONDAY + timedelta(days=9)).done
    assert [line.suspended_until for line in desk.statement("R2").holds] == [date(2026, 3, 11)]
    assert resume(desk, record).done
    assert resume(desk, record).done
    assert [line.suspended_until for line in desk.statement("R2").holds] == [None]


def test_the_night_resumes_a_hold_on_its_day_in_its_branch(desk: Desk) -> None:
    record = queued(desk)
    suspend(desk, record, date(2026, 3, 9))
    suspend(desk, record, card="R3")
    before = NOON.replace(day=8, hour=22, minute=59)
    assert desk.acts.nightly(before).holds_resumed == 0
    after = before + timedelta(minutes=1)
    assert [desk.acts.nightly(after).holds_resumed for _ in range(2)] == [1, 0]
    assert desk.queue(record) == [("R2", HoldState.QUEUED), ("R3", HoldState.SUSPENDED)]


def test_the_night_goes_by_the_clock_of_the_pickup_branch(desk: Desk) -> None:
    record = queued(desk)
    assert desk.acts.change_hold.fetch_at("R2", record, "island", by(NOON)).done
    suspend(desk, record, date(2026, 3, 9))
    # Midnight on the Azores is two hours after Berlin's.
    assert desk.acts.nightly(NOON.replace(day=9, hour=0, minute=59)).holds_resumed == 0
    assert desk.acts.nightly(NOON.replace(day=9, hour=1)).holds_resumed == 1


def test_a_hold_waits_again_on_its_day_though_no_night_was_kept(desk: Desk) -> None:
    record = queued(desk)
    suspend(desk, record, date(2026, 3, 9))
    suspend(desk, record, card="R3")
    assert why(desk.renew("R1", at=NOON + days(6))) == []
    assert why(desk.renew("R1", at=NOON + days(7))) == ["renewal.wanted_by_other"]
    assert str(desk.take_back(at=NOON + days(7)).place) == "hold_shelf"
    assert desk.queue(record) == [("R2", HoldState.READY), ("R3", HoldState.SUSPENDED)]
    assert [line.suspended_until for line in desk.statement("R2").holds] == [None]
    assert desk.acts.nightly(NOON + days(8)).holds_resumed == 0


@pytest.mark.parametrize("until", [MONDAY, MONDAY - timedelta(days=1)])
def test_a_suspension_ends_on_a_day_to_come(desk: Desk, until: date) -> None:
    record = queued(desk)
    with pytest.raises(DayNotAhead) as refused:
        suspend(desk, record, until)
    assert refused.value.values["first"] == MONDAY + timedelta(days=1)
    assert desk.queue(record)[0] == ("R2", HoldState.QUEUED)


def test_what_is_ready_or_travels_is_neither_suspended_nor_moved(desk: Desk) -> None:
    record = queued(desk)
    desk.take_back()
    assert why(suspend(desk, record)) == ["hold.not_waiting"]
    assert why(desk.acts.change_hold.fetch_at("R2", record, NORTH, by(NOON))) == ["hold.not_waiting"]
    assert desk.acts.change_hold.fetch_at("R2", record, MAIN, by(NOON)).done
    assert desk.queue(record)[0] == ("R2", HoldState.READY)


def test_a_hold_is_fetched_where_the_patron_says_last(desk: Desk) -> None:
    record = queued(desk)
    suspend(desk, record)
    assert desk.acts.change_hold.fetch_at("R2", record, NORTH, by(NOON)).done
    assert desk.queue(record)[0] == ("R2", HoldState.SUSPENDED)
    resume(desk, record)
    routed = desk.take_back()
    assert (str(routed.place), routed.place_branch) == ("transit", NORTH)


def test_a_hold_is_not_moved_where_nothing_is_ever_lent(desk: Desk) -> None:
    record = queued(desk)
    desk.configure(replace(town_library(), lend_other_branches=False))
    assert why(desk.acts.change_hold.fetch_at("R2", record, ISLAND, by(NOON))) == ["hold.no_items"]
    with pytest.raises(BranchUnknown):
        desk.acts.change_hold.fetch_at("R2", record, "EAST", by(NOON))


def test_only_a_hold_of_ones_own_is_changed(desk: Desk) -> None:
    record = queued(desk)
    with pytest.raises(HoldUnknown):
        suspend(desk, record, card="R1")
    with pytest.raises(CardUnknown):
        suspend(desk, record, card="nobody")
    with pytest.raises(RecordUnknown):
        suspend(desk, record + 1000)


def test_one_of_two_item_holds_rests(desk: Desk) -> None:
    record = queued(desk)
    desk.copy("V2", record)
    desk.reader("R4")
    desk.lend("R4", "V2", override=None)
    desk.reader("R5")
    for barcode in ("B1", "V2"):
        assert desk.hold("R5", record, NOON + days(2), item=barcode).done
    assert desk.acts.change_hold.suspend("R5", record, by(NOON), item="v2").done
    states = {line.item: line.state for line in desk.statement("R5").holds}
    assert states == {"B1": HoldState.QUEUED, "V2": HoldState.SUSPENDED}
    assert desk.acts.change_hold.suspend("R5", record, by(NOON)).done
    assert {line.state for line in desk.statement("R5").holds} == {HoldState.SUSPENDED}
