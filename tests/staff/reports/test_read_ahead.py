"""What reports of a year count is read before anybody opens one, and nothing else comes of it."""

from collections.abc import Callable

import pytest

from kiosk.model.happened import Dimension
from kiosk.policies.learning import Learning
from kiosk.staff.reports.report import Ask
from kiosk.staff.reports.services import ReportServices
from kiosk.storage import WhichItems
from tests.circulation.desk import NOON, Desk, days
from tests.staff.people import signed
from tests.storage.test_lists_at_size import statements

YEAR = Ask((NOON - days(364)).date(), NOON.date())
REPORTS: dict[str, Callable[[ReportServices], object]] = {
    **{
        f"circulation by {one}": lambda reports, one=one: reports.circulation.counted(  # type: ignore[misc]
            signed(), YEAR, one, at=NOON
        )
        for one in (Dimension.HOUR, Dimension.ITEM_TYPE, Dimension.LOCATION)
    },
    "turnover": lambda reports: reports.collection.turnover(signed(), YEAR, at=NOON),
    "never lent": lambda reports: reports.collection.how_many_never_lent(signed(), WhichItems()),
}


@pytest.fixture
def reports(desk: Desk) -> ReportServices:
    desk.reader("R1")
    desk.copy("B1", location="Fiction")
    desk.lend("R1", "B1", NOON - days(40))
    desk.acts.nightly(NOON - days(10))
    return ReportServices(desk.database, desk.decider, Learning(desk.database))


@pytest.mark.parametrize("name", list(REPORTS))
def test_a_report_asks_for_nothing_large_that_was_not_read_ahead(
    desk: Desk, reports: ReportServices, name: str
) -> None:
    with statements(desk.database) as ahead:
        for step in reports.ahead(NOON):
            assert step() is None
    with statements(desk.database) as asked:
        REPORTS[name](reports)
    large = {one for one, _ in asked if "FROM day_sums" in one or "FROM items" in one}
    assert large
    assert large <= {one for one, _ in ahead}


def test_the_lists_of_titles_of_a_year_are_read_ahead(desk: Desk, reports: ReportServices) -> None:
    with statements(desk.database) as ahead:
        for step in reports.ahead(NOON):
            step()
    (listed,) = [given for one, given in ahead if "title_sums.records" in one]
    days_read = sorted(str(value)[:10] for value in (given_values(listed)) if str(value)[:2] == "20")
    assert days_read[0] == (NOON - days(365)).date().isoformat()


def given_values(given: object) -> list[object]:
    """Return the values given with a statement, by name or in order."""
    return list(given.values() if isinstance(given, dict) else given)  # type: ignore[call-overload, no-any-return]
