"""What the rules page says: why a value holds, what differs in an answer."""

import pytest

from kiosk.model.rule import Period, PeriodUnit, RuleScope
from kiosk.rules.resolution import VALUE_NAMES
from kiosk.staff.rules.matrix import matrix_of, scope_label
from kiosk.ui.staff.rules.columns import GROUPS, group_of, matrix_columns
from kiosk.ui.staff.rules.effect_lines import differing_words
from kiosk.ui.staff.rules.telling import label_scope, scope_text, why
from kiosk.words import wording
from tests.circulation.desk import rule, town_library

WORDS = wording("en")
LIBRARY = town_library(rule(3, {"patron_category": "child"}, loan_period=Period(14, PeriodUnit.DAYS)))


def test_every_value_stands_in_exactly_one_group() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(VALUE_NAMES)
    assert all(name in GROUPS[group_of(name)] for name in VALUE_NAMES)


def test_a_cell_says_which_row_decides_and_which_it_outweighs() -> None:
    child = matrix_of(LIBRARY)[-1]
    told = why("loan_period", child.cell("loan_period"), LIBRARY, WORDS)
    assert told == ("Loan period: 14 days, from “child” (weight 2). It outweighs all: 28 days (0).")
    assert why("hold_shelf_days", child.cell("hold_shelf_days"), LIBRARY, WORDS) == (
        "Days on hold shelf: 7, because no rule says anything else."
    )


@pytest.mark.parametrize(
    "scope", [RuleScope(), RuleScope("MAIN", "child", "dvd"), RuleScope(None, None, "dvd")]
)
def test_a_label_says_its_scope(scope: RuleScope) -> None:
    assert label_scope(scope_label(scope)) == scope
    assert scope_text(scope, LIBRARY, WORDS)


def test_the_matrix_sorts_periods_by_length_and_not_by_letters() -> None:
    period = next(one for one in matrix_columns("loans", LIBRARY, WORDS) if one.key == "loan_period")
    rows = sorted(matrix_of(LIBRARY), key=period.order)
    assert [period.text(row) for row in rows] == ["7 days", "14 days", "28 days"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("You may keep it for 7 days.", "You may keep it for 21 days.", ("7 days", "21 days")),
        ("Keep it for 7 days, please.", "Keep it for 21 days, please.", ("7 days", "21 days")),
        ("It costs nothing.", "It costs €1.", ("nothing", "€1")),
        ("", "New line here.", ("", "New line here")),
        ("same", "same", ("", "")),
    ],
)
def test_of_two_sentences_only_what_differs_is_shown(before: str, after: str, told: tuple[str, str]) -> None:
    assert differing_words(before, after) == told
