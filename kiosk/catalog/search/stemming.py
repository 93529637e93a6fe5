"""The stems of a word in one language at a time, each worked out when first asked for."""

import re
import threading
from collections.abc import Iterator

import Stemmer

from kiosk.catalog.folding import contracted, fold
from kiosk.catalog.search.inflection import changed_stems

LANGUAGES = ("english", "german", "polish")
# Polish genitives drop a vowel into the stem (książka, książek), which the stemmer does not know.
_POLISH_EK = re.compile(r"(?<=[bcdfghjklmnprstwz])ek$")
_SHORTEST_EK = 5


class Stemming:
    """Stems words; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stemmers = {name: Stemmer.Stemmer(name, 0) for name in LANGUAGES}

    def forms(self, language: str, plain: str, shown: str) -> tuple[str, ...]:
        """Return a folded word's stems, marked, itself if it is one; ``shown`` has its diacritics."""
        stems = (*self._stemmed(language, plain, shown), *changed_stems(language, plain, shown))
        return tuple(dict.fromkeys([f"~{stem}" for stem in stems if stem]))

    def _stemmed(self, language: str, plain: str, shown: str) -> Iterator[str]:
        stemmer = self._stemmers[language]
        with self._lock:
            stems = [stemmer.stemWord(plain)]
            if language == "polish" and shown != plain:
                stems.append(stemmer.stemWord(shown))
        if language == "polish":
            stems[1:] = [fold(stem).replace(" ", "") for stem in stems[1:]]
            stems = [_POLISH_EK.sub("k", stem) if len(stem) >= _SHORTEST_EK else stem for stem in stems]
        for stem in stems:
            yield stem
            # The form in which ae, oe and ue have become one letter.
            yield contracted(stem)
