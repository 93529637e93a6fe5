"""Tells editions of one work apart from works that are merely like it."""

from collections.abc import Iterable

from kiosk.catalog.folding import fold
from kiosk.model.record import Description

# What stands behind a title and does not make another work of it: a series or an edition in brackets.
_BRACKET = " ("


def same_work(one: Description, other: Description) -> bool:
    """Tell whether two records describe one work: an edition, a translation, a reading of it.

    One of them is called by a title of the other, and they share a name, or neither has any.
    """
    titles, others = _titles(one), _titles(other)
    called = bool(_called(one) & others or _called(other) & titles)
    return called and _share_a_name(one, other)


def one_of_each_work(shown: Description, found: Iterable[tuple[int, Description]]) -> list[int]:
    """Return the numbers of those that are no edition of what is shown nor of one before them."""
    kept: list[Description] = [shown]
    numbers = []
    for number, description in found:
        if not any(same_work(description, one) for one in kept):
            kept.append(description)
            numbers.append(number)
    return numbers


def _called(description: Description) -> set[str]:
    """Return the main title, with and without its article and what stands in brackets."""
    title = description.title
    return {fold(title), fold(title.partition(_BRACKET)[0]), description.filing_title} - {""}


def _titles(description: Description) -> set[str]:
    others = (fold(title.partition(_BRACKET)[0]) for title in description.other_titles)
    return _called(description) | set(others) - {""}


def _share_a_name(one: Description, other: Description) -> bool:
    if not one.authors and not other.authors:
        return True
    return bool(_names(one) & _names(other))


def _names(description: Description) -> set[frozenset[str]]:
    """Return the names as sets of words, so that "Lem, Stanisław" is "Stanisław Lem"."""
    names = (*description.authors, *description.names)
    return {frozenset(fold(name).split()) for name in names} - {frozenset()}
