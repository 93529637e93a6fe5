"""Since when a book drop may hold what staff find in it."""

from datetime import UTC, date, datetime, time

import pytest

from kiosk.model.calendar import Calendar, Closure, OpenSpan
from kiosk.rules.book_drop import filled_since

DAY = (OpenSpan(time(10), time(18)),)
WEEKDAYS = (DAY, DAY, DAY, DAY, DAY, (), ())
SUMMER = Closure(date(2026, 7, 6), date(2026, 7, 26))
NEVER = Closure(date(2020, 1, 1), date(2030, 1, 1))


def berlin(day: int, hour: int = 12, month: int = 7) -> datetime:
    return datetime(2026, month, day, hour - 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("calendar", "now", "since"),
    [
        (Calendar("Europe/Berlin"), berlin(2), datetime(2026, 6, 29, 22, tzinfo=UTC)),
        (Calendar("Europe/Berlin", WEEKDAYS), berlin(3), datetime(2026, 6, 30, 22, tzinfo=UTC)),
        (Calendar("Europe/Berlin", WEEKDAYS), berlin(6, 9), datetime(2026, 7, 1, 22, tzinfo=UTC)),
        (Calendar("Europe/Berlin", WEEKDAYS), berlin(5, 9), datetime(2026, 7, 1, 22, tzinfo=UTC)),
        (Calendar("Europe/Berlin", WEEKDAYS, (SUMMER,)), berlin(27), datetime(2026, 7, 1, 22, tzinfo=UTC)),
        (Calendar("Europe/Berlin", WEEKDAYS, (NEVER,)), berlin(9), berlin(2)),
    ],
    ids=["always open", "Friday", "Monday morning", "Sunday", "after a closure", "never open"],
)
def test_the_drop_may_hold_what_came_since_the_last_open_day_but_one(
    calendar: Calendar, now: datetime, since: datetime
) -> None:
    assert filled_since(calendar, now) == since
