"""Whom a callback would reach: one whose window has gone is not to be called."""

from collections.abc import Callable, Iterator
from functools import partial
from inspect import isbuiltin, isfunction, ismethod
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

# A callback may hold another that a page handed on; deeper than this none does.
_DEEPEST = 5


def is_there(callback: Callable[..., Any]) -> bool:
    """Tell whether all that a callback has of Qt still is: its self, what it encloses, its arguments."""
    return all(isValid(one) for one in _reached(callback, _DEEPEST))


def _reached(value: Any, deep: int) -> Iterator[QObject]:
    if isinstance(value, QObject):
        yield value
    if not deep:
        return
    if ismethod(value) or isbuiltin(value):
        inner = [value.__self__]
    elif isinstance(value, partial):
        inner = [value.func, *value.args, *value.keywords.values()]
    elif isfunction(value):
        inner = [_content(cell) for cell in value.__closure__ or ()] + list(value.__defaults__ or ())
    else:
        return
    for one in inner:
        yield from _reached(one, deep - 1)


def _content(cell: Any) -> Any:
    try:
        return cell.cell_contents
    except ValueError:
        return None  # not bound yet
