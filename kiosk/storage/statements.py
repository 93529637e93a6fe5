"""Remembers how statements are said to the database, and forgets with them the values they came with."""

from typing import Any

_MOST = 500


class Statements:
    """What SQLAlchemy has compiled, by its own keys; safe to share between threads.

    Each keeps the values with which it was said for the first time, such as a card: nobody reads them
    again, but they stay until they are forgotten.
    """

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def get(self, key: Any, default: Any = None) -> Any:
        """Return what was compiled for that key."""
        return self._known.get(key, default)

    def __getitem__(self, key: Any) -> Any:
        return self._known[key]

    def __setitem__(self, key: Any, compiled: Any) -> None:
        if len(self._known) >= _MOST:
            self.forget()
        self._known[key] = compiled

    def forget(self) -> None:
        """Forget every statement; the next of each kind takes a millisecond longer."""
        self._known = {}
