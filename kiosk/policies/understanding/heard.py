"""Tells by which key a question sounds: beside what patrons asked before, and the library's own wordings.

What is counted for an article depends on its wordings alone, so an edit costs the edited articles.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest

from kiosk.model.article import Article
from kiosk.policies.understanding.analysis import Analyser
from kiosk.policies.understanding.article_terms import spoken
from kiosk.policies.understanding.asked_before import ELSEWHERE, asked_before
from kiosk.policies.understanding.letters import words_of
from kiosk.policies.understanding.profiles import Counts, Profiles
from kiosk.policies.understanding.traits import Traits, traits_of

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
class _Counted:
    texts: tuple[str, ...]
    traits: Traits


class Heard:
    """What questions of one language sound like, by key; never changes, and any thread may ask.

    Keys are those of the articles, and ELSEWHERE. Examples of keys without an article say nothing: the
    library may speak of the same under a key of its own.
    """

    def __init__(
        self, examples: "AskedBefore", articles: Iterable[Article], before: "Heard | None" = None
    ) -> None:
        self._examples = examples
        if before is not None and before._examples is not examples:
            before = None
        old: dict[str, _Counted] = before._counted if before is not None else {}
        texts = {article.key: tuple(text for text, _weight in spoken(article)) for article in articles}
        self._counted: dict[str, _Counted] = {
            key: old[key] if key in old and old[key].texts == told else examples.counted_with(key, told)
            for key, told in {**texts, ELSEWHERE: ()}.items()
        }
        less = [(key, one) for key, one in old.items() if self._counted.get(key) is not one]
        more = [(key, one) for key, one in self._counted.items() if old.get(key) is not one]
        terms, pieces = (before._terms, before._pieces) if before is not None else (Profiles(), Profiles())
        self._terms: Profiles = terms.changed(_terms(less), _terms(more))
        self._pieces: Profiles = pieces.changed(_pieces(less), _pieces(more))

    def sounds(self, question: str) -> dict[str, Sound]:
        """Return how the question sounds beside each key; spelling is told apart for the likeliest alone."""
        traits = traits_of(question, self._examples.analyser, correct=True)
        terms, _known = self._terms.speaks_for(traits.terms)
        likely = {*nlargest(_SPELT, terms, key=lambda key: (terms[key], key)), *terms.keys() & {ELSEWHERE}}
        pieces, known = self._pieces.speaks_for(traits.pieces, likely)
        least = min(pieces.values(), default=0.0)
        return {key: Sound(terms[key], pieces.get(key, least) / (1 + known)) for key in terms}


class AskedBefore:
    """Examples of how patrons ask, counted once: they change with the program alone."""

    def __init__(self, language: str, examples: Mapping[str, Sequence[str]]) -> None:
        words = {word for texts in examples.values() for text in texts for word in words_of(text)}
        self.analyser = Analyser(language, words, ())
        self._traits = {key: self._sum(texts, _BEFORE) for key, texts in examples.items()}

    def counted_with(self, key: str, texts: tuple[str, ...]) -> _Counted:
        """Return what is counted for a key of which the library says ``texts``."""
        own = self._sum(texts, _OWN)
        before = self._traits.get(key)
        if before is None:
            return _Counted(texts, own)
        return _Counted(texts, Traits(_sum(own.terms, before.terms), _sum(own.pieces, before.pieces)))

    def _sum(self, texts: Iterable[str], weight: float) -> Traits:
        terms: dict[str, float] = {}
        pieces: dict[str, float] = {}
        for text in texts:
            traits = traits_of(text, self.analyser)
            for into, counts in ((terms, traits.terms), (pieces, traits.pieces)):
                for trait, count in counts.items():
                    into[trait] = into.get(trait, 0.0) + count * weight
        return Traits(terms, pieces)


@cache
def asked_before_in(language: str) -> AskedBefore:
    """Return what comes with the program for a language, counted."""
    return AskedBefore(language, asked_before(language))


def _terms(counted: Iterable[tuple[str, _Counted]]) -> list[tuple[str, Counts]]:
    return [(key, one.traits.terms) for key, one in counted]


def _pieces(counted: Iterable[tuple[str, _Counted]]) -> list[tuple[str, Counts]]:
    return [(key, one.traits.pieces) for key, one in counted]


def _sum(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    total = dict(one)
    for name, count in other.items():
        total[name] = total.get(name, 0.0) + count
    return total
