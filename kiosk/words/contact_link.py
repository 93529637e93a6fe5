"""Says what a phone does with a way to reach the library as it was written: call, write, or open a page."""

import re

# A number as libraries write it, up to whatever comes after it: a second one, an extension, a remark.
_BLANK = " \\t\u00a0\u2009\u202f"
_WRITTEN = re.compile(rf"\+?[{_BLANK}(]*\d[\d{_BLANK}()./\-\u2010-\u2014]*")
_TRUNK = re.compile(rf"\([{_BLANK}]*0[{_BLANK}]*(?=[\d)])")  # of "+49 (0) 341" and "+49 (0341)"
_AREA_HOME, _AREA_ABROAD, _AREA_BARE = 6, 7, 3  # digits at most: "034298 /", "+49 34298 /", "22 /"


def link_of(kind: str, value: str) -> str:
    """Return the link behind a way; of several numbers the first, without its extension."""
    if kind == "phone":
        return f"tel:{dialled(value)}"
    if kind == "email":
        return f"mailto:{value.strip()}"
    return value.strip() if "://" in value else f"https://{value.strip()}"


def dialled(number: str) -> str:
    """Return what is dialled: digits, with a plus before them where a country's code leads.

    The zero in brackets is dialled inside the country alone, and has no place behind its code.
    """
    found = _WRITTEN.search(number)
    if found is None:
        return ""
    written = re.sub(r"^00(?=[^0])", "+", found.group())
    if written.startswith("+"):
        written = _TRUNK.sub("(", written)
    first, *rest = written.split("/")
    for part in rest:
        if _digits(first) and not _is_area(first):
            break
        first += part
    return ("+" if written.startswith("+") else "") + _digits(first)


def _is_area(written: str) -> bool:
    """Tell whether what stands before a stroke is the beginning of a number: "0341 / 5550 120"."""
    digits = _digits(written)
    if written.startswith("+"):
        return len(digits) <= _AREA_ABROAD
    return len(digits) <= (_AREA_HOME if digits.startswith("0") else _AREA_BARE)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())
