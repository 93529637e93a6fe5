"""Opening hours and closures as rows, and back."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from sqlalchemy import Row

from kiosk.model.calendar import Calendar, Closure, OpenSpan
from kiosk.storage.library.texts import text_from_json, text_to_json

Owner = dict[str, Any]


def hour_rows(owner: Owner, calendar: Calendar) -> list[dict[str, Any]]:
    """Return the weekly hours as rows of their owner, in the order in which they were written."""
    return [
        {**owner, "weekday": weekday, "opens": span.opens.isoformat(), "closes": span.closes.isoformat()}
        for weekday, spans in enumerate(calendar.week or ())
        for span in spans
    ]


def closure_rows(owner: Owner, calendar: Calendar) -> list[dict[str, Any]]:
    """Return the closures as rows of their owner."""
    return [
        {**owner, "first": closure.first, "last": closure.last, "reason": text_to_json(closure.reason)}
        for closure in calendar.closures
    ]


def calendar_of(
    time_zone: str, always_open: bool, hours: Sequence[Row[Any]], closures: Sequence[Row[Any]]
) -> Calendar:
    """Return the calendar that these rows of one owner make."""
    week: list[list[OpenSpan]] = [[] for _ in range(7)]
    for row in hours:
        week[row.weekday].append(OpenSpan(time.fromisoformat(row.opens), time.fromisoformat(row.closes)))
    return Calendar(
        time_zone=time_zone,
        week=None if always_open else tuple(tuple(spans) for spans in week),
        closures=tuple(Closure(row.first, row.last, text_from_json(row.reason)) for row in closures),
    )
