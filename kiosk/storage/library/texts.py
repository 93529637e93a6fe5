"""Local texts as JSON: a plain string, or a table of language to text."""

from typing import Any

from kiosk.model.texts import LocalText


def text_to_json(text: LocalText) -> list[Any]:
    """Return both parts, so that reading gives an equal value back."""
    return [text.plain, [list(pair) for pair in text.by_language]]


def text_from_json(value: list[Any]) -> LocalText:
    """Return the text that ``text_to_json`` wrote."""
    plain, pairs = value
    return LocalText(plain=plain, by_language=tuple((language, text) for language, text in pairs))
