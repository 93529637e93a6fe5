"""What of the sample library's titles is in which language, by the files it is founded from."""

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_CATALOGUE = Path(__file__).parents[2] / "data" / "catalogue"
_CODES = {"ger": "de", "eng": "en", "pol": "pl"}
_TOLD = ("title", "subtitle", "author", "contributors", "summary")
_WORD = re.compile(r"[^\W\d_]{2,}")


def strange_words(said: Iterable[tuple[str, str]], screen: str) -> list[tuple[str, str]]:
    """Return what was said in another language than the screen's and stands in no title of that language."""
    return [
        (text, language)
        for text, language in said
        if language != screen and not _words(text) <= _words_by_language()[language]
    ]


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


@cache
def _words_by_language() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {code: set() for code in _CODES.values()}
    for path in sorted(_CATALOGUE.glob("works-*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                if row["language"] in _CODES:
                    found[_CODES[row["language"]]] |= _words(" ".join(row[field] or "" for field in _TOLD))
    return found
