"""Lending, taking back and renewing at the desk: what rules allow, and what staff take upon themselves."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from kiosk.model.charge import SettlementKind
from kiosk.model.decision import ReasonCode
from kiosk.model.item import Place
from kiosk.model.staff_errors import DatedTooFar, NotAllowed, ReasonMissing, TimeAhead
from kiosk.staff.desk.lending import may_be_set_aside
from tests.circulation.desk import MAIN, NOON, NORTH, days, eur, rule, town_library, why
from tests.staff.desk.counter import Counter, signed_in


def test_a_loan_is_kept_with_who_lent_it(counter: Counter) -> None:
    counter.desk.copy()
    counter.desk.reader()
    outcome = counter.lend()
    assert outcome.done
    with counter.desk.database.read() as view:
        (entry,) = view.audit.about("item", counter.desk.item().id)
    assert (entry.account, entry.act) == ("m.weber", "checkout")


def test_a_loan_that_costs_something_waits_until_it_is_agreed_to(counter: Counter) -> None:
    counter.desk.copy(item_type="dvd")
    counter.desk.reader()
    asked = counter.lend()
    assert (asked.done, asked.reasons, asked.charge) == (False, (), eur("1.50"))
    assert counter.desk.loan() is None
    agreed = counter.staff.lending.lend(
        counter.me, "R1", "B1", at=NOON, act_id=str(uuid4()), agreed=asked.charge
    )
    assert (agreed.done, agreed.charge) == (True, eur("1.50"))


def test_only_whoever_may_override_lends_in_spite_of_a_reason_and_says_why(counter: Counter) -> None:
    counter.desk.copy(not_for_loan=True)
    counter.desk.reader()
    refused = counter.lend()
    codes = may_be_set_aside(refused.reasons)
    assert codes == {ReasonCode.ITEM_NOT_LOANABLE}
    how: dict[str, Any] = {"at": NOON, "act_id": str(uuid4()), "codes": codes}
    with pytest.raises(NotAllowed):
        counter.staff.lending.lend_anyway(signed_in("circulation"), "R1", "B1", reason="ok", **how)
    with pytest.raises(ReasonMissing):
        counter.staff.lending.lend_anyway(counter.me, "R1", "B1", reason="  \n ", **how)
    assert counter.desk.loan() is None
    assert counter.staff.lending.lend_anyway(counter.me, "R1", "B1", reason=" for the  school ", **how).done
    with counter.desk.database.read() as view:
        (entry,) = view.audit.about("loan", counter.desk.lent().id)
    assert (entry.overridden, entry.reason) == (("item.not_loanable",), "for the school")


def test_what_no_rule_lets_staff_set_aside_is_not_offered(counter: Counter) -> None:
    counter.desk.copy(not_for_loan=True)
    counter.desk.reader(card_lost=True)
    refused = counter.lend()
    assert why(refused) == ["card.lost", "item.not_loanable"]
    assert may_be_set_aside(refused.reasons) == frozenset()
    outcome = counter.staff.lending.lend_anyway(
        counter.me,
        "R1",
        "B1",
        at=NOON,
        act_id=str(uuid4()),
        codes=frozenset(one.code for one in refused.reasons),
        reason="please",
    )
    assert why(outcome) == ["card.lost"]


def test_a_renewal_beyond_the_limit_is_let_through_with_a_reason(counter: Counter) -> None:
    counter.desk.configure(town_library(renewals=0))
    counter.desk.copy()
    counter.desk.reader()
    counter.lend()
    later = NOON + days(9)
    refused = counter.staff.lending.renew(counter.me, "R1", "B1", at=later, act_id=str(uuid4()))
    assert why(refused) == ["renewal.limit"]
    done = counter.staff.lending.renew_anyway(
        counter.me,
        "R1",
        "B1",
        at=later,
        act_id=str(uuid4()),
        codes=may_be_set_aside(refused.reasons),
        reason="in hospital",
    )
    assert done.done


def test_all_loans_of_a_card_are_renewed_each_with_its_own_outcome(counter: Counter) -> None:
    counter.desk.configure(town_library(rule(3, {"item_type": "dvd"}, renewals=0)))
    counter.desk.reader()
    for barcode, kind in (("B1", "book"), ("B2", "dvd")):
        counter.desk.copy(barcode, item_type=kind)
        counter.desk.lend(barcode=barcode)
    outcomes = counter.staff.lending.renew_some(counter.me, "R1", at=NOON + days(3))
    assert {(one.barcode, one.done) for one in outcomes} == {("B1", True), ("B2", False)}
    (chosen,) = counter.staff.lending.renew_some(counter.me, "R1", at=NOON + days(4), barcodes=["B1"])
    assert chosen.barcode == "B1"


def test_a_return_from_the_book_drop_is_dated_back_and_costs_nothing(counter: Counter) -> None:
    counter.desk.copy()
    counter.desk.reader()
    counter.lend()
    late = NOON + days(40)
    taken = counter.take_back(at=late, dated=NOON + days(20), reason="found behind the drop")
    assert taken.outcome.done
    assert not taken.outcome.charge
    assert taken.owing_card is None
    assert counter.desk.charges() == []


@pytest.mark.parametrize("role", ["circulation", "librarian"])
def test_as_far_back_as_a_book_drop_can_have_waited_everybody_may_date(counter: Counter, role: str) -> None:
    counter.desk.copy()
    counter.desk.reader()
    counter.lend()
    late = NOON + days(30)
    assert counter.take_back(at=late, dated=late - days(2), role=role).outcome.done


def test_dated_further_back_a_return_waives_a_fine_and_wants_the_right_and_a_reason(counter: Counter) -> None:
    counter.desk.copy()
    counter.desk.reader()
    counter.lend()
    late, early = NOON + days(40), NOON + days(20)
    with pytest.raises(DatedTooFar) as refused:
        counter.take_back(at=late, dated=early, role="circulation", reason="she is my friend")
    assert refused.value.values["since"] == datetime(2026, 4, 8, 22, tzinfo=UTC), "midnight in Berlin"
    with pytest.raises(ReasonMissing):
        counter.take_back(at=late, dated=early, reason=" ")
    assert counter.desk.loan() is not None
    assert counter.desk.charges() == []
    assert counter.take_back(at=late, dated=early, reason="the drop was jammed").outcome.done


def test_a_return_that_is_dated_back_is_written_down_when_it_was_done(counter: Counter) -> None:
    counter.desk.copy()
    counter.desk.reader()
    counter.lend()
    late, dated = NOON + days(40), NOON + days(20)
    counter.take_back(at=late, dated=dated, reason="the drop was jammed")
    with counter.desk.database.read() as view:
        entry = view.audit.about("item", counter.desk.item().id)[0]
    assert (entry.act, entry.at, entry.reason) == ("return", late, "the drop was jammed")
    assert entry.details == {"branch": MAIN, "dated": dated.isoformat()}


def test_money_for_a_lost_item_that_is_dated_back_is_paid_out_today(counter: Counter) -> None:
    counter.desk.copy(price=eur("20.00"))
    counter.desk.reader()
    counter.lend()
    counter.desk.lose(at=NOON + days(1))
    owed = counter.desk.statement(at=NOON + days(1)).owes
    counter.desk.pay(owed.decimal(), at=NOON + days(1))
    late = NOON + days(9)
    counter.take_back(at=late, dated=NOON + days(2), reason="found in the drop")
    with counter.desk.database.read() as view:
        refunded = view.ledger.between(late, late + days(1))
    assert [(one.kind, one.amount) for one in refunded] == [(SettlementKind.REFUND, owed)]


def test_a_return_is_never_dated_ahead(counter: Counter) -> None:
    counter.desk.copy()
    counter.desk.reader()
    counter.lend()
    with pytest.raises(TimeAhead):
        counter.take_back(at=NOON, dated=NOON + days(1))
    assert counter.desk.loan() is not None


def test_a_late_return_tells_staff_whose_card_owes(counter: Counter) -> None:
    counter.desk.copy(parts="2 CDs", note="cover loose")
    counter.desk.reader()
    counter.lend()
    taken = counter.take_back(at=NOON + days(30))
    assert (taken.outcome.charge, taken.owing_card) == (eur("0.40"), "R1")
    assert (taken.parts, taken.note) == ("2 CDs", "cover loose")


def test_a_return_at_another_branch_travels_home_and_arrives(counter: Counter) -> None:
    counter.desk.copy(branch=NORTH)
    counter.desk.reader()
    counter.lend()
    sent = counter.take_back().outcome
    assert (sent.place, sent.place_branch) == (Place.TRANSIT, NORTH)
    (row,) = counter.staff.holds.travelling(counter.me, here=False)
    assert (row.barcode, row.goal, row.card) == ("B1", NORTH, None)
    assert counter.staff.holds.travelling(counter.me, here=True) == ()
    assert counter.staff.holds.travelling(signed_in(branch=NORTH), here=True) == (row,)
    assert counter.take_back(branch=NORTH).outcome.place is Place.SHELF
    assert counter.staff.holds.travelling(counter.me, here=False) == ()


def test_an_unknown_number_is_refused_and_nothing_else_happens(counter: Counter) -> None:
    assert why(counter.take_back("nope").outcome) == ["item.unknown"]


def test_the_last_loan_is_undone(counter: Counter) -> None:
    counter.desk.copy()
    counter.desk.reader()
    counter.lend()
    outcome = counter.staff.lending.undo(counter.me, "R1", "B1", at=NOON, act_id=str(uuid4()))
    assert outcome.done
    assert counter.desk.loan() is None


def test_the_same_act_again_lends_once(counter: Counter) -> None:
    counter.desk.copy()
    counter.desk.reader()
    act_id = str(uuid4())
    both = [
        counter.staff.lending.lend(counter.me, "R1", "B1", at=NOON, act_id=act_id, agreed=None)
        for _ in range(2)
    ]
    assert both[0] == replace(both[1], limits=both[0].limits, charge=both[0].charge)
    assert both[1].done
    assert len(counter.desk.statement().loans) == 1
