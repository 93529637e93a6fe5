"""The library's choices about keeping, cards, labels and joining as JSON: only those that differ."""

from dataclasses import fields
from typing import Any

from kiosk.model.library import CardFormat, Joining, LabelFormat, Retention, Sheet, Symbology

Choices = Retention | CardFormat | LabelFormat | Joining


def choices_to_json(choices: Choices) -> dict[str, Any] | None:
    """Return what was chosen otherwise than the program would; None where nothing was."""
    usual = type(choices)()
    pairs = ((field.name, getattr(choices, field.name)) for field in fields(choices))
    return {name: value for name, value in pairs if value != getattr(usual, name)} or None


def retention_from_json(stored: dict[str, Any] | None) -> Retention:
    """Return the periods, the program's where none was chosen."""
    return Retention(**(stored or {}))


def card_format_from_json(stored: dict[str, Any] | None) -> CardFormat:
    """Return how cards are made."""
    return CardFormat(**_drawn(stored))


def label_format_from_json(stored: dict[str, Any] | None) -> LabelFormat:
    """Return how labels are made."""
    return LabelFormat(**_drawn(stored))


def joining_from_json(stored: dict[str, Any] | None) -> Joining:
    """Return what a card made at a kiosk is."""
    return Joining(**(stored or {}))


def _drawn(stored: dict[str, Any] | None) -> dict[str, Any]:
    kinds = {"symbology": Symbology, "sheet": Sheet}
    return {name: kinds.get(name, lambda value: value)(value) for name, value in (stored or {}).items()}
