"""Words into the tokens of the index: folded words, and marked forms that make search forgiving.

A marked form begins with a sign no word begins with: ``~`` for a stem or other spelling, ``~#``
for a number, ``+`` for two neighbours run together. So one field holds both, exact and forgiving
tokens never meet by accident, and a prefix typed by a patron only ever expands to words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.catalog.folding import contracted, fold, fold_variants
from kiosk.catalog.search.numerals import number_of
from kiosk.catalog.search.stemming import LANGUAGES, Stemming

LONGEST_WORD = 64
_CACHED_WORDS = 40_000
_CHUNK = re.compile(r"[^\s\-‐-―/.,:;!?()\[\]{}<>=|\\\"'’‘“”„«»·…&*_~^]+")
_LANGUAGES = {"eng": "english", "ger": "german", "deu": "german", "pol": "polish"}
_SHORTEST_STEMMED = 3


@dataclass(slots=True)
class Word:
    """One folded word with its other spellings and forms as a name, marked; it stems itself when asked."""

    text: str
    spellings: tuple[str, ...] = ()
    shown: str = ""
    names: tuple[str, ...] = ()
    _stemming: Stemming | None = field(default=None, repr=False, compare=False)
    _stems: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def beginnings(self) -> list[str]:
        """Return the tokens with which a word begun like this may begin, umlauts in either spelling."""
        others = [form[1:] for form in self.spellings if not form.startswith("~#")]
        return [self.text, *others, *((f"~{self.text}",) if others else ())]

    def marks(self, language: str | None = None) -> tuple[str, ...]:
        """Return the marked forms, all stems or those of one language only."""
        key = _LANGUAGES.get(language or "", "")
        known = self._stems.get(f"~{key}")
        if known is None:
            names = (key,) if key else LANGUAGES
            own = (f"~{self.text}",) if self._stemming is not None else ()
            stems = (stem for name in names for stem in self._forms(name))
            known = self._stems[f"~{key}"] = tuple(dict.fromkeys((*self.spellings, *own, *stems)))
        return known

    @property
    def digits(self) -> str | None:
        """Return the number that the word says."""
        first = self.spellings[0] if self.spellings else ""
        return first[2:] if first.startswith("~#") else None

    def german(self) -> tuple[str, ...]:
        """Return the stems as a German word, itself where it is its own."""
        return tuple(stem[1:] for stem in self._forms("german")) or (self.text,)

    def _forms(self, language: str) -> tuple[str, ...]:
        if self._stemming is None:
            return ()
        known = self._stems.get(language)
        if known is None:
            known = self._stems[language] = self._stemming.forms(language, self.text, self.shown)
        return known


class Analyzer:
    """Cuts text into words and works out their forms; safe to share between threads.

    It remembers words until there are many, and then those of late.
    """

    def __init__(self) -> None:
        self._stemming = Stemming()
        self._known: dict[str, tuple[Word, ...]] = {}
        self._former: dict[str, tuple[Word, ...]] = {}

    def words(self, text: str) -> list[Word]:
        """Return the words of a text in order."""
        found: list[Word] = []
        for chunk in _CHUNK.findall(text):
            known = self._known.get(chunk)
            found.extend(self._learn(chunk) if known is None else known)
        return found

    def _learn(self, chunk: str) -> tuple[Word, ...]:
        words = self._former.get(chunk) or tuple(self._cut(chunk))
        if len(self._known) >= _CACHED_WORDS:
            self._former, self._known = self._known, {}
        self._known[chunk] = words
        return words

    def _cut(self, chunk: str) -> Iterator[Word]:
        parts = [part[:LONGEST_WORD] for part in fold(chunk).split()]
        if len(parts) == 1 and len(chunk) <= LONGEST_WORD:
            yield self._word(parts[0], chunk)
        else:
            yield from (self._word(part, part) for part in parts)

    def _word(self, plain: str, written: str) -> Word:
        shown = written.lower()
        number = number_of(plain)
        numbered = (f"~#{number}",) if number is not None else ()
        if not plain.isalpha() or len(plain) < _SHORTEST_STEMMED:
            return Word(plain, numbered, shown)
        short = contracted(plain)
        others = (short,) if written.isascii() else fold_variants(written)
        spellings = (*numbered, *(f"~{form}" for form in others if form != plain))
        # Names are not stemmed, but meet in the form without ae, oe and ue.
        names = (f"~{plain}",) if short == plain else (f"~{plain}", f"~{short}")
        return Word(plain, spellings, shown, names, self._stemming)
