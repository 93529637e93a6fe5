"""How library systems write items: Koha's 952, MARC's 852, the 949 and 999 of Sirsi systems."""

from collections.abc import Callable

from kiosk.catalog.items.source_item import SourceItem
from kiosk.catalog.marc.record import Field
from kiosk.model.item import Condition

Reader = Callable[[Field], SourceItem | None]

_NO = frozenset({"", "0", "n", "no", "false"})
_LONGEST_CODE = 60
_KOHA_MISSING = "4"
# What Sirsi systems put into the current location of a copy that is not where it belongs.
_SIRSI_STATES = {
    "LOST": Condition.LOST,
    "LOST-PAID": Condition.LOST,
    "LOST-CLAIM": Condition.LOST,
    "LOST-ASSUM": Condition.LOST,
    "MISSING": Condition.MISSING,
    "DISCARD": Condition.WITHDRAWN,
    "WITHDRAWN": Condition.WITHDRAWN,
    "REPAIR": Condition.DAMAGED,
    "BINDERY": Condition.DAMAGED,
}


def koha(field: Field) -> SourceItem | None:
    """Read Koha's 952; None for a field without barcode and branch, which is somebody's note."""
    parts = _parts(field)
    barcode = parts.get("p", "")
    home = parts.get("a") or parts.get("b")
    if not barcode or not home or not _is_code(home):
        return None
    return SourceItem(
        barcode=barcode,
        branch=home,
        holding_branch=parts.get("b"),
        location=parts.get("c"),
        call_number=parts.get("o"),
        item_type=parts.get("y"),
        price=_first_price(parts.get("v"), parts.get("g")),
        condition=_koha_condition(parts),
        not_for_loan=_is_set(parts.get("7")),
        due=parts.get("q"),
        note=parts.get("z"),
        parts=parts.get("3"),
    )


def _koha_condition(parts: dict[str, str]) -> Condition:
    if _is_set(parts.get("0")):
        return Condition.WITHDRAWN
    if parts.get("1") == _KOHA_MISSING:
        return Condition.MISSING
    if _is_set(parts.get("1")):
        return Condition.LOST
    return Condition.DAMAGED if _is_set(parts.get("4")) else Condition.FINE


def holdings(field: Field) -> SourceItem | None:
    """Read MARC's own 852 (location) where it names a piece."""
    parts = _parts(field)
    barcode = parts.get("p", "")
    branch = parts.get("b")
    if not barcode or not branch:
        return None
    call_number = " ".join([parts[code] for code in "khijm" if parts.get(code)])
    return SourceItem(
        barcode=barcode,
        branch=branch,
        location=parts.get("c"),
        call_number=call_number or None,
        item_type=parts.get("g"),
        price=parts.get("y"),
        note=parts.get("z"),
    )


def sirsi(field: Field) -> SourceItem | None:
    """Read the 949 or 999 of a Sirsi system."""
    parts = _parts(field)
    barcode = parts.get("i", "")
    if not barcode or not (parts.get("l") or parts.get("m") or parts.get("t")):
        return None
    current = parts.get("k", "").upper()
    return SourceItem(
        barcode=barcode,
        branch=parts.get("m"),
        location=parts.get("l"),
        call_number=parts.get("a"),
        item_type=parts.get("t"),
        price=parts.get("p"),
        condition=_SIRSI_STATES.get(current, Condition.FINE),
        not_for_loan=parts.get("r", "").upper() == "N",
        due="" if current == "CHECKEDOUT" else None,
    )


DIALECTS: dict[str, Reader] = {"952": koha, "852": holdings, "949": sirsi, "999": sirsi}


def _parts(field: Field) -> dict[str, str]:
    parts: dict[str, str] = {}
    for code, value in field.subfields:
        text = value.strip()
        if text:
            parts.setdefault(code, text)
    return parts


def _is_set(value: str | None) -> bool:
    return value is not None and value.casefold() not in _NO


def _is_code(text: str) -> bool:
    # Branches of other systems come in under names with spaces; a cataloguer's note is longer.
    return len(text) <= _LONGEST_CODE


def _first_price(*candidates: str | None) -> str | None:
    return next((text for text in candidates if text and text.strip("0., ")), candidates[-1])
