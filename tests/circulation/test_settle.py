"""Paying and forgiving."""

from uuid import uuid4

import pytest

from kiosk.model.errors import CardUnknown, InvalidAmount, MoreThanOwed

from .desk import NOON, Desk, by, eur


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
