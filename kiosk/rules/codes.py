"""Tells whether two codes of the library (branch, category, item type) are the same."""


def same_code(one: str | None, other: str | None) -> bool:
    """Return whether both name the same thing; codes are told without case."""
    if one is None or other is None:
        return one is other
    return one == other or one.casefold() == other.casefold()
