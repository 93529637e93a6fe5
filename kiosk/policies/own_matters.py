"""Recognises questions about oneself ("when are my books due?"), and about what of the account."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from kiosk.policies.understanding.letters import LONGEST_QUESTION, fold, is_readable, words_of
from kiosk.policies.understanding.stems import stems

_FOLDER = Path(__file__).parent / "own_speech"
_SHORTEST_STEMMED = 4
_SHORTEST_CORRECTED = 4
_LEAST_LIKENESS = 0.74
_EXACTLY = "="
_LONGEST_ASKED = 25  # words; a longer one tells a story, and is not asked of the account alone

_Words = tuple[str, ...]


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
    needed: tuple[tuple[_Words, ...], ...]
    barred: tuple[_Words, ...]


@dataclass(frozen=True, slots=True)
class _Speech:
    language: str
    ways: tuple[_Way, ...]
    others: tuple[_Words, ...]
    vocabulary: frozenset[str]


def own_matter(question: str, language: str, familiar: Callable[[str], bool]) -> OwnMatter | None:
    """Return what of the own account the question asks for, None where it asks about the rules or others.

    ``familiar`` tells a folded word of the language, which is then no slip of the fingers.
    """
    speech = _speech_of(language)
    typed = [fold(word, language) for word in words_of(question[:LONGEST_QUESTION])]
    if not speech.ways or not is_readable(question) or len(typed) > _LONGEST_ASKED:
        return None
    words = [_forms(word if familiar(word) else _corrected(word, speech), language) for word in typed]
    if any(_stands(one, words, language) for one in speech.others):
        return None
    for way in speech.ways:
        if _asks(way, words, language):
            return way.matter
    return None


def _asks(way: _Way, words: list[frozenset[str]], language: str) -> bool:
    needed = all(any(_stands(one, words, language) for one in slot) for slot in way.needed)
    return needed and not any(_stands(one, words, language) for one in way.barred)


def _stands(wanted: _Words, words: list[frozenset[str]], language: str) -> bool:
    """Return whether the words stand in the question, one right behind the other."""
    forms = [
        frozenset((word[1:],)) if word.startswith(_EXACTLY) else _forms(word, language) for word in wanted
    ]
    last = len(words) - len(forms)
    return any(all(form & words[at + n] for n, form in enumerate(forms)) for at in range(last + 1))


@cache
def _forms(word: str, language: str) -> frozenset[str]:
    """Return the word and, where it is no little word, what marks its other forms."""
    if len(word) < _SHORTEST_STEMMED:
        return frozenset((word,))
    return frozenset((word, *(f"~{stem}" for stem in stems(word, language))))


def _corrected(word: str, speech: _Speech) -> str:
    """Return the word of this speech that was probably meant, else the word itself."""
    if len(word) < _SHORTEST_CORRECTED or word in speech.vocabulary:
        return word
    forms = _forms(word, speech.language)
    best, likeness = word, _LEAST_LIKENESS
    for known in speech.vocabulary:
        if len(known) < _SHORTEST_CORRECTED or known[0] != word[0]:
            continue
        if forms & _forms(known, speech.language):
            return word
        alike = OSA.normalized_similarity(word, known)
        if alike > likeness or (alike == likeness and known < best):
            best, likeness = known, alike
    return best


@cache
def _speech_of(language: str) -> _Speech:
    """Read the language's file; one without a file has no ways to ask."""
    path = _FOLDER / f"{language}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    ways: list[_Way] = []
    others: list[_Words] = []
    section = ""
    for line in (line.strip() for line in lines):
        if line.startswith("["):
            section = line.strip("[]")
        elif line.startswith("#") or not line:
            continue
        elif section == "not":
            others.extend(_words(one, language) for one in line.split())
        else:
            ways.append(_way(OwnMatter(section), line, language))
    known = {word for way in ways for slot in way.needed for one in slot for word in one}
    known |= {word for one in (*others, *(one for way in ways for one in way.barred)) for word in one}
    bare = frozenset(word.removeprefix(_EXACTLY) for word in known)
    return _Speech(language, tuple(ways), tuple(others), bare)


def _way(matter: OwnMatter, line: str, language: str) -> _Way:
    parts = line.split()
    needed = tuple(
        tuple(_words(one, language) for one in part.split("/")) for part in parts if not part.startswith("!")
    )
    barred = tuple(_words(part[1:], language) for part in parts if part.startswith("!"))
    return _Way(matter, needed, barred)


def _words(text: str, language: str) -> _Words:
    return tuple(fold(word, language) for word in text.split("_"))  # the mark of an exact word stays
