"""What a library chooses about keeping, cards, labels and joining, in the library file."""

from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar

from kiosk.model.library import CardFormat, Joining, LabelFormat, Library, Retention, Sheet, Symbology
from kiosk.staff.library_file.tables import Complaint, Table

FOREVER = "forever"
_MOST_DAYS = 36_500
_EAN13 = 13
_MOST_LENGTH = 24

E = TypeVar("E", bound=StrEnum)
C = TypeVar("C", Retention, CardFormat, LabelFormat, Joining)


def choices_of(head: Table) -> dict[str, Any]:
    """Take the tables below ``[library]``; one that is absent, or a key of it, means what is usual."""
    return {
        "retention": _retention(head),
        "card_format": _cards(head),
        "label_format": _labels(head),
        "joining": _joining(head),
    }


def check_joining(library: Library) -> None:
    """Complain of a category for new cards that there is not."""
    known = [category.code for category in library.patron_categories]
    chosen = library.joining.category
    if chosen is not None and chosen not in known:
        allowed = ", ".join(known)
        raise Complaint("library joining", "bad_value", key="category", value=chosen, allowed=allowed)


def chosen_tables(library: Library) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each table's name with what is chosen otherwise than usual, where anything is."""
    parts = {
        "retention": _chosen(library.retention, Retention()),
        "cards": _chosen(library.card_format, CardFormat()),
        "labels": _chosen(library.label_format, LabelFormat()),
        "joining": _chosen(library.joining, Joining()),
    }
    yield from ((key, chosen) for key, chosen in parts.items() if chosen)


def _chosen(part: C, usual: C) -> dict[str, object]:
    pairs = ((field.name, getattr(part, field.name)) for field in fields(part))
    chosen = {name: value for name, value in pairs if value != getattr(usual, name)}
    return {name: FOREVER if value is None else value for name, value in chosen.items()}


def _retention(head: Table) -> Retention:
    table = head.table("retention")
    if table is None:
        return Retention()
    chosen = {field.name: _days(table, field.name) for field in fields(Retention) if table.names(field.name)}
    table.done()
    return Retention(**chosen)


def _days(table: Table, key: str) -> int | None:
    """Return a number of days, None for ever."""
    value = table.take(key, object, f'1 … {_MOST_DAYS}, "{FOREVER}"')
    if value == FOREVER:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _MOST_DAYS:
        return value
    allowed = f'1 … {_MOST_DAYS}, "{FOREVER}"'
    raise Complaint(table.where, "bad_value", key=key, value=str(value), allowed=allowed)


def _cards(head: Table) -> CardFormat:
    table, usual = head.table("cards"), CardFormat()
    if table is None:
        return usual
    check = table.take("check_digit", bool, "true, false")
    symbology = _word(table, "symbology", Symbology, usual.symbology)
    ean = symbology is Symbology.EAN13
    form = CardFormat(
        symbology=symbology,
        prefix=_prefix(table, usual.prefix),
        length=table.count("length", 4) or (_EAN13 if ean else usual.length),
        check_digit=usual.check_digit if check is None else check,
        sheet=_word(table, "sheet", Sheet, usual.sheet),
    )
    table.done()
    _refuse_impossible(table.where, form)
    return form


def _prefix(table: Table, usual: str) -> str:
    value = table.take("prefix", str, '"", "29"')
    if value is not None and not (value.isascii() and (not value or value.isalnum())):
        raise Complaint(table.where, "bad_value", key="prefix", value=value, allowed='"", "29"')
    return usual if value is None else value.upper()


def _refuse_impossible(where: str, form: CardFormat) -> None:
    """Complain of a form that has hardly any numbers, or none that can be drawn or checked."""
    digits_only = form.check_digit or form.symbology is Symbology.EAN13
    if digits_only and form.prefix and not form.prefix.isdecimal():
        raise Complaint(where, "bad_value", key="prefix", value=form.prefix, allowed='"29"')
    if form.symbology is Symbology.EAN13 and (form.length != _EAN13 or not form.check_digit):
        allowed = f"length = {_EAN13}, check_digit = true"
        raise Complaint(where, "bad_value", key="symbology", value=form.symbology.value, allowed=allowed)
    least = len(form.prefix) + form.check_digit + 3
    if not least <= form.length <= _MOST_LENGTH:
        allowed = f"{least} … {_MOST_LENGTH}"
        raise Complaint(where, "bad_value", key="length", value=form.length, allowed=allowed)


def _labels(head: Table) -> LabelFormat:
    table, usual = head.table("labels"), LabelFormat()
    if table is None:
        return usual
    form = LabelFormat(
        _word(table, "symbology", Symbology, usual.symbology), _word(table, "sheet", Sheet, usual.sheet)
    )
    table.done()
    return form


def _joining(head: Table) -> Joining:
    table, usual = head.table("joining"), Joining()
    if table is None:
        return usual
    age = table.count("guardian_until_age")
    joining = Joining(
        category=table.code("category") if table.names("category") else None,
        days_valid=table.count("days_valid", 1) or usual.days_valid,
        guardian_until_age=usual.guardian_until_age if age is None else age,
    )
    table.done()
    return joining


def _word(table: Table, key: str, kind: type[E], usual: E) -> E:
    chosen = table.choice(key, kind, [member.value for member in kind])
    return usual if chosen is None else chosen
