"""Brings the forms of a word together, by language."""

from collections.abc import Callable
from functools import cache, lru_cache

import Stemmer

from kiosk.policies.understanding.letters import fold
from kiosk.policies.understanding.polish import polish_stems

_REMEMBERS_NONE = 0  # of its own it would keep ten thousand words, whoever typed them
_SNOWBALL = {"en": "english", "de": "german"}


@lru_cache(maxsize=50_000)
def stems(word: str, language: str) -> tuple[str, ...]:
    """Return the stems of a word, folded, the likeliest first."""
    folded = fold(word, language)
    if language == "pl":
        return polish_stems(folded)
    return (fold(_snowball(language)(folded), language),)


@cache
def _snowball(language: str) -> Callable[[str], str]:
    name = _SNOWBALL.get(language)
    if name is None:
        return str
    stem: Callable[[str], str] = Stemmer.Stemmer(name, _REMEMBERS_NONE).stemWord
    return stem
