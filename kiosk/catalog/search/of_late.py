"""A memory of what was worked out of late, bounded, and cheap to ask."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class _Known(dict[Key, Value]):
    """What is known of late; what is not is asked for, so that asking for what is costs no more."""

    __slots__ = ("_ask",)

    def __init__(self, ask: Callable[[Key], Value]) -> None:
        self._ask = ask

    def __missing__(self, key: Key) -> Value:
        return self._ask(key)


class OfLate(Generic[Key, Value]):
    """Remembers at most twice ``most`` values, works out others; safe to share between threads.

    Once so many are known of late, they become those of the time before, and what was before that is
    forgotten.
    """

    def __init__(self, most: int, learn: Callable[[Key], Value]) -> None:
        self._most = most
        self._learn = learn
        self._before: dict[Key, Value] = {}
        self._now: _Known[Key, Value] = _Known(self._ask)

    def __getitem__(self, key: Key) -> Value:
        return self._now[key]

    def every(self, keys: Iterable[Key]) -> Iterator[Value]:
        """Yield the values of many keys, without a step of Python for each that is known."""
        return map(self._now.__getitem__, keys)

    def _ask(self, key: Key) -> Value:
        value = self._now.get(key)
        if value is None:
            value = self._before.get(key)
            if value is None:
                value = self._learn(key)
            if len(self._now) >= self._most:
                self._before, self._now = self._now, _Known(self._ask)
            self._now[key] = value
        return value
