"""Imports the drawing library where work is done, not where the window is; a machine may do without it."""

import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")
_CHARTS = tuple(f"kiosk.ui.staff.charts.{name}" for name in ("bars", "lines"))


def with_charts(read: Callable[[], T]) -> T:
    """Return what is read, with the charts ready to be imported in no time; off the GUI thread.

    Where the drawing library is missing or broken, all but the charts is there.
    """
    with suppress(ImportError):
        for name in _CHARTS:
            import_module(name)
    return read()


def charts_are_there() -> bool:
    """Tell whether charts can be drawn."""
    return all(name in sys.modules for name in _CHARTS)
