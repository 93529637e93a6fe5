"""A library as leaves: taken apart and put together again, compared and changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.library import Library
from kiosk.model.rule import CirculationRule, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.model.staff_errors import SettingsInvalid
from kiosk.model.texts import LocalText
from kiosk.staff.founding import empty_library
from kiosk.staff.library_file import read_library_file
from kiosk.staff.settings.leaves import (
    ANYBODY,
    differences,
    edited,
    edits_of,
    leaves_of,
    library_of_leaves,
    order_of,
    without,
)
from kiosk.staff.settings.written import order_before, read_back, written
from tests.storage.builders import library as full_library

SAMPLE = Path(__file__).resolve().parents[3] / "data" / "library.toml"


LIBRARIES = [full_library(), empty_library("Europe/Berlin"), read_library_file(SAMPLE)]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_put_together_from_its_leaves_is_the_same(library: Library) -> None:
    assert library_of_leaves(leaves_of(library)) == library


def test_every_leaf_has_a_path_that_names_its_element() -> None:
    leaves = leaves_of(full_library())
    assert leaves["rule", ANYBODY, "loan_period"] == "28 days"
    assert leaves["rule", "branch=MAIN patron_category=child item_type=dvd", "max_loans"] == 0
    assert leaves["branch", "MAIN", "hours", "mon"] == ("09:00-12:30", "14:00-18:00")
    assert leaves["branch", "MAIN", "closure", "2026-12-24/2027-01-01", "reason", "de"] == "Weihnachten"
    assert leaves["channel", "phone/+49 30 1", "name"] == "Auskunft"
    assert leaves["library", "retention", "audit"] == "forever"


def test_two_rows_of_one_scope_stay_two() -> None:
    library = full_library()
    more = CirculationRule(3, RuleScope("MAIN", "child", "dvd"), RuleValues(renewals=0))
    library = replace(library, rules=(*library.rules, more))
    assert library_of_leaves(leaves_of(library)) == library


def test_an_edit_changes_its_leaf_alone() -> None:
    before = full_library()
    leaves = leaves_of(before)
    after = library_of_leaves(edited(leaves, {("rule", ANYBODY, "loan_period"): "21 days"}))
    assert after.rules[0].values.loan_period == Period(21, PeriodUnit.DAYS)
    (one,) = differences(leaves, leaves_of(after))
    assert (one.before, one.after) == ("28 days", "21 days")


def test_a_name_in_languages_takes_the_place_of_one_for_all_and_back() -> None:
    leaves = leaves_of(full_library())
    named = edited(leaves, {("branch", "MAIN", "name", "pl"): "Główna"})
    assert library_of_leaves(named).branches[0].name == LocalText.of({"pl": "Główna"})
    plain = edited(named, {("branch", "MAIN", "name"): "Haupt"})
    assert plain == {**leaves}


def test_what_the_file_may_not_say_no_edit_may_either() -> None:
    leaves = leaves_of(full_library())
    for path, value in (
        (("rule", ANYBODY, "loan_period"), "soon"),
        (("rule", ANYBODY, "loan_period"), None),
        (("rule", ANYBODY, "max_loans"), -1),
        (("rule", ANYBODY, "fine_per_day"), "-0.20"),
        (("branch", "MAIN", "hours", "mon"), ("18:00-09:00",)),
        (("kiosk", "entrance", "branch"), "NOWHERE"),
        (("library", "time_zone"), "Moon/Base"),
    ):
        with pytest.raises(SettingsInvalid) as refused:
            library_of_leaves(edited(leaves, {path: value}))
        assert str(refused.value.values["problem"].key).startswith("library_file.")  # type: ignore[attr-defined]


def test_an_element_taken_away_and_put_back_stands_where_it_stood() -> None:
    library = full_library()
    leaves, order = leaves_of(library), order_of(leaves_of(library))
    gone = without(leaves, ("patron_category", "adult"))
    less = edited(leaves, {**gone, ("library", "joining", "category"): None})
    assert [one.code for one in library_of_leaves(less).patron_categories] == ["child"]
    back = edited(less, {path: leaves[path] for path in gone} | {("library", "joining", "category"): "child"})
    assert library_of_leaves(back, order) == library


@given(st.data())
def test_any_change_written_down_can_be_taken_back_from_there(data: st.DataObject) -> None:
    leaves = leaves_of(full_library())
    paths = [path for path, value in leaves.items() if not isinstance(value, date)]
    chosen = data.draw(st.sets(st.sampled_from(paths), max_size=6))
    value = st.one_of(st.none(), st.text(max_size=5), st.integers(0, 9), st.booleans())
    after = edited(leaves, {path: data.draw(value) for path in chosen})
    changes = differences(leaves, after)
    details = written(changes, order_of(leaves))
    kept = {one.path: one.before for one in read_back(details)}
    assert edited(after, kept) == leaves
    assert order_before(details) == order_of(leaves)


def test_days_come_back_as_days_and_call_numbers_as_texts() -> None:
    leaves = leaves_of(full_library())
    changes = differences({}, leaves)
    back = edits_of(read_back(written(changes, {})))
    assert back == dict(leaves)
    assert back["branch", "MAIN", "closure", "2026-12-24/2027-01-01", "from"] == date(2026, 12, 24)
    assert back["shelf", "MAIN/shelf-1", "from"] == "ROM A"
