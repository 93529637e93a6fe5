"""Tells in which of the library's languages a question is, whatever the screen's language is."""

from collections.abc import Mapping

from kiosk.policies.understanding.analysis import Analyser
from kiosk.policies.understanding.letters import fold, words_of

# Letters that only one of the three languages has.
_OWN_LETTERS = {"pl": frozenset("ąćęłńśźż"), "de": frozenset("äöüß")}
_CLEARLY = 0.2


def tell_language(question: str, preferred: str, analysers: Mapping[str, Analyser]) -> str:
    """Return the language of the question; the preferred one unless another is clearly likelier."""
    words = words_of(question[:200])
    if not words or not analysers:
        return preferred
    scores = {language: _share(words, analyser) for language, analyser in analysers.items()}
    likeliest = max(scores, key=lambda language: (scores[language], language == preferred))
    if preferred in scores and scores[likeliest] - scores[preferred] < _CLEARLY:
        return preferred
    return likeliest


def _share(words: list[str], analyser: Analyser) -> float:
    """Return the share of the words that the language knows, those with its own letters counting extra."""
    own = _OWN_LETTERS.get(analyser.language, frozenset())
    total = 0.0
    for word in words:
        total += analyser.familiarity(fold(word, analyser.language))
        total += 0.5 * bool(own.intersection(word))
    return total / len(words)
