"""Where a returned item goes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.decision import CopyFacts, Facts, Routing
from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import Condition, Place
from kiosk.model.library import Library
from kiosk.rules import route

from .builders import NOW, calendar, copy, facts, hold, item, library, loan, ready, rule


def sent(
    one: CopyFacts,
    *holds: Hold,
    at_branch: str = "MAIN",
    of: Library | None = None,
    others: tuple[CopyFacts, ...] = (),
) -> tuple[str, str | None, int | None]:
    found = route(facts(one, of=of, others=others, holds=holds), at_branch, NOW)
    return found.place.value, found.branch, found.hold.id if found.hold else None


@pytest.mark.parametrize("condition", [Condition.DAMAGED, Condition.LOST, Condition.WITHDRAWN])
def test_what_staff_must_see_goes_to_staff_with_the_reason(condition: Condition) -> None:
    found = route(facts(copy(item(condition=condition)), holds=(hold(),)), "MAIN", NOW)
    assert (found.place, found.hold) == (Place.STAFF, None)
    assert [reason.code.value for reason in found.reasons] == [f"item.{condition.value}"]


def test_an_unknown_item_goes_to_staff() -> None:
    found = route(Facts(library()), "MAIN", NOW)
    assert (found.place, found.reasons[0].code.value) == (Place.STAFF, "item.unknown")


def test_an_item_at_home_goes_to_its_shelf_and_any_other_home() -> None:
    assert sent(copy(item(), loan())) == ("shelf", None, None)
    assert sent(copy(item(), loan()), at_branch="WEST") == ("transit", "MAIN", None)
    assert sent(copy(item(condition=Condition.MISSING))) == ("shelf", None, None)
    assert sent(copy(item(branch="main"))) == ("shelf", None, None)


def test_an_item_is_kept_for_the_first_hold_it_can_fill() -> None:
    suspended = hold(1, state=HoldState.SUSPENDED)
    other_volume = hold(2, item_id=9)
    assert sent(copy(), suspended, other_volume, hold(3), hold(4)) == ("hold_shelf", None, 3)
    assert sent(copy(), suspended, other_volume) == ("shelf", None, None)
    assert sent(copy(), hold(5, item_id=1)) == ("hold_shelf", None, 5)


def test_an_item_held_elsewhere_travels_there() -> None:
    assert sent(copy(), hold(1, pickup_branch="WEST"), hold(2)) == ("transit", "WEST", 1)
    assert sent(copy(item(branch="WEST")), hold(1, pickup_branch="WEST")) == ("transit", "WEST", 1)


def test_a_return_told_twice_gives_the_same_answer() -> None:
    kept = item(place=Place.HOLD_SHELF)
    assert sent(copy(kept, None, ready(7)), hold(1)) == ("hold_shelf", None, 7)


def test_an_item_that_arrives_for_its_hold_goes_to_the_hold_shelf() -> None:
    coming = hold(7, state=HoldState.IN_TRANSIT, trapped_item_id=1, pickup_branch="WEST")
    travelling = copy(item(place=Place.TRANSIT, at_branch="WEST"), None, coming)
    assert sent(travelling, at_branch="WEST") == ("hold_shelf", None, 7)
    assert sent(travelling, at_branch="MAIN") == ("transit", "WEST", 7)


def test_an_item_whose_hold_has_lapsed_goes_to_the_next() -> None:
    lapsed = ready(7, until="2026-03-01")
    assert sent(copy(item(), None, lapsed), lapsed, hold(8)) == ("hold_shelf", None, 8)
    assert sent(copy(item(), None, lapsed), lapsed) == ("shelf", None, None)
    assert sent(copy(item(), None, ready(7, until="2026-03-02"))) == ("hold_shelf", None, 7)


def test_an_item_is_not_kept_for_one_who_may_not_have_it() -> None:
    of = library(rule(2, {"patron_category": "child", "item_type": "dvd"}, loanable=False))
    film = copy(item(item_type="dvd"))
    child, adult = hold(1, patron_category="child"), hold(2, patron_category="adult")
    assert sent(film, child, adult, of=of) == ("hold_shelf", None, 2)
    assert sent(copy(item(not_for_loan=True)), hold(1)) == ("shelf", None, None)


def test_a_hold_let_through_by_staff_is_filled_though_rules_allow_none() -> None:
    of = library(rule(2, {"item_type": "dvd"}, holds=False))
    film, book = copy(item(1, item_type="dvd")), copy(item(2))
    assert sent(film, hold(1), of=of) == ("hold_shelf", None, 1)
    assert sent(film, hold(1), of=of, others=(book,)) == ("shelf", None, None)
    assert sent(film, hold(1, item_id=1), of=of, others=(book,)) == ("hold_shelf", None, 1)


def test_where_branches_lend_only_their_own_an_item_is_kept_only_for_its_home() -> None:
    strict = replace(library(), lend_other_branches=False)
    west, main = hold(1, pickup_branch="WEST"), hold(2)
    assert sent(copy(), west, main, of=strict) == ("hold_shelf", None, 2)


HOLDS = st.lists(
    st.tuples(st.sampled_from(HoldState), st.sampled_from(["MAIN", "WEST"]), st.sampled_from([None, 1, 2])),
    max_size=5,
).map(
    lambda rows: tuple(
        hold(n, n + 10, state=state, pickup_branch=pickup, item_id=item_id)
        for n, (state, pickup, item_id) in enumerate(rows, start=1)
    )
)


@given(
    HOLDS,
    st.sampled_from(Condition),
    st.sampled_from(["MAIN", "WEST"]),
    st.sampled_from(["MAIN", "WEST"]),
    st.sampled_from(Place),
)
def test_every_return_has_one_place_that_fits(
    holds: tuple[Hold, ...], condition: Condition, home: str, here: str, place: Place
) -> None:
    known = facts(
        copy(item(condition=condition, branch=home, place=place)), of=library(main=calendar()), holds=holds
    )
    found: Routing = route(known, here, NOW)
    assert (found.branch is not None) is (found.place is Place.TRANSIT)
    assert found.branch != here
    if found.hold is not None:
        assert found.hold.state is HoldState.QUEUED
        assert (found.branch or here) == found.hold.pickup_branch
    if found.place is Place.HOLD_SHELF:
        assert found.hold is not None
    assert route(known, here, NOW) == found
