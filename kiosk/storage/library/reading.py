"""The whole configuration read back as one Library value."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Row, Table, select

from kiosk.model.calendar import Calendar
from kiosk.model.errors import NoLibraryHere
from kiosk.model.library import Branch, Channel, ItemType, KioskProfile, Library, PatronCategory, Shelf
from kiosk.model.rule import CirculationRule, RuleScope
from kiosk.storage import tables as t
from kiosk.storage.library.calendars import calendar_of
from kiosk.storage.library.choices import (
    card_format_from_json,
    joining_from_json,
    label_format_from_json,
    retention_from_json,
)
from kiosk.storage.library.rule_values import values_from_json
from kiosk.storage.library.services import read_services
from kiosk.storage.library.texts import text_from_json
from kiosk.storage.link import Link
from kiosk.storage.money import money

_Rows = dict[Any, list[Row[Any]]]


def load_library(link: Link) -> Library:
    """Read the configuration; raise NoLibraryHere where none was ever stored."""
    head = link.first(select(t.library))
    if head is None:
        raise NoLibraryHere()
    return Library(
        name=text_from_json(head.name),
        time_zone=head.time_zone,
        currency=head.currency,
        languages=tuple(head.languages),
        lend_other_branches=head.lend_other_branches,
        retention=retention_from_json(head.retention),
        card_format=card_format_from_json(head.card_format),
        label_format=label_format_from_json(head.label_format),
        joining=joining_from_json(head.joining),
        services=read_services(link, head.currency),
        **_parts(link, head.currency),
    )


def _parts(link: Link, currency: str) -> dict[str, Any]:
    hours, closures = _by_owner(link, t.hours), _by_owner(link, t.closures)
    return {
        "branches": tuple(_branch(row, hours, closures) for row in _in_order(link, t.branches)),
        "channels": tuple(_channel(row, hours, closures) for row in _in_order(link, t.channels)),
        "shelves": tuple(_shelf(row) for row in _in_order(link, t.shelves)),
        "patron_categories": tuple(_category(row, currency) for row in _in_order(link, t.patron_categories)),
        "item_types": tuple(
            ItemType(row.code, text_from_json(row.name), row.configured)
            for row in _in_order(link, t.item_types)
        ),
        "rules": tuple(_rule(row, currency) for row in link.all(select(t.rules).order_by(t.rules.c.number))),
        "kiosks": tuple(_kiosk(row) for row in _in_order(link, t.kiosks)),
    }


def _in_order(link: Link, table: Table) -> list[Row[Any]]:
    return list(link.all(select(table).order_by(table.c.position)))


def _by_owner(link: Link, table: Table) -> _Rows:
    found: _Rows = defaultdict(list)
    for row in link.all(select(table).order_by(table.c.id)):
        found[row.branch if row.branch is not None else row.channel_id].append(row)
    return found


def _calendar(row: Row[Any], owner: Any, hours: _Rows, closures: _Rows) -> Calendar:
    return calendar_of(row.time_zone, row.always_open, hours.get(owner, []), closures.get(owner, []))


def _branch(row: Row[Any], hours: _Rows, closures: _Rows) -> Branch:
    return Branch(
        code=row.code,
        name=text_from_json(row.name),
        calendar=_calendar(row, row.code, hours, closures),
        address=row.address,
        phone=row.phone,
        email=row.email,
        web=row.web,
        configured=row.configured,
    )


def _channel(row: Row[Any], hours: _Rows, closures: _Rows) -> Channel:
    calendar = _calendar(row, row.id, hours, closures)
    return Channel(kind=row.kind, value=row.value, calendar=calendar, name=text_from_json(row.name))


def _shelf(row: Row[Any]) -> Shelf:
    name = text_from_json(row.name)
    return Shelf(row.branch, row.element, row.location, row.first, row.last, name)


def _category(row: Row[Any], currency: str) -> PatronCategory:
    fee = money(row.membership_fee, currency)
    return PatronCategory(
        code=row.code,
        name=text_from_json(row.name),
        membership_fee=fee,
        card_valid_months=row.card_valid_months,
        configured=row.configured,
        hold_priority=row.hold_priority,
    )


def _rule(row: Row[Any], currency: str) -> CirculationRule:
    scope = RuleScope(row.branch, row.patron_category, row.item_type)
    return CirculationRule(row.number, scope, values_from_json(row.set_values, currency))


def _kiosk(row: Row[Any]) -> KioskProfile:
    return KioskProfile(
        name=row.name,
        branch=row.branch,
        languages=tuple(row.languages),
        idle_seconds=row.idle_seconds,
        functions=frozenset(row.functions),
        pin_for=frozenset(row.pin_for),
    )
