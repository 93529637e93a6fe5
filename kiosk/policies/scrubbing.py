"""Takes out of what was typed what may tell who typed it: numbers, addresses, names said to be names."""

import re

LEFT_OUT = "…"

_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+", re.IGNORECASE)
# Card numbers, telephones, dates of birth; a price, a year or a number of copies has fewer figures.
_NUMBER = re.compile(r"\+?\d(?:[\s./()-]{0,2}\d){4,}")
_NAMED = re.compile(
    r"\b(my name is|my names|i am called|mein name ist|ich hei(?:ß|ss)e"
    r"|nazywam si[ęe]|mam na imi[ęe]|na imi[ęe] mi)"
    r"((?:\s+[^\W\d_][\w'’-]*){1,2})",
    re.IGNORECASE,
)


def scrubbed(text: str) -> str:
    """Return the text with what may tell of a person left out, each time with the sign of an omission."""
    text = _ADDRESS.sub(LEFT_OUT, text)
    text = _NUMBER.sub(LEFT_OUT, text)
    return _NAMED.sub(rf"\1 {LEFT_OUT}", text)
