"""What somebody at the desk means by what is typed: a name, a card, an address, a number, a birth date."""

import re

from kiosk.staff.patrons.days import day_of
from kiosk.storage import Wanted

_LONGEST = 200
_MOST_WORDS = 6
_NUMBER = re.compile(r"[+(]?[\d\s()/.+-]+")
_LEAST_DIGITS = 3


def wanted_of(typed: str) -> Wanted:
    """Return all that the text may mean; a birth date beside a name narrows it, the other way round too."""
    text = " ".join(typed[:_LONGEST].split())
    if not text:
        return Wanted()
    whole = day_of(text)
    if whole is not None:
        return Wanted(born=whole)
    words = [word.strip(",;") for word in text.split(" ")]
    days = [day for day in map(day_of, words) if day is not None]
    names = tuple(word for word in words if word and day_of(word) is None)[:_MOST_WORDS]
    if len(days) == 1:
        return Wanted(words=names, born=days[0])
    if "@" in text:
        return Wanted(email=text, card=text)
    if _NUMBER.fullmatch(text):
        enough = sum(map(str.isdigit, text)) >= _LEAST_DIGITS
        return Wanted(card=text.replace(" ", ""), phone=text if enough else "")
    return Wanted(words=names, card=text, email=text)
