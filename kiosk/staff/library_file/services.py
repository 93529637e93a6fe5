"""Prices, times and numbers of the library's services in the library file."""

import re

from kiosk.model.errors import InvalidAmount
from kiosk.model.money import Money
from kiosk.model.service import Service, Span, SpanUnit
from kiosk.staff.library_file.tables import Complaint, Table

SERVICE_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SPAN = re.compile(r"(\d{1,6})\s+([a-z]+)")
_ALLOWED = '"1.50", "4 weeks", 3'
_MOST = 1_000_000


def services_of(head: Table, currency: str) -> tuple[Service, ...]:
    """Take ``[library.services]``: each name with an amount, a span of time or a number."""
    table = head.table("services")
    if table is None:
        return ()
    return tuple(_service(table, name, currency) for name in table.all_names())


def _service(table: Table, name: str, currency: str) -> Service:
    value = table.take(name, object, _ALLOWED)
    if SERVICE_NAME.fullmatch(name) is None:
        raise Complaint(table.where, "bad_value", key=name, value=name, allowed="print_page, room_hours …")
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST:
        return Service(name, value)
    if isinstance(value, str):
        found = _span(value) or _amount(value, currency)
        if found is not None:
            return Service(name, found)
    raise Complaint(table.where, "bad_value", key=name, value=str(value), allowed=_ALLOWED)


def _span(text: str) -> Span | None:
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        return None
    unit = found[2] if found[2].endswith("s") else f"{found[2]}s"
    return Span(int(found[1]), SpanUnit(unit)) if unit in set(SpanUnit) else None


def _amount(text: str, currency: str) -> Money | None:
    try:
        amount = Money.parse(text, currency)
    except InvalidAmount:
        return None
    return amount if amount.minor >= 0 else None
