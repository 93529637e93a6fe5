"""Everything that is kept about a person, as a document for machines: codes stay codes, dates ISO."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.model.money import Money
from kiosk.model.request_number import shown_request_number
from kiosk.storage import PatronFile

# A hash is no use to the person and some to a thief; identities of acts say nothing to anybody.
LEFT_OUT = frozenset({"pin_hash", "act_id"})


def own_data(file: PatronFile, zone: str) -> dict[str, Any]:
    """Return all that is kept about a person as plain values; times are told in that zone."""
    document: dict[str, Any] = _plain(file, ZoneInfo(zone))
    document["patron"]["has_pin"] = file.patron.pin_hash is not None
    steps = document.pop("steps")
    for request in document["requests"]:
        request["number"] = shown_request_number(request["number"])
        request["steps"] = [step for of_request, step in steps if of_request == request["id"]]
    # Who they are is kept about them.
    document["wards"] = len(file.wards)
    return document


def _plain(value: Any, zone: ZoneInfo) -> Any:
    match value:
        case Money():
            return f"{value.decimal()} {value.currency}"
        case datetime():
            return value.astimezone(zone).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case Mapping():
            return {str(name): _plain(each, zone) for name, each in value.items()}
        case tuple() | list() | frozenset():
            return [_plain(each, zone) for each in value]
        case _ if is_dataclass(value):
            named = [field.name for field in fields(value) if field.name not in LEFT_OUT]
            return {name: _plain(getattr(value, name), zone) for name in named}
        case _:
            return value
