"""Compounds that a word is a part of, as German writes them: what is left of each is a word as well."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import tantivy

from kiosk.catalog.search.analysis import Word

# What may stand between two parts.
_LINKS = ("", "s", "n", "en", "es", "er", "e", "ens")
_SHORTEST_PART = 4
_SHORTEST_REST = 3
# So much before a German word is a part as well, whether or not the catalogue has it alone.
_SURELY_A_PART = 5
_MOST_LOOKED_AT = 48
_MOST = 16

Known = Callable[[str], bool]
"""Says whether the catalogue has a token."""


def compounds_ending(searcher: tantivy.Searcher, known: Known, stems: Iterable[str]) -> list[str]:
    """Return the index's tokens for compounds whose last part has one of the German stems."""
    found = dict.fromkeys(token for stem in stems for token in _ending(searcher, known, stem))
    return list(found)[:_MOST]


def compounds_of(searcher: tantivy.Searcher, known: Known, word: Word) -> list[str]:
    """Return the index's tokens for compounds that end or begin with a word, the most frequent first."""
    if not word.text.isalpha() or len(word.text) < _SHORTEST_PART:
        return []
    beginning = islice(_beginning(searcher, known, word.text), _MOST)
    return [*compounds_ending(searcher, known, word.german()), *beginning]


def _ending(searcher: tantivy.Searcher, known: Known, stem: str) -> Iterator[str]:
    if len(stem) < _SHORTEST_PART:
        return
    for term, _ in searcher.terms_with_prefix("compounds", f"<{stem[::-1]}", limit=_MOST_LOOKED_AT):
        whole = term[:0:-1]
        rest = whole[: -len(stem)]
        parts = (rest.removesuffix(link) for link in _LINKS if rest.endswith(link))
        if len(rest) >= _SURELY_A_PART or any(_is_word(known, part) for part in parts):
            yield from _held(known, whole)


def _beginning(searcher: tantivy.Searcher, known: Known, text: str) -> Iterator[str]:
    for term, _ in searcher.terms_with_prefix("compounds", f">{text}", limit=_MOST_LOOKED_AT):
        whole = term[1:]
        rest = whole[len(text) :]
        starts = (rest.removeprefix(link) for link in _LINKS if rest.startswith(link))
        if any(len(start) >= _SHORTEST_PART and _is_word(known, start) for start in starts):
            yield from _held(known, whole)


def _held(known: Known, stem: str) -> Iterator[str]:
    """Yield the tokens of words with a stem: marked, and the word that is its own."""
    return (token for token in (f"~{stem}", stem) if known(token))


def _is_word(known: Known, text: str) -> bool:
    if len(text) < _SHORTEST_REST:
        return False
    return any(known(token) for token in (text, f"~{text}"))
