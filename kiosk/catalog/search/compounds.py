"""Compounds that a word is a part of, as German writes them: what is left of each is a word as well."""

from collections.abc import Iterable, Iterator
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


def compounds_ending(searcher: tantivy.Searcher, stems: Iterable[str]) -> list[str]:
    """Return the index's tokens for compounds whose last part has one of the German stems."""
    found = dict.fromkeys(token for stem in stems for token in _ending(searcher, stem))
    return list(found)[:_MOST]


def compounds_of(searcher: tantivy.Searcher, word: Word) -> list[str]:
    """Return the index's tokens for compounds that end or begin with a word, the most frequent first."""
    if not word.text.isalpha() or len(word.text) < _SHORTEST_PART:
        return []
    return [*compounds_ending(searcher, word.german()), *islice(_beginning(searcher, word.text), _MOST)]


def _ending(searcher: tantivy.Searcher, stem: str) -> Iterator[str]:
    if len(stem) < _SHORTEST_PART:
        return
    for term, _ in searcher.terms_with_prefix("compounds", f"<{stem[::-1]}", limit=_MOST_LOOKED_AT):
        whole = term[:0:-1]
        rest = whole[: -len(stem)]
        parts = (rest.removesuffix(link) for link in _LINKS if rest.endswith(link))
        if len(rest) >= _SURELY_A_PART or any(_is_word(searcher, part) for part in parts):
            yield f"~{whole}"


def _beginning(searcher: tantivy.Searcher, text: str) -> Iterator[str]:
    for term, _ in searcher.terms_with_prefix("compounds", f">{text}", limit=_MOST_LOOKED_AT):
        whole = term[1:]
        rest = whole[len(text) :]
        starts = (rest.removeprefix(link) for link in _LINKS if rest.startswith(link))
        if any(len(start) >= _SHORTEST_PART and _is_word(searcher, start) for start in starts):
            yield f"~{whole}"


def _is_word(searcher: tantivy.Searcher, text: str) -> bool:
    if len(text) < _SHORTEST_REST:
        return False
    return any(searcher.doc_freq("all", token) for token in (text, f"~{text}"))
