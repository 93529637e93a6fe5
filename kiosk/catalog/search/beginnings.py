"""What is suggested for the shortest beginnings, stored with a large index.

After one letter of a large catalogue a hundred thousand titles go on; going through them takes longer
than a patron should wait. Beginnings that so many share are few, so the first of each are stored
beside the index. They may be a little behind: what is shown is counted afresh.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from string import ascii_lowercase, digits

import msgspec
import tantivy

from kiosk.catalog.search.schema import SUGGEST_FIELDS

# Fewer terms than this are gone through at once.
_MANY = 2_000
# As many as are asked for when eight suggestions are wanted.
STORED = 24
_FILE = "beginnings.msgpack"
_FIRST = f"{ascii_lowercase}{digits}абвгдежзийклмнопрстуфхцчшщыэюяαβγδεζηθικλμνξοπρστυφχψω"

Term = tuple[str, int]
_Stored = dict[str, dict[str, list[Term]]]


def store_beginnings(generation: Path, searcher: tantivy.Searcher) -> None:
    """Work out and store the most frequent terms of every beginning that many terms share."""
    stored: _Stored = {}
    for field in SUGGEST_FIELDS:
        stored[field] = {}
        for letter in _FIRST:
            # No limit: the index library takes memory for as many as it may return, before it looks.
            _note(stored[field], letter, searcher.terms_with_prefix(field, letter))
    if any(stored.values()):
        (generation / _FILE).write_bytes(msgspec.msgpack.encode(stored))


class Beginnings:
    """Answers from what is stored with one generation, read when first asked for."""

    def __init__(self, generation: Path) -> None:
        self._file = generation / _FILE
        self._stored: _Stored | None = None

    def warm(self) -> None:
        """Read what is stored now."""
        self._read()

    def terms(self, searcher: tantivy.Searcher, field: str, beginning: str, limit: int) -> Sequence[Term]:
        """Return the terms of a field that begin so with how many records have each, most first."""
        if limit <= STORED:
            known = self._read().get(field, {}).get(beginning)
            if known is not None:
                return known[:limit]
        return searcher.terms_with_prefix(field, beginning, limit=limit)

    def _read(self) -> _Stored:
        if self._stored is None:
            try:
                self._stored = msgspec.msgpack.decode(self._file.read_bytes(), type=_Stored)
            except (OSError, msgspec.MsgspecError):
                # Without it suggestions take longer, and that is all.
                self._stored = {}
        return self._stored


def _note(stored: dict[str, list[Term]], beginning: str, terms: Sequence[Term]) -> None:
    """Store the first of the terms, which come most frequent first, and go on letter by letter."""
    if len(terms) <= _MANY:
        return
    stored[beginning] = list(terms[:STORED])
    longer: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        if len(term[0]) > len(beginning):
            longer[term[0][: len(beginning) + 1]].append(term)
    for next_beginning, some in longer.items():
        _note(stored, next_beginning, some)
