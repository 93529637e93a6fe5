"""Characters that no catalogue can carry: control characters, halves of letters, what was lost in reading."""

import re
from collections.abc import Iterator

from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.staff.records.marc_text import LEADER
from kiosk.staff.records.problems.problem import RecordProblem, warned, wrong

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_NO_UTF8 = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_LOST = "\ufffd"


def character_problems(record: MarcRecord) -> Iterator[RecordProblem]:
    """Yield the first bad character of each value."""
    yield from _of_value(LEADER, None, "", record.leader)
    for place, field in enumerate(record.fields):
        for code, value in _values(field):
            yield from _of_value(field.tag, place, code, value)


def _values(field: Field) -> tuple[tuple[str, str], ...]:
    return (("", field.data),) if field.is_control else field.subfields


def _of_value(tag: str, place: int | None, code: str, value: str) -> Iterator[RecordProblem]:
    if value.isprintable() and _LOST not in value:
        return
    if (found := _CONTROL.search(value)) is not None:
        yield wrong("control_character", tag, place, code, found.start(), character=_named(found[0]))
    if (found := _NO_UTF8.search(value)) is not None:
        yield wrong("not_utf8", tag, place, code, found.start(), character=_named(found[0]))
    if _LOST in value:
        yield warned("lost_character", tag, place, code, value.index(_LOST))


def _named(character: str) -> str:
    return f"U+{ord(character):04X}"
