"""Giving items up, and fees that staff ask for."""

from uuid import uuid4

import pytest

from kiosk.model.charge import ChargeKind
from kiosk.model.errors import CardUnknown, FeeUnknown, InvalidAmount
from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place

from .desk import NOON, NORTH, Desk, by, eur, rule, town_library, why


def test_the_last_copy_takes_its_holds_with_it_and_tells(desk: Desk) -> None:
    record = desk.trapped("R2")
    outcome = desk.acts.withdraw("b1", by(NOON, account="m.weber"), reason="torn")
    assert (outcome.done, outcome.barcode) == (True, "B1")
    assert (desk.item().condition, desk.item().place) == (Condition.WITHDRAWN, Place.SHELF)
    assert desk.queue(record) == []
    (message,) = desk.statement("R2").messages
    assert "Emma" in message.text
    with desk.database.read() as view:
        (entry,) = view.audit.about("item", desk.item().id)
    assert (entry.act, entry.reason) == ("withdraw", "torn")


def test_a_hold_that_another_copy_can_fill_waits_again(desk: Desk) -> None:
    record = desk.trapped("R2")
    desk.copy("B2", record)
    assert desk.acts.withdraw("B1", by(NOON)).done
    assert desk.queue(record) == [("R2", HoldState.QUEUED)]
    assert desk.statement("R2").messages == ()


def test_withdrawing_twice_is_withdrawing_once(desk: Desk) -> None:
    desk.trapped("R2")
    assert [desk.acts.withdraw("B1", by(NOON)).done for _ in range(2)] == [True, True]
    assert len(desk.statement("R2").messages) == 1


def test_what_is_lent_or_unknown_is_not_withdrawn(desk: Desk) -> None:
    desk.copy(branch=NORTH)
    desk.reader()
    desk.lend()
    assert why(desk.acts.withdraw("B1", by(NOON))) == ["item.on_loan"]
    assert why(desk.acts.withdraw(" nope ", by(NOON))) == ["item.unknown"]
    assert desk.item().condition is Condition.FINE


def test_a_fee_is_owed_audited_and_booked_once(desk: Desk) -> None:
    patron = desk.reader()
    act_id = str(uuid4())
    for _ in range(2):
        outcome = desk.acts.charge(
            "R1",
            ChargeKind.CARD_REPLACEMENT,
            eur("5.00"),
            by(NOON, account="m.weber"),
            note="lost on the bus",
            act_id=act_id,
        )
        assert (outcome.done, outcome.charge) == (True, eur("5.00"))
    assert desk.charges() == [("card_replacement", "5.00")]
    assert desk.statement().owes == eur("5.00")
    assert desk.ledger()[0].note == "lost on the bus"
    with desk.database.read() as view:
        (entry,) = view.audit.about("patron", patron.id)
    assert (entry.act, entry.account, entry.reason) == ("charge", "m.weber", "lost on the bus")


def test_what_lies_ready_stays_kept_when_another_copy_goes_though_rules_have_changed(desk: Desk) -> None:
    record = desk.trapped("R2", "B1")
    desk.copy("B2", record)
    desk.configure(town_library(rule(3, {"item_type": "book"}, loanable=False)))
    assert desk.acts.withdraw("B2", by(NOON)).done
    assert desk.queue(record) == [("R2", HoldState.READY)]
    assert desk.item("B1").place is Place.HOLD_SHELF


def test_what_is_no_fee_is_told(desk: Desk) -> None:
    desk.reader()
    for kind, note in ((ChargeKind.FINE, "x"), (ChargeKind.REPLACEMENT, "x"), (ChargeKind.OTHER, " ")):
        with pytest.raises(FeeUnknown):
            desk.acts.charge("R1", kind, eur("1.00"), by(NOON), note=note)
    with pytest.raises(InvalidAmount):
        desk.acts.charge("R1", ChargeKind.MEMBERSHIP, eur("0.00"), by(NOON))
    with pytest.raises(CardUnknown):
        desk.acts.charge("nobody", ChargeKind.MEMBERSHIP, eur("1.00"), by(NOON))
    assert desk.ledger() == ()
