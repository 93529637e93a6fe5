"""Words into the tokens of the index: folded words, and marked forms that make search forgiving.

A marked form begins with a sign no word begins with: ``~`` for a stem or other spelling, ``~#``
for a number, ``+`` for two neighbours run together. So one field holds both, exact and forgiving
tokens never meet by accident, and a prefix typed by a patron only ever expands to words.
"""

import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass

import Stemmer

from kiosk.catalog.folding import contracted, fold, fold_variants
from kiosk.catalog.search.inflection import changed_stems
from kiosk.catalog.search.numerals import number_of

LONGEST_WORD = 64
_CACHED_WORDS = 100_000
_CHUNK = re.compile(r"[^\s\-‐-―/.,:;!?()\[\]{}<>=|\\\"'’‘“”„«»·…&*_~^]+")
_LANGUAGES = {"eng": "english", "ger": "german", "deu": "german", "pol": "polish"}
# Polish genitives drop a vowel into the stem (książka, książek), which the stemmer does not know.
_POLISH_EK = re.compile(r"(?<=[bcdfghjklmnprstwz])ek$")
_SHORTEST_STEMMED = 3


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word with its other spellings, its stems by stemmer and its forms as a name, all marked."""

    text: str
    spellings: tuple[str, ...] = ()
    stems: tuple[tuple[str, str], ...] = ()
    shown: str = ""
    names: tuple[str, ...] = ()

    def beginnings(self) -> list[str]:
        """Return the tokens with which a word begun like this may begin, umlauts in either spelling."""
        others = [form[1:] for form in self.spellings if not form.startswith("~#")]
        return [self.text, *others, *((f"~{self.text}",) if others else ())]

    def marks(self, language: str | None = None) -> list[str]:
        """Return the marked forms, all stems or those of one language only."""
        only = _LANGUAGES.get(language or "")
        return [*self.spellings, *(s for name, s in self.stems if only is None or name in (only, ""))]

    @property
    def digits(self) -> str | None:
        """Return the number that the word says."""
        first = self.spellings[0] if self.spellings else ""
        return first[2:] if first.startswith("~#") else None

    def german(self) -> tuple[str, ...]:
        """Return the stems as a German word, itself where it is its own."""
        return tuple(stem[1:] for name, stem in self.stems if name == "german") or (self.text,)


class Analyzer:
    """Cuts text into words and works out their forms; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stemmers = {name: Stemmer.Stemmer(name, 0) for name in ("english", "german", "polish")}
        self._known: dict[str, tuple[Word, ...]] = {}

    def words(self, text: str) -> list[Word]:
        """Return the words of a text in order."""
        found: list[Word] = []
        for chunk in _CHUNK.findall(text):
            known = self._known.get(chunk)
            found.extend(self._learn(chunk) if known is None else known)
        return found

    def _learn(self, chunk: str) -> tuple[Word, ...]:
        parts = [part[:LONGEST_WORD] for part in fold(chunk).split()]
        if len(parts) == 1 and len(chunk) <= LONGEST_WORD:
            words: tuple[Word, ...] = (self._word(parts[0], chunk),)
        else:
            words = tuple(self._word(part, part) for part in parts)
        with self._lock:
            if len(self._known) >= _CACHED_WORDS:
                self._known.clear()
            self._known[chunk] = words
        return words

    def _word(self, plain: str, written: str) -> Word:
        shown = written.lower()
        number = number_of(plain)
        numbered = (f"~#{number}",) if number is not None else ()
        if not plain.isalpha() or len(plain) < _SHORTEST_STEMMED:
            return Word(plain, numbered, (), shown)
        others = [form for form in fold_variants(written) if form != plain]
        stems = dict.fromkeys(self._stems(plain, shown))
        spellings = (*numbered, *(f"~{form}" for form in others))
        # Names are not stemmed, but meet in the form without ae, oe and ue.
        names = tuple(dict.fromkeys((f"~{plain}", f"~{contracted(plain)}")))
        return Word(plain, spellings, tuple(stems), shown, names)

    def _stems(self, plain: str, shown: str) -> Iterable[tuple[str, str]]:
        yield "", f"~{plain}"
        with self._lock:
            stems = [(name, stemmer.stemWord(plain)) for name, stemmer in self._stemmers.items()]
            polish = self._stemmers["polish"].stemWord(shown)
        stems.append(("polish", fold(polish).replace(" ", "")))
        for name, stem in stems:
            if name == "polish" and len(stem) > _SHORTEST_STEMMED + 1:
                stem = _POLISH_EK.sub("k", stem)
            # The last form is the one in which ae, oe and ue have become one letter.
            for form in {stem, contracted(stem)} - {"", plain}:
                yield name, f"~{form}"
        for name, stem in changed_stems(plain, shown):
            if stem != plain:
                yield name, f"~{stem}"
