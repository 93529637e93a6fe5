"""Losing and finding again."""

from typing import Any
from uuid import uuid4

from kiosk.model.decision import ReasonCode
from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place

from .desk import NOON, Desk, by, days, eur, staff_may, why


def lost_on_loan(desk: Desk, at_day: float = 0, **changed: Any) -> None:
    desk.copy(**changed)
    desk.reader()
    desk.lend()
    assert desk.lose(at=NOON + days(at_day)).done


def test_losing_an_item_ends_its_loan_and_charges_its_price(desk: Desk) -> None:
    lost_on_loan(desk, price=eur("12.90"))
    assert desk.loan() is None
    assert desk.item().condition is Condition.LOST
    assert desk.charges() == [("replacement", "12.90")]


def test_an_item_without_a_price_costs_the_replacement_fee(desk: Desk) -> None:
    lost_on_loan(desk)
    assert desk.charges() == [("replacement", "15.00")]


def test_losing_what_is_overdue_books_the_fine_too(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    act_id = str(uuid4())
    first, again = (desk.lose(at=NOON + days(30), act_id=act_id) for _ in range(2))
    assert first.charge == again.charge == eur("15.40")
    assert sorted(desk.charges()) == [("fine", "0.40"), ("replacement", "15.00")]


def test_losing_it_twice_charges_once(desk: Desk) -> None:
    lost_on_loan(desk)
    assert desk.lose(at=NOON + days(1)).done
    assert desk.charges() == [("replacement", "15.00")]


def test_the_same_act_again_tells_the_same_charge(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    act_id = str(uuid4())
    assert desk.lose(act_id=act_id).charge == desk.lose(act_id=act_id).charge == eur("15.00")
    assert desk.charges() == [("replacement", "15.00")]


def test_a_repeated_loss_of_what_was_not_out_never_costs_a_later_reader(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    act_id = str(uuid4())
    assert desk.lose(act_id=act_id).done
    desk.take_back()
    desk.lend()
    assert desk.lose(act_id=act_id).charge is None
    assert (desk.charges(), desk.item().condition) == ([], Condition.FINE)


def test_what_nobody_had_out_is_lost_without_a_charge(desk: Desk) -> None:
    desk.copy()
    assert desk.lose().charge is None
    assert desk.item().condition is Condition.LOST


def test_an_unknown_item_cannot_be_lost(desk: Desk) -> None:
    assert why(desk.lose("zzz")) == ["item.unknown"]


def test_found_again_takes_the_replacement_back_and_leaves_the_fine(desk: Desk) -> None:
    lost_on_loan(desk, at_day=30)
    outcome = desk.take_back(at=NOON + days(40))
    assert outcome.place is Place.SHELF
    assert desk.item().condition is Condition.FINE
    assert sorted(desk.charges()) == [("fine", "0.40"), ("replacement", "0.00")]


def test_a_replacement_that_was_paid_is_refunded(desk: Desk) -> None:
    lost_on_loan(desk)
    patron = desk.ledger()[0].patron_id
    desk.pay("15.00")
    desk.take_back(at=NOON + days(3))
    with desk.database.read() as view:
        kinds = [(str(entry.kind), entry.amount) for entry in view.ledger.settlements(patron)]
        assert view.ledger.owed(patron) == eur("0.00")
    assert kinds == [("payment", eur("15.00")), ("refund", eur("15.00"))]


def test_nobody_pays_for_what_was_given_up_as_lost_and_comes_back(desk: Desk) -> None:
    lost_on_loan(desk)
    assert desk.acts.withdraw("B1", by(NOON + days(20))).done
    desk.take_back(at=NOON + days(30))
    assert desk.item().condition is Condition.WITHDRAWN
    assert desk.charges() == [("replacement", "0.00")]


def test_found_twice_is_refunded_once(desk: Desk) -> None:
    lost_on_loan(desk)
    patron = desk.ledger()[0].patron_id
    desk.pay("15.00")
    desk.take_back(at=NOON + days(3))
    desk.take_back(at=NOON + days(4))
    with desk.database.read() as view:
        assert len(view.ledger.settlements(patron)) == 2


def test_a_hold_that_nothing_can_fill_any_more_is_closed_with_a_message(desk: Desk) -> None:
    record = desk.copy()
    desk.reader("R1")
    waiting = desk.reader("R2", language="de")
    desk.lend("R1")
    desk.hold("R2", record)
    desk.lose()
    assert desk.queue(record) == []
    with desk.database.read() as view:
        (message,) = view.messages.unread(waiting.id)
    assert message.language == "de"
    assert "„Emma“" in message.text


def test_the_message_speaks_a_language_there_is(desk: Desk) -> None:
    record = desk.copy()
    desk.reader("R1")
    waiting = desk.reader("R2", language="xx")
    desk.lend("R1")
    desk.hold("R2", record)
    desk.lose()
    with desk.database.read() as view:
        (message,) = view.messages.unread(waiting.id)
    assert message.language == "en"


def test_a_hold_that_another_copy_can_fill_waits_on(desk: Desk) -> None:
    record = desk.copy("B1")
    desk.copy("B2", record)
    for card in ("R1", "R2", "R3"):
        desk.reader(card)
    desk.lend("R1", "B1")
    desk.lend("R2", "B2")
    desk.hold("R3", record)
    desk.lose("B1")
    assert desk.queue(record) == [("R3", HoldState.QUEUED)]


def test_losing_what_was_kept_on_the_hold_shelf_queues_its_hold_again(desk: Desk) -> None:
    record = desk.trapped("R2", "B1")
    desk.copy("B2", record, not_for_loan=False)
    desk.reader("R3")
    assert desk.lend("R3", "B2").done
    desk.lose("B1")
    assert desk.queue(record) == [("R2", HoldState.QUEUED)]
    assert desk.item("B1").place is Place.SHELF


def test_a_lost_item_that_comes_back_is_kept_for_who_waits(desk: Desk) -> None:
    record = desk.copy("B1")
    desk.copy("B2", record)
    for card in ("R1", "R2", "R3"):
        desk.reader(card)
    desk.lend("R1", "B1")
    desk.lend("R2", "B2")
    desk.hold("R3", record, override=staff_may(ReasonCode.HOLD_AVAILABLE_NOW))
    desk.lose("B1")
    assert desk.take_back("B1", NOON + days(1)).place is Place.HOLD_SHELF
    assert desk.queue(record) == [("R3", HoldState.READY)]
