"""How each language says days of the month, hours and short forms; data for what is read aloud."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.words.aloud_rewriting import REWRITTEN


@dataclass(frozen=True, slots=True)
class Forms:
    """`days` are the first to the thirty-first, `hours` those from 0 to 24 where they are no plain numbers.

    `hour` and `time` say an hour alone and one with its minutes; `short` are short forms in full,
    `rewritten` what depends on its neighbours, each pattern with what it becomes, in that order, before
    anything else. A time of day without one of the words `led` before it is said `at` it.
    """

    days: tuple[str, ...]
    hours: tuple[str, ...]
    hour: str
    time: str
    short: Mapping[str, str]
    rewritten: tuple[tuple[re.Pattern[str], str], ...]
    midnight: str = ""
    at: str = ""
    led: frozenset[str] = frozenset()

    def clock(self, hour: int, minute: int) -> str:
        """Say a time of day."""
        if hour == 0 and minute and self.midnight:
            return self.midnight.format(minute=minute)
        said = self.hour if minute == 0 else self.time
        return said.format(hour=self.hours[hour], minute=minute, noon="am" if hour % 24 < 12 else "pm")


_ENGLISH_TENS = {1: "st", 2: "nd", 3: "rd"}
_GERMAN_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_GERMAN_DAYS = (
    *("ersten", "zweiten", "dritten", "vierten", "fünften", "sechsten", "siebten", "achten", "neunten"),
    *("zehnten", "elften", "zwölften", "dreizehnten", "vierzehnten", "fünfzehnten", "sechzehnten"),
    *("siebzehnten", "achtzehnten", "neunzehnten", "zwanzigsten"),
    *(f"{one}undzwanzigsten" for one in _GERMAN_ONES),
    *("dreißigsten", "einunddreißigsten"),
)
# As they stand after "od", "do", "o", "po" and "przed": where a time of day stands at all.
_POLISH_HOURS = (
    *("pierwszej", "drugiej", "trzeciej", "czwartej", "piątej", "szóstej", "siódmej", "ósmej", "dziewiątej"),
    *("dziesiątej", "jedenastej", "dwunastej", "trzynastej", "czternastej", "piętnastej", "szesnastej"),
    *("siedemnastej", "osiemnastej", "dziewiętnastej", "dwudziestej"),
)
_POLISH_DAYS = tuple(f"{hour[:-2]}ego" for hour in _POLISH_HOURS)

FORMS: Mapping[str, Forms] = MappingProxyType(
    {
        "en": Forms(
            days=tuple(
                f"{day}{_ENGLISH_TENS.get(day % 10, 'th') if day not in (11, 12, 13) else 'th'}"
                for day in range(1, 32)
            ),
            hours=tuple(str((hour - 1) % 12 + 1) for hour in range(25)),
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
        ),
        "de": Forms(
            days=_GERMAN_DAYS,
            hours=tuple(str(hour) for hour in range(25)),
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
        ),
        "pl": Forms(
            days=(
                *_POLISH_DAYS,
                *(f"dwudziestego {one}" for one in _POLISH_DAYS[:9]),
                *("trzydziestego", "trzydziestego pierwszego"),
            ),
            hours=(
                "północy",
                *_POLISH_HOURS,
                *(f"dwudziestej {one}" for one in _POLISH_HOURS[:4]),
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
            midnight="zero {minute:02}",
            at="o",
            led=frozenset(
                (
                    "od",
                    "do",
                    "o",
                    "po",
                    "przed",
                    "około",
                    "ok.",
                    "między",
                    "a",
                    "i",
                    "lub",
                    "albo",
                    "godzinie",
                    "godziny",
                )
            ),
        ),
    }
)
