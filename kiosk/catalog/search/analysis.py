"""Words into the tokens of the index: folded words, and marked forms that make search forgiving.

A marked form begins with a sign no word begins with: ``~`` for a stem or other spelling, ``~#``
for a number, ``+`` for two neighbours run together. So one field holds both, exact and forgiving
tokens never meet by accident, and a prefix typed by a patron only ever expands to words. A form that
is the word itself is not kept twice: what is typed looks for its forms as words, too.
"""

import re
from dataclasses import dataclass, field
from itertools import chain

from kiosk.catalog.folding import contracted, fold, variants
from kiosk.catalog.search.numerals import number_of
from kiosk.catalog.search.of_late import OfLate
from kiosk.catalog.search.stemming import LANGUAGES, Stemming

LONGEST_WORD = 64
# Between the folded form that is matched and the text that is shown, in one term.
SHOWN = "\x1f"
_CACHED_WORDS = 40_000
_PARTING = re.compile(r"[\-‐-―/.,:;!?()\[\]{}<>=|\\\"'’‘“”„«»·…&*_~^]")
_LANGUAGES = {"eng": "english", "ger": "german", "deu": "german", "pol": "polish"}
_SHORTEST_STEMMED = 3
_SHORTEST_LEARNED = 3
_SHORTEST_COMPOUND = 7
# Places for what is no language's stems among those that a word remembers.
_TYPED, _LEARNED, _COMPOUND = "typed", "learned", "compound"


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

    def marks(self) -> tuple[str, ...]:
        """Return what else a typed word finds: its marked forms in every language, and its stems as words."""
        known = self._stems.get(_TYPED)
        if known is None:
            own = (f"~{self.text}",) if self._stemming is not None else ()
            stems = [stem for name in LANGUAGES for stem in self._forms(name)]
            forms = (*self.spellings, *own, *stems)
            words = (form[1:] for form in forms if form[1:] != self.text and not form.startswith("~#"))
            known = self._stems[_TYPED] = tuple(dict.fromkeys((*forms, *words)))
        return known

    def indexed(self, language: str | None) -> tuple[str, ...]:
        """Return the marked forms by which a record's word is found: of its language, or of every one."""
        known = self._stems.get(language or "")
        if known is None:
            name = _LANGUAGES.get(language or "")
            stems = (stem for name in ((name,) if name else LANGUAGES) for stem in self._forms(name))
            others = (stem for stem in stems if stem[1:] != self.text)
            known = self._stems[language or ""] = tuple(dict.fromkeys((*self.spellings, *others)))
        return known

    def learned(self) -> tuple[str, ...]:
        """Return the term by which the catalogue's vocabulary knows a record's word, or none of a number."""
        known = self._stems.get(_LEARNED)
        if known is None:
            text, shown = self.text, self.shown
            fit = len(text) >= _SHORTEST_LEARNED and text.isalpha()
            term = text if shown == text else f"{text}{SHOWN}{shown}"
            known = self._stems[_LEARNED] = (term,) if fit else ()
        return known

    def compounds(self) -> tuple[str, ...]:
        """Return the terms by which a record's word is found as a compound, from either end of its stems."""
        known = self._stems.get(_COMPOUND)
        if known is None:
            fit = len(self.text) >= _SHORTEST_COMPOUND and self.text.isalpha()
            stems = self.german() if fit else ()
            known = tuple([token for stem in stems for token in (f">{stem}", f"<{stem[::-1]}")])
            self._stems[_COMPOUND] = known
        return known

    @property
    def digits(self) -> str | None:
        """Return the number that the word says."""
        first = self.spellings[0] if self.spellings else ""
        return first[2:] if first.startswith("~#") else None

    def german(self) -> tuple[str, ...]:
        """Return the stems as a German word, itself where it is its own."""
        return tuple(stem[1:] for stem in self._forms("german") if stem[1:] != self.text) or (self.text,)

    def _forms(self, language: str) -> tuple[str, ...]:
        if self._stemming is None:
            return ()
        known = self._stems.get(language)
        if known is None:
            known = self._stems[language] = self._stemming.forms(language, self.text, self.shown)
        return known


def chunks(text: str) -> list[str]:
    """Return what stands between blanks and punctuation."""
    # Twice as quick as to look for what stands between.
    return _PARTING.sub(" ", text).split()


class Analyzer:
    """Cuts text into words, which work out their forms; safe to share between threads."""

    def __init__(self) -> None:
        self._stemming = Stemming()
        self._known: OfLate[str, tuple[Word, ...]] = OfLate(_CACHED_WORDS, self.cut)

    def words(self, text: str) -> list[Word]:
        """Return the words of a text in order, and remember them: a catalogue's come again."""
        return list(chain.from_iterable(self._known.every(chunks(text))))

    def typed(self, text: str) -> list[Word]:
        """Return the words of what somebody typed in order; nothing of it is remembered."""
        return list(chain.from_iterable(map(self.cut, chunks(text))))

    def cut(self, chunk: str) -> tuple[Word, ...]:
        """Return the words of one chunk, mostly one."""
        parts = [part[:LONGEST_WORD] for part in fold(chunk).split()]
        if len(parts) == 1 and len(chunk) <= LONGEST_WORD:
            return (self._word(parts[0], chunk),)
        return tuple(self._word(part, part) for part in parts)

    def _word(self, plain: str, written: str) -> Word:
        shown = written.lower()
        number = number_of(plain)
        numbered = (f"~#{number}",) if number is not None else ()
        if not plain.isalpha() or len(plain) < _SHORTEST_STEMMED:
            return Word(plain, numbered, shown)
        short = contracted(plain)
        others = (short,) if written.isascii() else variants(written)
        spellings = (*numbered, *(f"~{form}" for form in others if form != plain))
        # Names are not stemmed, but meet in the form without ae, oe and ue.
        names = () if short == plain else (f"~{short}",)
        return Word(plain, spellings, shown, names, self._stemming)
