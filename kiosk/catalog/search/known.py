"""What one state of the index has of a wording: marked forms, neighbours as one token, compounds."""

import tantivy

from kiosk.catalog.search.analysis import Word
from kiosk.catalog.search.compounds import compounds_ending, compounds_of
from kiosk.catalog.search.joining import joints
from kiosk.catalog.search.weights import Weights
from kiosk.catalog.search.wording import Wording

_SHORTEST_PAIR = 5
_MOST_INITIALS = 3
# A name is one where at least one in so many records with the word has it as a name.
_MOSTLY = 3
_MOST_REMEMBERED = 20_000


class KnownTokens:
    """Looks tokens up and remembers them: the next step of a search, or the next letter, asks again."""

    def __init__(self, searcher: tantivy.Searcher, weights: Weights) -> None:
        self._searcher = searcher
        self._weights = weights
        self._held: dict[tuple[str, str], bool] = {}

    def holds(self, token: str, name: str = "all") -> bool:
        """Return whether any record has a token in a field."""
        known = self._held.get((token, name))
        if known is None:
            if len(self._held) >= _MOST_REMEMBERED:
                self._held.clear()
            known = self._held[token, name] = bool(self._searcher.doc_freq(name, token))
        return known

    def marks(self, word: Word) -> list[str]:
        """Return the marked forms of a word that any record has."""
        return [mark for mark in word.marks() if self.holds(mark)]

    def has_spelling(self, word: Word) -> bool:
        """Return whether any record has a word, or it with its umlauts spelt another way."""
        return any(map(self.holds, (word.text, *word.spellings)))

    def is_name(self, text: str) -> bool:
        """Return whether a word is above all somebody's name."""
        written = int(self._searcher.doc_freq("author", text))
        return written * _MOSTLY >= int(self._searcher.doc_freq("all", text)) > 0

    def is_initials(self, word: Word) -> bool:
        """Return whether a word that nobody has can only be initials run together: "jrr" for "J. R. R."."""
        text = word.text
        if not 1 < len(text) <= _MOST_INITIALS or not text.isalpha() or self.holds(text):
            return False
        return all(self.holds(letter, "author") for letter in text)

    def is_pair(self, word: Word) -> bool:
        """Return whether a word is two neighbours of a title or name, run together."""
        return len(word.text) >= _SHORTEST_PAIR and self.holds(f"+{word.text}")

    def compounds(self, wording: Wording) -> dict[str, list[str]]:
        """Return tokens for compounds with each word, or with it and a neighbour, where there are any."""
        found = {word.text: compounds_of(self._searcher, self.holds, word) for word in wording.required}
        for joint in joints(wording.words):
            for token in compounds_ending(self._searcher, self.holds, joint.stems):
                for word in wording.words[joint.start : joint.end]:
                    found.setdefault(word.text, []).append(token)
        return {text: tokens for text, tokens in found.items() if tokens}

    def others(self, wording: Wording, *, compounds: bool) -> dict[str, dict[str, float]]:
        """Return what else stands for each word, weighted: one token for neighbours, compounds of it."""
        found: dict[str, dict[str, float]] = {word.text: {} for word in wording.words}
        for joint in joints(wording.words):
            known = {token: self._weights.joined for token in joint.tokens if self.holds(token)}
            for word in wording.words[joint.start : joint.end]:
                found[word.text] |= known
        for text, tokens in self.compounds(wording).items() if compounds else ():
            found[text] |= dict.fromkeys(tokens, self._weights.compound)
        return found
