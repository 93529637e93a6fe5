"""The order of a list's elements: an edit of its own at a path of its own, told where it differs."""

from collections.abc import Mapping

from kiosk.model.library import Library
from kiosk.staff.settings.leaves import (
    Difference,
    Edits,
    Leaves,
    Order,
    Path,
    Plain,
    edited,
    library_of_leaves,
    order_of,
)

ORDER = "order"
Labels = tuple[str, ...]


def order_path(part: str) -> Path:
    """Return the path at which the order of a part's elements is said: labels, the first one first."""
    return ORDER, part


def library_with(leaves: Leaves, edits: Edits, order: Order | None = None) -> Library:
    """Return the library after the edits, its elements as ordered; raises SettingsInvalid."""
    values = {path: value for path, value in edits.items() if path[0] != ORDER}
    said = {path[1]: value for path, value in edits.items() if path[0] == ORDER and isinstance(value, tuple)}
    return library_of_leaves(edited(leaves, values), {**order_of(leaves), **(order or {}), **said})


def order_changes(before: Leaves, after: Leaves) -> tuple[Difference, ...]:
    """Return the lists in which elements of both stand otherwise; the rules' own order decides nothing."""
    earlier, later = order_of(before), order_of(after)
    return tuple(
        Difference(order_path(part), labels, later[part])
        for part, labels in earlier.items()
        if part != "rule" and part in later and _moved(labels, later[part])
    )


def stands(one: Difference, leaves: Leaves) -> bool:
    """Tell whether what a change brought is there still; elements that came since move nothing."""
    if one.path[0] != ORDER:
        return leaves.get(one.path) == one.after
    now = order_of(leaves).get(one.path[1], ())
    return isinstance(one.after, tuple) and not _moved(one.after, now)


def is_new(path: Path, value: Plain | None, leaves: Leaves, orders: Mapping[str, Labels]) -> bool:
    """Tell whether an edit changes anything; in Python truth is a number, in the file it is not."""
    there: Plain | None = orders.get(path[1]) if path[0] == ORDER else leaves.get(path)
    return there != value or type(there) is not type(value)


def _moved(one: Labels, other: Labels) -> bool:
    both = {*one} & {*other}
    return [label for label in one if label in both] != [label for label in other if label in both]
