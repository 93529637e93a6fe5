"""Says for the ear what is written for the eye: amounts, dates, times, weekdays, numbers to dial."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from babel.dates import get_day_names, get_month_names

from kiosk.words.aloud_forms import FORMS, USUAL, Forms
from kiosk.words.wording import Wording

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CURRENCIES = MappingProxyType({"€": "EUR", "£": "GBP", "zł": "PLN"})
_SIGN = r"€|£|zł|EUR|GBP|PLN|CHF"
_AMOUNT = r"\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d\d)?|\d+(?:[.,]\d\d)?"
_MONEY = re.compile(
    rf"(?<![\w.,])(?:(?<!\S)(?<!\d\s)(?P<minus>[-−]))?(?:(?P<before>{_SIGN})\s?(?P<after_sign>{_AMOUNT})"
    rf"|(?P<before_sign>{_AMOUNT})\s?(?P<after>{_SIGN}))(?![\w])"
)
_TIME = r"(?:[01]?\d|2[0-4]):[0-5]\d"
_CLOCK = re.compile(rf"(?<![\d:])(?P<first>{_TIME})(?:\s*[–—-]\s*(?P<last>{_TIME}))?(?![\d:])(?:\s+Uhr\b)?")
# What a name without "www" has to end in: "Ende.Neu" and "m.in." are no addresses.
_ENDINGS = (
    "de|at|ch|li|lu|pl|cz|sk|eu|uk|ie|nl|be|dk|fr|it|org|com|net|info|edu|gov|int|biz|museum|berlin|bayern"
    "|hamburg|koeln|saarland|wien|library|online|site|app|dev|example"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?:https?://(?P<host>\w[\w-]*(?:\.[\w-]+)+)|(?<![\w.])(?P<www>www(?:\.[\w-]+)+)"
    rf"|(?<![\w.@/-])(?P<bare>\w[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})(?![\w-])))"
    r"(?P<path>(?:/[\w-]+(?:\.[\w-]+)*)*)/?(?:[?#][\w.&=%+-]*\w)?"
)
_DIAL = re.compile(r"(?<![\w.,])(?:\+\d{1,4}(?:[ /()-]+\d{1,8})+|0\d{1,5}(?:[ /()-]+\d{2,8})+)(?![\w])")
_CODE = re.compile(r"(?<![\w.,:+])(?<!\d[ \u00a0])0\d+(?![\w:]|[.,]\d)")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\.?\s*[–—]\s*(?=\d)")
_NUMBERED = re.compile(r"(?<![\d.])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d{4})(?!\d)")
_DIGIT = re.compile(r"\d")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_UNSAID = re.compile(r"[\u00ad\"“”„‟«»‹›*_#|]")
_PAUSES = re.compile(r"\s*[…→←▸•·]\s*|\s+[–—]\s+")
_EITHER = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])")
_BEGINS_UNSAID = re.compile(r"^(?:[ ,–—]|-(?!\d))+")
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3})")
_LAST_WORD = re.compile(r"(?:[\w.]+|:)$")
_GERMAN_ARTICLE = "(?:am|de[mnr]|vom|zum)"
_ENDS = (".", "?", "!", ":")


def aloud(text: str, words: Wording) -> str:
    """Return the text as it is said in the language of the words; empty where there is nothing to say."""
    said = _SPACES.sub(" ", _UNSAID.sub("", text)).strip()
    if words.language in FORMS:
        said = _Ear(words, FORMS[words.language], _shapes(words.language)).heard(said)
    said = _SPACES.sub(" ", _EITHER.sub(" ", _PAUSES.sub(", ", said))).rstrip(" ,–—-")
    return _BEGINS_UNSAID.sub("", said).replace(" ,", ",")


def sentence(text: str, words: Wording) -> str:
    """Return the text as it is said, with an end that a voice hears; empty where there is nothing to say."""
    said = aloud(text, words)
    return said if not said or said.endswith(_ENDS) else f"{said}."


def clause(text: str, words: Wording) -> str:
    """Return the text as it is said where more follows, with a pause that a voice hears."""
    said = aloud(text, words)
    return said if not said or said.endswith(_ENDS) else f"{said},"


@dataclass(frozen=True, slots=True)
class _Ear:
    """One language, with what it makes of each kind of thing."""

    words: Wording
    forms: Forms
    shapes: "_Shapes"

    def heard(self, text: str) -> str:
        """Say everything that is not written as it is said; each step counts on those before it."""
        text = _MAIL.sub(lambda found: self.address(found[0]), text) if "@" in text else text
        text = _WEB.sub(
            lambda found: self.address((found["host"] or found["www"] or found["bare"]) + found["path"]), text
        )
        for pattern, said in self.forms.rewritten:
            text = pattern.sub(said, text)
        text = self.numbers(text) if _DIGIT.search(text) else text
        return self.in_full(self.week(text))

    def numbers(self, text: str) -> str:
        """Say everything that is written in digits."""
        text = self.week(_MONEY.sub(self.money, text))
        text = self.shapes.two_joined.sub(self._joined, text)
        text = self.dates(_CLOCK.sub(self.clock, text))
        text = _DIAL.sub(lambda found: _digits(found[0]), text)
        return _CODE.sub(lambda found: _digits(found[0]), text)

    def address(self, written: str) -> str:
        """Say what stands between the words of an address."""
        at, dot = f" {self.words('aloud.at')} ", f" {self.words('aloud.dot')} "
        told = written.replace("@", at).replace("www.", f"w w w{dot}").replace(".", dot)
        return told.replace("/", " / ")

    def money(self, found: re.Match[str]) -> str:
        """Say euros and cents each by its name."""
        sign = found["before"] or found["after"]
        written = found["after_sign"] or found["before_sign"]
        whole, part = _parted(written)
        key = f"aloud.money.{_CURRENCIES.get(sign, sign)}"
        told = [self.words.count(key, whole)] if whole or not part else []
        if part:
            told.append(self.words.count(f"{key}.part", part))
        if found["minus"]:
            told.insert(0, self.words("aloud.minus"))
        return _GROUPED.sub("", " ".join(told))

    def clock(self, found: re.Match[str]) -> str:
        """Say a time of day, or from when until when."""
        forms, word = self.forms, _word_before(found)
        case = self._case(found, _CLOCK, forms.case_of_time)
        if found["last"] is not None:
            both = (self._time(written, case or USUAL) for written in (found["first"], found["last"]))
            return self._from_to_or_between(word, "aloud.from_to", *both)
        if case is None and forms.at and word not in forms.joining:
            return f"{forms.at} {self._time(found['first'], forms.case_of_time[forms.at])}"
        return self._time(found["first"], case or USUAL, named=forms.names_hour(word))

    def dates(self, text: str) -> str:
        """Say days of the month as the language counts them, and a dash between two dates."""
        shapes = self.shapes
        text = shapes.two_days.sub(lambda found: self._two(found, self._dated), text)
        text = shapes.two_of_a_month.sub(lambda found: self._two(found, self._day), text)
        text = shapes.day_of_week.sub(self._of_week, text)
        text = shapes.day.sub(lambda found: self._alone(found, shapes.day, self._dated), text)
        text = _BETWEEN_NUMBERS.sub(f" {self.words('aloud.to')} ", text)
        if self.words.language == "en":
            return text
        return _NUMBERED.sub(lambda found: self._alone(found, _NUMBERED, self._numbered), text)

    def week(self, text: str) -> str:
        """Say weekdays in full where one sees by a dash or a time that they are weekdays."""
        days = self.shapes.weekdays
        text = self.shapes.two_weekdays.sub(lambda found: self._from_to(days[found[1]], days[found[2]]), text)
        return self.shapes.weekday.sub(lambda found: self.shapes.wide[days[found[1]]], text)

    def in_full(self, text: str) -> str:
        """Say short forms in full."""
        full = self.shapes.full
        return self.shapes.short.sub(lambda found: full[_close(found[0])], text)

    def _case(self, found: re.Match[str], pattern: re.Pattern[str], cases: Mapping[str, str]) -> str | None:
        """Return the case that the word before asks for, or the one that it hands on; None for neither."""
        word = _word_before(found)
        if word in cases or word not in self.forms.joining:
            return cases.get(word)
        earlier = [*pattern.finditer(found.string, 0, found.start())][-1:]
        if earlier and found.string[earlier[0].end() : found.start()].strip().lower() == word:
            return self._case(earlier[0], pattern, cases)
        return None

    def _two(self, found: re.Match[str], first_said: Callable[[str, str], str]) -> str:
        """Say from which day to which, or between which."""
        case = self.forms.case_of_day.get(_word_before(found), USUAL)
        first, last = first_said(found[1], case), self._dated(found[2], case)
        return self._from_to_or_between(_word_before(found), "aloud.dates", first, last)

    def _joined(self, found: re.Match[str]) -> str:
        """Say two days of one month with a word between them."""
        cases = self.forms.case_of_day
        case = self._case(found, self.shapes.day, cases)
        apart = case is None and _is_apart(found)
        second = cases.get(found[2].split()[-1], case)
        first, last = self._day(found[1], case or USUAL), self._dated(found[3], second or USUAL)
        if apart and found[2] == self.words("aloud.to"):
            return self.words("aloud.dates", first=first, last=last)
        told = f"{first} {found[2]} {last}"
        return self.words("aloud.on", day=told) if apart else told

    def _from_to_or_between(self, word: str, key: str, first: str, last: str) -> str:
        """Join two days or times as the word before them asks for; what it says already is not said twice."""
        told = self.words("aloud.between" if word in self.forms.between else key, first=first, last=last)
        begins, _, rest = told.partition(" ")
        return rest if begins == word else told

    def _of_week(self, found: re.Match[str]) -> str:
        weekday = self.shapes.wide[self.shapes.weekdays[found[1]]]
        return self.words("aloud.day_of_week", weekday=weekday, day=self._dated(found[2], USUAL))

    def _alone(self, found: re.Match[str], pattern: re.Pattern[str], said: Callable[[str, str], str]) -> str:
        """Say one day, in the case of its place; one that stands for itself is said to be on that day."""
        case = self._case(found, pattern, self.forms.case_of_day)
        day = said(found[0], case or USUAL)
        return self.words("aloud.on", day=day) if case is None and _is_apart(found) else day

    def _dated(self, written: str, case: str) -> str:
        day, _, rest = written.partition(" ")
        return f"{self._day(day, case)} {rest}"

    def _day(self, written: str, case: str) -> str:
        return self.forms.day(int(written.rstrip(".")), case)

    def _numbered(self, written: str, case: str) -> str:
        day, month, year = written.split(".")
        return f"{self._day(day, case)} {self.shapes.months[int(month)]} {year}"

    def _from_to(self, first: int, last: int) -> str:
        named = (self.words(f"aloud.weekday.{_DAYS[day]}") for day in (first, last))
        return self.words("aloud.from_to", first=next(named), last=next(named))

    def _time(self, written: str, case: str, *, named: bool = False) -> str:
        hour, minute = written.split(":")
        return self.forms.clock(int(hour), int(minute), case, named=named)


@dataclass(frozen=True, slots=True)
class _Shapes:
    """How a language writes days, which differs by its names for them."""

    months: dict[int, str]
    wide: dict[int, str]
    weekdays: dict[str, int]
    day: re.Pattern[str]
    two_days: re.Pattern[str]
    two_of_a_month: re.Pattern[str]
    two_joined: re.Pattern[str]
    day_of_week: re.Pattern[str]
    weekday: re.Pattern[str]
    two_weekdays: re.Pattern[str]
    short: re.Pattern[str]
    full: dict[str, str]


@cache
def _shapes(language: str) -> _Shapes:
    months = get_month_names("wide", "format", language)
    names = "|".join(re.escape(name) for name in months.values())
    of_month = rf"(?:0?[1-9]|[12]\d|3[01])\.? (?:{names})(?: \d{{4}})?(?!\w)"
    day, last = rf"(?<![\d.,:+]){of_month}", f"({of_month})"
    longest_first = sorted(map(re.escape, FORMS[language].short), key=len, reverse=True)
    short = "|".join(longest_first).replace(r"\ ", r"\s?")
    dot, joining = r"\." if language == "de" else "", "|".join(sorted(FORMS[language].joining))
    weekdays = _weekdays(language)
    name = "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True))
    return _Shapes(
        months={number: str(month) for number, month in months.items()},
        wide={number: str(one) for number, one in get_day_names("wide", "format", language).items()},
        weekdays=weekdays,
        day=re.compile(day),
        two_days=re.compile(rf"({day})\s*[–—]\s*({day})"),
        two_of_a_month=re.compile(rf"(?<![\d.,:+])(0?[1-9]|[12]\d|3[01])\.?\s?[–—-]\s?{last}"),
        two_joined=re.compile(
            rf"(?<![\d.,:+])(0?[1-9]|[12]\d|3[01]){dot} ((?:{joining})(?: {_GERMAN_ARTICLE})?) {last}"
        ),
        day_of_week=re.compile(rf"(?<!\w)({name})\.?,? ({day})"),
        weekday=re.compile(rf"(?<!\w)({name})\.?(?=[,:]? {_TIME})"),
        two_weekdays=re.compile(rf"(?<!\w)({name})\.?\s?[–—-]\s?({name})(?!\w)\.?"),
        short=re.compile(rf"(?<![\w.])(?:{short})(?!\w)"),
        full={_close(one): full for one, full in FORMS[language].short.items()},
    )


def _word_before(found: re.Match[str]) -> str:
    """Return the word right before, or the colon; empty where there is neither."""
    word = _LAST_WORD.search(found.string[: found.start()].rstrip())
    return word[0].lower() if word is not None else ""


def _is_apart(found: re.Match[str]) -> bool:
    """Tell whether something begins the text, or stands behind a sign that sets it apart."""
    before = found.string[: found.start()].rstrip()
    return not before or before[-1] in ",;("


def _close(written: str) -> str:
    return written.replace(" ", "")


def _weekdays(language: str) -> dict[str, int]:
    """Return every name and short name of the days, without their dots."""
    known: dict[str, int] = {}
    for width in ("wide", "abbreviated", "short"):
        for context in ("format", "stand-alone"):
            for day, name in get_day_names(width, context, language).items():
                known.setdefault(str(name).rstrip("."), day)
    return known


def _parted(amount: str) -> tuple[int, int]:
    """Return the whole and the hundredths of an amount, whichever sign parts them."""
    hundredths = re.search(r"[.,](\d\d)$", amount)
    whole = amount[: hundredths.start()] if hundredths else amount
    return int(re.sub(r"\D", "", whole)), int(hundredths[1]) if hundredths else 0


def _digits(number: str) -> str:
    """Return a number to be dialled digit by digit, with a pause between its groups."""
    groups = (" ".join(group) for group in re.findall(r"\+?\d+", number))
    return ", ".join(groups)
