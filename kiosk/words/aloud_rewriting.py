"""What each language says otherwise by what stands beside it; data for what is read aloud.

A value of one, "1 Woche", takes the gender and the case of its place; a short form its meaning.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_Rewritten = tuple[tuple[re.Pattern[str], str], ...]

_TIME = r"(?=\d)"
_RANGE = r"(?=\d?\d(?::\d\d)?\s*[–—-]|od\b)"
# Where a value is all there is: a cell, a line, what follows a colon.
_ALONE, _ENDS = r"(?<![^:;.?!]\s)(?<![^\s])", r"(?=\s*(?:[.,;)]|$))"
_BARELY = r"(?: \w+ens| etwa| ca\.| rund)?"
_DATIVE = rf"\b((?i:nach|ab|seit|vor|mit|binnen|innerhalb|während|wegen|von|zu|bei|aus){_BARELY}) 1 "
_ACCUSATIVE = rf"\b((?i:für|um|gegen|ohne|auf){_BARELY}) 1 "
_FEMININE, _NEUTER, _MASCULINE = "Woche|Stunde|Minute|Seite|Person", "Jahr|Buch|Medium", "Tag|Monat"


def _made(*pairs: tuple[str, str]) -> _Rewritten:
    return tuple((re.compile(pattern), said) for pattern, said in pairs)


REWRITTEN: Mapping[str, _Rewritten] = MappingProxyType(
    {
        "en": _made(
            (r"(?<![\w.,])1 min\.(?!\w)", "1 minute"),
            (r"(?<=\d) ?min\.(?!\w)", " minutes"),
            (r"(?<![\w.])[Nn]o\. ?(?=\d)", "number "),
        ),
        "de": _made(
            (r"(?<![\w.,])1 Min\.(?!\w)", "1 Minute"),
            (r"(?<![\w.,])1 Std\.(?!\w)", "1 Stunde"),
            (rf"{_DATIVE}({_FEMININE})\b", r"\1 einer \2"),
            (rf"{_DATIVE}({_NEUTER}|{_MASCULINE})\b", r"\1 einem \2"),
            (rf"{_ACCUSATIVE}({_FEMININE})\b", r"\1 eine \2"),
            (rf"{_ACCUSATIVE}({_NEUTER})\b", r"\1 ein \2"),
            (rf"{_ACCUSATIVE}({_MASCULINE})\b", r"\1 einen \2"),
            # Whoever does it and what is done to it sound alike but for the masculine.
            (rf"(?<![\w.,–-])1 ({_FEMININE})\b", r"eine \1"),
            (rf"(?<![\w.,–-])1 ({_NEUTER})\b", r"ein \1"),
            (rf"{_ALONE}1 ({_MASCULINE})\b{_ENDS}", r"ein \1"),
        ),
        "pl": _made(
            (r"(?<![\w.,])1 godz\.(?! ?\d?\d:)", "1 godzina"),
            (r"(?<!1)([2-4]) godz\.(?! ?\d?\d:)", r"\1 godziny"),
            (r"(?<=\d) ?godz\.(?! ?\d?\d:)", " godzin"),
            (r"(?<!\w)w godz\. ?", "w godzinach "),
            (rf"(?<!\w)(od|do|około) godz\. ?{_TIME}", r"\1 godziny "),
            (rf"(?<!\w)(o|po) godz\. ?{_TIME}", r"\1 godzinie "),
            (rf"(?<!\w)(przed|między|pomiędzy) godz\. ?{_TIME}", r"\1 godziną "),
            (rf"(między godziną \d?\d(?::\d\d)? a) godz\. ?{_TIME}", r"\1 godziną "),
            (rf"(?<!\w)na godz\. ?{_TIME}", "na godzinę "),
            (rf"(?<!\w)godz\. ?{_RANGE}", "w godzinach "),
            (rf"(?<!\w)godz\. ?{_TIME}", "o godzinie "),
            (r"(?<!\w)godz\.", "godziny"),
            (r"(?<![\w.,])1 min\.(?!\w)", "1 minuta"),
            (r"(?<!1)([2-4]) min\.(?!\w)", r"\1 minuty"),
            (r"(?<=\d) ?min\.(?!\w)", " minut"),
            (rf"{_ALONE}1 (godzina|minuta|strona|osoba)\b{_ENDS}", r"jedna \1"),
            (r"(?<![\w.,])1 (godzinę|minutę|stronę|osobę)\b", r"jedną \1"),
            (r"(?<![\w.,])1 (godziny|minuty|strony|osoby)\b", r"jednej \1"),
            (r"(?<![\w.,])2 (godziny|minuty|strony|osoby)\b", r"dwie \1"),
        ),
    }
)
