"""Tells by which key a question sounds: beside what patrons asked before, and the library's own wordings.

What is counted for an article depends on its wordings alone, so an edit costs the edited articles.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest

from kiosk.policies.giving_way import GiveWay, go_on
from kiosk.policies.understanding.analysis import Analyser
from kiosk.policies.understanding.article_words import ArticleWords
from kiosk.policies.understanding.asked_before import ELSEWHERE, asked_before
from kiosk.policies.understanding.letters import Words, folded_words
from kiosk.policies.understanding.profiles import Profiles
from kiosk.policies.understanding.traits import Traits, both, traits_of, traits_of_all

# The library's own wordings say most of what it means by a key.
_OWN, _BEFORE = 1.0, 0.5
_SPELT = 60


@dataclass(frozen=True, slots=True)
class Sound:
    """How much likelier a question is of one key than of any: by its ``terms``, and by its ``spelling``.

    0 is as likely as of any. The spelling is told by piece of a word: a long question sounds no surer.
    """

    terms: float = 0.0
    spelling: float = 0.0


@dataclass(frozen=True, slots=True)
class Sounds:
    """How a question sounds beside every key; its spelling is told apart for the likeliest alone."""

    terms: Mapping[str, float]
    spellings: Mapping[str, float]
    least_spelling: float = 0.0

    def of(self, key: str) -> Sound:
        """Return how it sounds beside one key."""
        if key not in self.terms:
            return Sound()
        return Sound(self.terms[key], self.spellings.get(key, self.least_spelling))

    def likeliest(self, number: int) -> list[str]:
        """Return the keys that its terms speak for most."""
        return nlargest(number, self.terms, key=lambda key: (self.terms[key], key))


@dataclass(frozen=True, slots=True)
class _Counted:
    wordings: tuple[Words, ...]
    traits: Traits


class Heard:
    """What questions of one language sound like, by key; never changes, and any thread may ask.

    Keys are those of the articles, and ELSEWHERE. Examples of keys without an article say nothing: the
    library may speak of the same under a key of its own.
    """

    def __init__(
        self,
        examples: "AskedBefore",
        articles: Iterable[ArticleWords],
        before: "Heard | None" = None,
        give_way: GiveWay = go_on,
    ) -> None:
        self._examples = examples
        if before is not None and before._examples is not examples:
            before = None
        old: dict[str, _Counted] = before._counted if before is not None else {}
        wordings = {one.article.key: one.wordings for one in articles}
        self._counted: dict[str, _Counted] = {}
        for key, told in {**wordings, ELSEWHERE: ()}.items():
            known = old.get(key)
            same = known is not None and known.wordings == told
            self._counted[key] = known if known and same else examples.counted_with(key, told)
            give_way()
        less = [key for key, one in old.items() if self._counted.get(key) is not one]
        more = {key: one.traits for key, one in self._counted.items() if old.get(key) is not one}
        terms, pieces = (before._terms, before._pieces) if before is not None else (Profiles(), Profiles())
        self._terms: Profiles = terms.changed(
            less, {key: traits.terms for key, traits in more.items()}, give_way
        )
        self._terms.sort_by_trait(give_way)
        self._pieces: Profiles = pieces.changed(
            less, {key: traits.pieces for key, traits in more.items()}, give_way
        )

    def sounds(self, question: Words) -> Sounds:
        """Return how a question of these folded words sounds."""
        traits = traits_of(question, self._examples.analyser)
        terms, _known = self._terms.speaks_for(traits.terms)
        likely = {*Sounds(terms, {}).likeliest(_SPELT), *terms.keys() & {ELSEWHERE}}
        pieces, known = self._pieces.speaks_for(traits.pieces, likely)
        spellings = {key: spelling / (1 + known) for key, spelling in pieces.items()}
        return Sounds(terms, spellings, min(spellings.values(), default=0.0))


class AskedBefore:
    """Examples of how patrons ask: they change with the program alone."""

    def __init__(self, language: str, examples: Mapping[str, Sequence[str]]) -> None:
        self._read = {
            key: [folded_words(text, language) for text in texts] for key, texts in examples.items()
        }
        vocabulary = {word for texts in self._read.values() for words in texts for word in words}
        self.analyser = Analyser(language, vocabulary, ())

    def counted_with(self, key: str, wordings: tuple[Words, ...]) -> _Counted:
        """Return what is counted for a key that the library words so.

        The examples are counted each time: only an edit asks again, and kept they took a third of all memory.
        """
        own = traits_of_all(wordings, self.analyser, _OWN)
        before = self._read.get(key)
        if before is None:
            return _Counted(wordings, own)
        return _Counted(wordings, both(own, traits_of_all(before, self.analyser, _BEFORE)))


@cache
def asked_before_in(language: str) -> AskedBefore:
    """Return what comes with the program for a language, read."""
    return AskedBefore(language, asked_before(language))
