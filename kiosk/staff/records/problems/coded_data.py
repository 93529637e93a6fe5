"""The fixed fields: 008 with its dates and codes, 005, and the number that a record is known by."""

import re
from collections.abc import Iterator
from datetime import date

from kiosk.catalog.marc.record import MarcRecord
from kiosk.staff.records.marc_fields import place_of
from kiosk.staff.records.problems.problem import RecordProblem, warned, wrong

_LENGTH = 40
_DATE_KINDS = "bcdeikmnpqrstu|"
_YEAR = re.compile(r"[\du]{4}|\|{4}| {4}")
_DAY = re.compile(r"\d{6}|\|{6}")
_LANGUAGE = re.compile(r"[a-z]{3}|\|{3}| {3}")
_STAMP = re.compile(r"\d{14}\.\d")
_IN_ORDER = "cdikmq"


def coded_problems(record: MarcRecord, today: date) -> Iterator[RecordProblem]:
    """Yield what is wrong with the fields of fixed length."""
    place = place_of(record, "008")
    if place is None:
        yield warned("coded_missing", "008")
    else:
        yield from _codes(record.fields[place].data.replace("#", " "), place, today)
    place = place_of(record, "005")
    if place is not None and not _is_moment(record.fields[place].data):
        yield warned("moment_impossible", "005", place, found=record.fields[place].data)


def _codes(codes: str, place: int, today: date) -> Iterator[RecordProblem]:
    if len(codes) != _LENGTH:
        yield wrong("coded_length", "008", place, length=str(len(codes)))
        return
    if not _DAY.fullmatch(codes[:6]) or (codes[:6].isdigit() and not _is_day(codes[:6])):
        yield warned("coded_day", "008", place, "", 0, found=codes[:6])
    if codes[6] not in _DATE_KINDS:
        yield wrong("coded_date_kind", "008", place, "", 6, found=codes[6])
    for position in (7, 11):
        found = codes[position : position + 4]
        if not _YEAR.fullmatch(found):
            yield wrong("coded_year", "008", place, "", position, found=found)
    first, second = codes[7:11], codes[11:15]
    if first.isdigit() and int(first) > today.year + 1:
        yield wrong("year_ahead", "008", place, "", 7, found=first)
    if codes[6] in _IN_ORDER and first.isdigit() and second.isdigit() and second < first:
        yield wrong("years_reversed", "008", place, "", 11, first=first, second=second)
    if not _LANGUAGE.fullmatch(codes[35:38].casefold()):
        yield wrong("coded_language", "008", place, "", 35, found=codes[35:38])


def _is_day(text: str) -> bool:
    """Tell whether six digits are a day, of whichever century."""
    return any(_is_date(f"{century}{text[:2]}", text[2:4], text[4:6]) for century in ("19", "20"))


def _is_date(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    if not _STAMP.fullmatch(text) or not text[:14].isascii():
        return False
    hours, minutes, seconds = int(text[8:10]), int(text[10:12]), int(text[12:14])
    return _is_date(text[:4], text[4:6], text[6:8]) and hours < 24 and minutes < 60 and seconds < 60
