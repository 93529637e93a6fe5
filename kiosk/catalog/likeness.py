"""Tells editions of one work apart from works that are merely like it."""

from collections.abc import Iterable

from kiosk.catalog.folding import fold
from kiosk.model.record import Description

# What stands behind a title and does not make another work of it: a series or an edition in brackets.
_BRACKET = " ("


class Work:
    """What tells a record's work: by what it is called and who made it, folded once for all comparisons."""

    __slots__ = ("_called", "_nameless", "_names", "_titles")

    def __init__(self, description: Description) -> None:
        self._called = _called(description)
        self._titles = self._called | _other_titles(description)
        self._nameless = not description.authors
        self._names = _names(description)

    def is_that_of(self, other: "Work") -> bool:
        """Tell whether both are one work: an edition, a translation, a reading of it.

        One of them is called by a title of the other, and they share a name, or neither has any.
        """
        if self._called.isdisjoint(other._titles) and other._called.isdisjoint(self._titles):
            return False
        return (self._nameless and other._nameless) or not self._names.isdisjoint(other._names)


def one_of_each_work(shown: Description, found: Iterable[tuple[int, Description]]) -> list[int]:
    """Return the numbers of those that are no edition of what is shown nor of one before them."""
    kept: list[Work] = [Work(shown)]
    numbers = []
    for number, description in found:
        work = Work(description)
        if not any(work.is_that_of(one) for one in kept):
            kept.append(work)
            numbers.append(number)
    return numbers


def _called(description: Description) -> set[str]:
    """Return the main title, with and without its article and what stands in brackets."""
    title = description.title
    return {fold(title), fold(title.partition(_BRACKET)[0]), description.filing_title} - {""}


def _other_titles(description: Description) -> set[str]:
    return {fold(title.partition(_BRACKET)[0]) for title in description.other_titles} - {""}


def _names(description: Description) -> set[frozenset[str]]:
    """Return the names as sets of words, so that "Lem, Stanisław" is "Stanisław Lem"."""
    names = (*description.authors, *description.names)
    return {frozenset(fold(name).split()) for name in names} - {frozenset()}
