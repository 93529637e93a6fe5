"""Eyes for the running patron app: what stands on the window, item by item."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtQuick import QQuickItem


def items(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield an item and all below it, shown or not, delegates included."""
    yield item
    for child in item.childItems():
        yield from items(child)


def shown_items(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield an item and all below it that are drawn: neither hidden nor clear as glass."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from shown_items(child)


def is_a(item: QObject, kind: str) -> bool:
    """Tell whether an item is of a QML type or derives from it: "KioskButton", "QQuickText"."""
    meta = item.metaObject()
    while meta is not None:
        name = meta.className()
        if name == kind or name.startswith(f"{kind}_QML"):
            return True
        meta = meta.superClass()
    return False


def place_of(item: QQuickItem) -> QRectF:
    """Tell where an item stands in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def visible_part(item: QQuickItem) -> QRectF:
    """Tell what of an item is left by the window and by everything around it that cuts off."""
    part, outer = place_of(item), item.parentItem()
    while outer is not None:
        if outer.clip() or outer.parentItem() is None:
            part = part.intersected(place_of(outer))
        outer = outer.parentItem()
    return part


def texts(item: QQuickItem) -> list[str]:
    """Return every text drawn below an item, in the order of the tree."""
    found = (one for one in shown_items(item) if one.metaObject().indexOfProperty("text") >= 0)
    return [str(one.property("text")) for one in found if is_a(one, "QQuickText") and one.property("text")]


def flickable_of(item: QQuickItem) -> QQuickItem | None:
    """Return the nearest thing around an item that scrolls."""
    parent = item.parentItem()
    while parent is not None and parent.metaObject().indexOfProperty("contentY") < 0:
        parent = parent.parentItem()
    return parent


def middle_of(item: QQuickItem) -> QPointF:
    """Tell where the middle of an item stands in the window."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
