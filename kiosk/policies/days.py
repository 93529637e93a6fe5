"""Days that an answer may be for: what a chip offers, what a question says ("on Saturday", "at Easter")."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from babel.dates import get_day_names, get_month_names

from kiosk.model.calendar import Calendar
from kiosk.policies.understanding.letters import LONGEST_QUESTION, fold, words_of
from kiosk.policies.understanding.stems import stems
from kiosk.words import Wording

DAY = "day"
TODAY, TOMORROW = "today", "tomorrow"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_OFFERED = 7
_FURTHEST = 366
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?(?!\d)|(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class _Speech:
    """How a language speaks of days: phrases, the longest first, and what does not count as one."""

    ahead: tuple[tuple[tuple[str, ...], int], ...]
    weekend: frozenset[str]
    greetings: tuple[tuple[str, ...], ...]
    also: Mapping[str, int]
    joints: frozenset[str]


def _speech(ahead: str, weekend: str, greetings: str, also: str, joints: str) -> _Speech:
    phrases = [(tuple(one.rstrip("0123").split()), int(one[-1])) for one in ahead.split(",")]
    return _Speech(
        tuple(sorted(phrases, key=lambda one: -len(one[0]))),
        frozenset(weekend.split()),
        tuple(tuple(one.split()) for one in greetings.split(",") if one),
        MappingProxyType({one[:-1]: int(one[-1]) for one in also.split()}),
        frozenset(joints.split()),
    )


_SPEECH = MappingProxyType(
    {
        "en": _speech("day after tomorrow2,today0,tonight0,tomorrow1", "weekend", "", "", "and"),
        "de": _speech(
            "ubermorgen2,heute0,morgen1",
            "wochenende",
            "guten morgen,am morgen,heute morgen",
            "sonnabend5",
            "und",
        ),
        "pl": _speech("pojutrze2,dzis0,dzisiaj0,jutro1", "weekend", "", "", "i"),
    }
)


def day_of(value: str, today: date) -> date | None:
    """Return the day that a chip's value names: today, tomorrow, mon … sun, or a date within a year."""
    if value in (TODAY, TOMORROW):
        return today + timedelta(days=value == TOMORROW)
    if value in _WEEKDAYS:
        return _coming(_WEEKDAYS.index(value), today)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if 0 <= (day - today).days <= _FURTHEST else None


def value_of(day: date, today: date) -> str:
    """Return a day as a chip's value."""
    ahead = (day - today).days
    if ahead < 2:
        return (TODAY, TOMORROW)[max(0, ahead)]
    return _WEEKDAYS[day.weekday()] if ahead < _OFFERED else day.isoformat()


def day_choices(today: date, chosen: date, words: Wording) -> Iterator[tuple[str, str]]:
    """Yield value and name of the coming seven days, and of the day chosen where it is none of them."""
    days = [today + timedelta(days=ahead) for ahead in range(_OFFERED)]
    for day in dict.fromkeys((*days, chosen)):
        yield value_of(day, today), day_name(day, today, words)


def day_name(day: date, today: date, words: Wording) -> str:
    """Return what people call a day: today, tomorrow, its weekday, or its date."""
    value = value_of(day, today)
    if value in (TODAY, TOMORROW):
        return words(f"answer.day.{value}")
    return words.dated(day, "weekday_full") if value in _WEEKDAYS else words.day(day)


def day_named(question: str, language: str, calendar: Calendar, today: date) -> date | None:
    """Return the day that a question speaks of; a closure goes by its reason. None: it names no day ahead."""
    speech = _SPEECH.get(language)
    if speech is None:
        return None
    text = question[:LONGEST_QUESTION]
    words = [fold(word, language) for word in words_of(text)]
    for find in (_ahead, _weekday):
        found = find(words, speech, language, today)
        if found is not None:
            return found
    return _dated(text, words, language, today) or _closure(words, speech, language, calendar, today)


def _ahead(words: Sequence[str], speech: _Speech, language: str, today: date) -> date | None:
    for phrase, days in speech.ahead:
        if _stands(phrase, words) and not any(
            phrase[-1] in greeting and _stands(greeting, words) for greeting in speech.greetings
        ):
            return today + timedelta(days=days)
    return None


def _weekday(words: Sequence[str], speech: _Speech, language: str, today: date) -> date | None:
    for word in words:
        if word in speech.weekend:
            return _coming(5, today)
        if word in speech.also:
            return _coming(speech.also[word], today)
        for number, forms in enumerate(_weekday_forms(language)):
            if forms & set(stems(word, language)):
                return _coming(number, today)
    return None


def _dated(text: str, words: Sequence[str], language: str, today: date) -> date | None:
    found = _NUMERIC.search(text)
    if found is not None:
        year, month, day = found[3] or found[4], found[2] or found[5], found[1] or found[6]
        return _day_ahead(int(day), int(month), int(year) if year else None, today)
    for place, word in enumerate(words):
        month = next((n for n, name in _month_names(language) if word == name), None)
        if month is None:
            continue
        for near in (place - 1, place + 1):
            number = (
                re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", words[near]) if 0 <= near < len(words) else None
            )
            if number is not None:
                return _day_ahead(int(number[1]), month, None, today)
    return None


def _closure(
    words: Sequence[str], speech: _Speech, language: str, calendar: Calendar, today: date
) -> date | None:
    """Return a coming closure's first day; for the New Year of "Christmas and New Year" its last."""
    asked = {stem for word in words for stem in stems(word, language)}
    for closure in sorted(calendar.closures, key=lambda one: one.first):
        if closure.last < today:
            continue
        parts = _parts(closure.reason.in_language(language), speech, language)
        for number, part in enumerate(parts):
            if part and all(set(stems(word, language)) & asked for word in part):
                last = number > 0 and number == len(parts) - 1
                return closure.last if last else max(closure.first, today)
    return None


def _parts(reason: str, speech: _Speech, language: str) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in (fold(word, language) for word in words_of(reason)):
        if word in speech.joints:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _day_ahead(day: int, month: int, year: int | None, today: date) -> date | None:
    for candidate in (year,) if year is not None else (today.year, today.year + 1):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if 0 <= (found - today).days <= _FURTHEST:
            return found
    return None


def _coming(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _stands(phrase: Sequence[str], words: Sequence[str]) -> bool:
    length = len(phrase)
    return any(tuple(words[at : at + length]) == tuple(phrase) for at in range(len(words) - length + 1))


@cache
def _weekday_forms(language: str) -> tuple[frozenset[str], ...]:
    """Return the stems of the weekdays' names, Monday first."""
    names = get_day_names("wide", locale=language)
    return tuple(frozenset(stems(fold(names[number], language), language)) for number in range(7))


@cache
def _month_names(language: str) -> tuple[tuple[int, str], ...]:
    """Return the months' names, as they stand in dates and alone."""
    found = []
    for context in ("format", "stand-alone"):
        names = get_month_names("wide", context=context, locale=language)
        found += [(number, fold(name, language)) for number, name in names.items()]
    return tuple(found)
