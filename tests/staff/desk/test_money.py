"""Money at the desk: in part and oldest first, forgiven with a reason, asked for, given back."""

from typing import Any
from uuid import uuid4

import pytest

from kiosk.model.charge import ChargeKind, PaymentMethod
from kiosk.model.errors import CardUnknown, FeeUnknown, InvalidAmount, MoreThanOwed
from kiosk.model.outcome import Outcome
from kiosk.model.staff_errors import NotAllowed, ReasonMissing
from tests.circulation.desk import NOON, days, eur
from tests.staff.desk.counter import Counter, signed_in


def charge(counter: Counter, amount: str, kind: ChargeKind = ChargeKind.OTHER, note: str = "bag") -> Outcome:
    return counter.staff.money.charge(
        counter.me, "R1", kind, eur(amount), note=note, at=NOON, act_id=str(uuid4())
    )


def pay(counter: Counter, amount: str, act_id: str | None = None) -> Outcome:
    return counter.staff.money.pay(
        counter.me, "R1", eur(amount), PaymentMethod.CASH, at=NOON + days(1), act_id=act_id or str(uuid4())
    )


def test_a_payment_in_part_settles_the_oldest_first(counter: Counter) -> None:
    counter.desk.reader()
    charge(counter, "2.00", ChargeKind.MEMBERSHIP)
    charge(counter, "3.00")
    assert pay(counter, "2.50").done
    assert counter.desk.charges() == [("membership", "0.00"), ("other", "2.50")]


def test_the_same_payment_twice_is_taken_once(counter: Counter) -> None:
    counter.desk.reader()
    charge(counter, "3.00")
    act_id = str(uuid4())
    for _ in range(2):
        assert pay(counter, "1.00", act_id).done
    assert counter.desk.charges() == [("other", "2.00")]


@pytest.mark.parametrize(
    ("amount", "error"), [("0", InvalidAmount), ("-1", InvalidAmount), ("3.01", MoreThanOwed)]
)
def test_nothing_less_than_nothing_and_more_than_owed_are_refused(
    counter: Counter, amount: str, error: type[Exception]
) -> None:
    counter.desk.reader()
    charge(counter, "3.00")
    with pytest.raises(error):
        pay(counter, amount)
    assert counter.desk.charges() == [("other", "3.00")]


def test_a_waiver_needs_the_right_and_a_reason_and_is_in_the_trail(counter: Counter) -> None:
    reader = counter.desk.reader()
    charge(counter, "3.00")
    how: dict[str, Any] = {"at": NOON, "act_id": str(uuid4())}
    with pytest.raises(NotAllowed):
        counter.staff.money.waive(signed_in("circulation"), "R1", eur("1.00"), reason="kind", **how)
    with pytest.raises(ReasonMissing):
        counter.staff.money.waive(counter.me, "R1", eur("1.00"), reason=" ", **how)
    assert counter.staff.money.waive(counter.me, "R1", eur("1.00"), reason="our mistake", **how).done
    assert counter.desk.charges() == [("other", "2.00")]
    with counter.desk.database.read() as view:
        entry = view.audit.about("patron", reader.id)[0]
    assert (entry.act, entry.reason, entry.account) == ("waive", "our mistake", "m.weber")


def test_another_fee_needs_a_note(counter: Counter) -> None:
    counter.desk.reader()
    with pytest.raises(FeeUnknown):
        charge(counter, "1.00", note=" ")
    with pytest.raises(FeeUnknown):
        charge(counter, "1.00", ChargeKind.FINE)


def test_a_charge_taken_back_is_paid_out_and_stays_in_the_ledger(counter: Counter) -> None:
    counter.desk.reader()
    charge(counter, "3.00")
    pay(counter, "3.00")
    (booked,) = counter.staff.money.charges(counter.me, "R1")
    with pytest.raises(ReasonMissing):
        counter.staff.money.take_back(counter.me, "R1", booked.id, reason="", at=NOON, act_id=str(uuid4()))
    taken = counter.staff.money.take_back(
        counter.me, "R1", booked.id, reason="double", at=NOON + days(2), act_id=str(uuid4())
    )
    assert (taken.cancelled, taken.paid_out) == (eur("0.00"), eur("3.00"))
    ledger = counter.staff.money.ledger(counter.me, "R1", at=NOON + days(3))
    assert [line.amount for line in ledger.lines] == [eur("3.00"), eur("-3.00"), eur("-3.00"), eur("3.00")]
    assert ledger.owed == eur("0.00")


def test_an_unknown_card_has_no_charges(counter: Counter) -> None:
    with pytest.raises(CardUnknown):
        counter.staff.money.charges(counter.me, "R9")
