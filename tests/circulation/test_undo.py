"""Undoing the last loan: as if it had never been."""

from dataclasses import replace
from datetime import time, timedelta
from uuid import uuid4

import pytest

from kiosk.model.calendar import Calendar, OpenSpan
from kiosk.model.decision import ReasonCode
from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import Condition, Item, Place
from kiosk.model.outcome import Outcome
from kiosk.model.rule import Period, PeriodUnit

from .desk import MAIN, NOON, NORTH, Desk, by, days, eur, rule, staff_may, town_library, why

SOON = NOON + timedelta(minutes=3)


def undo(desk: Desk, barcode: str = "B1", card: str = "R1", **more: object) -> Outcome:
    at, branch = more.pop("at", SOON), more.pop("branch", MAIN)
    return desk.acts.undo(card, barcode, by(at, branch), **more)  # type: ignore[arg-type]


def state(desk: Desk, record: int, barcode: str = "B1") -> tuple[Item, tuple[Hold, ...]]:
    with desk.database.read() as view:
        return desk.item(barcode), view.holds.of_record(record)


def test_a_loan_undone_is_a_loan_that_never_was(desk: Desk) -> None:
    record = desk.copy(item_type="dvd")
    desk.reader()
    before = state(desk, record)
    assert desk.lend().done
    outcome = undo(desk)
    assert (outcome.done, outcome.act, outcome.title) == (True, "undo", "Emma")
    assert (desk.loan(), desk.charges()) == (None, [("loan_fee", "0.00")])
    assert state(desk, record) == before
    assert desk.statement().owes == eur("0.00")
    assert desk.lend(at=SOON).done


def test_a_fee_paid_meanwhile_is_refunded(desk: Desk) -> None:
    desk.copy(item_type="dvd")
    desk.reader()
    desk.lend()
    desk.pay("1.50")
    undo(desk)
    with desk.database.read() as view:
        kinds = [str(one.kind) for one in view.ledger.settlements(desk.ledger()[0].patron_id)]
    assert kinds == ["payment", "refund"]


def test_a_fine_that_was_paid_within_these_minutes_is_refunded_with_the_fee(desk: Desk) -> None:
    """A loan of hours begun just before closing is due at once, and costs a day's fine."""
    town = town_library(
        rule(3, {"item_type": "dvd", "branch": MAIN}, loan_period=Period(3, PeriodUnit.HOURS))
    )
    at_noon = Calendar("Europe/Berlin", ((OpenSpan(time(9), time(12, 1)),),) * 7)
    main, *others = town.branches
    desk.configure(replace(town, branches=(replace(main, calendar=at_noon), *others)))
    desk.copy(item_type="dvd")
    desk.reader()
    assert desk.lend().due_at == NOON + timedelta(minutes=1)
    desk.pay("1.70", at=SOON)
    assert undo(desk).done
    with desk.database.read() as view:
        entries = view.ledger.settlements(desk.ledger()[0].patron_id)
    assert [(str(one.kind), one.amount) for one in entries] == [
        *(("payment", eur(paid)) for paid in ("1.50", "0.20")),
        *(("refund", eur(paid)) for paid in ("1.50", "0.20")),
    ]
    assert desk.statement(at=SOON).owes == eur("0.00")


@pytest.mark.parametrize("pickup", [MAIN, NORTH])
def test_the_hold_that_the_loan_filled_is_as_before(desk: Desk, pickup: str) -> None:
    record = desk.copy()
    for card in ("R1", "R2"):
        desk.reader(card)
    desk.lend("R2", at=NOON - days(9))
    desk.hold("R1", record, NOON - days(8), pickup)
    desk.take_back(at=NOON - days(1))
    before = state(desk, record)
    assert before[1][0].state is (HoldState.READY if pickup == MAIN else HoldState.IN_TRANSIT)
    assert desk.lend("R1").done
    assert desk.queue(record) == []
    assert undo(desk).done
    assert state(desk, record) == before


def test_a_hold_that_waited_in_line_or_rested_does_so_again(desk: Desk) -> None:
    record = desk.copy("B1")
    desk.copy("B2", record, branch=NORTH)
    desk.reader()
    assert desk.hold("R1", record, pickup="ISLAND").done
    for rest in (False, True):
        if rest:
            desk.acts.change_hold.suspend("R1", record, by(NOON))
        before = state(desk, record)
        assert desk.lend("R1", "B1").done
        assert desk.queue(record) == []
        assert undo(desk).done
        assert state(desk, record) == before


def test_another_copy_that_was_kept_is_kept_again_if_it_is_still_there(desk: Desk) -> None:
    record = desk.trapped("R2")
    desk.copy("B2", record)
    before = (state(desk, record), desk.item("B2"))
    assert desk.lend("R2", "B2").done
    assert desk.item("B1").place is Place.SHELF
    assert undo(desk, "B2", "R2").done
    assert (state(desk, record), desk.item("B2")) == before


