"""What comes back incomplete is kept from everybody until staff have seen to it."""

from dataclasses import replace
from datetime import timedelta

from kiosk.membership.requests import PatronRequests
from kiosk.model.hold import HoldState
from kiosk.model.item import Place
from kiosk.model.outcome import Outcome
from kiosk.model.request import RequestKind
from kiosk.notices.planning import Planner
from kiosk.settings import NoticeSettings
from kiosk.storage import PatronRequest

from .desk import MAIN, NOON, NORTH, Desk, by, days, town_library, why

SOON = NOON + timedelta(minutes=1)


def report(desk: Desk, act_id: str = "m1", branch: str = MAIN, barcode: str = "B1") -> Outcome:
    return desk.acts.report_incomplete(barcode, "CD 2 is missing", "en", by(SOON, branch), act_id=act_id)


def inbox(desk: Desk) -> tuple[PatronRequest, ...]:
    return PatronRequests(desk.database, desk.decider).waiting(RequestKind.INCOMPLETE)


def told(desk: Desk) -> list[str]:
    with desk.database.read() as view:
        return [notice.kind for notice in view.notices.latest(10)]


def test_what_was_kept_for_a_hold_goes_to_staff_and_the_hold_waits_again_in_its_place(desk: Desk) -> None:
    record = desk.trapped()
    desk.reader("R3")
    desk.hold("R3", record)
    assert report(desk).done
    assert (desk.item().place, desk.item().at_branch) == (Place.STAFF, MAIN)
    assert desk.queue(record) == [("R2", HoldState.QUEUED), ("R3", HoldState.QUEUED)]
    (left,) = inbox(desk)
    assert left.details == {"text": "CD 2 is missing", "barcode": "B1"}
    assert (left.branch, left.language, left.record_id) == (MAIN, "en", record)
    assert desk.loan() is None, "it stays returned"
    desk.take_back(at=NOON + days(1))
    assert desk.queue(record) == [("R2", HoldState.READY), ("R3", HoldState.QUEUED)], "once it is whole"


def test_nobody_is_told_to_fetch_what_is_not_complete(desk: Desk) -> None:
    desk.trapped()
    with desk.database.act() as work:
        waiting = work.patrons.by_card("R2")
        assert waiting is not None
        work.patrons.update(replace(waiting, email="ewa@example.org"))
        work.commit()
    report(desk)
    Planner(desk.database, town_library, NoticeSettings()).make(NOON + days(1))
    assert "hold_ready" not in told(desk)
    desk.take_back(at=NOON + days(1))
    Planner(desk.database, town_library, NoticeSettings()).make(NOON + days(1))
    assert "hold_ready" in told(desk), "once it is whole"


def test_what_was_on_its_way_to_a_hold_elsewhere_stays_with_staff_here(desk: Desk) -> None:
    record = desk.copy()
    desk.reader("R1")
    desk.reader("R2")
    desk.lend(at=NOON - days(9))
    desk.hold("R2", record, NOON - days(8), NORTH)
    assert desk.take_back().place is Place.TRANSIT
    report(desk)
    assert (desk.item().place, desk.item().at_branch) == (Place.STAFF, MAIN)
    assert desk.queue(record) == [("R2", HoldState.QUEUED)]


def test_reported_again_under_one_identity_it_stays_where_staff_have_put_it(desk: Desk) -> None:
    record = desk.trapped()
    report(desk)
    desk.take_back(at=NOON + days(1))
    assert report(desk).done
    assert desk.item().place is Place.HOLD_SHELF
    assert desk.queue(record) == [("R2", HoldState.READY)]
    assert len(inbox(desk)) == 1


def test_what_is_lent_again_meanwhile_stays_lent_and_staff_are_told_all_the_same(desk: Desk) -> None:
    desk.copy()
    desk.reader("R1")
    desk.lend()
    assert report(desk).done
    assert desk.loan() is not None
    assert desk.item().place is Place.SHELF
    assert len(inbox(desk)) == 1


def test_what_nobody_knows_is_told_to_staff_and_refused(desk: Desk) -> None:
    refused = report(desk, barcode="nobody")
    assert (refused.done, why(refused)) == (False, ["item.unknown"])
    assert len(inbox(desk)) == 1
