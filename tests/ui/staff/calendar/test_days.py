"""What the calendar shows of a day, and how hours are typed."""

from datetime import date

import pytest

from kiosk.ui.staff.calendar.days import DayKind, day_told, kind_of, later, month_cells, read_spans
from kiosk.words import wording
from tests.storage.builders import calendar

CHRISTMAS, SUNDAY, MONDAY = date(2026, 12, 25), date(2026, 11, 29), date(2026, 11, 30)


def test_a_day_is_open_closed_or_in_a_closure() -> None:
    kinds = [kind_of(calendar(), day) for day in (MONDAY, SUNDAY, CHRISTMAS)]
    assert kinds == [DayKind.OPEN, DayKind.CLOSED, DayKind.CLOSURE]


def test_a_day_says_its_hours_or_why_it_is_closed() -> None:
    words = wording("en", "Europe/Berlin", ("en",))
    assert day_told(calendar(), MONDAY, words).endswith(": 09:00–12:30, 14:00–18:00")
    assert day_told(calendar(), SUNDAY, words).endswith(": closed")
    assert day_told(calendar(), CHRISTMAS, words).endswith(": closed – Christmas")


def test_every_day_of_a_month_has_a_place_of_its_own() -> None:
    for number in range(24):
        cells = month_cells(calendar(), later(date(2026, 1, 1), number))
        assert len({(cell.row, cell.column) for cell in cells}) == len(cells)
        assert all(0 <= cell.row < 6 and cell.column == cell.day.weekday() for cell in cells)
    assert later(date(2026, 1, 31), -1) == date(2025, 12, 1)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("9-12, 14-18", ("09:00-12:00", "14:00-18:00")),
        ("09:00 – 18:00", ("09:00-18:00",)),
        ("9.30-13;15-24:00", ("9:30-13:00", "15:00-24:00")),
        ("", ()),
        (" , ", ()),
        ("soon", ("soon",)),
    ],
)
def test_hours_are_read_as_one_writes_them_on_the_door(text: str, spans: tuple[str, ...]) -> None:
    assert read_spans(text) == spans
