"""Opening hours and closures in the library file."""

import re
from datetime import time
from itertools import pairwise

from kiosk.model.calendar import Calendar, Closure, OpenSpan
from kiosk.staff.library_file.tables import Complaint, Table

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPAN = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]?\d|2[0-3]|24):([0-5]\d)")


def calendar_of(table: Table, zone: str) -> Calendar:
    """Take ``hours`` and ``closure`` from a branch's or channel's table.

    No hours, or none for any day: always open. A day that is named without hours is closed, as one left out.
    """
    hours = table.table("hours")
    closures = tuple(_closure(closure) for closure in table.tables("closure"))
    if hours is None:
        return Calendar(zone, None, closures)
    named = any(hours.names(day) for day in WEEKDAYS)
    week = tuple(_spans(hours, day) for day in WEEKDAYS)
    hours.done()
    return Calendar(zone, week if named else None, closures)


def _spans(hours: Table, day: str) -> tuple[OpenSpan, ...]:
    spans = sorted((_span(hours.where, day, text) for text in hours.texts(day) or ()), key=lambda s: s.opens)
    for earlier, later in pairwise(spans):
        if later.opens < earlier.closes:
            raise Complaint(hours.where, "hours_overlap", key=day)
    return tuple(spans)


def _span(where: str, day: str, text: str) -> OpenSpan:
    found = _SPAN.fullmatch(text.strip())
    if found:
        opens = time(int(found[1]), int(found[2]))
        midnight = (found[3], found[4]) == ("24", "00")
        closes = time(23, 59, 59) if midnight else time(int(found[3]) % 24, int(found[4]))
        if opens < closes and (midnight or found[3] != "24"):
            return OpenSpan(opens, closes)
    raise Complaint(where, "bad_value", key=day, value=text, allowed='"10:00-19:00"')


def _closure(table: Table) -> Closure:
    first = table.day("from")
    last = table.day("to") or first
    if first is None or last is None:
        raise Complaint(table.where, "missing", key="from", allowed="2026-12-24")
    if last < first:
        raise Complaint(table.where, "bad_value", key="to", value=last.isoformat(), allowed=f"{first} …")
    closure = Closure(first, last, table.name("reason"))
    table.done()
    return closure