def test_another_copy_that_went_meanwhile_leaves_the_hold_waiting(desk: Desk) -> None:
    record = desk.trapped("R2")
    desk.copy("B2", record)
    desk.lend("R2", "B2")
    desk.reader("R3")
    assert desk.lend("R3", "B1", SOON).done
    assert undo(desk, "B2", "R2").done
    assert desk.queue(record) == [("R2", HoldState.QUEUED)]


@pytest.mark.parametrize("condition", [Condition.LOST, Condition.DAMAGED, Condition.MISSING])
def test_another_copy_that_is_no_longer_sound_is_not_kept_again(desk: Desk, condition: Condition) -> None:
    record = desk.trapped("R2")
    desk.copy("B2", record)
    desk.lend("R2", "B2")
    desk.set_condition(condition, "B1")
    before = desk.item("B1")
    assert undo(desk, "B2", "R2").done
    assert (desk.item("B1"), desk.queue(record)) == (before, [("R2", HoldState.QUEUED)])


def test_what_was_kept_for_another_goes_to_whoever_waits(desk: Desk) -> None:
    record = desk.trapped("R2")
    assert desk.lend("R1", override=staff_may(ReasonCode.ITEM_HELD_FOR_OTHER)).done
    assert desk.queue(record) == [("R2", HoldState.QUEUED)]
    assert undo(desk).done
    assert desk.queue(record) == [("R2", HoldState.READY)]
    assert desk.item().place is Place.HOLD_SHELF


def test_undoing_twice_is_undoing_once(desk: Desk) -> None:
    desk.copy(item_type="dvd")
    desk.reader()
    desk.lend()
    act_id = str(uuid4())
    assert [undo(desk, act_id=act_id).done for _ in range(2)] == [True, True]
    again = desk.lend(at=SOON)
    assert undo(desk, act_id=act_id, at=SOON).done
    assert desk.lent().id == again.loan_id


def test_only_the_last_loan_of_the_card_is_undone(desk: Desk) -> None:
    for barcode in ("B1", "B2", "B3"):
        desk.copy(barcode)
    desk.reader("R1")
    desk.reader("R2")
    desk.lend("R1", "B1")
    desk.lend("R1", "B2", NOON + timedelta(minutes=1))
    desk.lend("R2", "B3", NOON + timedelta(minutes=2))
    assert why(undo(desk, "B1")) == ["undo.not_last"]
    assert why(undo(desk, "B3")) == ["undo.not_last"]
    assert why(undo(desk, "B2", branch=NORTH)) == ["undo.not_last"]
    assert undo(desk, "B2").done


@pytest.mark.parametrize(("item_type", "keeps"), [("book", False), ("dvd", False), ("book", True)])
def test_what_came_back_meanwhile_is_no_last_loan(desk: Desk, item_type: str, keeps: bool) -> None:
    desk.copy("B1")
    desk.copy("B2", item_type=item_type)
    desk.reader(keeps_history=keeps)
    desk.lend("R1", "B1")
    desk.lend("R1", "B2", NOON + timedelta(minutes=1))
    desk.take_back("B2", NOON + timedelta(minutes=2))
    assert undo(desk, "B1").done


def test_what_is_not_lent_is_not_undone(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    assert why(undo(desk)) == ["undo.not_last"]
    assert why(undo(desk, "nope", "nobody")) == ["card.unknown", "item.unknown"]


@pytest.mark.parametrize(
    ("minutes", "reasons"), [(-1, ["undo.too_late"]), (10, []), (10.1, ["undo.too_late"])]
)
def test_a_loan_is_undone_within_minutes(desk: Desk, minutes: float, reasons: list[str]) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    assert why(undo(desk, at=NOON + timedelta(minutes=minutes))) == reasons


def test_a_missing_item_that_was_in_hand_stays_found(desk: Desk) -> None:
    desk.copy(condition=Condition.MISSING)
    desk.reader()
    desk.lend()
    undo(desk)
    assert desk.item().condition is Condition.FINE


def test_an_undone_wait_is_no_case_for_an_estimate(desk: Desk) -> None:
    desk.trapped("R2")
    desk.lend("R2")
    undo(desk, card="R2")
    with desk.database.read() as view:
        assert view.hold_waits.latest("book") == ()
    desk.lend("R2", at=SOON)
    with desk.database.read() as view:
        assert len(view.hold_waits.latest("book")) == 1


def test_an_undo_by_staff_is_audited(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    desk.acts.undo("R1", "B1", by(SOON, account="m.weber"))
    with desk.database.read() as view:
        (entry,) = view.audit.about("item", desk.item().id)
    assert (entry.act, entry.account) == ("undo", "m.weber")
