"""Circulation reports count alike before and after the night has summed the days up."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.model.happened import Dimension
from kiosk.model.problem import Problem
from kiosk.model.texts import LocalText
from kiosk.staff.reports.circulation import CirculationReports
from kiosk.staff.reports.report import Ask
from tests.circulation.desk import NOON, Desk, days
from tests.staff.people import signed

ALL = Ask(date(2026, 2, 1), date(2026, 3, 2))


def _past(desk: Desk) -> None:
    """Three loans at Main, one of them by a child, one at North; two came back, one at North."""
    desk.reader("R1")
    desk.reader("K1", category="child")
    for number, kind in enumerate(("book", "book", "dvd", "book")):
        desk.copy(f"B{number}", item_type=kind, location="Fiction" if number else None)
    desk.lend("R1", "B0", NOON - days(9))
    desk.lend("R1", "B1", NOON - days(2))
    desk.lend("K1", "B2", NOON - days(1))
    desk.lend("K1", "B3", NOON - days(1), branch="NORTH")
    desk.take_back("B0", NOON - days(1), branch="NORTH")
    desk.take_back("B1", NOON)
    desk.renew("K1", "B3", NOON)


@pytest.mark.parametrize("summed", [False, True])
@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        (Dimension.BRANCH, {("Main", 3, 1, 0), ("North", 1, 1, 1)}),
        (Dimension.CATEGORY, {("adult", 2, 2, 0), ("child", 2, 0, 1)}),
        (Dimension.ITEM_TYPE, {("book", 3, 2, 1), ("dvd", 1, 0, 0)}),
        (Dimension.HOUR, {("12", 4, 2, 1)}),
        (Dimension.LOCATION, {("staff.reports.no_location", 1, 1, 0), ("Fiction", 3, 1, 1)}),
    ],
)
def test_loans_returns_and_renewals_are_counted_by(
    desk: Desk,
    circulation: CirculationReports,
    dimension: Dimension,
    expected: set[tuple[str, int, int, int]],
    summed: bool,
) -> None:
    _past(desk)
    if summed:
        desk.acts.nightly(NOON)
    report = circulation.counted(signed(), ALL, dimension, at=NOON)
    assert {(_plain(row[0]), row[1], row[3], row[5]) for row in report.rows} == expected


def test_every_day_has_a_line_with_the_week_before_and_what_is_usual(
    desk: Desk, circulation: CirculationReports
) -> None:
    _past(desk)
    report = circulation.counted(signed(), replace(ALL, first=date(2026, 2, 28)), Dimension.DAY, at=NOON)
    assert [row[:2] for row in report.rows] == [
        (date(2026, 2, 28), 1),
        (date(2026, 3, 1), 2),
        (date(2026, 3, 2), 0),
    ]
    assert report.rows[0][6:] == (1, 1), "the loan of nine days ago was a week and two days before"


def test_the_usual_day_is_the_mean_of_those_on_which_anything_was_lent(
    desk: Desk, circulation: CirculationReports
) -> None:
    desk.reader("R1")
    for number, weeks_ago in enumerate((1, 1, 1, 3)):
        desk.copy(f"B{number}")
        desk.lend("R1", f"B{number}", NOON - days(7 * weeks_ago))
    ask = Ask(NOON.date(), NOON.date())
    (row,) = circulation.counted(signed(), ask, Dimension.DAY, at=NOON).rows
    assert row[6:] == (3, 2)


def test_a_branch_or_a_category_narrows_it(desk: Desk, circulation: CirculationReports) -> None:
    _past(desk)
    of_north = circulation.counted(signed(), replace(ALL, branch="NORTH"), Dimension.CATEGORY, at=NOON)
    assert [(_plain(row[0]), row[1]) for row in of_north.rows] == [("child", 1), ("adult", 0)]
    of_children = circulation.counted(signed(), replace(ALL, category="child"), Dimension.BRANCH, at=NOON)
    assert {(_plain(row[0]), row[1]) for row in of_children.rows} == {("Main", 1), ("North", 1)}


def test_the_period_before_stands_beside(desk: Desk, circulation: CirculationReports) -> None:
    _past(desk)
    ask = Ask(date(2026, 2, 25), date(2026, 3, 2))
    report = circulation.counted(signed(), ask, Dimension.BRANCH, at=NOON)
    assert {(_plain(row[0]), row[1], row[6]) for row in report.rows} == {("Main", 2, 1), ("North", 1, 0)}


def test_hours_have_no_gaps_and_what_patrons_did_themselves_is_told(
    desk: Desk, circulation: CirculationReports
) -> None:
    desk.reader("R1")
    for number, hours_ago in enumerate((3, 0)):
        desk.copy(f"B{number}")
        desk.lend("R1", f"B{number}", NOON - days(hours_ago / 24))
    report = circulation.counted(signed(), Ask(NOON.date(), NOON.date()), Dimension.HOUR, at=NOON)
    assert [row[:3] for row in report.rows] == [("09", 1, 1), ("10", 0, 0), ("11", 0, 0), ("12", 1, 1)]


def test_a_library_that_never_lent_has_empty_reports(circulation: CirculationReports) -> None:
    for dimension in Dimension:
        report = circulation.counted(signed(), ALL, dimension, at=NOON)
        assert len(report.rows) == (30 if dimension is Dimension.DAY else 0)


def _plain(cell: object) -> str:
    if isinstance(cell, Problem):
        return cell.key
    return cell.in_language("en") if isinstance(cell, LocalText) else str(cell)
