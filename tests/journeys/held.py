"""Finds words that the program holds in Python, wherever they hide, and names the way to each."""

import gc
import sys
from collections.abc import Iterable
from types import BuiltinFunctionType, CodeType, FrameType, FunctionType, MethodType, ModuleType
from typing import Any

_OWN = "kiosk"
# What tests and their tools hold is theirs; types, modules and code are the same for every patron.
_THEIRS = frozenset({"tests", "scripts", "_pytest", "pytest", "pytestqt", "pluggy", "hypothesis"})
_EVERYBODYS = (type, ModuleType, CodeType, BuiltinFunctionType)


def held_words(words: Iterable[str], roots: Iterable[object]) -> dict[str, str]:
    """Return which of the words are in a text that the program holds, each with the way to one of them.

    Looked through is all that is reached from the roots and from whatever is the program's own. What
    only C++ holds, such as a closure that a signal calls, is its own too: Python knows of it, for it
    would have to clear it away.
    """
    sought = tuple(words)
    found: dict[str, str] = {}
    passed = {id(vars(module)) for module in tuple(sys.modules.values())}
    reached: dict[int, tuple[object, int]] = {}
    ahead = [(thing, 0) for thing in (*roots, *_own_things())]
    while ahead:
        thing, before = ahead.pop()
        number = id(thing)
        if number in reached or number in passed or isinstance(thing, _EVERYBODYS):
            continue
        if _package_of(thing) in _THEIRS:
            continue
        reached[number] = thing, before
        if isinstance(thing, str | bytes | bytearray):
            text = thing if isinstance(thing, str) else bytes(thing).decode("utf-8", "replace")
            for word in sought:
                if word in text:
                    found.setdefault(word, _way_to(number, reached))
        else:
            ahead += [(inside, number) for inside in gc.get_referents(thing)]
            if isinstance(thing, dict):  # of texts as keys it is not told: they can close no circle
                ahead += [(key, number) for key in thing]
    return found


def _own_things() -> list[object]:
    """Return all objects of the program's classes, its functions, and what its modules keep."""
    # What was made before the app began is told only so; frozen again, no garbage would ever go.
    gc.unfreeze()
    own = [thing for thing in gc.get_objects() if _package_of(thing) == _OWN]
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] == _OWN:
            own += [value for key, value in vars(module).items() if not key.startswith("__")]
    return own


def _package_of(thing: object) -> str:
    """Name the package that a thing's class belongs to, or a function."""
    name: Any
    if isinstance(thing, FunctionType):
        name = thing.__module__
    elif isinstance(thing, MethodType):
        return _package_of(thing.__func__)
    elif isinstance(thing, FrameType):
        name = thing.f_globals.get("__name__")
    else:
        name = type(thing).__module__
    return name.partition(".")[0] if isinstance(name, str) else ""


def _way_to(number: int, reached: dict[int, tuple[object, int]]) -> str:
    way = []
    while number:
        thing, number = reached[number]
        way.append(getattr(thing, "__qualname__", None) or type(thing).__name__)
    return " < ".join(map(str, way))
