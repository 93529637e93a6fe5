"""A library as leaves: every single value of its library file under a path that stays when others change."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from kiosk.model.errors import LibraryFileInvalid
from kiosk.model.library import Library
from kiosk.model.staff_errors import SettingsInvalid
from kiosk.staff.library_file import library_file_text, library_of

Path = tuple[str, ...]
Plain = str | int | bool | date | tuple[str, ...]
Leaves = Mapping[Path, Plain]
Edits = Mapping[Path, Plain | None]
"""What is to stand at some paths; None where nothing is to stand any more."""
Order = Mapping[str, tuple[str, ...]]
"""The elements of each list by their labels, in the library's order."""

_KNOWN_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "branch": ("code",),
        "channel": ("kind", "value"),
        "shelf": ("branch", "id"),
        "patron_category": ("code",),
        "item_type": ("code",),
        "kiosk": ("name",),
        "rule": ("branch", "patron_category", "item_type"),
        "closure": ("from", "to"),
    }
)
SERVICES: Path = ("library", "services")
"""Where prices, times and numbers of services stand, each under its name."""
ANYBODY = "*"
"""The label of the rule for everybody and everything."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A leaf that differs; None where there is none."""

    path: Path
    before: Plain | None
    after: Plain | None


def leaves_of(library: Library) -> dict[Path, Plain]:
    """Return every value of the library file by its path: part, element, key."""
    return dict(_flat(tomllib.loads(library_file_text(library)), ()))


def library_of_leaves(leaves: Leaves, order: Order | None = None) -> Library:
    """Return the library of these leaves, judged as its file would be; raises SettingsInvalid.

    Elements stand as in ``order``, those that it lacks behind them.
    """
    tree: dict[str, Any] = {}
    for path, value in leaves.items():
        _plant(tree, path, value)
    for part in _KNOWN_BY:
        if part in tree:
            tree[part] = _listed(tree[part], (order or {}).get(part, ()))
    if "services" in tree.get(SERVICES[0], {}):
        named = tree[SERVICES[0]]["services"]
        tree[SERVICES[0]]["services"] = _in_order(named, (order or {}).get("service", ()))
    try:
        return library_of(tree, "")
    except LibraryFileInvalid as error:
        raise SettingsInvalid(problem=error.values["problem"]) from error


def order_of(leaves: Iterable[Path]) -> dict[str, tuple[str, ...]]:
    """Return the labels of every list in their order."""
    found: dict[str, dict[str, None]] = {}
    for path in leaves:
        if path[0] in _KNOWN_BY:
            found.setdefault(path[0], {})[path[1]] = None
        elif path[:2] == SERVICES:
            found.setdefault("service", {})[path[2]] = None
    return {part: tuple(labels) for part, labels in found.items()}


def root_of(part: str) -> Path:
    """Return below which path the elements of a part stand, each under its label."""
    return SERVICES if part == "service" else (part,)


def edited(leaves: Leaves, edits: Edits) -> dict[Path, Plain]:
    """Return the leaves after the edits; a name in several languages replaces one for all, and back."""
    after = dict(leaves)
    for path, value in edits.items():
        if value is None:
            after.pop(path, None)
            continue
        after.pop(path[:-1], None)
        for below in [one for one in after if one[: len(path)] == path and one != path]:
            del after[below]
        after[path] = value
    return after


def differences(before: Leaves, after: Leaves) -> tuple[Difference, ...]:
    """Return the leaves that differ, in the order in which they stand."""
    paths = dict.fromkeys((*before, *after))
    pairs = (Difference(path, before.get(path), after.get(path)) for path in paths)
    return tuple(one for one in pairs if one.before != one.after)


def edits_of(changes: Iterable[Difference]) -> dict[Path, Plain | None]:
    """Return the edits that bring the differences about."""
    return {one.path: one.after for one in changes}


def label_of(part: str, element: Mapping[str, object]) -> str:
    """Return the label by which an element of a part is known."""
    named = [(key, str(element[key])) for key in _KNOWN_BY[part] if key in element]
    if part != "rule":
        return "/".join(value for _key, value in named)
    return " ".join(f"{key}={value}" for key, value in named) or ANYBODY


def without(leaves: Leaves, element: Path) -> dict[Path, Plain | None]:
    """Return the edits that take away an element whole: all that stands below the path."""
    return {path: None for path in leaves if path[: len(element)] == element}


def _flat(tree: Mapping[str, Any], path: Path) -> Iterator[tuple[Path, Plain]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, (*path, key))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for label, element in _labelled(key, value):
                yield from _flat(element, (*path, key, label))
        else:
            yield (*path, key), tuple(value) if isinstance(value, list) else value


def _labelled(part: str, elements: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    seen: Counter[str] = Counter()
    for element in elements:
        label = label_of(part, element)
        seen[label] += 1
        yield (label if seen[label] == 1 else f"{label} #{seen[label]}"), element


def _plant(tree: dict[str, Any], path: Path, value: Plain) -> None:
    for key in path[:-1]:
        tree = tree.setdefault(key, {})
    tree[path[-1]] = list(value) if isinstance(value, tuple) else value


def _listed(elements: Mapping[str, dict[str, Any]], order: Iterable[str]) -> list[dict[str, Any]]:
    found = list(_in_order(elements, order).values())
    for element in found:
        if isinstance(element.get("closure"), dict):
            element["closure"] = list(element["closure"].values())
    return found


def _in_order(elements: Mapping[str, Any], order: Iterable[str]) -> dict[str, Any]:
    """Return the elements as ordered, those that the order does not name behind them."""
    labels = dict.fromkeys((*(label for label in order if label in elements), *elements))
    return {label: elements[label] for label in labels}
