"""Keys under which headings are sorted and identifiers are found."""

import re
import unicodedata

# Letters that Unicode does not decompose but everybody looks up under their base letter.
_FOLDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
_BETWEEN_WORDS = re.compile(r"[\W_]+")
# The same for plain letters, of which most headings are made.
_PLAIN = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(0x80)}
_DASHES = re.compile(r"[\s\u2010-\u2015-]")
_ISBN = re.compile(r"(97[89]\d{10}|\d{9}[\dX])")


def heading_key(text: str) -> str:
    """Return the key under which a heading is sorted: without case, accents and punctuation."""
    if text.isascii():
        return " ".join(text.translate(_PLAIN).split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join([char for char in decomposed if not unicodedata.combining(char)]).translate(_FOLDED)
    return _BETWEEN_WORDS.sub(" ", letters).strip()


def isbn_key(text: str) -> str | None:
    """Return an ISBN of either length as 13 digits, or None for what is none; no check digit is judged."""
    bare = _DASHES.sub("", text).upper()
    if not _ISBN.fullmatch(bare):
        return None
    if len(bare) == 13:
        return bare
    digits = "978" + bare[:9]
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return digits + str(-total % 10)


def issn_key(text: str) -> str | None:
    """Return an ISSN as its eight characters, or None for what is none."""
    bare = _DASHES.sub("", text).upper()
    return bare if re.fullmatch(r"\d{7}[\dX]", bare) else None
