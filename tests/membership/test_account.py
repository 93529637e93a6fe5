"""What a card's statement shows."""

import pytest

from kiosk.membership.account import Accounts, Statement
from kiosk.model.decision import ReasonCode
from kiosk.model.errors import CardUnknown
from kiosk.storage import NewMessage, PatronRequest
from tests.circulation.desk import MAIN, NOON, Desk, days, eur, town_library


def statement(desk: Desk, card: str = "R1", day: float = 0) -> Statement:
    return Accounts(desk.database, desk.decider).statement(card, NOON + days(day), MAIN)


def test_loans_show_when_they_are_due_and_what_they_cost_by_now(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    due = desk.lend().due_at
    (loan,) = statement(desk, day=31).loans
    assert (loan.title, loan.due_at, loan.overdue, loan.renewals_left) == ("Emma", due, True, 2)
    assert loan.fine_so_far == eur("0.60")
    assert loan.renewal is not None
    assert loan.renewal.allowed


def test_what_is_owed_is_charges_and_running_fines_together(desk: Desk) -> None:
    desk.copy("D1", item_type="dvd")
    desk.copy("B1")
    desk.reader()
    desk.lend("R1", "D1")
    desk.lend("R1", "B1")
    assert statement(desk).owes == eur("1.50")
    assert statement(desk, day=29).owes == eur("1.50") + eur("0.20") + eur("4.40")


def test_renewals_left_follow_the_rules_of_the_day(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    desk.configure(town_library(renewals=5))
    (loan,) = statement(desk).loans
    assert loan.renewals_left == 5
    assert loan.renewal is not None
    assert [reason.code for reason in loan.renewal.reasons] == [ReasonCode.RENEWAL_TOO_EARLY]


def test_holds_show_their_place_in_the_queue(desk: Desk) -> None:
    record = desk.copy()
    for card in ("R1", "R2", "R3"):
        desk.reader(card)
    desk.lend("R1")
    desk.hold("R2", record)
    desk.hold("R3", record)
    assert [statement(desk, card).holds[0].position for card in ("R2", "R3")] == [1, 2]
    desk.take_back()
    kept, waiting = statement(desk, "R2").holds[0], statement(desk, "R3").holds[0]
    assert (str(kept.state), kept.position, kept.pickup_branch) == ("ready", None, MAIN)
    assert kept.ready_until is not None
    assert (str(waiting.state), waiting.position) == ("queued", 1)


def test_requests_and_messages_are_there(desk: Desk) -> None:
    patron = desk.reader()
    with desk.database.act() as work:
        work.requests.make(PatronRequest("q1", patron.id, "purchase", NOON, {"title": "Solaris"}))
        work.messages.leave(NewMessage("m1", "Is it back?", "en", NOON, patron_id=patron.id))
        work.commit()
    shown = statement(desk)
    assert [request.kind for request in shown.requests] == ["purchase"]
    assert [message.text for message in shown.messages] == ["Is it back?"]


def test_more_loans_than_are_decided_at_once_are_all_shown(desk: Desk) -> None:
    desk.configure(town_library(max_loans=60))
    desk.reader()
    record = desk.title()
    for number in range(52):
        desk.copy(f"B{number}", record)
        assert desk.lend("R1", f"B{number}").done
    loans = statement(desk).loans
    assert len(loans) == 52
    assert sum(loan.renewal is None for loan in loans) == 2


def test_a_card_nobody_has_is_told(desk: Desk) -> None:
    with pytest.raises(CardUnknown):
        statement(desk, "nobody")
