"""What is overdue and what is owed, in sums that name nobody."""

from datetime import date

from kiosk.model.problem import Problem
from kiosk.staff.reports.fees import FeeReports
from kiosk.staff.reports.late import LateReports
from kiosk.staff.reports.report import Ask
from kiosk.storage import LateLoan
from tests.circulation.desk import NOON, Desk, days, eur
from tests.staff.people import signed

ALL = Ask(date(2026, 1, 1), date(2026, 12, 31))


def _late(desk: Desk) -> None:
    """On 1 May: B0 is late since 9 March (53 days), B1 since 29 April (2 days); B2 is not yet."""
    desk.reader("R1")
    desk.reader("K1", category="child")
    for number in range(3):
        desk.copy(f"B{number}", item_type="dvd" if number == 0 else "book")
    desk.lend("R1", "B0", NOON)
    desk.lend("K1", "B1", NOON + days(30))
    desk.lend("K1", "B2", NOON + days(58))


def test_what_is_late_is_counted_by_how_long(desk: Desk, late: LateReports) -> None:
    _late(desk)
    report = late.totals(signed(), ALL, at=NOON + days(60))
    assert [row[1] for row in report.rows] == [1, 0, 0, 1, 0]
    assert report.rows[0][0] == Problem.of("staff.reports.late_from_to", first=1, last=7)
    assert report.rows[4][0] == Problem.of("staff.reports.late_over", days=90)
    split = late.by_span(signed(), ALL, at=NOON + days(60))
    assert [row[2] for row in split.rows] == [1, 1]


def test_what_is_late_is_listed_the_longest_first(desk: Desk, late: LateReports) -> None:
    _late(desk)
    first = late.listed(signed(), ALL, at=NOON + days(60), limit=1)
    assert isinstance(first.more, LateLoan)
    second = late.listed(signed(), ALL, at=NOON + days(60), after=first.more, limit=1)
    assert [row[7] for row in (*first.rows, *second.rows)] == ["B0", "B1"]
    assert [row[2:4] for row in (*first.rows, *second.rows)] == [
        (date(2026, 3, 9), 53),
        (date(2026, 4, 29), 2),
    ]


def test_fees_are_added_up_by_what_they_are_for(desk: Desk, fees: FeeReports) -> None:
    _late(desk)
    desk.take_back("B0", NOON + days(60))
    desk.pay("2.00", at=NOON + days(60))
    report = fees.by_kind(signed(), ALL)
    fine, loan_fee, together = report.rows
    assert fine[1] == eur("5.00")
    assert loan_fee[1] == eur("1.50")
    assert together[1:3] == (eur("6.50"), eur("2.00"))
    assert together[6] == eur("4.50")


def test_a_library_to_which_nobody_owes_anything_has_no_rows(fees: FeeReports) -> None:
    assert fees.by_kind(signed(), ALL).rows == ()
