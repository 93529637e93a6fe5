"""Subjects and names as numbers that are quick to count, and back as text.

Counting text over many hits costs a look into the index's dictionary for each different one; numbers
are counted as they are, and only the few that are shown are looked up.
"""

from hashlib import blake2b

import tantivy

from kiosk.catalog.folding import fold

# Between a number and the heading it stands for, in one term.
_IS = "\x1f"
_LONGEST = 200
# Thirteen hexadecimal digits: numbers that the index library's counts hold without rounding.
_DIGITS = 13
_MOST_REMEMBERED = 20_000


def heading_key(text: str, folded: str | None = None) -> str:
    """Return what tells headings apart: Science fiction and Science-Fiction are one.

    ``folded`` is the text's folded form where it is known.
    """
    shown = heading_text(text)
    if folded is None or shown != text:
        folded = fold(shown)
    return folded[:_LONGEST] or shown


def heading_code(text: str) -> int:
    """Return the number that stands for a heading; two headings share one about never."""
    return code_of_key(heading_key(text))


def code_of_key(key: str) -> int:
    """Return the number of the heading that is told apart by a key."""
    digest = blake2b(key.encode("utf-8", "ignore"), digest_size=8).hexdigest()
    return int(digest[:_DIGITS], 16)


def term_of(code: int, text: str) -> str:
    """Return the term by which records with a heading are found, and its number told as text."""
    return f"{code:0{_DIGITS}x}{_IS}{heading_text(text)}"


def heading_text(text: str) -> str:
    """Return a heading as far as it is kept."""
    return text[:_LONGEST].encode("utf-8", "ignore").decode()


def code_of(term: str) -> int:
    """Return the number that a term tells."""
    return int(term[:_DIGITS], 16)


def heading_of(term: str) -> str:
    """Return the heading that a term stands for."""
    return term.partition(_IS)[2]


class Headings:
    """Says which text a number stands for; safe to share between threads."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], str] = {}

    def text(self, searcher: tantivy.Searcher, field: str, code: int) -> str | None:
        """Return the heading with a number as most records write it, None where none has it any more."""
        known = self._known.get((field, code))
        if known is None:
            terms = searcher.terms_with_prefix(field, f"{code:0{_DIGITS}x}{_IS}", limit=1)
            if not terms:
                return None
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            known = self._known[field, code] = heading_of(terms[0][0])
        return known
