"""Proposes a category by age, and how long a card of it is valid."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from kiosk.membership.carrying_out import card_valid_until
from kiosk.model.library import Library
from kiosk.rules.ages import age_on
from kiosk.staff.patrons.form import category_code

_CHILD_UNTIL, _SENIOR_FROM = 13, 65
# As categories are called in the languages that the product speaks, where nobody of that age is there yet.
_CALLED = {
    "child": ("child", "children", "kid", "kids", "kind", "kinder", "dziecko", "dzieci", "ch"),
    "youth": ("youth", "teen", "teens", "young", "jugend", "jugendliche", "mlodziez", "junior"),
    "senior": ("senior", "seniors", "senioren", "seniorzy"),
    "adult": ("adult", "adults", "erwachsene", "erwachsen", "dorosly", "dorosli", "standard"),
}


def proposed_category(
    library: Library, birth_date: date | None, today: date, peers: Sequence[str]
) -> str | None:
    """Return the category that somebody born then most likely belongs to; ``peers`` are those of that age.

    What most of them have wins; without any, a category that is called as the age is.
    """
    known = [code for code in peers if category_code(library, code)]
    if known:
        return Counter(known).most_common(1)[0][0]
    for age in _ages(birth_date, today):
        found = next((code for name in _CALLED[age] if (code := category_code(library, name))), None)
        if found is not None:
            return found
    return library.patron_categories[0].code if library.patron_categories else None


def proposed_end(library: Library, category: str, today: date) -> date | None:
    """Return the last day of a new card of that category, None for ever or for an unknown category."""
    found = next((one for one in library.patron_categories if one.code == category), None)
    return card_valid_until(found, today) if found is not None else None


def _ages(birth_date: date | None, today: date) -> tuple[str, ...]:
    """Return what an age is called, the closest name first."""
    age = age_on(today, birth_date) if birth_date is not None else None
    if age is None:
        return ("adult",)
    if age < _CHILD_UNTIL:
        return ("child", "youth")
    if age < 18:
        return ("youth", "child")
    return ("senior", "adult") if age >= _SENIOR_FROM else ("adult",)
