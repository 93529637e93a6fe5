"""Writes a library as a library file; reading it back gives the same library."""

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, time

from kiosk.model.calendar import Calendar, Closure, OpenSpan
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.rule import CirculationRule, Period
from kiosk.model.service import Span
from kiosk.model.texts import LocalText
from kiosk.staff.library_file.choices import chosen_tables
from kiosk.staff.library_file.hours import WEEKDAYS


def library_file_text(library: Library) -> str:
    """Return the file's text, in the order of the library's own lists."""
    return "\n".join(_lines(library)) + "\n"


def _lines(library: Library) -> Iterator[str]:
    yield "[library]"
    yield from _pairs(
        name=library.name,
        time_zone=library.time_zone,
        currency=library.currency,
        languages=library.languages,
        lend_other_branches=library.lend_other_branches,
    )
    for key, chosen in chosen_tables(library):
        yield from ("", f"[library.{key}]")
        yield from _pairs(**chosen)
    if library.services:
        yield from ("", "[library.services]")
        yield from _pairs(**{service.name: service.value for service in library.services})
    for branch in library.branches:
        yield from ("", "[[branch]]")
        yield from _pairs(code=branch.code, name=branch.name)
        if branch.calendar.time_zone != library.time_zone:
            yield from _pairs(time_zone=branch.calendar.time_zone)
        yield from _pairs(
            address=branch.address,
            phone=branch.phone,
            email=branch.email,
            web=branch.web,
            configured=None if branch.configured else False,
        )
        yield from _calendar(branch.calendar, "branch")
    for channel in library.channels:
        yield from ("", "[[channel]]")
        yield from _pairs(kind=channel.kind, value=channel.value, name=channel.name)
        if channel.calendar.time_zone != library.time_zone:
            yield from _pairs(time_zone=channel.calendar.time_zone)
        yield from _calendar(channel.calendar, "channel")
    for shelf in library.shelves:
        yield from ("", "[[shelf]]")
        yield from _pairs(branch=shelf.branch, id=shelf.id, location=shelf.location)
        yield from (f"from = {_value(shelf.first)}", f"to = {_value(shelf.last)}")
        yield from _pairs(name=shelf.name)
    for category in library.patron_categories:
        yield from ("", "[[patron_category]]")
        yield from _pairs(
            code=category.code,
            name=category.name,
            membership_fee=category.membership_fee,
            card_valid_months=category.card_valid_months,
            configured=None if category.configured else False,
            hold_priority=category.hold_priority or None,
        )
    for item_type in library.item_types:
        yield from ("", "[[item_type]]")
        yield from _pairs(
            code=item_type.code, name=item_type.name, configured=None if item_type.configured else False
        )
    for kiosk in library.kiosks:
        yield from ("", "[[kiosk]]")
        yield from _pairs(
            name=kiosk.name,
            branch=kiosk.branch,
            languages=kiosk.languages,
            idle_seconds=kiosk.idle_seconds,
            functions=tuple(sorted(kiosk.functions)),
            pin_for=tuple(sorted(kiosk.pin_for)),
        )
    for rule in library.rules:
        yield from ("", "[[rule]]")
        yield from _rule(rule)


def _calendar(calendar: Calendar, owner: str) -> Iterator[str]:
    if calendar.week is not None:
        open_days = [(day, spans) for day, spans in zip(WEEKDAYS, calendar.week, strict=True) if spans]
        # Without any day in it the table would mean "always open".
        days = [
            f"{day} = [{', '.join(_span(span) for span in spans)}]"
            for day, spans in open_days or [(WEEKDAYS[0], ())]
        ]
        yield f"hours = {{ {', '.join(days)} }}"
    for closure in calendar.closures:
        yield from _closure(closure, owner)


def _span(span: OpenSpan) -> str:
    closes = "24:00" if span.closes == time(23, 59, 59) else f"{span.closes:%H:%M}"
    return f'"{span.opens:%H:%M}-{closes}"'


def _closure(closure: Closure, owner: str) -> Iterator[str]:
    yield f"[[{owner}.closure]]"
    yield from (f"from = {closure.first}", f"to = {closure.last}")
    yield from _pairs(reason=closure.reason)


def _rule(rule: CirculationRule) -> Iterator[str]:
    for part in (rule.scope, rule.values):
        yield from _pairs(**{field.name: getattr(part, field.name) for field in fields(part)})


def _pairs(**values: object) -> Iterator[str]:
    for key, value in values.items():
        if value is not None and value != LocalText():
            yield f"{key} = {_value(value)}"


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | date():
            return str(value)
        case Money():
            return f'"{value.decimal()}"'
        case Period() | Span():
            return f'"{value.count} {value.unit}"'
        case LocalText(plain=plain, by_language=()):
            return _value(plain)
        case LocalText(by_language=texts):
            return "{ " + ", ".join(f"{language} = {_value(text)}" for language, text in texts) + " }"
        case tuple():
            return f"[{', '.join(_value(part) for part in value)}]"
        case _:
            # JSON's escapes are a subset of TOML's, but for the one character that JSON leaves bare.
            return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
