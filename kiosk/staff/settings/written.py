"""Changes of the configuration as the audit trail keeps them, exact enough to be taken back from there."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from kiosk.staff.settings.leaves import Difference, Order, Path, Plain


def written(changes: Iterable[Difference], order: Order) -> dict[str, Any]:
    """Return before and after as trees of plain values, and the order of lists before."""
    told = tuple(changes)
    return {
        "before": _tree((one.path, one.before) for one in told),
        "after": _tree((one.path, one.after) for one in told),
        "order": {part: list(labels) for part, labels in order.items()},
    }


def read_back(details: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Return the differences that were written down."""
    before, after = dict(_flat(details["before"], ())), dict(_flat(details["after"], ()))
    paths = dict.fromkeys((*before, *after))
    return tuple(Difference(path, before.get(path), after.get(path)) for path in paths)


def order_before(details: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the order of the lists before the change."""
    return {part: tuple(labels) for part, labels in details.get("order", {}).items()}


def _tree(leaves: Iterable[tuple[Path, Plain | None]]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for path, value in leaves:
        if value is None:
            continue
        tree = root
        for key in path[:-1]:
            tree = tree.setdefault(key, {})
        tree[path[-1]] = value.isoformat() if isinstance(value, date) else value
    return root


def _flat(tree: Mapping[str, Any], path: Path) -> Iterator[tuple[Path, Plain]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, (*path, key))
        else:
            yield (*path, key), _plain((*path, key), value)


def _plain(path: Path, value: Any) -> Plain:
    if isinstance(value, list):
        return tuple(value)
    closure_day = len(path) > 2 and path[-3] == "closure" and path[-1] in ("from", "to")
    if closure_day or (path[0] == "rule" and path[-1] == "fixed_due_date"):
        return date.fromisoformat(value)
    return value  # type: ignore[no-any-return]  # JSON has the other kinds as they are
