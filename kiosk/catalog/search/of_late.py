"""A memory of what was asked for of late, bounded, and cheap to ask."""

from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class OfLate(Generic[Key, Value]):
    """Remembers at most twice ``most`` values; safe to share between threads.

    ``now`` may be asked directly. What is not in it may be ``recalled`` from the time before; once
    ``now`` is full it becomes the time before, and what was that is forgotten.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self.now: dict[Key, Value] = {}
        self._before: dict[Key, Value] = {}

    def recalled(self, key: Key) -> Value | None:
        """Return what was remembered before, and remember it anew."""
        value = self._before.get(key)
        if value is not None:
            self.keep(key, value)
        return value

    def keep(self, key: Key, value: Value) -> None:
        """Remember a value."""
        if len(self.now) >= self._most:
            self._before, self.now = self.now, {}
        self.now[key] = value
