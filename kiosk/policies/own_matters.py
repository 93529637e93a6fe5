"""Recognises questions about oneself ("when are my books due?"), and about what of the account."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from rapidfuzz.distance import OSA

from kiosk.policies.understanding.letters import fold, folded_words, is_readable
from kiosk.policies.understanding.speech import sections
from kiosk.policies.understanding.stems import stems

_FOLDER = Path(__file__).parent / "own_speech"
_SHORTEST_STEMMED = 4
_SHORTEST_CORRECTED = 4
_LEAST_LIKENESS = 0.74
_EXACTLY = "="
_NOT = "not"  # the section of what is no question about oneself
_LONGEST_ASKED = 25  # words; a longer one tells a story, and is not asked of the account alone

_Forms = frozenset[str]
_Phrase = tuple[_Forms, ...]


class OwnMatter(StrEnum):
    """What of the asker's own account a question is about."""

    LOANS = "loans"
    CHARGES = "charges"
    HOLDS = "holds"
    LIMITS = "limits"
    CARD = "card"
    MESSAGES = "messages"


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to ask: of each of ``needed`` one must be there, of ``barred`` none."""

    matter: OwnMatter
    needed: tuple[tuple[_Phrase, ...], ...]
    barred: tuple[_Phrase, ...]


@dataclass(frozen=True, slots=True)
class _Speech:
    """A language's ways to ask; ``vocabulary`` are all words of them with their forms."""

    language: str
    ways: tuple[_Way, ...]
    others: tuple[_Phrase, ...]
    vocabulary: Mapping[str, _Forms]


def own_matter(question: str, language: str, familiar: Callable[[str], bool]) -> OwnMatter | None:
    """Return what of the own account the question asks for, None where it asks about the rules or others.

    ``familiar`` tells a folded word of the language, which is then no slip of the fingers.
    """
    speech = _speech_of(language)
    typed = folded_words(question, language)
    if not speech.ways or not is_readable(question) or len(typed) > _LONGEST_ASKED:
        return None
    words = [_forms(word if familiar(word) else _corrected(word, speech), language) for word in typed]
    if any(_stands(one, words) for one in speech.others):
        return None
    return next((way.matter for way in speech.ways if _asks(way, words)), None)


def _asks(way: _Way, words: Sequence[_Forms]) -> bool:
    needed = all(any(_stands(one, words) for one in slot) for slot in way.needed)
    return needed and not any(_stands(one, words) for one in way.barred)


def _stands(wanted: _Phrase, words: Sequence[_Forms]) -> bool:
    """Return whether the words stand in the question, one right behind the other."""
    first, *rest = wanted
    for at, word in enumerate(words):
        if first.isdisjoint(word):
            continue
        behind = words[at + 1 : at + len(wanted)]
        if len(behind) == len(rest) and not any(map(frozenset.isdisjoint, rest, behind)):
            return True
    return False


def _forms(word: str, language: str) -> _Forms:
    """Return the word and, where it is no little word, what marks its other forms."""
    if len(word) < _SHORTEST_STEMMED:
        return frozenset((word,))
    return frozenset((word, *(f"~{stem}" for stem in stems(word, language))))


def _corrected(word: str, speech: _Speech) -> str:
    """Return the word of this speech that was probably meant, else the word itself."""
    if len(word) < _SHORTEST_CORRECTED or word in speech.vocabulary:
        return word
    typed = _forms(word, speech.language)
    best, likeness = word, _LEAST_LIKENESS
    for known, forms in speech.vocabulary.items():
        if len(known) < _SHORTEST_CORRECTED or known[0] != word[0]:
            continue
        if not typed.isdisjoint(forms):
            return word
        alike = OSA.normalized_similarity(word, known)
        if alike > likeness or (alike == likeness and known < best):
            best, likeness = known, alike
    return best


@cache
def _speech_of(language: str) -> _Speech:
    """Read the language's file; one without a file has no ways to ask."""
    path = _FOLDER / f"{language}.txt"
    told = sections(path.read_text(encoding="utf-8")) if path.exists() else {}
    vocabulary: dict[str, _Forms] = {}

    def phrase(text: str) -> _Phrase:
        found = []
        for word in (fold(word, language) for word in text.split("_")):
            bare = word.removeprefix(_EXACTLY)
            vocabulary[bare] = _forms(bare, language)
            found.append(vocabulary[bare] if bare == word else frozenset((bare,)))
        return tuple(found)

    def way(matter: OwnMatter, line: str) -> _Way:
        slots = [part for part in line.split() if not part.startswith("!")]
        needed = tuple(tuple(map(phrase, slot.split("/"))) for slot in slots)
        return _Way(matter, needed, tuple(phrase(part[1:]) for part in line.split() if part.startswith("!")))

    others = tuple(phrase(one) for line in told.pop(_NOT, ()) for one in line.split())
    ways = tuple(way(OwnMatter(name), line) for name, lines in told.items() for line in lines)
    return _Speech(language, ways, others, MappingProxyType(vocabulary))
