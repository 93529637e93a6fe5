"""The whole configuration written so that it equals one Library value."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Table, select

from kiosk.model.calendar import Calendar
from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.storage import tables as t
from kiosk.storage.library.calendars import closure_rows, hour_rows
from kiosk.storage.library.choices import choices_to_json
from kiosk.storage.library.rule_values import values_to_json
from kiosk.storage.library.services import write_services
from kiosk.storage.library.texts import text_to_json
from kiosk.storage.link import Link

_Row = dict[str, Any]


def branch_row(branch: Branch, position: int) -> _Row:
    """Return a branch without its hours as a row."""
    return {
        "code": branch.code,
        "code_key": branch.code.casefold(),
        "position": position,
        "name": text_to_json(branch.name),
        "time_zone": branch.calendar.time_zone,
        "always_open": branch.calendar.week is None,
        "address": branch.address,
        "phone": branch.phone,
        "email": branch.email,
        "web": branch.web,
        "configured": branch.configured,
    }


def category_row(category: PatronCategory, position: int) -> _Row:
    """Return a patron category as a row."""
    return {
        "code": category.code,
        "code_key": category.code.casefold(),
        "position": position,
        "name": text_to_json(category.name),
        "membership_fee": None if category.membership_fee is None else category.membership_fee.minor,
        "card_valid_months": category.card_valid_months,
        "configured": category.configured,
        "hold_priority": category.hold_priority,
    }


def item_type_row(item_type: ItemType, position: int) -> _Row:
    """Return an item type as a row."""
    return {
        "code": item_type.code,
        "code_key": item_type.code.casefold(),
        "position": position,
        "name": text_to_json(item_type.name),
        "configured": item_type.configured,
    }


def write_library(link: Link, library: Library) -> None:
    """Make the configuration equal to the value; codes left out must be unused by now."""
    _empty(link, t.rules, t.kiosks, t.shelves, t.hours, t.closures, t.channels)
    _put(link, t.branches, [branch_row(branch, n) for n, branch in enumerate(library.branches)])
    _put(link, t.patron_categories, [category_row(c, n) for n, c in enumerate(library.patron_categories)])
    _put(link, t.item_types, [item_type_row(kind, n) for n, kind in enumerate(library.item_types)])
    _write_head(link, library)
    write_services(link, library.services)
    _write_channels(link, library)
    _insert(link, t.hours, _calendar_rows(library, hour_rows))
    _insert(link, t.closures, _calendar_rows(library, closure_rows))
    _write_shelves(link, library)
    _write_rules(link, library)
    _write_kiosks(link, library)


def _empty(link: Link, *emptied: Table) -> None:
    for table in emptied:
        link.write(table.delete())


def _insert(link: Link, table: Table, rows: list[_Row]) -> None:
    if rows:
        link.write(table.insert(), rows)


def _put(link: Link, table: Table, rows: list[_Row]) -> None:
    """Make the coded table equal to the rows; a code written in another case is renamed with its uses."""
    kept = {row["code_key"] for row in rows}
    link.write(table.delete().where(table.c.code_key.not_in(kept)))
    there: Mapping[str, str] = {row.code_key: row.code for row in link.all(select(table))}
    for row in rows:
        if row["code_key"] in there:
            link.write(table.update().where(table.c.code_key == row["code_key"]).values(row))
        else:
            link.write(table.insert().values(row))


def _write_head(link: Link, library: Library) -> None:
    row = {
        "id": 1,
        "name": text_to_json(library.name),
        "time_zone": library.time_zone,
        "currency": library.currency,
        "languages": list(library.languages),
        "lend_other_branches": library.lend_other_branches,
        "retention": choices_to_json(library.retention),
        "card_format": choices_to_json(library.card_format),
        "label_format": choices_to_json(library.label_format),
        "joining": choices_to_json(library.joining),
    }
    statement = link.insert(t.library).values(row)
    link.write(statement.on_conflict_do_update(index_elements=["id"], set_=row))


def _write_channels(link: Link, library: Library) -> None:
    rows = [
        {
            "id": number,
            "position": number,
            "kind": channel.kind,
            "value": channel.value,
            "name": text_to_json(channel.name),
            "time_zone": channel.calendar.time_zone,
            "always_open": channel.calendar.week is None,
        }
        for number, channel in enumerate(library.channels, start=1)
    ]
    _insert(link, t.channels, rows)


def _calendar_rows(library: Library, rows_of: Callable[[_Row, Calendar], list[_Row]]) -> list[_Row]:
    owned: Iterable[tuple[_Row, Calendar]] = (
        *(({"branch": branch.code, "channel_id": None}, branch.calendar) for branch in library.branches),
        *(
            ({"branch": None, "channel_id": number}, channel.calendar)
            for number, channel in enumerate(library.channels, start=1)
        ),
    )
    return [row for owner, calendar in owned for row in rows_of(owner, calendar)]


def _write_shelves(link: Link, library: Library) -> None:
    rows = [
        {
            "position": position,
            "branch": shelf.branch,
            "element": shelf.id,
            "location": shelf.location,
            "first": shelf.first,
            "last": shelf.last,
            "name": text_to_json(shelf.name),
        }
        for position, shelf in enumerate(library.shelves)
    ]
    _insert(link, t.shelves, rows)


def _write_rules(link: Link, library: Library) -> None:
    rows = [
        {
            "number": rule.number,
            "branch": rule.scope.branch,
            "patron_category": rule.scope.patron_category,
            "item_type": rule.scope.item_type,
            "set_values": values_to_json(rule.values),
        }
        for rule in library.rules
    ]
    _insert(link, t.rules, rows)


def _write_kiosks(link: Link, library: Library) -> None:
    rows = [
        {
            "name": kiosk.name,
            "position": position,
            "branch": kiosk.branch,
            "languages": list(kiosk.languages),
            "idle_seconds": kiosk.idle_seconds,
            "functions": sorted(kiosk.functions),
            "pin_for": sorted(kiosk.pin_for),
        }
        for position, kiosk in enumerate(library.kiosks)
    ]
    _insert(link, t.kiosks, rows)
