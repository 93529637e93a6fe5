"""Words of titles and names with a typing error in front and another one behind it: a last resort.

The catalogue's words are known by their first letters; where nothing begins alike the index is asked for
records with a word two errors away, and the word is looked for in what they are called.
"""

from collections.abc import Iterator

import tantivy
from tantivy import Query

from kiosk.catalog.folding import fold
from kiosk.catalog.search.plan import either
from kiosk.catalog.search.rows import read_row
from kiosk.catalog.search.schema import build_schema

_FIELDS = ("title", "author")
_FAR = 2
_LOOKED_AT = 24


def far_words(searcher: tantivy.Searcher, word: str) -> Iterator[tuple[str, str, int]]:
    """Yield words at most two errors away, wherever these are, as folded and as written, with how many."""
    # Loaded only when a word is misspelt: it takes longer to load than a search to answer.
    from rapidfuzz.distance import OSA

    schema = build_schema()
    near = either([Query.fuzzy_term_query(schema, name, word, _FAR, True) for name in _FIELDS])
    for _, address in searcher.search(near, _LOOKED_AT, count=False).hits:
        row = read_row(bytes(searcher.doc(address).get_first("row") or b""))
        for written in " ".join((row.title, row.subtitle or "", *row.authors)).split():
            for text in fold(written).split():
                edits = OSA.distance(word, text, score_cutoff=_FAR)
                if 0 < edits <= _FAR:
                    shown = written.lower().strip(".,:;!?()\"'")
                    yield text, shown if fold(shown) == text else text, edits
