"""A return made by mistake is taken back within minutes: loan, fine, hold and item are as before."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.circulation.return_made import ReturnMade
from kiosk.membership.erasing import Erasing
from kiosk.model.item import Condition, Place
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import ReturnNotUndone
from kiosk.storage import NewNotice
from kiosk.storage.tables import charges, holds, items, loans

from .desk import MAIN, NOON, NORTH, Desk, by, days

LATER = NOON + days(40)
SOON = LATER + timedelta(minutes=5)


def lent(desk: Desk, **item: Any) -> int:
    desk.reader("R1")
    record = desk.copy("B1", **item)
    desk.lend("R1", "B1")
    return record


def taken_back(desk: Desk, branch: str = MAIN) -> ReturnMade:
    outcome, made = desk.acts.checkin.with_way_back("B1", by(LATER, branch, account="m.weber"), act_id="ret")
    assert outcome.done
    assert made is not None
    return made


def undo(desk: Desk, made: ReturnMade, after: timedelta = timedelta(minutes=5), act_id: str = "undo") -> None:
    outcome = desk.acts.undo_return(made, by(LATER + after, account="m.weber"), act_id=act_id)
    assert (outcome.done, outcome.due_at) == (True, made.loan.due_at)


def against(desk: Desk, made: ReturnMade, after: timedelta = timedelta(minutes=5)) -> list[str]:
    with pytest.raises(ReturnNotUndone) as refused:
        undo(desk, made, after, act_id="again")
    why = refused.value.values["why"]
    assert isinstance(why, tuple)
    return [problem.key.rpartition(".")[2] for problem in why if isinstance(problem, Problem)]


def as_it_is(desk: Desk) -> list[tuple[Any, ...]]:
    """Return all that a return may change, of every loan, item, hold and open charge."""
    with desk.database.read() as view:
        told: list[tuple[Any, ...]] = [
            tuple(row) for row in view.link.all(select(loans).order_by(loans.c.id))
        ]
        told += [tuple(row) for row in view.link.all(select(items).order_by(items.c.id))]
        told += [tuple(row) for row in view.link.all(select(holds).order_by(holds.c.id))]
        owed = select(
            charges.c.id, charges.c.loan_id, charges.c.item_id, charges.c.title, charges.c.open_amount
        )
        told += [tuple(row) for row in view.link.all(owed.where(charges.c.open_amount > 0))]
    return told


@pytest.mark.parametrize("branch", [MAIN, NORTH])
def test_all_is_as_before_the_return(desk: Desk, branch: str) -> None:
    lent(desk)
    desk.acts.claim_returned("B1", by(account="m.weber"))
    before = as_it_is(desk)
    made = taken_back(desk, branch)
    assert as_it_is(desk) != before
    undo(desk, made)
    assert as_it_is(desk) == before
    with desk.database.read() as view:
        acts = [entry.act for entry in view.audit.about("item", desk.item().id)]
    assert acts[:2] == ["undo_return", "return"]


def test_what_was_paid_for_the_loan_is_named_by_it_again(desk: Desk) -> None:
    lent(desk, item_type="dvd")
    desk.pay("1.50", "R1")
    (fee,) = desk.ledger("R1")
    made = taken_back(desk)
    fine = next(one for one in desk.ledger("R1") if one.id != fee.id)
    assert fine.open_amount.minor > 0
    undo(desk, made)
    mine = {one.id: one for one in desk.ledger("R1")}
    assert mine[fee.id] == fee
    assert mine[fine.id].open_amount.minor == 0


def test_whoever_waits_for_it_waits_again_in_the_same_place(desk: Desk) -> None:
    record = lent(desk)
    for card in ("R2", "R3"):
        desk.reader(card)
        desk.hold(card, record)
    before = desk.queue(record)
    made = taken_back(desk)
    assert desk.item().place is Place.HOLD_SHELF
    undo(desk, made)
    assert desk.queue(record) == before
    assert desk.take_back(at=SOON + days(1)).hold_id is not None


def test_twice_is_once_and_the_return_is_not_repeated_by_its_act(desk: Desk) -> None:
    lent(desk)
    made = taken_back(desk)
    undo(desk, made)
    undo(desk, made)
    desk.acts.checkin("B1", by(SOON), act_id="ret")
    assert desk.loan() is not None, "a retry of the act that was taken back ends nothing"
    assert desk.take_back(at=SOON).done
    assert against(desk, made, timedelta(minutes=6)) == ["gone"]


def test_what_has_come_of_it_since_is_named_whole(desk: Desk) -> None:
    record = lent(desk)
    desk.reader("R2")
    desk.hold("R2", record)
    made = taken_back(desk)
    owed = sum(one.open_amount.minor for one in desk.ledger("R1"))
    desk.pay(f"{owed / 100:.2f}", "R1", at=SOON)
    assert made.hold is not None
    with desk.database.act() as work:
        key: dict[str, Any] = {"patron_id": made.hold.patron_id, "hold_id": made.hold.id}
        work.notices.queue(NewNotice("k", "hold_ready", "email", "de", SOON, **key))
        notice = work.notices.by_key("k")
        assert notice is not None
        work.notices.sent(notice.id, SOON)
        work.commit()
    desk.set_condition(Condition.DAMAGED)
    before = as_it_is(desk)
    assert against(desk, made, timedelta(minutes=11)) == ["too_late", "moved", "told", "settled"]
    assert as_it_is(desk) == before


def test_a_hold_that_changed_and_an_item_lent_again_stand_against_it(desk: Desk) -> None:
    record = lent(desk)
    desk.reader("R2")
    desk.hold("R2", record)
    made = taken_back(desk)
    desk.cancel("R2", record, at=LATER)
    assert "hold_changed" in against(desk, made)
    desk.lend("R2", "B1", at=LATER)
    assert against(desk, made) == ["lent_again"]


def test_nothing_is_put_back_for_who_was_erased(desk: Desk) -> None:
    desk.reader("R1")
    desk.copy("B1")
    desk.lend("R1", "B1", at=LATER - days(1))
    made = taken_back(desk)
    Erasing(desk.database)("R1", by="anna", at=LATER)
    assert against(desk, made) == ["gone"]


def test_a_waiting_word_to_whoever_was_to_get_it_goes(desk: Desk) -> None:
    record = lent(desk)
    desk.reader("R2")
    desk.hold("R2", record)
    made = taken_back(desk)
    assert made.hold is not None
    with desk.database.act() as work:
        key: dict[str, Any] = {"patron_id": made.hold.patron_id, "hold_id": made.hold.id}
        work.notices.queue(NewNotice("k", "hold_ready", "email", "de", SOON, **key))
        work.commit()
    undo(desk, made)
    with desk.database.read() as view:
        assert view.notices.by_key("k") is None


def test_there_is_no_way_back_from_what_ended_no_loan(desk: Desk) -> None:
    lent(desk)
    taken_back(desk)
    for act_id in ("ret", "other"):
        assert desk.acts.checkin.with_way_back("B1", by(LATER), act_id=act_id)[1] is None
    assert desk.acts.checkin.with_way_back("nothing", by(LATER))[1] is None
