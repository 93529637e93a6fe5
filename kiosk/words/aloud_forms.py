"""How each language says days of the month, hours and short forms; data for what is read aloud."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.words.aloud_rewriting import REWRITTEN

USUAL = ""
"""The case in which a day or a time stands unless a word before it asks for another."""
_LOCATIVE, _INSTRUMENTAL, _ACCUSATIVE, _NOMINATIVE = "locative", "instrumental", "accusative", "nominative"
_WEAK, _STRONG = "weak", "strong"
_NAMED = "named"
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Forms:
    """`days` are the first to the thirty-first, `hours` those from 0 to 24, each by the case they stand in.

    `hour` and `time` say an hour alone and one with its minutes; `short` are short forms in full,
    `rewritten` what depends on its neighbours, each pattern with what it becomes, in that order, before
    anything else. `case_of_day` and `case_of_time` name the case that a word before asks for; a word that is
    `joining` hands on the case of the day or time before it, and behind one of `between` two of them are
    joined otherwise than from the one to the other. A time of day without any such word is said `at` it.
    `minutes_alone` says the hour from midnight on, by its case.
    """

    days: Mapping[str, tuple[str, ...]]
    hours: Mapping[str, tuple[str, ...]]
    hour: str
    time: str
    short: Mapping[str, str]
    rewritten: tuple[tuple[re.Pattern[str], str], ...]
    joining: frozenset[str]
    between: frozenset[str]
    case_of_day: Mapping[str, str]
    case_of_time: Mapping[str, str]
    minutes_alone: Mapping[str, str]
    at: str = ""

    def clock(self, hour: int, minute: int, case: str, *, named: bool) -> str:
        """Say a time of day; ``named`` tells that the word for an hour stands before it."""
        if hour == 0 and minute and self.minutes_alone:
            said = self.minutes_alone[_NAMED if named else case]
            return said.format(minute=minute)
        said = self.hour if minute == 0 else self.time
        told = self.hours.get(case, self.hours[USUAL])[hour]
        return said.format(hour=told, minute=minute, noon="am" if hour % 24 < 12 else "pm")

    def names_hour(self, word: str) -> bool:
        """Tell whether a word is the one for an hour, in some case."""
        return bool(word) and any(said.startswith(f"{word} ") for said in self.minutes_alone.values())

    def day(self, number: int, case: str) -> str:
        """Say a day of the month."""
        return self.days.get(case, self.days[USUAL])[number - 1]


_ENGLISH_TENS = {1: "st", 2: "nd", 3: "rd"}
_GERMAN_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_GERMAN_DAYS = (
    *("ersten", "zweiten", "dritten", "vierten", "fünften", "sechsten", "siebten", "achten", "neunten"),
    *("zehnten", "elften", "zwölften", "dreizehnten", "vierzehnten", "fünfzehnten", "sechzehnten"),
    *("siebzehnten", "achtzehnten", "neunzehnten", "zwanzigsten"),
    *(f"{one}undzwanzigsten" for one in _GERMAN_ONES),
    *("dreißigsten", "einunddreißigsten"),
)
# As they stand after "od", "do", "o" and "po".
_POLISH_HOURS = (
    *("pierwszej", "drugiej", "trzeciej", "czwartej", "piątej", "szóstej", "siódmej", "ósmej", "dziewiątej"),
    *("dziesiątej", "jedenastej", "dwunastej", "trzynastej", "czternastej", "piętnastej", "szesnastej"),
    *("siedemnastej", "osiemnastej", "dziewiętnastej", "dwudziestej"),
)
_POLISH_DAYS = tuple(f"{hour[:-2]}ego" for hour in _POLISH_HOURS)


def _until_24(midnight: str, hours: tuple[str, ...]) -> tuple[str, ...]:
    """Return the hours 0 to 24, of 0 and the first twenty."""
    return (midnight, *hours, *(f"{hours[-1]} {one}" for one in hours[:4]))


def _until_31(days: tuple[str, ...], thirtieth: str) -> tuple[str, ...]:
    """Return the days of a month, of the first twenty and the thirtieth."""
    tens = (*(f"{days[-1]} {one}" for one in days[:9]), thirtieth)
    return (*days, *tens, f"{thirtieth} {days[0]}")


def _polish_hours(midnight: str, ending: str) -> tuple[str, ...]:
    """Return the hours with another ending; it is soft after an i, but for the second."""
    hours = (f"{hour[:-2]}{ending}".replace("drugi", "drug") for hour in _POLISH_HOURS)
    return _until_24(midnight, tuple(hours))


def _polish_days_in_m() -> tuple[str, ...]:
    """Return the days as they stand after "po", "przed" and "między"."""
    days = (f"{day[:-3]}m" if day[-4] == "i" else f"{day[:-3]}ym" for day in _POLISH_DAYS)
    return _until_31(tuple(days), "trzydziestym")


FORMS: Mapping[str, Forms] = MappingProxyType(
    {
        "en": Forms(
            days=MappingProxyType(
                {
                    USUAL: tuple(
                        f"{day}{_ENGLISH_TENS.get(day % 10, 'th') if day not in (11, 12, 13) else 'th'}"
                        for day in range(1, 32)
                    )
                }
            ),
            hours=MappingProxyType({USUAL: tuple(str((hour - 1) % 12 + 1) for hour in range(25))}),
            hour="{hour} {noon}",
            time="{hour}:{minute:02} {noon}",
            short=MappingProxyType(
                {
                    "i.e.": "that is",
                    "e.g.": "for example",
                    "approx.": "approximately",
                    "incl.": "including",
                    "max.": "at most",
                    "min.": "at least",
                    "tel.": "telephone",
                }
            ),
            rewritten=REWRITTEN["en"],
            joining=frozenset(("and", "or", "to")),
            between=frozenset(("between",)),
            case_of_day=_NONE,
            case_of_time=_NONE,
            minutes_alone=_NONE,
        ),
        "de": Forms(
            days=MappingProxyType(
                {
                    USUAL: _GERMAN_DAYS,
                    _WEAK: tuple(day.removesuffix("n") for day in _GERMAN_DAYS),
                    _STRONG: tuple(f"{day.removesuffix('n')}r" for day in _GERMAN_DAYS),
                }
            ),
            hours=MappingProxyType({USUAL: tuple(str(hour) for hour in range(25))}),
            hour="{hour} Uhr",
            time="{hour} Uhr {minute}",
            short=MappingProxyType(
                {
                    "z. B.": "zum Beispiel",
                    "d. h.": "das heißt",
                    "u. a.": "unter anderem",
                    "bzw.": "beziehungsweise",
                    "ca.": "ungefähr",
                    "evtl.": "eventuell",
                    "ggf.": "gegebenenfalls",
                    "inkl.": "inklusive",
                    "max.": "höchstens",
                    "mind.": "mindestens",
                    "Min.": "Minuten",
                    "Nr.": "Nummer",
                    "Std.": "Stunden",
                    "Str.": "Straße",
                    "Tel.": "Telefon",
                    "usw.": "und so weiter",
                    "zzgl.": "zuzüglich",
                    "1 Mal": "einmal",
                }
            ),
            rewritten=REWRITTEN["de"],
            joining=frozenset(("und", "oder", "bis")),
            between=frozenset(("zwischen",)),
            case_of_time=_NONE,
            minutes_alone=_NONE,
            case_of_day=MappingProxyType(
                {"der": _WEAK, "dieser": _WEAK, "jeder": _WEAK, "ein": _STRONG, "kein": _STRONG, ":": _STRONG}
            ),
        ),
        "pl": Forms(
            days=MappingProxyType(
                {
                    USUAL: _until_31(_POLISH_DAYS, "trzydziestego"),
                    _LOCATIVE: _polish_days_in_m(),
                    _INSTRUMENTAL: _polish_days_in_m(),
                }
            ),
            hours=MappingProxyType(
                {
                    USUAL: _until_24("północy", _POLISH_HOURS),
                    _INSTRUMENTAL: _polish_hours("północą", "ą"),
                    _ACCUSATIVE: _polish_hours("północ", "ą"),
                    _NOMINATIVE: _polish_hours("północ", "a"),
                }
            ),
            hour="{hour}",
            time="{hour} {minute:02}",
            short=MappingProxyType(
                {
                    "np.": "na przykład",
                    "m.in.": "między innymi",
                    "tj.": "to jest",
                    "tzn.": "to znaczy",
                    "itd.": "i tak dalej",
                    "itp.": "i tym podobne",
                    "maks.": "najwyżej",
                    "max.": "najwyżej",
                    "min.": "co najmniej",
                    "nr": "numer",
                    "ok.": "około",
                    "tel.": "telefon",
                    "ul.": "ulica",
                    "wg": "według",
                }
            ),
            rewritten=REWRITTEN["pl"],
            minutes_alone=MappingProxyType(
                {
                    USUAL: "godziny zero {minute:02}",
                    _LOCATIVE: "godzinie zero {minute:02}",
                    _INSTRUMENTAL: "godziną zero {minute:02}",
                    _ACCUSATIVE: "godzinę zero {minute:02}",
                    _NOMINATIVE: "godzina zero {minute:02}",
                    _NAMED: "zero {minute:02}",
                }
            ),
            at="o",
            joining=frozenset(("a", "i", "lub", "albo", "oraz", "do")),
            between=frozenset(("między", "pomiędzy")),
            case_of_day=MappingProxyType(
                {
                    "po": _LOCATIVE,
                    "przed": _INSTRUMENTAL,
                    "między": _INSTRUMENTAL,
                    "pomiędzy": _INSTRUMENTAL,
                    "do": USUAL,
                }
            ),
            case_of_time=MappingProxyType(
                {
                    "od": USUAL,
                    "do": USUAL,
                    "około": USUAL,
                    "ok.": USUAL,
                    "godziny": USUAL,
                    "o": _LOCATIVE,
                    "po": _LOCATIVE,
                    "godzinie": _LOCATIVE,
                    "przed": _INSTRUMENTAL,
                    "między": _INSTRUMENTAL,
                    "pomiędzy": _INSTRUMENTAL,
                    "godziną": _INSTRUMENTAL,
                    "na": _ACCUSATIVE,
                    "godzinę": _ACCUSATIVE,
                    "godzina": _NOMINATIVE,
                }
            ),
        ),
    }
)
