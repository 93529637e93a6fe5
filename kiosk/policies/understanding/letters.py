"""Parts text into words and folds them, so that what is typed in a hurry meets what is printed."""

import re
import unicodedata
from functools import lru_cache

from kiosk.policies.understanding.signs import is_for_machines

# Longer than anybody types at a kiosk; what comes after is not read.
LONGEST_QUESTION = 400
Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LETTERS = str.maketrans({"ł": "l", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i"})
_TWO_LETTERS = re.compile(r"ae|oe|(?<![aeq])ue")


def words_of(text: str) -> list[str]:
    """Return the words in small letters, composed, without punctuation."""
    return [_plain(word) for word in words_as_typed(text)]


def folded_words(text: str, language: str) -> Words:
    """Return the folded words of a text as far as it is read, in order."""
    return tuple([fold(word, language) for word in words_of(text[:LONGEST_QUESTION])])


class Folds(dict[str, str]):
    """Folds words that the library wrote, and remembers each as long as it is kept."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def words(self, text: str) -> Words:
        """Return what `folded_words` does."""
        return tuple([self[word] for word in words_as_typed(text[:LONGEST_QUESTION])])

    def __missing__(self, word: str) -> str:
        self[word] = found = folded(_plain(word), self._language)
        return found


def words_as_typed(text: str) -> list[str]:
    """Return the same words with the letters that were typed."""
    return _WORD.findall(text if text.isascii() else unicodedata.normalize("NFKC", text))


def _plain(word: str) -> str:
    return word.casefold().replace("'", "").replace("’", "")


@lru_cache(maxsize=20_000)
def fold(word: str, language: str) -> str:
    """Return a word folded, and remember it until `forget_words`."""
    return folded(word, language)


def folded(word: str, language: str) -> str:
    """Return a word without marks; in German a pair that stands for an umlaut becomes one letter."""
    bare = word.casefold()
    if not bare.isascii():  # as most words are, in German too
        decomposed = unicodedata.normalize("NFKD", bare.translate(_LETTERS))
        bare = "".join([char for char in decomposed if not unicodedata.combining(char)])
    return _TWO_LETTERS.sub(lambda pair: pair[0][0], bare) if language == "de" else bare


def is_readable(text: str) -> bool:
    """Return whether a text can be a question: words of Latin letters, and not the length of a page."""
    if len(text) > 5 * LONGEST_QUESTION or is_for_machines(text):
        return False
    letters = [char for char in text[:LONGEST_QUESTION] if char.isalpha()]
    latin = sum(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return len(letters) >= 2 and latin >= 0.8 * len(letters)
