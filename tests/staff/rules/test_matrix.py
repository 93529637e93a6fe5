"""The matrix: what holds in every cell, which row decides it, and over which others."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.rule import CirculationRule, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.rules.resolution import VALUE_NAMES, RuleBook
from kiosk.staff.rules.matrix import contenders, labels_of, matrix_of, new_row, no_row
from kiosk.staff.rules.values import plain_of
from kiosk.staff.settings.leaves import ANYBODY, edited, leaves_of, library_of_leaves
from tests.circulation.desk import rule, town_library


def days(count: int) -> Period:
    return Period(count, PeriodUnit.DAYS)


TOWN = town_library(rule(3, {"patron_category": "child"}, loan_period=days(14)))


def test_a_childs_days_beat_a_dvds_and_the_cell_says_why() -> None:
    of = contenders(TOWN, RuleScope("MAIN", "child", "dvd"), "loan_period")
    assert [(one.label, one.weight, one.value) for one in of] == [
        ("patron_category=child", 2, "14 days"),
        ("item_type=dvd", 1, "7 days"),
        (ANYBODY, 0, "28 days"),
    ]


def test_a_row_shows_what_it_sets_and_what_it_inherits() -> None:
    everybody, dvd, child = matrix_of(TOWN)
    assert (everybody.label, dvd.label, child.label) == (ANYBODY, "item_type=dvd", "patron_category=child")
    assert (dvd.cell("loan_period").own, dvd.cell("loan_period").holds) == ("7 days", "7 days")
    inherited = dvd.cell("max_loans")
    assert (inherited.own, inherited.holds) == (None, 10)
    assert inherited.decided_by is not None
    assert inherited.decided_by.label == ANYBODY
    by_default = dvd.cell("hold_shelf_days")
    assert (by_default.holds, by_default.decided_by) == (7, None)


def test_a_renewal_without_a_period_of_its_own_is_decided_by_the_loans() -> None:
    dvd = matrix_of(TOWN)[1].cell("renewal_period")
    assert (dvd.own, dvd.holds) == (None, "7 days")
    assert dvd.decided_by is not None
    assert dvd.decided_by.label == "item_type=dvd"


def test_a_row_is_added_and_taken_away_again() -> None:
    leaves = leaves_of(TOWN)
    scope = RuleScope(patron_category="child", item_type="dvd")
    more = library_of_leaves(edited(leaves, new_row(leaves, scope)))
    assert more.rules[-1] == CirculationRule(4, scope, RuleValues())
    label = labels_of(more)[4]
    assert library_of_leaves(edited(leaves_of(more), no_row(leaves_of(more), label))) == TOWN
    assert new_row(leaves_of(more), scope) == {}


codes = st.tuples(
    st.sampled_from([None, "MAIN", "NORTH"]),
    st.sampled_from([None, "adult", "child"]),
    st.sampled_from([None, "book", "dvd"]),
)


@given(st.dictionaries(codes, st.integers(1, 60), max_size=8), codes)
def test_the_deciding_row_of_a_cell_is_the_one_that_the_rules_take(
    periods: dict[tuple[str | None, ...], int], asked: tuple[str | None, ...]
) -> None:
    scoped = [item for item in periods.items() if any(item[0])]
    more = [
        CirculationRule(number, RuleScope(*scope), RuleValues(loan_period=days(count), renewals=count))
        for number, (scope, count) in enumerate(scoped, start=10)
    ]
    library = town_library(*more)
    resolved = RuleBook(library).resolve(*asked)
    for name in VALUE_NAMES:
        of = contenders(library, RuleScope(*asked), name)
        applied = next(one for one in resolved.applied if one.name == name)
        assert (of[0].number if of else None) == applied.row
        assert not of or of[0].value == plain_of(applied.value)
