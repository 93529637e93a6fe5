"""Keys by which headings are told apart and sorted, and by which identifiers are found."""

import re
import unicodedata

# Letters that Unicode does not decompose but everybody looks up under their base letter.
_FOLDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
_BETWEEN_WORDS = re.compile(r"[\W_]+")
# The same for plain letters, of which most headings are made.
_PLAIN = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(0x80)}
# Letters that have a place of their own in a language's alphabet, after the one that they look like.
_OWN_PLACES = {
    "pl": str.maketrans({"ą": "a{", "ć": "c{", "ę": "e{", "ł": "l{", "ń": "n{", "ó": "o{", "ś": "s{"})
    | str.maketrans({"ź": "z{", "ż": "z|"}),
}
_PLACES = str.maketrans("{|", "  ")
_BETWEEN_PLACED_WORDS = re.compile(r"(?:[^\w{|]|_)+")
# The programming languages C++ and C# are others than C.
_SIGNED = re.compile(r"(?<!\w)([A-Za-z])(\+\+|#)(?!\w)")
# What a heading is made of, and how its parts are joined: below every letter, a subdivision first.
_SUBDIVISION = re.compile(r"\s--\s|--")
_DIVIDED, _INVERTED = " !", ' "'
_DASHES = re.compile(r"[\s\u2010-\u2015-]")
_ISBN = re.compile(r"(97[89]\d{10}|\d{9}[\dX])")


def heading_key(text: str) -> str:
    """Return the key that tells headings apart: without case, accents and punctuation."""
    if "+" in text or "#" in text:
        text = _SIGNED.sub(_named, text)
    if text.isascii():
        return " ".join(text.translate(_PLAIN).split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join([char for char in decomposed if not unicodedata.combining(char)]).translate(_FOLDED)
    return _BETWEEN_WORDS.sub(" ", letters).strip()


def _named(signed: re.Match[str]) -> str:
    return f"{signed[1]}{'sharp' if signed[2] == '#' else 'plusplus'}"


def sorting_key(text: str, language: str) -> str:
    """Return the key by which a heading is sorted as the language does, compared by code point.

    Word by word; behind a heading its subdivisions, then what stands behind a comma, then longer ones:
    Art, Art -- History, Art, French, Art deco. Accents do not count where the language has no letter
    of its own for them.
    """
    places = _OWN_PLACES.get(language.partition("-")[0].casefold())
    divisions = (part.split(",") for part in _SUBDIVISION.split(text))
    keys = ([key for key in (_placed(part, places) for part in parts) if key] for parts in divisions)
    return _DIVIDED.join(_INVERTED.join(parts) for parts in keys if parts)


def _placed(text: str, places: dict[int, str] | None) -> str:
    if places is None or text.isascii():
        return heading_key(text)
    own = unicodedata.normalize("NFC", text.casefold()).translate(_PLACES).translate(places)
    decomposed = unicodedata.normalize("NFKD", own)
    letters = "".join([char for char in decomposed if not unicodedata.combining(char)]).translate(_FOLDED)
    return _BETWEEN_PLACED_WORDS.sub(" ", letters).strip()


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
