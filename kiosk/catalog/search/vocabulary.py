"""The catalogue's own words near a given one, for typing errors and for "did you mean"."""

import threading
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from string import ascii_lowercase

import tantivy

from kiosk.catalog.search.analysis import SHOWN
from kiosk.catalog.search.far_words import far_words

SHORTEST_FUZZY = 4
_SHORTEST_TWO_EDITS = 8
_EDITS_OF_LONG = 2
_SHORTEST_WIDE = 5
_ALPHABETS = (ascii_lowercase, "абвгдежзийклмнопрстуфхцчшщыэюя")
# Of all words with one first letter only the most frequent are known.
_MOST_KNOWN = 40_000
# Words are read again when the catalogue has grown or shrunk by more than one in so many records.
_GROWN = 200
_MOST_REMEMBERED = 500


@dataclass(frozen=True, slots=True)
class NearWord:
    """A word of the catalogue, as it is written there, and how far it is from what was typed."""

    text: str
    shown: str
    records: int
    edits: int


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of one first letter and one length, side by side with how they are written and how often."""

    texts: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    records: "array[int]" = field(default_factory=lambda: array("I"))


_Letter = dict[int, _Words]


def edits_allowed(word: str) -> int:
    """Return how many typing errors a word may hold: one from four letters, two from eight."""
    if len(word) < SHORTEST_FUZZY or any(char.isdecimal() for char in word):
        return 0
    return 1 if len(word) < _SHORTEST_TWO_EDITS else _EDITS_OF_LONG


class Vocabulary:
    """The words of one index, read letter by letter when first needed; safe to share between threads.

    Words that come later are known when enough records came with them: until then they are found as
    they are, but not yet behind a typing error.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._records = 0
        self._letters: dict[str, _Letter] = {}
        self._near: dict[tuple[str, int], tuple[NearWord, ...]] = {}

    def near(
        self, searcher: tantivy.Searcher, word: str, limit: int, *, wide: bool = False
    ) -> tuple[NearWord, ...]:
        """Return the nearest words, nearest and then most frequent first; the word itself left out.

        ``wide`` allows one error more in a word of five letters or more, and in a long one two that
        begin with its first letter.
        """
        allowed = edits_allowed(word)
        if not allowed:
            return ()
        allowed += wide and len(word) >= _SHORTEST_WIDE
        with self._lock:
            self._forget_if_grown(int(searcher.num_docs))
            known = self._near.get((word, allowed))
            if known is None:
                if len(self._near) >= _MOST_REMEMBERED:
                    self._near.clear()
                known = self._near[word, allowed] = self._look(searcher, word, allowed)
        return known[:limit]

    def warm(self, searcher: tantivy.Searcher) -> None:
        """Read the words of every letter now, so that no patron's first typing error waits for it."""
        import rapidfuzz.process  # noqa: F401 - takes longer to load than a search to answer

        for letter in chain.from_iterable(_ALPHABETS):
            with self._lock:
                self._forget_if_grown(int(searcher.num_docs))
                self._letter(searcher, letter)

    def _forget_if_grown(self, records: int) -> None:
        if abs(records - self._records) * _GROWN > self._records:
            self._records = records
            self._letters, self._near = {}, {}

    def _look(self, searcher: tantivy.Searcher, word: str, allowed: int) -> tuple[NearWord, ...]:
        found: dict[str, NearWord] = {}
        for near in chain(self._within(searcher, word, allowed), _other_first_letters(searcher, word)):
            known = found.get(near.text)
            if known is None or near.records > known.records:
                found[near.text] = near
        if allowed > _EDITS_OF_LONG and all(near.edits > _EDITS_OF_LONG for near in found.values()):
            for text, shown, edits in far_words(searcher, word):
                records = int(searcher.doc_freq("all", text))
                found[text] = NearWord(text, shown, records, edits)
        return tuple(sorted(found.values(), key=lambda near: (near.edits, -near.records, near.text)))

    def _within(self, searcher: tantivy.Searcher, word: str, allowed: int) -> Iterator[NearWord]:
        # Loaded only when a word is misspelt: it takes longer to load than a search to answer.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        # The first letter is right, missing, or has changed places with the second.
        for letter in dict.fromkeys(word[: allowed + 1]):
            lengths = self._letter(searcher, letter)
            for length in range(len(word) - allowed, len(word) + allowed + 1):
                words = lengths.get(length)
                if words is None:
                    continue
                hits = extract(word, words.texts, scorer=OSA.distance, score_cutoff=allowed, limit=None)
                for text, edits, place in hits:
                    if edits:
                        yield NearWord(text, words.shown[place], words.records[place], int(edits))

    def _letter(self, searcher: tantivy.Searcher, letter: str) -> _Letter:
        known = self._letters.get(letter)
        if known is None:
            known = defaultdict(_Words)
            for term, records in searcher.terms_with_prefix("vocabulary", letter, limit=_MOST_KNOWN):
                text, _, shown = term.partition(SHOWN)
                words = known[len(text)]
                words.texts.append(text)
                words.shown.append(shown or text)
                words.records.append(records)
            self._letters[letter] = known
        return known


def _other_first_letters(searcher: tantivy.Searcher, word: str) -> Iterator[NearWord]:
    """Yield the words whose first letter was mistyped or left out: one look for each letter there is."""
    alphabet = next((letters for letters in _ALPHABETS if word[0] in letters), "")
    for letter in alphabet:
        for text in (letter + word[1:], letter + word):
            if text == word or not searcher.doc_freq("all", text):
                continue
            same = int(searcher.doc_freq("vocabulary", text))
            if same:
                yield NearWord(text, text, same, 1)
            for term, records in searcher.terms_with_prefix("vocabulary", f"{text}{SHOWN}", limit=2):
                yield NearWord(text, term.partition(SHOWN)[2], records, 1)
