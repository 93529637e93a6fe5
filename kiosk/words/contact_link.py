"""Says what a phone does with a way to reach the library as it was written: call, write, or open a page."""

import re

# A number as libraries write it, up to whatever comes after it: a second one, an extension, a remark.
_BLANK = " \\t\u00a0\u2009\u202f"
_WRITTEN = re.compile(rf"\+?[{_BLANK}(]*\d[\d{_BLANK}()./\-\u2010-\u2014]*")
_TRUNK = re.compile(rf"\([{_BLANK}]*0[{_BLANK}]*(?=[\d)])")  # of "+49 (0) 341" and "+49 (0341)"
_DASH = "\\-\u2010-\u2014"
_RANGE = re.compile(
    rf"(?P<before>.*?)(?P<first>\d{{2,}})[{_BLANK}]*[{_DASH}][{_BLANK}]*(?P<last>\d{{2,}})\D*"
)
_NEAR, _NEAR_BEHIND_AREA = 100, 10  # "5550 120-150" are extensions, "0341 555-612" is one number
_WHOLE_ALONE, _BASE = 5, 4  # digits at least: "55501-55503", "5550-120-122"
_POLISH = 9  # digits of a number of which pairs may be parted by a dash: "22 555 12-13"
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
    found = _RANGE.fullmatch(first)
    if found is not None and _is_range(found):
        first = found["before"] + found["first"]
    return ("+" if written.startswith("+") else "") + _digits(first)


def _is_range(found: re.Match[str]) -> bool:
    """Tell whether two groups with a dash between are the first and the last of several extensions."""
    before, first, last = found["before"], found["first"], found["last"]
    if len(first) != len(last) or not 0 < int(last) - int(first) < _NEAR:
        return False
    groups = re.findall(r"\d+", before)
    if not groups:
        return len(first) >= _WHOLE_ALONE
    if re.search(rf"[{_DASH}]", before):
        return len(first) > 2 and len(groups[-1]) >= _BASE  # of "600-120-122" each group is as long
    if len(first) == 2:
        return len(_digits(found[0]).removeprefix("48" if before.startswith("+48") else "")) != _POLISH
    behind_area = len(groups) == 1 + before.startswith("+") and _is_area(before)
    return int(last) - int(first) < _NEAR_BEHIND_AREA or not behind_area


def _is_area(written: str) -> bool:
    """Tell whether what stands before a stroke is the beginning of a number: "0341 / 5550 120"."""
    digits = _digits(written)
    if written.startswith("+"):
        return len(digits) <= _AREA_ABROAD
    return len(digits) <= (_AREA_HOME if digits.startswith("0") else _AREA_BARE)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())
