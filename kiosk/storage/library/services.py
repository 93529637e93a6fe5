"""Prices, times and numbers of services as JSON in the meta table, where small things of the library lie."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from kiosk.model.money import Money
from kiosk.model.service import Service, Span, SpanUnit
from kiosk.storage.link import Link
from kiosk.storage.tables import meta

_NAME = "library_services"


def write_services(link: Link, services: Iterable[Service]) -> None:
    """Keep these services, and no others."""
    stored = [{"name": one.name, **_value_to_json(one.value)} for one in services]
    value = json.dumps(stored, ensure_ascii=False)
    written = link.insert(meta).values(name=_NAME, value=value)
    link.write(written.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def read_services(link: Link, currency: str) -> tuple[Service, ...]:
    """Return the services in the library's order; none where none were ever kept."""
    stored = link.scalar(select(meta.c.value).where(meta.c.name == _NAME))
    rows = json.loads(stored) if stored else []
    return tuple(Service(row["name"], _value_from_json(row, currency)) for row in rows)


def _value_to_json(value: Money | Span | int) -> dict[str, Any]:
    match value:
        case Money():
            return {"minor": value.minor}
        case Span():
            return {"count": value.count, "unit": str(value.unit)}
        case _:
            return {"number": value}


def _value_from_json(row: dict[str, Any], currency: str) -> Money | Span | int:
    if "minor" in row:
        return Money(row["minor"], currency)
    return Span(row["count"], SpanUnit(row["unit"])) if "unit" in row else int(row["number"])
