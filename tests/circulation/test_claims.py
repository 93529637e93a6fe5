"""Items that a patron says to have returned, marks on items, and charges taken back."""

from uuid import uuid4

import pytest

from kiosk.model.charge import SettlementKind
from kiosk.model.errors import CardUnknown, ItemUnknown, LoanUnknown
from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place
from kiosk.model.staff_errors import ChargeUnknown

from .desk import NOON, NORTH, Desk, by, days, eur, rule, town_library, why

STAFF = by(account="m.weber")


def lent(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    assert desk.lend().done


def test_a_claimed_loan_stays_open_and_counts_towards_no_limit(desk: Desk) -> None:
    desk.configure(town_library(rule(3, {"item_type": "book"}, max_loans=1)))
    lent(desk)
    desk.copy("B2")
    assert why(desk.lend(barcode="B2")) == ["limit.loans"]
    assert desk.acts.claim_returned("b1", STAFF, reason="says the book drop").done
    assert desk.lent().claims_returned
    assert desk.lend(barcode="B2").done
    (line, _) = sorted(desk.statement().loans, key=lambda one: one.barcode)
    assert line.claims_returned
    with desk.database.read() as view:
        entry = next(one for one in view.audit.about("loan", desk.lent().id) if one.act == "claim")
    assert (entry.account, entry.reason) == ("m.weber", "says the book drop")
    assert (entry.details["before"], entry.details["after"]) == (False, True)


def test_what_is_claimed_is_not_renewed_until_the_claim_is_dropped(desk: Desk) -> None:
    lent(desk)
    for _ in range(2):
        assert desk.acts.claim_returned("B1", STAFF).done
    assert why(desk.renew(at=NOON + days(5))) == ["renewal.claimed_returned"]
    assert desk.acts.claim_returned("B1", STAFF, claims=False).done
    assert desk.renew(at=NOON + days(5)).done
    with desk.database.read() as view:
        acts = [one.act for one in view.audit.about("loan", desk.lent().id)]
    assert acts == ["drop_claim", "claim"]


def test_a_claim_needs_a_known_item_that_is_on_loan(desk: Desk) -> None:
    desk.copy()
    with pytest.raises(LoanUnknown):
        desk.acts.claim_returned("B1", STAFF)
    with pytest.raises(ItemUnknown):
        desk.acts.claim_returned("nope", STAFF)


def test_a_damaged_item_goes_to_staff_and_its_hold_waits_again(desk: Desk) -> None:
    record = desk.trapped("R2")
    outcome = desk.acts.mark("B1", Condition.DAMAGED, STAFF, reason="torn")
    assert (outcome.done, outcome.place) == (True, Place.STAFF)
    assert (desk.item().condition, desk.item().place) == (Condition.DAMAGED, Place.STAFF)
    assert desk.queue(record) == [("R2", HoldState.QUEUED)]


def test_an_item_found_sound_again_goes_where_a_return_goes(desk: Desk) -> None:
    record = desk.trapped("R2")
    desk.acts.mark("B1", Condition.MISSING, STAFF)
    assert desk.queue(record) == [("R2", HoldState.QUEUED)]
    outcome = desk.acts.mark("B1", Condition.FINE, STAFF)
    assert outcome.place is Place.HOLD_SHELF
    assert desk.queue(record) == [("R2", HoldState.READY)]


def test_a_lost_item_found_sound_gives_its_replacement_back(desk: Desk) -> None:
    lent(desk)
    desk.lose()
    desk.pay("15.00")
    desk.acts.mark("B1", Condition.FINE, STAFF)
    with desk.database.read() as view:
        kinds = [one.kind for one in view.ledger.settlements(desk.ledger()[0].patron_id)]
    assert kinds == [SettlementKind.PAYMENT, SettlementKind.REFUND]


def test_marking_twice_writes_one_line_into_the_trail(desk: Desk) -> None:
    desk.copy(branch=NORTH)
    outcomes = [desk.acts.mark("B1", Condition.DAMAGED, STAFF) for _ in range(2)]
    assert outcomes[0] == outcomes[1]
    with desk.database.read() as view:
        (entry,) = view.audit.about("item", desk.item().id)
    assert (entry.details["before"], entry.details["after"]) == ("fine", "damaged")


def test_what_is_lent_or_unknown_is_not_marked(desk: Desk) -> None:
    lent(desk)
    assert why(desk.acts.mark("B1", Condition.DAMAGED, STAFF)) == ["item.on_loan"]
    assert why(desk.acts.mark("nope", Condition.MISSING, STAFF)) == ["item.unknown"]


def test_a_charge_taken_back_cancels_what_is_open_and_pays_out_what_was_paid(desk: Desk) -> None:
    lent(desk)
    desk.lose()
    desk.pay("4.00")
    (charge,) = desk.ledger()
    act_id = str(uuid4())
    taken = [
        desk.acts.take_charge_back("R1", charge.id, STAFF, reason="our mistake", act_id=act_id)
        for _ in range(2)
    ]
    assert [(one.cancelled, one.paid_out) for one in taken] == [(eur("11.00"), eur("4.00"))] * 2
    assert desk.statement().owes == eur("0.00")
    again = desk.acts.take_charge_back("R1", charge.id, STAFF, reason="again")
    assert (again.cancelled, again.paid_out) == (eur("0"), eur("0"))


def test_only_a_charge_of_that_card_is_taken_back(desk: Desk) -> None:
    lent(desk)
    desk.reader("R2")
    desk.lose()
    (charge,) = desk.ledger()
    with pytest.raises(ChargeUnknown):
        desk.acts.take_charge_back("R2", charge.id, STAFF, reason="mine?")
    with pytest.raises(CardUnknown):
        desk.acts.take_charge_back("R9", charge.id, STAFF, reason="whose?")
    assert desk.ledger()[0].open_amount == eur("15.00")
