"""The catalogue's own words near a given one, for typing errors and for "did you mean"."""

from collections.abc import Iterator
from dataclasses import dataclass

import tantivy

from kiosk.catalog.search.documents import SHOWN

SHORTEST_FUZZY = 4
_SHORTEST_TWO_EDITS = 8
# Of all words with one beginning only the most frequent are looked at.
_MOST_LOOKED_AT = 4000


@dataclass(frozen=True, slots=True)
class NearWord:
    """A word of the catalogue, as it is written there, and how far it is from what was typed."""

    text: str
    shown: str
    records: int
    edits: int


def edits_allowed(word: str) -> int:
    """Return how many typing errors a word may hold: one from four letters, two from eight."""
    if len(word) < SHORTEST_FUZZY or any(char.isdecimal() for char in word):
        return 0
    return 1 if len(word) < _SHORTEST_TWO_EDITS else 2


def near_words(searcher: tantivy.Searcher, word: str, limit: int) -> list[NearWord]:
    """Return the nearest words, nearest and then most frequent first; the word itself left out."""
    allowed = edits_allowed(word)
    if not allowed:
        return []
    # Loaded only when a word is misspelt: it takes longer to load than a search to answer.
    from rapidfuzz.distance import OSA

    found: dict[str, NearWord] = {}
    for text, shown, records in _candidates(searcher, word, allowed):
        if text == word or abs(len(text) - len(word)) > allowed:
            continue
        edits = OSA.distance(word, text, score_cutoff=allowed)
        if edits > allowed:
            continue
        known = found.get(text)
        if known is None or records > known.records:
            found[text] = NearWord(text, shown, records, edits)
    return sorted(found.values(), key=lambda near: (near.edits, -near.records, near.text))[:limit]


def _candidates(searcher: tantivy.Searcher, word: str, allowed: int) -> Iterator[tuple[str, str, int]]:
    seen: set[str] = set()
    for beginning in _beginnings(word, allowed):
        for term, records in searcher.terms_with_prefix("vocabulary", beginning, limit=_MOST_LOOKED_AT):
            if term not in seen:
                seen.add(term)
                text, _, shown = term.partition(SHOWN)
                yield text, shown or text, records


def _beginnings(word: str, allowed: int) -> list[str]:
    """Return the beginnings a word may have had before an error in its first letters."""
    first, second, third = word[0], word[1], word[2]
    begun = [word[:2], first + third, second + first, second + third, first]
    if allowed > 1:
        begun += [third + word[3], second]
    return list(dict.fromkeys(begun))
