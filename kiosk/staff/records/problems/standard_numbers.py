"""ISBNs and ISSNs whose check digit does not fit, with the digit that would."""

import re
from collections.abc import Iterator

from stdnum import isbn, issn

from kiosk.catalog.description.identifiers import is_ruined, isbn13
from kiosk.catalog.marc.record import MarcRecord
from kiosk.staff.records.numbers import bare_number
from kiosk.staff.records.problems.problem import RecordProblem, warned, wrong

_ISBN = re.compile(r"[0-9][0-9\s\u2010-\u2015-]*[0-9Xx]?")
_ISSN = re.compile(r"\d{7}[\dX]")


def number_problems(record: MarcRecord) -> Iterator[RecordProblem]:
    """Yield what is wrong with the numbers in 020 a and 022 a; those in z are known to be wrong."""
    for place, field in enumerate(record.fields):
        for code, value in field.subfields:
            if code == "a" and value.strip():
                if field.tag == "020":
                    yield from _isbn(value, place)
                elif field.tag == "022":
                    yield from _issn(value, place)


def _isbn(value: str, place: int) -> Iterator[RecordProblem]:
    if isbn13(value) is not None:
        return
    if is_ruined(value):
        yield wrong("isbn_ruined", "020", place, "a", 0, number=value.strip())
        return
    found = _ISBN.search(value)
    bare = bare_number(found[0]) if found else ""
    start = found.start() if found else 0
    if len(bare) == 13 and not bare.startswith(("978", "979")):
        yield wrong("isbn_prefix", "020", place, "a", start, number=value.strip())
    elif len(bare) in (10, 13) and bare[:-1].isdigit():
        yield wrong(
            "isbn_check",
            "020",
            place,
            "a",
            len(value[: found.end()].rstrip()) - 1 if found else start,
            number=value.strip(),
            digit=_isbn_digit(bare),
        )
    elif bare:
        yield wrong("isbn_length", "020", place, "a", start, number=value.strip(), length=str(len(bare)))
    else:
        yield warned("isbn_none", "020", place, "a", 0, number=value.strip())


def _isbn_digit(bare: str) -> str:
    if len(bare) == 13:
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(bare[:12]))
        return str(-total % 10)
    digits = "0123456789X"
    return next(digit for digit in digits if isbn.is_valid(bare[:9] + digit))


def _issn(value: str, place: int) -> Iterator[RecordProblem]:
    bare = bare_number(value.strip())
    if issn.is_valid(bare):
        return
    if _ISSN.fullmatch(bare):
        digit = str(issn.calc_check_digit(bare[:7]))
        last = len(value.rstrip()) - 1
        yield wrong("issn_check", "022", place, "a", last, number=value.strip(), digit=digit)
    else:
        yield wrong("issn_shape", "022", place, "a", 0, number=value.strip())
