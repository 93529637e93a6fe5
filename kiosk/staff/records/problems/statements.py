"""What every record must say, and what two places of it say differently: title, year, language, names."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.staff.records.coded import record_codes
from kiosk.staff.records.marc_fields import place_of
from kiosk.staff.records.problems.problem import RecordProblem, warned, wrong

# Years of other calendars (5715) are left alone.
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_MAIN = ("100", "110", "111", "130")
_LONGEST_RECORD = 99_999
_LONGEST_FIELD = 9_999


def statement_problems(record: MarcRecord, today: date) -> Iterator[RecordProblem]:
    """Yield what is missing, doubled or contradicted."""
    place = place_of(record, "245")
    title = record.fields[place] if place is not None else None
    if title is None or not any(value.strip() for code, value in title.subfields if code in "abknp"):
        yield wrong("title_missing", "245", place, "a")
    mains = [n for n, field in enumerate(record.fields) if field.tag in _MAIN]
    if len(mains) > 1:
        yield wrong("two_main_entries", record.fields[mains[1]].tag, mains[1])
    if title is not None and title.indicators[1:].isdigit():
        yield from _skipped(record, place or 0)
    yield from _years(record, today)
    yield from _sizes(record)


def _skipped(record: MarcRecord, place: int) -> Iterator[RecordProblem]:
    """The second indicator counts the letters that do not file: an article with its space."""
    field = record.fields[place]
    count, value = int(field.indicators[1]), field.first("a")
    if count and (count >= len(value) or value[count - 1].isalnum()):
        yield warned("filing_count", "245", place, "a", min(count, len(value)), count=str(count))


def _years(record: MarcRecord, today: date) -> Iterator[RecordProblem]:
    coded = record_codes(record)[7:11]
    for place, field in enumerate(record.fields):
        if field.tag not in ("260", "264"):
            continue
        for code, value in field.subfields:
            if code != "c":
                continue
            years = [(hit[0], hit.start()) for hit in _YEAR.finditer(value)]
            ahead = next((one for one in years if int(one[0]) > today.year + 1), None)
            if ahead is not None:
                yield wrong("year_ahead", field.tag, place, "c", ahead[1], found=ahead[0])
            elif _speaks_otherwise(field.tag, field.indicators, years, coded):
                year, at = years[0]
                yield warned("years_differ", field.tag, place, "c", at, said=year, coded=coded)


def _speaks_otherwise(tag: str, indicators: str, years: list[tuple[str, int]], coded: str) -> bool:
    published = tag == "260" or indicators[1:] == "1"
    return published and bool(years) and coded.isdigit() and coded not in [year for year, _ in years]


def _sizes(record: MarcRecord) -> Iterator[RecordProblem]:
    """ISO 2709 has four digits for a field's length and five for a record's."""
    whole = 25
    for place, field in enumerate(record.fields):
        size = _size(field)
        whole += size + 12
        if size > _LONGEST_FIELD:
            yield warned("field_long", field.tag, place, bytes=str(size))
    if whole > _LONGEST_RECORD:
        yield warned("record_long", "", None, bytes=str(whole))


@lru_cache(maxsize=4096)
def _size(field: Field) -> int:
    values = [field.data] if field.is_control else [value for _, value in field.subfields]
    return sum(len(value.encode("utf-8", "replace")) + 2 for value in values) + 3
