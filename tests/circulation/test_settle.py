"""Paying and forgiving."""

from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from kiosk.model.charge import PaymentMethod
from kiosk.model.errors import CardUnknown, InvalidAmount, MoreThanOwed
from kiosk.model.money import Money

from .desk import NOON, Desk, by, days, eur, town_library


def owing(desk: Desk) -> None:
    """Have R1 owe two loan fees of 1.50."""
    desk.reader()
    for barcode in ("D1", "D2"):
        desk.copy(barcode, item_type="dvd")
        desk.lend("R1", barcode)


def test_the_oldest_charge_is_paid_first_and_the_last_in_part(desk: Desk) -> None:
    owing(desk)
    assert desk.pay("2.00").charge == eur("2.00")
    assert desk.charges() == [("loan_fee", "0.00"), ("loan_fee", "1.00")]


def test_the_same_payment_again_is_taken_once(desk: Desk) -> None:
    owing(desk)
    act_id = str(uuid4())
    assert desk.pay("3.00", act_id=act_id).done
    assert desk.pay("3.00", act_id=act_id).done
    assert desk.charges() == [("loan_fee", "0.00"), ("loan_fee", "0.00")]


def test_more_than_is_owed_is_not_taken(desk: Desk) -> None:
    owing(desk)
    with pytest.raises(MoreThanOwed) as refused:
        desk.pay("3.01")
    assert refused.value.values["owed"] == eur("3.00")
    assert desk.charges() == [("loan_fee", "1.50"), ("loan_fee", "1.50")]


@pytest.mark.parametrize("amount", ["0.00", "-1.00"])
def test_nothing_is_no_payment(desk: Desk, amount: str) -> None:
    owing(desk)
    with pytest.raises(InvalidAmount):
        desk.pay(amount)


def test_an_unknown_card_cannot_pay(desk: Desk) -> None:
    with pytest.raises(CardUnknown):
        desk.pay("1.00", "nobody")


def test_a_waiver_is_kept_with_its_reason_and_who_gave_it(desk: Desk) -> None:
    owing(desk)
    desk.acts.settle("R1", eur("1.50"), by(NOON, account="m.weber"), waive=True, reason="broken disc")
    patron = desk.ledger()[0].patron_id
    with desk.database.read() as view:
        (waiver,) = view.ledger.settlements(patron)
        (entry,) = view.audit.about("patron", patron)
    assert (str(waiver.kind), waiver.by, waiver.reason) == ("waiver", "m.weber", "broken disc")
    assert (entry.act, entry.account, entry.reason) == ("waive", "m.weber", "broken disc")


def late(desk: Desk, *barcodes: str, **values: Any) -> datetime:
    """Have R1 keep books ten days too long; return that day's noon."""
    desk.configure(town_library(**values))
    desk.reader()
    for barcode in barcodes:
        desk.copy(barcode)
        assert desk.lend("R1", barcode).done
    return NOON + days(38)


def owes(desk: Desk, at: datetime) -> Money:
    return desk.statement("R1", at).owes


def test_what_the_account_owes_can_be_paid_while_fines_run(desk: Desk) -> None:
    now = late(desk, "B1", "B2")
    assert owes(desk, now) == eur("4.00")
    assert desk.pay("4.00", at=now).done
    assert owes(desk, now) == eur("0.00")
    assert desk.charges() == [("fine", "0.00"), ("fine", "0.00")]
    assert owes(desk, now + days(1)) == eur("0.40")


def test_a_fine_paid_while_it_ran_is_not_booked_again(desk: Desk) -> None:
    now = late(desk, "B1")
    desk.pay("2.00", at=now)
    assert not desk.take_back("B1", now).charge
    assert [one.amount for one in desk.ledger()] == [eur("2.00")]


def test_the_rest_of_a_fine_is_booked_at_return_and_at_renewal(desk: Desk) -> None:
    now = late(desk, "B1", "B2")
    desk.pay("4.00", at=now)
    assert desk.take_back("B1", now + days(3)).charge == eur("0.60")
    renewed = desk.renew("R1", "B2", now + days(3))
    assert renewed.charge == eur("0.60")
    assert renewed.due_at is not None
    # The new due date begins a new count.
    assert desk.take_back("B2", renewed.due_at + days(2)).charge == eur("0.40")


def test_the_cap_holds_over_payments_renewals_and_the_return(desk: Desk) -> None:
    now = late(desk, "B1", fine_max=eur("5.00"))
    desk.pay("2.00", at=now)
    renewed = desk.renew("R1", "B1", now + days(5))
    assert renewed.charge == eur("1.00")
    assert renewed.due_at is not None
    desk.pay("1.00", at=renewed.due_at)
    desk.pay("1.00", at=renewed.due_at + days(5))
    assert desk.take_back("B1", renewed.due_at + days(100)).charge == eur("1.00")
    assert sum((one.amount for one in desk.ledger()), eur("0.00")) == eur("5.00")


def test_running_fines_are_booked_only_when_charges_do_not_need_it_all(desk: Desk) -> None:
    now = late(desk, "B1")
    desk.copy("D1", item_type="dvd")
    desk.lend("R1", "D1", now)
    desk.pay("1.50", at=now)
    assert desk.charges() == [("loan_fee", "0.00")]
    desk.pay("0.50", at=now)
    assert desk.charges() == [("loan_fee", "0.00"), ("fine", "1.50")]
    assert owes(desk, now) == eur("1.50")


def test_more_than_is_owed_books_no_fine_either(desk: Desk) -> None:
    now = late(desk, "B1")
    with pytest.raises(MoreThanOwed) as refused:
        desk.pay("2.01", at=now)
    assert refused.value.values["owed"] == eur("2.00")
    assert desk.ledger() == ()
    assert desk.take_back("B1", now).charge == eur("2.00")


def test_the_same_payment_of_running_fines_again_books_nothing(desk: Desk) -> None:
    now = late(desk, "B1")
    act_id = str(uuid4())
    for at in (now, now + days(4)):
        assert desk.pay("2.00", at=at, act_id=act_id).charge == eur("2.00")
    assert [one.amount for one in desk.ledger()] == [eur("2.00")]


def test_running_fines_can_be_forgiven(desk: Desk) -> None:
    now = late(desk, "B1")
    desk.acts.settle("R1", eur("2.00"), by(now, account="m.weber"), waive=True, reason="was ill")
    assert owes(desk, now) == eur("0.00")
    assert desk.take_back("B1", now + days(1)).charge == eur("0.20")


def test_a_payment_keeps_how_it_was_made(desk: Desk) -> None:
    owing(desk)
    desk.pay("1.50", method=PaymentMethod.CARD)
    with desk.database.read() as view:
        (payment,) = view.ledger.settlements(desk.ledger()[0].patron_id)
    assert payment.method is PaymentMethod.CARD
