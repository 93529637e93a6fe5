"""What of a page or dialog can be seen, and how a fault names it."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def shown(root: QWidget, kind: type[W]) -> Iterator[W]:
    """Yield the visible widgets of a kind, also those that lie below the edge of a part that scrolls."""
    for one in root.findChildren(kind):
        if one.isVisible() and one.width() > 0 and one.height() > 0 and one.window() is root.window():
            yield one


def told(one: QWidget) -> str:
    """Name a widget by its class, name, words and whereabouts."""
    words = str(getattr(one, "text", lambda: "")())[:50]
    parent = one.parentWidget()
    inside = f" in {type(parent).__name__} {parent.objectName()}" if parent is not None else ""
    return f"{type(one).__name__} {one.objectName()} “{words}”{inside}"
