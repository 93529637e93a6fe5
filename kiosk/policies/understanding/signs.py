"""Tells what is written for machines from what people ask: markup, braces, control characters, queries."""

import re
import unicodedata

# Nobody types these with the keys of a kiosk; a lone operator word between others may be a word.
_FOR_MACHINES = re.compile(
    r"<\s*[/!?]?\s*[a-z]|<!|-->"  # markup
    r"|[{}]|<%"  # placeholders
    r"|\[[^\[\]]*\b(?-i:TO)\b[^\[\]]*\]|[\w\])][~^]\d|\w:(?:\(\w|[*\[])|\(\s*\*"  # searches by field
    r"|['\"]\s*;|;\s*--|/\*|\*/"  # statements to a database
    r"|\b\w+://"
    r"|\\[ux0]|%[0-9a-f]{2}%[0-9a-f]{2}",  # characters by number
    re.IGNORECASE,
)
_LEAST_OF_LETTERS = 0.6
_OF_SENTENCES = frozenset(".,;:?!…-–\"'„“”‚‘’()")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_for_machines(text: str) -> bool:
    """Return whether a text holds signs that no question has, or hardly anything but signs."""
    if any(_is_control(char) for char in text) or _FOR_MACHINES.search(text):
        return True
    seen = [char for char in text if not char.isspace() and char not in _OF_SENTENCES]
    letters = sum(char.isalnum() or unicodedata.category(char).startswith("M") for char in seen)
    return letters < _LEAST_OF_LETTERS * len(seen)


def _is_control(char: str) -> bool:
    return char in _TURNING or (unicodedata.category(char) == "Cc" and char not in "\t\n\r")
