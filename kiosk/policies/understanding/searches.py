"""Recognises questions that are really searches ("do you have that book by Rushdie?"), and for what."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.policies.understanding.analysis import Analyser
from kiosk.policies.understanding.letters import LONGEST_QUESTION, folded_words, words_as_typed
from kiosk.policies.understanding.speech import Speech, speech_of

# An opening may follow a greeting: "hello, do you have …".
_OPENING_WITHIN = 3
_LONGEST_SEARCH = 8


@dataclass(frozen=True, slots=True)
class SearchMeant:
    """The words to search for; ``plainly`` where the question names a medium and what it is about."""

    words: str
    plainly: bool


def search_meant(question: str, analyser: Analyser) -> SearchMeant | None:
    """Return what the question searches for, or None where it asks about the library itself."""
    speech = speech_of(analyser.language)
    spoken = words_as_typed(question[:LONGEST_QUESTION])
    words = folded_words(question, analyser.language)
    start = _after_opening(words, speech)
    medium = _medium(words, start or 0, speech)
    if medium is not None:
        rest = _bare(words, medium + 1, speech)
        if rest is not None and rest[1]:
            return _found(spoken, rest[0], words, speech, plainly=True)
    if start is None:
        return None
    first = _skip(words, start, speech)
    content = [word for word in words[first:] if not _says_nothing(word, speech)]
    unknown = [word for word in content if not analyser.familiarity(word)]
    if not content or len(unknown) * 2 <= len(content) or len(content) > _LONGEST_SEARCH:
        return None
    return _found(spoken, first, words, speech, plainly=medium is not None)


def _after_opening(words: Sequence[str], speech: Speech) -> int | None:
    for start in range(min(_OPENING_WITHIN, len(words))):
        for opening in speech.searching:
            if tuple(words[start : start + len(opening)]) == opening:
                return start + len(opening)
    return None


def _medium(words: Sequence[str], start: int, speech: Speech) -> int | None:
    """Return where a medium is named within the first words after the opening."""
    for place in range(start, min(start + 4, len(words))):
        if words[place] in speech.media:
            return place
        if words[place] not in speech.filler:
            return None
    return None


def _bare(words: Sequence[str], start: int, speech: Speech) -> tuple[int, bool] | None:
    """Return where what is looked for begins, and whether a word such as "by" or "about" leads to it."""
    place, led = start, False
    while place < len(words):
        word = words[place]
        if word in speech.about:
            led = True
        elif not _says_nothing(word, speech):
            return place, led
        place += 1
    return None


def _skip(words: Sequence[str], start: int, speech: Speech) -> int:
    while start < len(words) and (_says_nothing(words[start], speech) or words[start] in speech.about):
        start += 1
    return start


def _says_nothing(word: str, speech: Speech) -> bool:
    return word in speech.filler or word in speech.media


def _found(
    spoken: Sequence[str], first: int, words: Sequence[str], speech: Speech, *, plainly: bool
) -> SearchMeant | None:
    last = len(words)
    while last > first and words[last - 1] in speech.filler:
        last -= 1
    return SearchMeant(" ".join(spoken[first:last]), plainly) if last > first else None
