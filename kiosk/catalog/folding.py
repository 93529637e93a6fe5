"""Words without case, accents and punctuation, so that what is typed meets what is printed."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base and a mark.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        # Non-sorting marks, the soft hyphen, zero widths, and the soft and hard signs of romanised Cyrillic.
        **dict.fromkeys("\u0098\u009c\u00ad\u200b\u200c\u200d\u2060\ufeffʹʺʻʼʾʿˈ", ""),
    }
)
_EXPANDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_CONTRACTED = re.compile(r"aa|ae|oe|(?<![aeq])ue")
_ASCII_WORD = re.compile(r"[a-z0-9+#]+")
# "C++" and "C#" are words of their own; elsewhere the two signs are punctuation.
_SIGNED_WORD = re.compile(r"[a-z](?:\+\+|#)")
_SIGN = re.compile(r"[+#]+")
# Below this combining class are the signs that Indic and Japanese syllables cannot do without.
_FIRST_ACCENT = 10
# Headings come again and again, and each is folded for several fields.
_REMEMBERED = 30_000


def fold(text: str) -> str:
    """Return the text casefolded, without accents, its words parted by single spaces."""
    plain = text.lower()
    if not plain.isascii():
        plain = plain.translate(_LATIN)
        if not plain.isascii():
            return _fold_signs(" ".join(_bare_words(text).split()))
    return _fold_signs(" ".join(_ASCII_WORD.findall(plain)))


@lru_cache(_REMEMBERED)
def fold_variants(word: str) -> tuple[str, ...]:
    """Return the variants of a word of the catalogue, which comes again; what is typed is not for here."""
    return variants(word)


def variants(word: str) -> tuple[str, ...]:
    """Return all forms under which a word is to be found, its plain folded form first.

    A word with umlauts also has its form in two letters (ä: a, ae); one written in two letters
    also has the form in one, so that Müller, Muller and Mueller share a form two by two.
    """
    plain = fold(word)
    expanded = plain
    if not word.isascii():
        lowered = unicodedata.normalize("NFC", word.casefold())
        longer = lowered.translate(_EXPANDED)
        expanded = plain if longer == lowered else fold(longer)
    return tuple(dict.fromkeys(form for form in (plain, expanded, contracted(plain)) if form))


def contracted(plain: str) -> str:
    """Return a folded text with ae, oe and ue as one letter each."""
    if not ("e" in plain and ("ae" in plain or "oe" in plain or "ue" in plain)) and "aa" not in plain:
        return plain
    return _CONTRACTED.sub(lambda pair: pair[0][0], plain)


def _fold_signs(folded: str) -> str:
    if "+" not in folded and "#" not in folded:
        return folded
    words = [w if _SIGNED_WORD.fullmatch(w) else _SIGN.sub(" ", w) for w in folded.split()]
    return " ".join(" ".join(words).split())


def _bare_words(text: str) -> str:
    lowered = text.casefold().translate(_LETTERS)
    bare = "".join([_kept(char) for char in unicodedata.normalize("NFKD", lowered)])
    # Whole syllables again (Hangul), and letters that only now became capitals (full width).
    return unicodedata.normalize("NFC", bare).casefold().translate(_LETTERS)


def _kept(char: str) -> str:
    if char.isalnum() or char in "+#":
        return char
    if unicodedata.category(char)[0] == "M":
        return char if unicodedata.combining(char) < _FIRST_ACCENT else ""
    return " "


# Letters of the Latin alphabets and the usual punctuation at once; all others go the long way.
_LATIN = {code: _bare_words(chr(code)) for code in (*range(0x80, 0x250), *range(0x2000, 0x2070))}
