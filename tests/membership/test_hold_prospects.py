"""How long a hold would wait, told before it is placed."""

from datetime import date

import pytest

from kiosk.membership.hold_prospects import HoldProspects, Prospect, Prospects
from kiosk.model.errors import RecordUnknown
from kiosk.model.hold import HoldState
from tests.circulation.desk import MAIN, NOON, Desk, by, days
from tests.circulation.test_queue import filled


def prospects(desk: Desk, record: int, card: str = "R4", day: float = 0) -> Prospects:
    return HoldProspects(desk.database, desk.decider).of(card, record, NOON + days(day), MAIN)


def waited_for(desk: Desk) -> int:
    """Two copies out, ten days the usual wait, and R3 in the queue on day 100."""
    record = desk.copy("B1")
    for card in ("R1", "R2", "R3", "R4"):
        desk.reader(card)
    filled(desk, record, 5, days(10))
    desk.copy("B2", record)
    for barcode in ("B1", "B2"):
        desk.lend("R1" if barcode == "B1" else "R2", barcode, NOON + days(100))
    desk.hold("R3", record, NOON + days(100))
    return record


@pytest.mark.parametrize("item", [None, "B2"])
def test_what_is_told_before_is_what_the_account_tells_after(desk: Desk, item: str | None) -> None:
    record = waited_for(desk)
    before = prospects(desk, record, day=101)
    told = before.any if item is None else before.items[item.casefold()]
    assert desk.hold("R4", record, NOON + days(101), item=item).done
    (line,) = desk.statement("R4", NOON + days(101)).holds
    assert told == Prospect(line.position or 0, line.estimate_weeks)
    # Twenty days with one copy, ten with two.
    assert told == Prospect(2, 2 if item is None else 3)
    assert prospects(desk, record, day=101).mine == (line,)


def test_without_enough_cases_only_the_place_is_told(desk: Desk) -> None:
    record = desk.copy()
    assert prospects(desk, record, "nobody") == Prospects(Prospect(1), {"b1": Prospect(1)})


def test_a_record_that_no_copy_could_fill_has_no_prospect(desk: Desk) -> None:
    desk.reader("R4")
    assert prospects(desk, desk.title()) == Prospects()
    with pytest.raises(RecordUnknown):
        prospects(desk, 4711)


def test_the_account_shows_a_hold_waiting_again_on_its_day_before_the_night_noted_it(desk: Desk) -> None:
    record = waited_for(desk)
    desk.acts.change_hold.suspend("R3", record, by(NOON + days(100)), until=date(2026, 6, 12))
    shown = {
        day: desk.statement("R3", NOON + days(day)).holds[0]
        for day in ((date(2026, 6, 11) - NOON.date()).days, (date(2026, 6, 12) - NOON.date()).days)
    }
    assert [line.state for line in shown.values()] == [HoldState.SUSPENDED, HoldState.QUEUED]
    assert [line.suspended_until for line in shown.values()] == [date(2026, 6, 12), None]
