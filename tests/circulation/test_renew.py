"""Renewing: dates, counts, fines, and who waits."""

from typing import Any
from uuid import uuid4

from kiosk.model.decision import ReasonCode

from .desk import NOON, Desk, by, days, eur, rule, staff_may, town_library, wall, why


def lent(desk: Desk, **changed: Any) -> int:
    record = desk.copy(**changed)
    desk.reader()
    desk.lend()
    return record


def test_a_renewal_is_due_as_a_loan_made_now(desk: Desk) -> None:
    lent(desk)
    outcome = desk.renew(at=NOON + days(10))
    assert outcome.done
    assert wall(outcome.due_at) == "2026-04-09 23:59:59"
    assert outcome.renewals_left == 1
    assert (desk.lent().due_at, desk.lent().renewals_used) == (outcome.due_at, 1)


def test_a_renewal_that_would_gain_nothing_is_too_early(desk: Desk) -> None:
    lent(desk)
    assert why(desk.renew()) == ["renewal.too_early"]


def test_renewals_are_counted(desk: Desk) -> None:
    lent(desk)
    outcomes = [desk.renew(at=NOON + days(day)) for day in (1, 2, 3)]
    assert [why(outcome) for outcome in outcomes] == [[], [], ["renewal.limit"]]


def test_the_same_renewal_again_renews_once(desk: Desk) -> None:
    lent(desk)
    act_id = str(uuid4())
    first = desk.renew(at=NOON + days(29), act_id=act_id)
    second = desk.renew(at=NOON + days(29), act_id=act_id)
    assert second.done
    assert (second.due_at, second.charge, second.renewals_left) == (first.due_at, eur("0.20"), 1)
    assert desk.lent().renewals_used == 1
    assert desk.charges() == [("fine", "0.20")]


def test_renewing_what_is_overdue_books_the_fine_and_counts_it_towards_the_cap(desk: Desk) -> None:
    lent(desk)
    assert desk.renew(at=NOON + days(28 + 20)).charge == eur("4.00")
    assert desk.lent().fine_booked == eur("4.00")
    assert desk.take_back(at=NOON + days(28 + 20 + 28 + 20)).charge == eur("1.00")


def test_a_renewal_follows_the_rules_of_the_day(desk: Desk) -> None:
    lent(desk)
    desk.configure(town_library(renewals=0))
    assert why(desk.renew(at=NOON + days(5))) == ["renewal.limit"]


def test_what_others_wait_for_is_not_renewed(desk: Desk) -> None:
    record = lent(desk)
    desk.reader("R2")
    desk.hold("R2", record)
    assert why(desk.renew(at=NOON + days(5))) == ["renewal.wanted_by_other"]
    assert desk.renew(at=NOON + days(5), override=staff_may(ReasonCode.RENEWAL_WANTED_BY_OTHER)).done


def test_only_ones_own_loans_are_renewed(desk: Desk) -> None:
    lent(desk)
    desk.reader("R2")
    assert why(desk.renew("R2", at=NOON + days(5))) == ["renewal.not_on_loan"]
    assert why(desk.renew("nobody", at=NOON + days(5))) == ["card.unknown"]
    assert why(desk.renew("R1", "zzz", at=NOON + days(5))) == ["item.unknown"]


def test_a_renewal_touches_the_record_in_the_feed(desk: Desk) -> None:
    record = lent(desk)
    before = desk.feed_position()
    desk.renew(at=NOON + days(5))
    assert desk.touched_since(before) == {record}


def test_renewing_all_decides_each_by_itself(desk: Desk) -> None:
    desk.configure(town_library(rule(3, {"item_type": "dvd"}, renewals=0)))
    desk.reader()
    desk.copy("B1")
    desk.copy("D1", item_type="dvd")
    desk.lend("R1", "B1")
    desk.lend("R1", "D1")
    outcomes = desk.acts.renew.all("R1", by(NOON + days(3)))
    assert {outcome.barcode: outcome.done for outcome in outcomes} == {"B1": True, "D1": False}


def test_renewing_all_of_a_card_without_loans_does_nothing(desk: Desk) -> None:
    desk.reader()
    assert desk.acts.renew.all("R1", by()) == ()
