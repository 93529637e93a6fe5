"""ISBNs as 13 digits, ISSNs, and what spreadsheets leave of them."""

import re
from collections.abc import Iterator

from stdnum import isbn, issn

_CANDIDATE = re.compile(r"[0-9][0-9 \u2010-\u2015-]{7,20}[0-9Xx]|[0-9]{8}[0-9Xx]")
_TEN_APART = re.compile(r"[0-9](?:[ \u2010-\u2015-]*[0-9]){8}[ \u2010-\u2015-]*[0-9X](?=\s)")
_DASHES = re.compile(r"[\s\u2010-\u2015-]")
_RUINED = re.compile(r"\s*\d(?:[.,]\d+)?[eE]\+?\d+\s*|\s*\d{9,13}[.,]0+\s*")


def isbn13(text: str) -> str | None:
    """Return the first valid ISBN in the text as 13 digits, or None."""
    if _is_plain_isbn13(text):
        return text
    for found in _CANDIDATE.finditer(text):
        for candidate in _readings(found[0].upper()):
            if len(candidate) in (10, 13) and isbn.is_valid(candidate):
                return str(isbn.to_isbn13(candidate))
    return None


def _readings(found: str) -> Iterator[str]:
    """Give what a run of digits may be an ISBN by: all of it, or its beginning where a number follows it.

    The first ten of 13 digits are none by themselves: one in eleven mistyped ISBNs would become another
    book's, whose check digit they happen to bear.
    """
    bare = _DASHES.sub("", found)
    yield bare
    yield bare[:13]
    if not (len(bare) >= 13 and bare.startswith(("978", "979"))):
        apart = _TEN_APART.match(found)
        if apart is not None:
            yield _DASHES.sub("", apart[0])


def _is_plain_isbn13(text: str) -> bool:
    # As most are written. The codes of digits do for the digits: those of 13 zeros sum up to 1200.
    if len(text) != 13 or not text.startswith(("978", "979")) or not (text.isascii() and text.isdigit()):
        return False
    codes = text.encode("ascii")
    return (sum(codes[::2]) + 3 * sum(codes[1::2])) % 10 == 0


def looks_like_isbn(text: str) -> bool:
    """Return whether somebody meant this as an ISBN, valid or not."""
    return len(re.sub(r"[^0-9Xx]", "", text)) >= 9


def is_ruined(text: str) -> bool:
    """Return whether a spreadsheet made a number of it (9.78E+12): its last digits are lost or doubtful."""
    return _RUINED.fullmatch(text) is not None


def with_lost_zeros(text: str) -> str | None:
    """Return the ISBN-13 of an ISBN-10 that a spreadsheet took leading zeros from, or None.

    Only the check digit can tell, so at most three zeros are given back.
    """
    bare = _DASHES.sub("", text).upper()
    if 7 <= len(bare) < 10 and bare[:-1].isdigit() and isbn.is_valid(bare.zfill(10)):
        return str(isbn.to_isbn13(bare.zfill(10)))
    return None


def issn_of(text: str) -> str | None:
    """Return a valid ISSN with its hyphen, or None."""
    bare = text.strip()[:9]
    return str(issn.format(bare)) if issn.is_valid(bare) else None
