"""The library as somebody is changing it: as it was opened, the edits so far, and what they make of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.model.library import Library
from kiosk.model.staff_errors import SettingsInvalid
from kiosk.staff.rules.matrix import Row, matrix_of
from kiosk.staff.settings.changing import rebased
from kiosk.staff.settings.leaves import (
    Difference,
    Edits,
    Leaves,
    Path,
    Plain,
    differences,
    leaves_of,
    order_of,
)
from kiosk.staff.settings.orders import is_new, library_with, order_changes
from kiosk.staff.settings.written import read_back, written


@dataclass(frozen=True, slots=True)
class Working:
    """Made by ``working``; ``now`` is the library as it would be saved, ``leaves`` its values.

    ``rows`` is the matrix of its rules, where somebody looks at that.
    """

    library: Library
    edits: Mapping[Path, Plain | None]
    now: Library
    leaves: Leaves
    changes: tuple[Difference, ...] = ()
    rows: tuple[Row, ...] = ()


def working(library: Library, edits: Edits | None = None) -> Working:
    """Return the library under some edits; raises SettingsInvalid where they cannot be."""
    before = leaves_of(library)
    wanted = needed(before, edits or {})
    if not wanted:
        return Working(library, {}, library, before)
    now = library_with(before, wanted)
    leaves = leaves_of(now)
    changes = (*differences(before, leaves), *order_changes(before, leaves))
    return Working(library, wanted, now, leaves, changes)


def possible(
    make: Callable[[Library, Edits], Working], library: Library, edits: Edits, before: Edits
) -> tuple[Working, dict[Path, SettingsInvalid]]:
    """Return the library under those of the edits that can be, in their order, and why others cannot.

    Several may have been typed before the first was tried: one that cannot be takes no other with it, and
    its value is again what it was `before`.
    """
    try:
        return make(library, edits), {}
    except SettingsInvalid:
        errors: dict[Path, SettingsInvalid] = {}
    found: dict[Path, Plain | None] = {}
    for path, value in edits.items():
        try:
            make(library, {**found, path: value})
        except SettingsInvalid as wrong:
            errors[path] = wrong
            if path in before:
                found[path] = before[path]
            continue
        found[path] = value
    return make(library, found), errors


def needed(leaves: Leaves, edits: Edits) -> dict[Path, Plain | None]:
    """Return those edits that change anything."""
    orders = order_of(leaves)
    return {path: value for path, value in edits.items() if is_new(path, value, leaves, orders)}


def with_matrix(library: Library, edits: Edits | None = None) -> Working:
    """Return the same with the matrix of its rules."""
    state = working(library, edits)
    return replace(state, rows=matrix_of(state.now))


def edits_over_theirs(now: Library, edits: Edits, theirs: frozenset[Path]) -> dict[Path, Plain | None]:
    """Return the edits over what another saved, others' values taken over at the paths chosen."""
    return rebased(edits, leaves_of(now), theirs)


def kept(changes: tuple[Difference, ...]) -> dict[str, Any]:
    """Return changes as a draft keeps them."""
    return written(changes, {})


def restored(draft: Mapping[str, Any]) -> dict[Path, Plain | None]:
    """Return the edits of a kept draft; none where it cannot be read."""
    try:
        return {one.path: one.after for one in read_back(draft)}
    except (KeyError, ValueError, AttributeError, TypeError, IndexError):
        return {}
