"""The shape of fields: tags, indicators, subfield codes, what may stand but once, what is empty."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.staff.records.comparing import ONCE
from kiosk.staff.records.indicators import ALLOWED
from kiosk.staff.records.marc_text import is_control_tag
from kiosk.staff.records.problems.problem import RecordProblem, warned, wrong

_TAG = re.compile(r"[0-9]{3}|[0-9A-Za-z]{3}")
_INDICATOR = re.compile(r"[0-9a-z |]")
_CODE = re.compile(r"[0-9a-z]")


def shape_problems(record: MarcRecord) -> Iterator[RecordProblem]:
    """Yield what is wrong with the shape of each field."""
    seen: Counter[str] = Counter()
    for place, field in enumerate(record.fields):
        seen[field.tag] += 1
        if not _TAG.fullmatch(field.tag) or field.tag == "000":
            yield wrong("tag", field.tag, place, found=field.tag)
            continue
        if seen[field.tag] == 2 and field.tag in ONCE:
            yield warned("once", field.tag, place)
        if is_control_tag(field.tag) != field.is_control:
            yield wrong("field_kind", field.tag, place)
        elif field.is_control:
            if not field.data.strip():
                yield wrong("field_empty", field.tag, place)
        else:
            yield from (replace(one, place=place) for one in _of_field(field))


@lru_cache(maxsize=4096)
def _of_field(field: Field) -> tuple[RecordProblem, ...]:
    """Return what is wrong with a data field wherever it stands; each letter typed asks it of all fields."""
    return tuple(_of_data_field(field, 0))


def _of_data_field(field: Field, place: int) -> Iterator[RecordProblem]:
    for number, indicator in enumerate(field.indicators):
        yield from _of_indicator(field, place, number, indicator)
    if not any(value.strip() for _, value in field.subfields):
        yield wrong("field_empty", field.tag, place)
        return
    for code, value in field.subfields:
        if not _CODE.fullmatch(code):
            yield warned("subfield_code", field.tag, place, code, found=code)
        if not value.strip():
            yield warned("subfield_empty", field.tag, place, code)


def _of_indicator(field: Field, place: int, number: int, indicator: str) -> Iterator[RecordProblem]:
    told = {"number": str(number + 1), "found": indicator}
    if not _INDICATOR.fullmatch(indicator):
        yield wrong("indicator", field.tag, place, "", number, **told, allowed="0–9 a–z")
        return
    allowed = ALLOWED.get(field.tag)
    if allowed is not None and indicator not in allowed[number]:
        shown = " ".join("#" if char == " " else char for char in allowed[number])
        yield wrong("indicator", field.tag, place, "", number, **told, allowed=shown)
