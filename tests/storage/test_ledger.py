"""The ledger: the oldest first, in part where it must be, and nothing twice."""

from datetime import timedelta

import pytest

from kiosk.model.charge import Charge, ChargeKind, PaymentMethod, SettlementKind
from kiosk.model.errors import InvalidAmount
from kiosk.storage import Act, NewCharge, Settled, check

from .builders import NOW, WEEK, Town, act, eur

DAY = timedelta(days=1)


def booked(work: Act, patron_id: int, minor: int, days: int = 0) -> Charge:
    return work.ledger.book(NewCharge(act(), patron_id, ChargeKind.FINE, eur(minor), NOW + days * DAY))


def paid(work: Act, patron_id: int, minor: int, **changed: object) -> Settled:
    given: dict[str, object] = {"act_id": act(), "kind": SettlementKind.PAYMENT, "at": NOW, "by": "desk"}
    return work.ledger.settle(patron_id, amount=eur(minor), **{**given, **changed})  # type: ignore[arg-type]


def test_payments_go_to_the_oldest_charge_first_and_in_part(town: Town) -> None:
    who = town.patron().id
    with town.database.act() as work:
        newer, older = booked(work, who, 200, days=1), booked(work, who, 300)
        done = paid(work, who, 400)
        assert [(entry.charge_id, entry.amount) for entry in done.settlements] == [
            (older.id, eur(300)),
            (newer.id, eur(100)),
        ]
        assert done.left_over == eur(0)
        assert [(charge.id, charge.open_amount) for charge in work.ledger.open_charges(who)] == [
            (newer.id, eur(100))
        ]
        assert work.ledger.owed(who) == eur(100)


def test_what_nobody_owes_is_left_over(town: Town) -> None:
    who = town.patron().id
    with town.database.act() as work:
        booked(work, who, 150)
        assert paid(work, who, 500).left_over == eur(350)
        assert work.ledger.owed(who) == eur(0)
        assert paid(work, who, 500) == Settled((), eur(500))


def test_a_repeated_payment_is_the_same_payment(town: Town) -> None:
    who = town.patron().id
    with town.database.act() as work:
        booked(work, who, 300)
        booked(work, who, 300)
        first = paid(work, who, 300, act_id="once")
        assert paid(work, who, 300, act_id="once") == first
        assert work.ledger.owed(who) == eur(300)


def test_a_repeated_charge_is_the_same_charge(town: Town) -> None:
    who = town.patron().id
    with town.database.act() as work:
        wanted = NewCharge("once", who, ChargeKind.MEMBERSHIP, eur(1500), NOW)
        assert work.ledger.book(wanted) == work.ledger.book(wanted)
        other_kind = NewCharge("once", who, ChargeKind.LOAN_FEE, eur(100), NOW)
        assert work.ledger.book(other_kind).amount == eur(100)
        assert work.ledger.owed(who) == eur(1600)


def test_a_payment_can_be_for_chosen_charges(town: Town) -> None:
    who = town.patron().id
    with town.database.act() as work:
        older, newer = booked(work, who, 100), booked(work, who, 100, days=1)
        paid(work, who, 100, charge_ids=[newer.id])
        assert [charge.id for charge in work.ledger.open_charges(who)] == [older.id]


@pytest.mark.parametrize("minor", [0, -1])
def test_nothing_and_less_is_no_payment(town: Town, minor: int) -> None:
    who = town.patron().id
    with town.database.act() as work, pytest.raises(InvalidAmount):
        paid(work, who, minor)


def test_a_negative_charge_is_refused(town: Town) -> None:
    who = town.patron().id
    with town.database.act() as work, pytest.raises(InvalidAmount):
        booked(work, who, -5)


def test_a_reversal_takes_back_what_is_open_and_what_was_paid_but_no_waiver(town: Town) -> None:
    who = town.patron().id
    with town.database.act() as work:
        charge = booked(work, who, 1000)
        paid(work, who, 300)
        paid(work, who, 200, kind=SettlementKind.WAIVER, reason="goodwill")
        back = work.ledger.reverse(charge.id, act_id="back", at=NOW + WEEK, by="desk", reason="found")
        assert [(entry.kind, entry.amount) for entry in back] == [
            (SettlementKind.REVERSAL, eur(500)),
            (SettlementKind.REFUND, eur(300)),
        ]
        assert work.ledger.owed(who) == eur(0)
        assert len(work.ledger.settlements(who)) == 4
        assert work.ledger.reverse(charge.id, act_id="back again", at=NOW + WEEK, by="desk") == ()
        assert len(work.ledger.between(NOW + WEEK, NOW + 2 * WEEK)) == 2


def test_one_patrons_payment_never_touches_another(town: Town) -> None:
    payer, other = town.patron().id, town.patron().id
    with town.database.act() as work:
        booked(work, other, 100)
        assert paid(work, payer, 100).settlements == ()
        assert work.ledger.owed(other) == eur(100)


def test_the_check_finds_sums_that_do_not_agree(town: Town) -> None:
    who = town.patron().id
    with town.database.act() as work:
        charges = [booked(work, who, 300) for _ in range(4)]
        paid(work, who, 450)
        paid(work, who, 100, kind=SettlementKind.WAIVER)
        work.ledger.reverse(charges[0].id, act_id=act(), at=NOW, by="desk")
        work.ledger.reverse(charges[2].id, act_id=act(), at=NOW, by="desk")
        work.commit()
    assert all(result.ok for result in check(town.database))
    with town.database.connection(to_write=True) as connection:
        connection.exec_driver_sql(f"UPDATE charges SET open_amount = 1 WHERE id = {charges[3].id}")
        refund = "UPDATE settlements SET amount = 301 WHERE kind = 'refund'"
        assert connection.exec_driver_sql(refund).rowcount == 1
        connection.commit()
    (failed,) = (result for result in check(town.database) if not result.ok)
    assert (failed.name, failed.detail) == ("ledger", f"charges: {charges[0].id}, {charges[3].id}")


def test_how_money_came_in_is_kept(town: Town) -> None:
    who = town.patron().id
    with town.database.act() as work:
        booked(work, who, 300)
        done = paid(work, who, 300, act_id="once", method=PaymentMethod.CARD)
        assert [entry.method for entry in done.settlements] == [PaymentMethod.CARD]
        assert work.ledger.settled_by("once") == done.settlements
