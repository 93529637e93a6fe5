"""The desk's state: nothing scanned is lost, all is done in order, and every row says what became of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.decision import ReasonCode
from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.item import ItemStatus, Place
from kiosk.staff.desk.reading import Kind, Read
from kiosk.staff.rights import Right
from kiosk.ui.staff.desk.answers import (
    Acted,
    Answer,
    CardOpened,
    Failed,
    ItemShown,
    NotOne,
    again,
    answered,
    refreshed,
)
from kiosk.ui.staff.desk.offers import Offer, offers, states, undone_by
from kiosk.ui.staff.desk.rows import DeskRow, Step
from kiosk.ui.staff.desk.state import DeskState, added, begun, dated, ended, scanned, switched, told
from kiosk.ui.staff.desk.tasks import Mode, Task, Verb
from tests.circulation.desk import NOON, eur
from tests.staff.desk.counter import signed_in

from .facts import card, desk_item, done, loan, refused


def step(state: DeskState, answer: Answer) -> DeskState:
    """Have the next task begin and come to that."""
    going, task = begun(state)
    assert task is not None
    return answered(going, task, answer)


def visiting(number: str = "R1") -> DeskState:
    return step(scanned(DeskState(), number), CardOpened(card(number)))


def lend(state: DeskState, barcode: str = "B1") -> DeskState:
    return step(scanned(state, barcode), Acted("lend", done(barcode=barcode)))


def test_every_scan_has_a_row_at_once_while_another_is_being_done() -> None:
    state, first = begun(scanned(visiting(), "B1"))
    assert first is not None
    for code in ("B2", "B3"):
        state = scanned(state, code)
    assert begun(state) == (state, None)
    assert [row.text for row in state.rows[:3]] == ["B3", "B2", "B1"]
    assert {row.step for row in state.rows[:3]} == {Step.READING}


@given(st.lists(st.text(max_size=12), max_size=20), st.lists(st.booleans(), max_size=40))
def test_whatever_is_scanned_at_whatever_moment_each_is_done_once_and_in_order(
    codes: list[str], turns: list[bool]
) -> None:
    state, did, left = DeskState(), [], list(codes)
    meant = ["".join(letter for letter in code if letter.isprintable()).strip() for code in codes]
    meant = [code for code in meant if code]
    for scans in [*turns, *[True] * len(codes), *[False] * (len(codes) + 1)]:
        if scans and left:
            state = scanned(state, left.pop(0))
        elif not scans:
            if state.busy is not None:
                did.append(state.busy.text)
                state = answered(state, state.busy, Failed(DatabaseUnavailable()))
            state, _ = begun(state)
    assert did == meant
    assert [row.text for row in reversed(state.rows)] == meant
    assert {row.step for row in state.rows} <= {Step.FAILED}


@pytest.mark.parametrize("text", ["", "  ", "\r\n", "\x02\x03", "\t"])
def test_an_empty_scan_is_none(text: str) -> None:
    assert scanned(DeskState(), text) == DeskState()


def test_an_item_scanned_right_after_the_card_is_lent_on_it() -> None:
    state = scanned(scanned(DeskState(), "R1"), "B1")
    state = step(state, CardOpened(card("R1")))
    _, task = begun(state)
    assert task is not None
    assert (task.text, task.card) == ("B1", "R1")


def test_another_card_ends_the_visit_and_leaves_nothing_of_it_on_the_screen() -> None:
    state = lend(visiting("R1"))
    state = step(scanned(state, "R9"), CardOpened(card("R9")))
    assert [(row.card, row.step) for row in state.rows] == [("R9", Step.CARD)]
    assert state.last is not None
    assert [row.barcode for row in state.last.rows if row.step is Step.LENT] == ["B1"]


def test_a_card_of_the_family_joins_the_sitting_and_the_rows_stay() -> None:
    state = lend(visiting("R1"))
    state = step(scanned(state, "R2"), CardOpened(card("R2", "R1")))
    assert [one.card for one in state.sitting] == ["R1", "R2"]
    assert [row.card for row in state.rows] == ["R2", "R1", "R1"]
    state = step(scanned(state, "B2"), Acted("lend", done(barcode="B2")))
    assert state.rows[0].card == "R2"
    back = step(scanned(state, "R1"), CardOpened(card("R1", "R2")))
    assert [one.card for one in back.sitting] == ["R1", "R2"]


def test_a_friend_joins_when_staff_add_the_card() -> None:
    state = replace(lend(visiting("R1")), adding=True)
    state = step(scanned(state, "R9"), CardOpened(card("R9")))
    assert [one.card for one in state.sitting] == ["R1", "R9"]
    assert not state.adding


def test_ending_waits_for_what_was_scanned_before_and_spares_what_comes_after() -> None:
    state = scanned(visiting(), "B1")
    state = scanned(ended(state), "R2")
    state = step(state, Acted("lend", done()))
    assert state.card is not None
    state = step(state, None)
    assert (state.card, [row.text for row in state.rows]) == (None, ["R2"])


def test_a_fee_is_agreed_to_by_scanning_the_item_once_more() -> None:
    asked = refused(charge=eur("1.50"))
    state = step(scanned(visiting(), "B1"), Acted("lend", asked))
    assert state.rows[0].step is Step.ASKS
    going, task = begun(scanned(state, "b1"))
    assert task is not None
    assert task.agreed == eur("1.50")
    state = answered(going, task, Acted("lend", done(charge=eur("1.50"))))
    assert [row.step for row in state.rows] == [Step.LENT, Step.CARD]


def test_a_fee_that_one_card_was_asked_for_is_not_agreed_to_on_another() -> None:
    state = step(scanned(visiting("R1"), "B1"), Acted("lend", refused(charge=eur("1.50"))))
    state = step(scanned(state, "R2"), CardOpened(card("R2", "R1")))
    _, task = begun(scanned(state, "B1"))
    assert task is not None
    assert task.agreed is None


def test_what_fails_may_be_tried_again_as_the_same_act() -> None:
    going, task = begun(scanned(visiting(), "B1"))
    assert task is not None
    state = answered(going, task, Failed(DatabaseUnavailable()))
    assert (state.rows[0].step, offers(state.rows[0], signed_in())) == (Step.FAILED, (Offer.RETRY,))
    _, retried = begun(again(state, state.rows[0].ticket))
    assert retried is not None
    assert (retried.act_id, retried.card) == (task.act_id, "R1")
    assert again(state, 99) == state


def test_a_name_offers_who_and_what_goes_by_it_unless_more_was_scanned_meanwhile() -> None:
    read = Read(Kind.NAMES, "nowak", patrons=(card().patron,))
    state = step(scanned(DeskState(), "nowak"), NotOne(read))
    assert (state.rows[0].step, state.offered) == (Step.CHOOSING, read)
    chosen = told(state, Verb.OPEN, state.rows[0].ticket, "R1")
    assert chosen.offered is None
    busy = scanned(scanned(DeskState(), "nowak"), "B1")
    assert step(busy, NotOne(read)).offered is None
    assert step(scanned(DeskState(), "?"), NotOne(Read(Kind.NOTHING, "?"))).rows[0].step is Step.UNKNOWN


def test_an_item_without_a_card_is_shown_and_belongs_to_the_card_that_comes() -> None:
    state = step(scanned(DeskState(), "B1"), ItemShown(desk_item()))
    state = step(scanned(state, "R1"), CardOpened(card("R1")))
    assert [row.card for row in state.rows] == ["R1", "R1"]


def test_dated_returns_count_then_until_the_mode_is_left() -> None:
    state = dated(DeskState(), NOON)
    assert (state.mode, state.dated) == (Mode.RETURN, NOON)
    _, task = begun(scanned(state, "B1"))
    assert task is not None
    assert task.dated == NOON
    assert switched(state, Mode.LEND).dated is None


def test_a_mode_counts_for_what_is_scanned_after_it() -> None:
    state = scanned(visiting(), "B1")
    state = scanned(switched(state, Mode.RETURN), "B2")
    assert [task.mode for task in state.waiting] == [Mode.LEND, Mode.RETURN]


def test_a_card_read_again_is_shown_only_while_it_is_open() -> None:
    state = lend(visiting())
    assert state.stale
    assert not refreshed(state, card("R1")).stale
    assert refreshed(state, card("R2")) == state


def test_an_act_from_the_cards_list_has_a_row_of_its_own() -> None:
    state = added(visiting(), Verb.RENEW, "B7")
    going, task = begun(state)
    assert task is not None
    assert (task.verb, task.text, task.card) == (Verb.RENEW, "B7", "R1")
    assert answered(going, task, Acted("renew", done("renew", "B7"))).rows[0].step is Step.RENEWED


OUT = desk_item(ItemStatus.ON_LOAN, loan())
ROWS: list[tuple[DeskRow, tuple[Offer, ...]]] = [
    (DeskRow(1, "B1", Step.ASKS), (Offer.AGREE,)),
    (DeskRow(1, "B1", Step.OWN), (Offer.RENEW, Offer.RETURN)),
    (
        DeskRow(1, "B1", Step.REFUSED, wanted="lend", outcome=refused(ReasonCode.CARD_EXPIRED)),
        (Offer.LEND_ANYWAY,),
    ),
    (
        DeskRow(1, "B1", Step.REFUSED, wanted="renew", outcome=refused(ReasonCode.RENEWAL_LIMIT)),
        (Offer.RENEW_ANYWAY,),
    ),
    (
        DeskRow(
            1,
            "B1",
            Step.REFUSED,
            wanted="lend",
            outcome=refused(ReasonCode.CARD_EXPIRED, ReasonCode.CARD_LOST),
        ),
        (),
    ),
    (
        DeskRow(1, "B1", Step.REFUSED, card="R1", wanted="lend", outcome=refused(ReasonCode.ITEM_ON_LOAN)),
        (Offer.HOLD,),
    ),
    (
        DeskRow(
            1, "B1", Step.REFUSED, card="R1", wanted="lend", outcome=refused(ReasonCode.ITEM_WANTED_BY_OTHER)
        ),
        (Offer.LEND_ANYWAY, Offer.HOLD),
    ),
    (DeskRow(1, "B1", Step.REFUSED, wanted="lend", outcome=refused(ReasonCode.ITEM_ON_LOAN)), ()),
    (DeskRow(1, "B1", Step.LENT, outcome=done()), (Offer.UNDO,)),
    (DeskRow(1, "B1", Step.CHANGED, changed="damaged"), (Offer.UNDO,)),
    (DeskRow(1, "B1", Step.CHANGED, changed="lost"), ()),
    (DeskRow(1, "B1", Step.SHOWN, item=OUT), (Offer.RETURN, Offer.RENEW)),
    (DeskRow(1, "B1", Step.SHOWN, item=desk_item()), ()),
    (
        DeskRow(1, "B1", Step.RETURNED, outcome=done("return", place=Place.TRANSIT), owing_card="R1"),
        (Offer.SLIP, Offer.PAY),
    ),
    (DeskRow(1, "B1", Step.RETURNED, outcome=done("return", place=Place.SHELF)), ()),
]


@pytest.mark.parametrize(("row", "offered"), ROWS)
def test_each_row_offers_what_can_be_done_with_it(row: DeskRow, offered: tuple[Offer, ...]) -> None:
    assert offers(row, signed_in()) == offered


def test_an_override_is_offered_only_to_whoever_may() -> None:
    row = next(row for row, offered in ROWS if offered == (Offer.LEND_ANYWAY,))
    assert offers(row, signed_in("circulation")) == ()


def test_what_staff_may_say_of_an_item_follows_from_where_it_is() -> None:
    out = DeskRow(1, "B1", Step.SHOWN, item=OUT)
    claimed = DeskRow(1, "B1", Step.SHOWN, item=desk_item(ItemStatus.ON_LOAN, loan(claims_returned=True)))
    gone = DeskRow(1, "B1", Step.SHOWN, item=desk_item(ItemStatus.LOST))
    assert states(out, signed_in()) == (Offer.CLAIM, Offer.LOST)
    assert states(claimed, signed_in()) == (Offer.DROP_CLAIM, Offer.LOST)
    assert states(gone, signed_in()) == (Offer.SOUND, Offer.DAMAGED, Offer.MISSING, Offer.WITHDRAW)
    assert Offer.WITHDRAW not in states(gone, signed_in("circulation"))
    assert not signed_in("circulation").may(Right.CATALOGUE_EDIT)
    assert states(DeskRow(1, "x", Step.UNKNOWN), signed_in()) == ()


def test_only_loans_and_words_of_staff_are_undone() -> None:
    assert undone_by(DeskRow(1, "B1", Step.LENT)) is Verb.UNDO
    assert undone_by(DeskRow(1, "B1", Step.CHANGED, changed="claim")) is Verb.DROP_CLAIM
    assert undone_by(DeskRow(1, "B1", Step.RETURNED)) is None


def test_a_task_that_no_row_waits_for_any_more_changes_nothing_but_the_card() -> None:
    state = answered(visiting(), Task(77, Verb.RENEW, "B1"), Acted("renew", done("renew")))
    assert state.stale
    assert state.row(77) is None
