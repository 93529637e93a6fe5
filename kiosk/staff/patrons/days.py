"""Days as a person at the desk types them, and as a form shows them."""

import re
from contextlib import suppress
from datetime import date

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
# Day before month, as in all of Europe; a year of two digits is left to nobody's guess.
_EUROPEAN = re.compile(r"(?P<day>\d{1,2})\s*[./-]\s*(?P<month>\d{1,2})\s*[./-]\s*(?P<year>\d{4})")


def day_of(typed: str) -> date | None:
    """Return the day that was typed as 2015-05-03, 3.5.2015 or 3/5/2015; None for anything else."""
    text = typed.strip()
    found = _ISO.fullmatch(text) or _EUROPEAN.fullmatch(text)
    if found is not None:
        with suppress(ValueError):  # such as the 31st of June
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
    return None


def shown_day(day: date | None, language: str) -> str:
    """Return a day as a field shows it, so that ``day_of`` reads it again."""
    if day is None:
        return ""
    between = "/" if language == "en" else "."
    return f"{day.day:02}{between}{day.month:02}{between}{day.year:04}"
