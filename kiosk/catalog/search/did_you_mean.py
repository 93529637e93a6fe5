"""What the patron may have meant: the query in the catalogue's own words."""

import tantivy

from kiosk.catalog.search.vocabulary import edits_allowed, near_words
from kiosk.catalog.search.wording import Wording

# A known word is doubted only when a neighbour is this many times as frequent.
_DOUBTED = 20


def corrected(searcher: tantivy.Searcher, wording: Wording) -> str | None:
    """Return the query with its unlikely words replaced, or None when no word is unlikely."""
    texts: list[str] = []
    changed = False
    for word in wording.words:
        better = _better(searcher, word.text)
        changed = changed or better is not None
        texts.append(better or word.shown)
    return " ".join(texts) if changed else None


def _better(searcher: tantivy.Searcher, word: str) -> str | None:
    if not edits_allowed(word):
        return None
    known = int(searcher.doc_freq("all", word))
    nearest = near_words(searcher, word, 1)
    if not nearest or nearest[0].records < max(1, known * _DOUBTED):
        return None
    return nearest[0].shown
