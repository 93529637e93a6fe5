"""Texts of check constraints that follow from the model's enumerations."""

from enum import StrEnum


def one_of(column: str, kind: type[StrEnum]) -> str:
    """Return the condition that the column holds one of the enumeration's values (or nothing)."""
    values = ", ".join(f"'{member.value}'" for member in kind)
    return f"{column} IN ({values})"
