"""A word as it is understood: the terms it may stand for, and how much it says."""

from collections.abc import Mapping
from dataclasses import dataclass

CONCEPT = "~"
"""Begins the terms that stand for words of like meaning."""
LIKE_WORD = 0.85


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a text: the terms it may stand for, the surest first, and how much it says.

    ``weight`` is 0 for words that say nothing, small for question words, else 1. ``known`` is false
    for a word that neither the articles nor the language's own list have.
    """

    word: str
    terms: Mapping[str, float]
    weight: float = 1.0
    known: bool = True

    @property
    def likeliest(self) -> str:
        """The term that it most surely stands for."""
        return next(iter(self.terms))
