"""What the patron may have meant: the query in the catalogue's own words."""

from collections.abc import Iterator
from itertools import islice, product

import tantivy

from kiosk.catalog.search.analysis import Word
from kiosk.catalog.search.vocabulary import near_words
from kiosk.catalog.search.wording import Wording

# A known word is doubted only when a neighbour is this many times as frequent.
_DOUBTED = 4
_MOST_NEIGHBOURS = 3
_MOST_READINGS = 9


def readings(searcher: tantivy.Searcher, wording: Wording) -> Iterator[str]:
    """Yield the query with its unlikely words replaced, likeliest neighbours first; none if none is."""
    choices = [_choices(searcher, word) for word in wording.words]
    if all(
        len(choice) == 1 and choice[0] == word.shown
        for choice, word in zip(choices, wording.words, strict=True)
    ):
        return
    yield from (" ".join(words) for words in islice(product(*choices), _MOST_READINGS))


def _choices(searcher: tantivy.Searcher, word: Word) -> list[str]:
    known = int(searcher.doc_freq("all", word.text))
    if not known:
        # A spelling with or without umlaut is as good as the word itself.
        known = max((int(searcher.doc_freq("all", form)) for form in word.spellings), default=0)
    enough = max(1, known * _DOUBTED)
    near = near_words(searcher, word.text, _MOST_NEIGHBOURS)
    better = [other.shown for other in near if other.records >= enough]
    return better or [word.shown]
