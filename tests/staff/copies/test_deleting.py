"""Copies and titles go only when nothing hangs on them; what was lent stays unless somebody agrees."""

import pytest

from kiosk.model.errors import RecordUnknown
from kiosk.model.staff_errors import RecordHasLoans, RecordInUse
from tests.circulation.desk import NOON, by
from tests.staff.copies.workroom import ANNA, Workroom


def why(room: Workroom, barcode: str = "B1") -> str | None:
    """Return why the copy stays; the check says the same before."""
    item = room.desk.item(barcode)
    (checked,) = room.services.deleting.check(ANNA, [item.id])
    (done,) = room.services.deleting.delete(ANNA, [item.id])
    assert checked.why_not == done.why_not
    assert (room.now(barcode) is None) == (done.why_not is None)
    return done.why_not.key if done.why_not else None


def test_a_copy_that_was_never_lent_is_deleted_and_told_of(room: Workroom) -> None:
    (item,) = room.add("B1")
    assert why(room) is None
    assert room.trail("item", item.id)[0].details["before"]["barcode"] == "B1"


def test_a_copy_on_loan_is_kept(room: Workroom) -> None:
    room.add("B1")
    room.desk.reader()
    room.desk.lend()
    assert why(room) == "copies.why.on_loan"


def test_a_copy_kept_for_a_hold_is_kept(room: Workroom) -> None:
    room.desk.trapped()
    assert why(room) == "copies.why.held"


def test_a_copy_somebody_owes_for_is_kept_until_it_is_paid(room: Workroom) -> None:
    room.add("B1")
    room.desk.reader()
    room.desk.lend()
    room.desk.lose()
    assert why(room) == "copies.why.unpaid"
    room.desk.pay("15.00")
    assert why(room) == "copies.why.was_lent"


def test_a_copy_that_was_lent_is_withdrawn_instead(room: Workroom) -> None:
    room.add("B1")
    room.desk.reader()
    room.desk.lend()
    room.desk.take_back()
    assert why(room) == "copies.why.was_lent"


def test_a_loan_that_was_undone_keeps_no_copy(room: Workroom) -> None:
    room.add("B1")
    room.desk.reader()
    room.desk.lend()
    room.desk.acts.undo("R1", "B1", by(NOON))
    assert why(room) is None


def test_of_several_those_go_that_may(room: Workroom) -> None:
    record = room.desk.title()
    items = room.add("B1", "B2", record=record)
    room.desk.reader()
    room.desk.lend()
    done = room.services.deleting.delete(ANNA, [item.id for item in items])
    assert [one.why_not is None for one in done] == [False, True]


def test_a_title_goes_with_its_copies_and_leaves_its_marc_in_the_trail(room: Workroom) -> None:
    record = room.described("1", "Wolf Hall")
    room.add("B1", "B2", record=record.id)
    room.services.deleting.delete_record(ANNA, record.id)
    assert (room.record(record.id), room.now("B1")) == (None, None)
    before = room.trail("record", record.id)[0].details["before"]
    assert before["marc"] == record.marc
    assert [item["barcode"] for item in before["items"]] == ["B1", "B2"]
    with pytest.raises(RecordUnknown):
        room.services.deleting.delete_record(ANNA, record.id)


def test_a_title_in_use_stays_whole(room: Workroom) -> None:
    record = room.desk.title()
    room.add("B1", "B2", record=record)
    room.desk.reader()
    room.desk.lend()
    with pytest.raises(RecordInUse) as refused:
        room.services.deleting.delete_record(ANNA, record, forget_loans=True)
    assert refused.value.values["on_loan"] == 1
    room.desk.lose()
    with pytest.raises(RecordInUse) as refused:
        room.services.deleting.delete_record(ANNA, record, forget_loans=True)
    assert refused.value.values["unpaid"] == 1
    assert room.now("B2") is not None


def test_a_title_somebody_waits_for_stays(room: Workroom) -> None:
    record = room.desk.trapped()
    with pytest.raises(RecordInUse) as refused:
        room.services.deleting.delete_record(ANNA, record, forget_loans=True)
    assert refused.value.values["holds"] == 1
    assert room.record(record) is not None


def test_past_loans_go_only_when_somebody_agrees(room: Workroom) -> None:
    record = room.desk.title()
    room.add("B1", record=record)
    room.desk.reader()
    room.desk.reader("R2")
    room.desk.lend()
    room.desk.hold("R2", record)
    room.desk.cancel("R2", record)
    room.desk.take_back()
    with pytest.raises(RecordHasLoans) as refused:
        room.services.deleting.delete_record(ANNA, record)
    assert refused.value.values["loans"] == 1
    room.services.deleting.delete_record(ANNA, record, forget_loans=True)
    assert room.record(record) is None
