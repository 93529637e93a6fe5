"""What every transaction of one call asks before anything else, such as whether the caller may still act."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from kiosk.storage.unit_of_work import View

_ASKED: ContextVar[Callable[[View], None] | None] = ContextVar("asked_first", default=None)


@contextmanager
def asking_first(ask: Callable[[View], None]) -> Iterator[None]:
    """Have every transaction that begins in this block, on this thread, ask this first; it raises to refuse.

    Within another such block the inner question stands for the outer one.
    """
    before = _ASKED.set(ask)
    try:
        yield
    finally:
        _ASKED.reset(before)


def ask_first(view: View) -> None:
    """Ask what is to be asked, within the transaction."""
    ask = _ASKED.get()
    if ask is not None:
        ask(view)
