"""The library as somebody is changing it: edits, drafts, and what another saved in between."""

import pytest

from kiosk.model.staff_errors import SettingsInvalid
from kiosk.staff.settings.leaves import ANYBODY, Edits
from kiosk.ui.staff.settings.working import edits_over_theirs, kept, restored, with_matrix, working
from tests.circulation.desk import town_library

PERIOD, RENEWALS = ("rule", ANYBODY, "loan_period"), ("rule", ANYBODY, "renewals")
TOWN = town_library()


def test_an_edit_back_to_what_was_is_no_change() -> None:
    assert working(TOWN, {PERIOD: "28 days", ("rule", "nobody", "renewals"): None}).changes == ()
    assert working(TOWN, {PERIOD: "21 days"}).changes[0].after == "21 days"


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(SettingsInvalid):
        working(TOWN, {PERIOD: None})


def test_a_draft_brings_the_edits_back() -> None:
    edits: Edits = {PERIOD: "21 days", RENEWALS: None}
    assert restored(kept(working(TOWN, edits).changes)) == edits
    for garbled in ({}, {"before": 3, "after": {}}, {"before": {"rule": {"*": {"fixed_due_date": "?"}}}}):
        assert restored(garbled) == {}


def test_edits_go_on_over_what_another_saved() -> None:
    theirs = working(TOWN, {PERIOD: "14 days", RENEWALS: 1}).now
    mine: Edits = {PERIOD: "21 days", ("rule", "item_type=dvd", "renewals"): 0}
    both = working(theirs, edits_over_theirs(theirs, mine, frozenset()))
    assert both.leaves[PERIOD] == "21 days"
    assert both.leaves[RENEWALS] == 1
    assert both.leaves["rule", "item_type=dvd", "renewals"] == 0
    given_way = working(theirs, edits_over_theirs(theirs, mine, frozenset({PERIOD})))
    assert given_way.leaves[PERIOD] == "14 days"
    assert [one.path for one in given_way.changes] == [("rule", "item_type=dvd", "renewals")]


def test_the_matrix_is_that_of_the_library_as_it_would_be_saved() -> None:
    rows = with_matrix(TOWN, {PERIOD: "21 days"}).rows
    assert rows[0].cell("loan_period").own == "21 days"
    assert working(TOWN).rows == ()
