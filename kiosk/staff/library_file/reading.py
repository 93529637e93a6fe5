"""Reads a library file, strictly: what is unknown, twice or impossible is named with its place."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.model.errors import FileUnreadable, LibraryFileInvalid
from kiosk.model.library import Branch, Channel, ItemType, KioskProfile, Library, PatronCategory, Shelf
from kiosk.model.problem import Problem
from kiosk.rules.book_check import check_book
from kiosk.staff.library_file.choices import check_joining, choices_of
from kiosk.staff.library_file.hours import calendar_of
from kiosk.staff.library_file.rules import rule_of
from kiosk.staff.library_file.services import services_of
from kiosk.staff.library_file.tables import Complaint, Table
from kiosk.words import available_languages
from kiosk.words.contact_link import dialled

FUNCTIONS = ("borrow", "return", "join", "holds", "account", "renew")
CHANNELS = ("phone", "email", "web", "chat")


def read_library_file(path: Path) -> Library:
    """Return the library that the file describes.

    Raises FileUnreadable, or LibraryFileInvalid with the first problem and where it stands.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FileUnreadable(file=path, problem=error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        problem = Problem.of("library_file.not_toml", detail=str(error))
        raise LibraryFileInvalid(file=path, problem=problem) from error
    return library_of(raw, path)


def library_of(raw: object, file: object) -> Library:
    """Return the library that the file's parsed tables describe; ``file`` is only named in what is wrong.

    Raises LibraryFileInvalid with the first problem and where it stands.
    """
    try:
        library = _library(Table(raw, ""))
        _check_codes(library)
        check_joining(library)
    except Complaint as complaint:
        raise complaint.about(file) from complaint
    for found in check_book(library):
        problem = Problem(f"library_file.{found.key}", (("row", found.row or "?"), *found.values))
        raise LibraryFileInvalid(file=file, problem=problem)
    return library


def _library(root: Table) -> Library:
    head = root.table("library")
    if head is None:
        raise Complaint("", "missing", key="[library]", allowed="[library]")
    zone = _zone(head, "time_zone", "Europe/Berlin") or "Europe/Berlin"
    currency = _currency(head)
    languages = head.texts("languages") or ("en",)
    lend_other = head.take("lend_other_branches", bool, "true, false")
    name = head.name("name")
    choices = choices_of(head)
    services = services_of(head, currency)
    head.done()
    library = Library(
        name=name,
        time_zone=zone,
        currency=currency,
        languages=_languages(head, languages),
        lend_other_branches=True if lend_other is None else lend_other,
        **choices,
        services=services,
        branches=tuple(_branch(table, zone) for table in root.tables("branch")),
        channels=tuple(_channel(table, zone) for table in root.tables("channel")),
        shelves=tuple(_shelf(table) for table in root.tables("shelf")),
        patron_categories=tuple(_category(table, currency) for table in root.tables("patron_category")),
        item_types=tuple(_item_type(table) for table in root.tables("item_type")),
        rules=tuple(rule_of(t, number, currency) for number, t in enumerate(root.tables("rule"), start=1)),
        kiosks=tuple(_kiosk(table, languages) for table in root.tables("kiosk")),
    )
    root.done()
    return library


def _zone(table: Table, key: str, example: str) -> str | None:
    zone = table.text(key)
    try:
        if zone is not None:
            ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Complaint(table.where, "bad_value", key=key, value=zone, allowed=f'"{example}"') from None
    return zone


def _currency(head: Table) -> str:
    currency = head.text("currency") or "EUR"
    if not re.fullmatch("[A-Z]{3}", currency):
        raise Complaint(head.where, "bad_value", key="currency", value=currency, allowed='"EUR" (ISO 4217)')
    return currency


def _languages(table: Table, languages: tuple[str, ...]) -> tuple[str, ...]:
    spoken = available_languages()
    for language in languages:
        if language not in spoken or languages.count(language) > 1:
            allowed = ", ".join(spoken)
            raise Complaint(table.where, "bad_value", key="languages", value=language, allowed=allowed)
    return languages


def _branch(table: Table, zone: str) -> Branch:
    branch = Branch(
        code=table.code("code"),
        name=table.name("name"),
        calendar=calendar_of(table, _zone(table, "time_zone", "Europe/Berlin") or zone),
        address=table.text("address"),
        phone=_phone(table, "phone", table.text("phone")),
        email=table.text("email"),
        web=table.text("web"),
        configured=_configured(table),
    )
    table.done()
    return branch


def _configured(table: Table) -> bool:
    value = table.take("configured", bool, "true, false")
    return True if value is None else value


def _channel(table: Table, zone: str) -> Channel:
    kind = table.must("kind", str, ", ".join(CHANNELS))
    if kind not in CHANNELS:
        raise Complaint(table.where, "bad_value", key="kind", value=kind, allowed=", ".join(CHANNELS))
    value = table.must("value", str, '"…"')
    if kind == "phone":
        _phone(table, "value", value)
    calendar = calendar_of(table, _zone(table, "time_zone", "Europe/Berlin") or zone)
    channel = Channel(kind, value, calendar, table.name("name"))
    table.done()
    return channel


def _phone(table: Table, key: str, value: str | None) -> str | None:
    """Return a telephone as written, from which a patron's own can dial."""
    if value is not None and not dialled(value):
        raise Complaint(table.where, "no_number", key=key, value=value)
    return value


def _shelf(table: Table) -> Shelf:
    shelf = Shelf(
        branch=table.code("branch"),
        id=table.code("id"),
        location=table.must("location", str, '"…"'),
        first=table.must("from", str, '"…"'),
        last=table.must("to", str, '"…"'),
        name=table.name("name"),
    )
    table.done()
    return shelf


def _category(table: Table, currency: str) -> PatronCategory:
    category = PatronCategory(
        code=table.code("code"),
        name=table.name("name"),
        membership_fee=table.money("membership_fee", currency),
        card_valid_months=table.count("card_valid_months", 1),
        configured=_configured(table),
        hold_priority=table.count("hold_priority") or 0,
    )
    table.done()
    return category


def _item_type(table: Table) -> ItemType:
    item_type = ItemType(table.code("code"), table.name("name"), _configured(table))
    table.done()
    return item_type


def _kiosk(table: Table, languages: tuple[str, ...]) -> KioskProfile:
    defaults = KioskProfile("", "", ())
    functions, pin_for = table.texts("functions"), table.texts("pin_for")
    for key, chosen in (("functions", functions), ("pin_for", pin_for)):
        for function in chosen or ():
            if function not in FUNCTIONS:
                raise Complaint(
                    table.where, "bad_value", key=key, value=function, allowed=", ".join(FUNCTIONS)
                )
    kiosk = KioskProfile(
        name=table.code("name"),
        branch=table.code("branch"),
        languages=_languages(table, table.texts("languages") or languages),
        idle_seconds=table.count("idle_seconds", 10) or defaults.idle_seconds,
        functions=defaults.functions if functions is None else frozenset(functions),
        pin_for=defaults.pin_for if pin_for is None else frozenset(pin_for),
    )
    table.done()
    return kiosk


def _check_codes(library: Library) -> None:
    """Complain of codes that stand twice, told without case, and of those that name nothing."""
    if not library.branches:
        raise Complaint("", "missing", key="[[branch]]", allowed="[[branch]]")
    _once("branch", (branch.code for branch in library.branches))
    _once("patron_category", (category.code for category in library.patron_categories))
    _once("item_type", (item_type.code for item_type in library.item_types))
    _once("kiosk", (kiosk.name for kiosk in library.kiosks))
    _once("shelf", (f"{shelf.branch}/{shelf.id}" for shelf in library.shelves))
    branches = {branch.code for branch in library.branches}
    named = [("shelf", shelf.branch) for shelf in library.shelves]
    named += [("kiosk", kiosk.branch) for kiosk in library.kiosks]
    for key, code in named:
        if code not in branches:
            raise Complaint(f"[[{key}]]", "bad_value", key="branch", value=code, allowed=", ".join(branches))


def _once(key: str, codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code.casefold() in seen:
            raise Complaint(f"[[{key}]]", "twice", key=key, value=code)
        seen.add(code.casefold())
