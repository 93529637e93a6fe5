"""Numbers as people write them: digits, ordinals, Roman numerals and number words in three languages."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

_WORDS = {
    2: "ii two zwei dwa dwie dwoch second zweite zweiter drugi druga 2nd",
    3: "iii three drei trzy trzech third dritte dritter trzeci trzecia 3rd",
    4: "iv four vier cztery czterech fourth vierte vierter czwarty czwarta",
    5: "five funf fuenf piec pieciu fifth funfte funfter piaty piata",
    6: "vi six sechs szesc szesciu sixth sechste sechster szosty szosta",
    7: "vii seven sieben siedem siedmiu seventh siebte siebter siodmy siodma siodmej",
    8: "viii eight acht osiem osmiu eighth achte achter osmy osma",
    9: "ix nine neun dziewiec dziewieciu ninth neunte neunter dziewiaty dziewiata",
    10: "ten zehn dziesiec dziesieciu tenth zehnte zehnter dziesiaty dziesiata",
    11: "xi eleven elf jedenascie eleventh",
    12: "xii twelve zwolf zwoelf dwanascie dwunastu twelfth",
    13: "xiii thirteen dreizehn trzynascie thirteenth trzynasty",
    14: "xiv fourteen vierzehn czternascie fourteenth",
    15: "xv fifteen funfzehn fuenfzehn pietnascie fifteenth",
    16: "xvi sixteen sechzehn szesnascie sixteenth",
    17: "xvii seventeen siebzehn siedemnascie seventeenth",
    18: "xviii eighteen achtzehn osiemnascie eighteenth",
    19: "xix nineteen neunzehn dziewietnascie nineteenth",
    20: "xx twenty zwanzig dwadziescia twentieth zwanzigste dwudziesty",
    30: "thirty dreissig trzydziesci thirtieth",
    40: "forty vierzig czterdziesci fortieth",
    50: "fifty funfzig fuenfzig piecdziesiat fiftieth",
    60: "sixty sechzig szescdziesiat sixtieth",
    70: "seventy siebzig siedemdziesiat",
    80: "eighty achtzig osiemdziesiat",
    90: "ninety neunzig dziewiecdziesiat",
    100: "hundred hundert sto hundredth",
    200: "zweihundert dwiescie",
    300: "dreihundert trzysta",
    400: "vierhundert czterysta",
    500: "funfhundert fuenfhundert piecset",
    600: "sechshundert szescset",
    700: "siebenhundert siedemset",
    800: "achthundert osiemset",
    900: "neunhundert dziewiecset",
    1000: "thousand tausend tysiac tysiace tysiecy",
}
_GERMAN_UNITS = {"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "fuenf": 5} | {
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
}
_GERMAN_TENS = {"zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfzig": 50, "fuenfzig": 50} | {
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}


def _values() -> dict[str, int]:
    # One letter (v, x) is more often an initial than a number.
    values = {word: value for value, words in _WORDS.items() for word in words.split()}
    for (unit, one), (ten, many) in product(_GERMAN_UNITS.items(), _GERMAN_TENS.items()):
        values[f"{unit}und{ten}"] = one + many
    return values


_VALUES = _values()
_SAID = frozenset(_VALUES)
_ORDINAL = re.compile(r"(\d+)th")
_AND = frozenset({"and", "und"})
# Only here, where another number word follows: alone it is an article as often as a number.
_ONE = frozenset({"one", "ein", "eine", "jeden"})


def number_of(word: str) -> str | None:
    """Return the digits a folded word stands for, leading zeros left out, or None."""
    if word.isascii() and word.isdecimal():
        return word.lstrip("0") or "0"
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return ordinal[1]
    value = _VALUES.get(word)
    return None if value is None else str(value)


def number_runs(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield numbers written in several folded words: where each begins and ends, and its digits."""
    if _SAID.isdisjoint(words) and not any(len(word) == 3 and word.isdecimal() for word in words):
        return
    values = [1 if word in _ONE else _VALUES.get(word, 0) for word in words]
    at = 0
    while at < len(words):
        value, end = _digit_groups(words, at) or _spoken(words, values, at)
        if end > at + 1:
            yield at, end, str(value)
        at = max(end, at + 1)


def _digit_groups(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read thousands set apart (20,000), in which every group but the first has three digits."""
    if not (words[at].isascii() and words[at].isdecimal() and len(words[at]) <= 3):
        return None
    end = at + 1
    while end < len(words) and len(words[end]) == 3 and words[end].isascii() and words[end].isdecimal():
        end += 1
    return int("".join(words[at:end])), end


def _spoken(words: Sequence[str], values: Sequence[int], at: int) -> tuple[int, int]:
    value, end = _below_thousand(words, values, at)
    if end < len(values) and values[end] == 1000:
        rest, after = _below_thousand(words, values, _past_and(words, end + 1))
        return max(value, 1) * 1000 + rest, after if rest else end + 1
    if 12 < value < 21:
        # Years are said in two halves: nineteen eighty-four.
        rest, after = _below_hundred(values, end)
        if rest > 9:
            return value * 100 + rest, after
    return value, end


def _below_thousand(words: Sequence[str], values: Sequence[int], at: int) -> tuple[int, int]:
    value, end = _below_hundred(values, at)
    if end < len(values) and values[end] % 100 == 0 and 0 < values[end] < 1000:
        value, end = max(value, 1) * values[end], end + 1
        rest, after = _below_hundred(values, _past_and(words, end))
        return (value + rest, after) if rest else (value, end)
    return value, end


def _past_and(words: Sequence[str], at: int) -> int:
    return at + 1 if at < len(words) and words[at] in _AND else at


def _below_hundred(values: Sequence[int], at: int) -> tuple[int, int]:
    if at >= len(values) or not 0 < values[at] < 100:
        return 0, at
    tens = values[at] > 19 and values[at] % 10 == 0
    if tens and at + 1 < len(values) and 0 < values[at + 1] < 10:
        return values[at] + values[at + 1], at + 2
    return values[at], at + 1
