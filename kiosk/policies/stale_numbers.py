"""Finds amounts, times and counts in a text, in digits and in words: what ought to be a placeholder."""

import re
from collections.abc import Iterator
from functools import cache

_CURRENCY = r"€|£|\$|zł|eur|euros?|usd|gbp|pln|chf|czk|dkk|sek|nok|huf"
# Whatever the language: amounts, clock times, dates, percentages, "2 x".
_SIGNS = (
    rf"(?:(?:[€£$]|\b(?:eur|usd|gbp|pln|chf|czk|dkk|sek|nok|huf))\s?\d+(?:[.,]\d+)?(?:,?[-–—])?"
    rf"|\b\d+(?:[.,]\d+)?(?:,?[-–—])?\s*(?:{_CURRENCY}|%)(?!\w)"
    rf"|\b\d+,[-–—](?!\w)"
    rf"|\b\d{{1,2}}\.\s?\d{{1,2}}\.(?:\d{{2,4}})?|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}[:.]\d{{2}}\b"
    rf"|\b\d+\s?[x×](?!\w)|\b\d{{1,2}}\s?(?:am|pm|a\.m\.|p\.m\.|uhr)(?!\w))"
)
_DIGITS = r"\d+(?:[.,]\d+)?"

# For each language: numbers of two and more; forms of one; what is counted; what one of counts;
# words that are number and unit together.
_SPEECH = {
    "en": (
        r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
        r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven"
        r"|eight|nine))?|(?:a|one|two|three|five) hundred|(?:a|two) dozen|(?:one|two|three) and a half",
        r"one|half an?|(?:for|within|up to|after|least|most|about|than) an?",
        r"days?|weeks?|fortnights?|months?|years?(?![\s-]old)|hours?|minutes?|times|items?|books?|loans?|holds?"
        r"|renewals?|reservations?|copies|pieces?|films?|dvds?|cds?|games?|titles|things|pages?|sheets?|units?"
        r"|euros?|cents?|pounds?|pence|dollars?",
        r"day|week|month|year(?![\s-]old)|hour|minute|euro|cent|pound|dollar",
        r"an hour|a fortnight|twice|thrice|half-hour\w*|two-thirds",
    ),
    "de": (
        r"zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn"
        r"|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?"
        r"(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)"
        r"|(?:ein|zwei|drei|fünf)?hundert|(?:ein|zwei) dutzend|anderthalb|eineinhalb|zweieinhalb",
        r"eine[nmrs]?|ein|halbe[nmrs]?",
        r"tage?n?|werktage?n?|arbeitstage?n?|wochen?|monate?n?|jahre?n?|stunden?|minuten?|mal|medien|bücher[n]?"
        r"|exemplare?n?|stück|verlängerungen|ausleihen|vormerkungen|filmen?|spielen?|titeln?|seiten?|blatt"
        r"|euros?|cent|dvds|cds",
        r"tag|woche|monat|jahr|stunde|minute|euro|cent",
        r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|zehn|vierzehn)(?:mal|fach|wöchig\w*|tägig\w*|stündig\w*"
        r"|monatig\w*)|halbstündig\w*",
    ),
    "pl": (
        r"dwa|dwie|dwóch|dwu|dwoma|dwiema|trzy|trzech|trzema|cztery|czterech|czterema|pięć|pięciu|sześć|sześciu"
        r"|siedem|siedmiu|osiem|ośmiu|dziewięć|dziewięciu|dziesięć|dziesięciu|jedenaście|jedenastu|dwanaście"
        r"|dwunastu|trzynaście|czternaście|czternastu|piętnaście|piętnastu|szesnaście|siedemnaście|osiemnaście"
        r"|dziewiętnaście|dwadzieścia|dwudziestu|trzydzieści|trzydziestu|czterdzieści|pięćdziesiąt|sześćdziesiąt"
        r"|sto|dwieście|półtora|półtorej|kilkanaście",
        r"jeden|jedna|jedno|jedną|jednego|jednej|jednym|pół",
        r"dni|dniach|dniami|tygodni\w*|miesi[ąę]c\w*|lat|lata|latach|roku|rok|godzin\w*|minut\w*|razy|książ\w+"
        r"|egzemplarz\w*|sztuk\w*|przedłuże\w+|prolongat\w*|wypożycze\w+|zamówie\w+|rezerwac\w+|film\w*|gier|gry"
        r"|płyt\w*|rzeczy|tytuł\w*|stron\w*|kart(?:ek|ki)|euro|cent\w*|złot\w+|grosz\w*|zł",
        r"dzień|dnia|tydzień|tygodni\w*|miesi[ąę]c\w*|rok|roku|godzin\w*|minut\w*|euro|cent\w*|złot\w+|grosz\w*",
        r"dwukrotnie|trzykrotnie|kwadrans\w*"
        r"|(?:dwu|trzy|cztero|pięcio|sześcio|siedmio|ośmio|dziesięcio|czternasto)"
        r"(?:dniow|tygodniow|miesięczn|godzinn)\w*",
    ),
}


def stale_numbers(text: str, language: str) -> Iterator[str]:
    """Yield every amount, time, date or count that stands in the text, as it stands there."""
    for found in _pattern(language).finditer(text):
        yield " ".join(found[0].split())


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a language; digits before a noun of any language count in all."""
    nouns = "|".join(speech[2] for speech in _SPEECH.values())
    parts = [_SIGNS, rf"\b{_DIGITS}[\s-](?:\w+\s)?(?:{nouns})\b"]
    if language in _SPEECH:
        many, one, counted, singly, whole = _SPEECH[language]
        parts += [
            rf"\b(?:{many})(?:[\s-]\w+)?[\s-](?:{counted})\b",
            rf"\b(?:{one})\s(?:{singly})\b",
            rf"\b(?:{whole})\b",
        ]
    return re.compile("|".join(parts), re.IGNORECASE)
