"""Which way a language is written, and how a value of another script stands in its sentences."""

from functools import cache

from babel import Locale, UnknownLocaleError

# First strong isolate and its end (Unicode Standard Annex 9, 2.5): what stands between them turns
# nothing around it, and nothing around it turns them.
_ISOLATE, _END = "\u2068", "\u2069"


# All that steer direction and are not seen (the same, 2): an embedding, an override, a mark.
_UNSEEN = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


@cache
def runs_from_right(language: str) -> bool:
    """Tell whether a language, by its code, is written from right to left; one that nobody knows is not."""
    try:
        return Locale.parse(language, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def set_apart(value: str, language: str) -> str:
    """Return a value as a sentence of the language holds it: apart, if that runs from the right."""
    return f"{_ISOLATE}{value}{_END}" if value and runs_from_right(language) else value


def without_marks(text: str) -> str:
    """Return a text without what only steers its direction: on paper it would be a sign of its own."""
    return text.translate(_UNSEEN)
