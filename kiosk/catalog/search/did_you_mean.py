"""What the patron may have meant: the query in the catalogue's own words."""

from collections.abc import Iterator
from itertools import islice, product

import tantivy

from kiosk.catalog.search.analysis import Word
from kiosk.catalog.search.vocabulary import Vocabulary
from kiosk.catalog.search.wording import Wording

# A known word is doubted only when a neighbour is this many times as frequent.
_DOUBTED = 4
# One that so many records have, and one more for so many there are, is taken at its word.
_BEYOND_DOUBT, _BEYOND_DOUBT_IN = 5, 50_000
_MOST_NEIGHBOURS = 3
_MOST_READINGS = 9


def readings(searcher: tantivy.Searcher, vocabulary: Vocabulary, wording: Wording) -> Iterator[str]:
    """Yield the query with its unlikely words replaced, likeliest neighbours first; none if none is."""
    choices = [_choices(searcher, vocabulary, word, wide=wording.short) for word in wording.words]
    if all(
        len(choice) == 1 and choice[0] == word.shown
        for choice, word in zip(choices, wording.words, strict=True)
    ):
        return
    yield from (" ".join(words) for words in islice(product(*choices), _MOST_READINGS))


def _choices(searcher: tantivy.Searcher, vocabulary: Vocabulary, word: Word, *, wide: bool) -> list[str]:
    known = int(searcher.doc_freq("all", word.text))
    if not known:
        # A spelling with or without umlaut is as good as the word itself.
        known = max((int(searcher.doc_freq("all", form)) for form in word.spellings), default=0)
    if known > _BEYOND_DOUBT + int(searcher.num_docs) // _BEYOND_DOUBT_IN:
        return [word.shown]
    enough = max(1, known * _DOUBTED)
    near = vocabulary.near(searcher, word.text, _MOST_NEIGHBOURS)
    if wide and not near and not known:
        near = vocabulary.near(searcher, word.text, _MOST_NEIGHBOURS, wide=True)
    likely = [other for other in near if other.records >= enough]
    better = [other.shown for other in likely if other.edits == likely[0].edits]
    return better or [word.shown]
