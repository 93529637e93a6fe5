"""Tells how old a person is on a day."""

from datetime import date


def age_on(day: date, birth_date: date) -> int:
    """Return the full years on the day; one born on 29 February turns older on 1 March in other years."""
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (not had_birthday)
