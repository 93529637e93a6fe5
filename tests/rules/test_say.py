"""What a chip says of a title or a copy."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.decision import Act, CopyFacts, Facts, PatronFacts, Say, SayCode
from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import Condition, Place
from kiosk.model.library import Library
from kiosk.rules.say import say_of_copy, say_of_record

from .builders import (
    ME,
    NOW,
    SOMEBODY,
    ask,
    at,
    codes,
    copy,
    days,
    eur,
    facts,
    hold,
    item,
    library,
    library_with,
    loan,
    patron,
    ready,
    rule,
    wall,
)

SHELVED = copy(item(1, location="Fiction", call_number="FIC KEH"))
LENT = copy(item(2), loan(2, SOMEBODY, due="2026-03-20 23:59:59"))
LATER = copy(item(3), loan(3, SOMEBODY, due="2026-03-25 23:59:59"))
OVERDUE = copy(item(4), loan(4, SOMEBODY, due="2026-02-20 23:59:59"))
REFERENCE = copy(item(5, not_for_loan=True, location="Reading room"))


def say(
    *copies: CopyFacts,
    who: PatronFacts | None = None,
    of: Library | None = None,
    holds: tuple[Hold, ...] = (),
    category: str | None = None,
) -> Say:
    return say_of_record(facts(None, who, of, copies, holds), "MAIN", NOW, category)


def test_a_copy_on_its_shelf_is_yours_until_its_due_date() -> None:
    said = say(LENT, SHELVED, who=patron())
    assert (said.code, wall(said.due_at)) == (SayCode.TAKE_NOW, "2026-03-30 23:59:59")
    assert (said.branch, said.location, said.call_number) == ("MAIN", "Fiction", "FIC KEH")


def test_the_due_date_is_that_of_the_category_of_whoever_asks() -> None:
    of = library(rule(2, {"patron_category": "child"}, loan_period=days(14)))
    assert wall(say(SHELVED, of=of, who=patron(category="child")).due_at) == "2026-03-16 23:59:59"
    assert wall(say(SHELVED, of=of, category="child").due_at) == "2026-03-16 23:59:59"
    assert wall(say(SHELVED, of=of, category="adult").due_at) == "2026-03-30 23:59:59"
    nobody = say(SHELVED, of=of)
    assert (nobody.code, nobody.due_at, nobody.reasons) == (SayCode.TAKE_NOW, None, ())


def test_copies_of_this_branch_come_first() -> None:
    western = copy(item(8, branch="WEST"))
    assert say(western, SHELVED, who=patron()).branch == "MAIN"
    assert say(western, who=patron()).branch == "WEST"
    moved = copy(item(9, branch="WEST", at_branch="MAIN"))
    assert say(western, moved, who=patron()).branch == "MAIN"


def test_one_who_must_first_deal_with_something_is_promised_no_date() -> None:
    said = say(SHELVED, who=patron(owing="9"), of=library_with(block_owing=eur("5")))
    assert (said.code, said.due_at) == (SayCode.TAKE_NOW, None)
    assert [reason.code.value for reason in said.reasons] == ["patron.owes"]


def test_what_is_lent_is_back_on_the_earliest_due_date_to_come() -> None:
    said = say(LATER, LENT, OVERDUE, who=patron())
    assert (said.code, said.back_at) == (SayCode.BACK_ON, at("2026-03-20 23:59:59"))


def test_what_others_wait_for_has_a_queue() -> None:
    said = say(LENT, holds=(hold(1), hold(2, state=HoldState.SUSPENDED), ready(3)), who=patron())
    assert (said.code, said.position, said.back_at) == (SayCode.HOLD, 3, at("2026-03-20 23:59:59"))
    on_shelf = say(SHELVED, holds=(hold(1),), who=patron())
    assert (on_shelf.code, on_shelf.position) == (SayCode.HOLD, 2)


def test_one_who_waits_sees_their_own_place() -> None:
    said = say(LENT, holds=(hold(1), hold(2, ME), hold(3)), who=patron())
    assert (said.code, said.position, said.own) == (SayCode.HOLD, 2, True)


@pytest.mark.parametrize(
    "unsure",
    [
        OVERDUE,
        copy(item(6, place=Place.TRANSIT)),
        copy(item(6, condition=Condition.MISSING)),
        copy(item(6, condition=Condition.DAMAGED)),
        copy(item(6, place=Place.STAFF)),
        copy(item(6, place=Place.HOLD_SHELF), None, ready(1, trapped_item_id=6)),
    ],
)
def test_where_nobody_knows_when_it_can_be_put_on_hold(unsure: CopyFacts) -> None:
    said = say(unsure, who=patron())
    assert (said.code, said.position, said.back_at) == (SayCode.HOLD, 1, None)
    none = say(unsure, who=patron(), of=library_with(holds=False))
    assert none.code is SayCode.NONE


def test_what_may_not_leave_is_only_here() -> None:
    said = say(REFERENCE, who=patron())
    assert (said.code, said.location, said.due_at) == (SayCode.ONLY_HERE, "Reading room", None)
    assert say(SHELVED, of=library_with(loanable=False)).code is SayCode.ONLY_HERE
    assert say(REFERENCE, LENT).code is SayCode.BACK_ON


def test_what_is_gone_is_nowhere_and_what_is_online_is_online() -> None:
    lost = copy(item(6, condition=Condition.LOST))
    assert say(lost, who=patron()).code is SayCode.NONE
    assert say().code is SayCode.NONE
    known = facts(None, patron())
    assert known.record is not None
    online = replace(known, record=replace(known.record, online=True))
    assert say_of_record(online, "MAIN", NOW).code is SayCode.ONLINE
    assert say_of_record(Facts(library()), "MAIN", NOW).code is SayCode.NONE


def test_a_copy_speaks_for_itself_alone() -> None:
    known = facts(LENT, patron(), others=(SHELVED, REFERENCE))
    assert say_of_copy(known, "MAIN", NOW).code is SayCode.BACK_ON
    assert say_of_copy(replace(known, copy=SHELVED), "MAIN", NOW).code is SayCode.TAKE_NOW
    assert say_of_copy(replace(known, copy=REFERENCE), "MAIN", NOW).code is SayCode.ONLY_HERE
    assert say_of_copy(replace(known, copy=None), "MAIN", NOW).code is SayCode.NONE


COPIES = st.lists(
    st.sampled_from(
        [
            SHELVED,
            LENT,
            LATER,
            OVERDUE,
            REFERENCE,
            copy(item(6, condition=Condition.LOST)),
            copy(item(7, branch="WEST")),
        ]
    ),
    unique_by=lambda c: c.item.id,
    max_size=5,
)
QUEUES = st.lists(st.sampled_from(HoldState), max_size=4).map(
    lambda states: tuple(hold(n, n + 10, state=state) for n, state in enumerate(states, start=1))
)


@given(COPIES, QUEUES)
def test_the_word_agrees_with_the_decision(copies: list[CopyFacts], holds: tuple[Hold, ...]) -> None:
    known = facts(None, patron(), library(), tuple(copies), holds)
    said = say_of_record(known, "MAIN", NOW)
    lendable = [c for c in copies if c.loan is None and ask(Act.CHECKOUT, replace(known, copy=c)).allowed]
    assert (said.code is SayCode.TAKE_NOW) is bool(lendable)
    if said.code is SayCode.TAKE_NOW:
        assert said.due_at in {ask(Act.CHECKOUT, replace(known, copy=c)).due_at for c in lendable}
    if said.code in (SayCode.HOLD, SayCode.BACK_ON):
        assert codes(ask(Act.HOLD, known)) == []
