"""Measures the way of the focus: to every target, with a ring in sight, in a sensible order."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from shiboken6 import isValid

from scripts.eyes import is_a, place_of, shown_items, visible_part
from scripts.hands import Hands
from tests.measured.glass import Glass

_FARTHEST = 300
_ROWS = 60  # of a list that may be endless: then on with Tab, which leads out of it


def lost(hands: Hands, glass: Glass) -> list[str]:
    """Walk the focus all around by keys; name what it misses, stops out of sight, and leaps back.

    The keys drawn on the screen write what a finger touches; arrows do not walk them one by one.
    """
    before, scrolled = hands.focus, _scrolled(hands)
    wanted = {one.item.objectName(): one for one in glass.stops if "KioskKey" not in one.kinds}
    found = [
        f"a {sorted(one.kinds)} in {one.name}: without a name of its own"
        for name, one in wanted.items()
        if not name
    ]
    stops, wrong = _all_around(hands)
    found += wrong
    found += [
        f"{name}: keys do not lead there" for name in wanted.keys() - set(stops) if name and hands.sees(name)
    ]
    give_back(hands, before)
    for item, across, down in scrolled:
        if isValid(item):
            item.setProperty("contentX", float(item.property("originX")) + across)
            item.setProperty("contentY", float(item.property("originY")) + down)
    return found


def _scrolled(hands: Hands) -> list[tuple[QQuickItem, float, float]]:
    """Return how far everything that scrolls is from its beginning: walking by keys moves both."""
    views = (one for one in shown_items(hands.window.contentItem()) if is_a(one, "QQuickFlickable"))
    return [(one, _beyond(one, "X"), _beyond(one, "Y")) for one in views]


def _beyond(view: QQuickItem, axis: str) -> float:
    return float(view.property(f"content{axis}")) - float(view.property(f"origin{axis}"))


def give_back(hands: Hands, name: str) -> None:
    """Give the focus to what is called so, or if there is none to nothing that is shown."""
    if hands.focus != name:
        root = hands.window.contentItem()
        hand = hands.find(name) if name and hands.sees(name) else next(_pilots(root))
        hand.forceActiveFocus()
        hands.settle()


def _pilots(root: QQuickItem) -> Iterator[QQuickItem]:
    return (one for one in shown_items(root) if is_a(one, "KioskKeyPilot"))


def _all_around(hands: Hands) -> tuple[list[str], list[str]]:
    """Press the same arrow until it leads where it has been; return the stops, and what was wrong."""
    stops: list[str] = []
    found: list[str] = []
    back: list[tuple[float, str]] = []
    last: QQuickItem | None = None
    for number in range(_FARTHEST):
        hands.press_at_once(Qt.Key.Key_Down if number < _ROWS else Qt.Key.Key_Tab)
        item = hands.window.activeFocusItem()
        if item is None or item.objectName() in stops:
            break
        if last is None or is_a(item, "KioskInput") != (isValid(last) and is_a(last, "KioskInput")):
            # A field calls the keyboard, which takes its room: what counts is what stands there then.
            hands.settle()
        if wrong := _faults(item):
            hands.settle()
            wrong = _faults(item)
        found += wrong
        if (
            last is not None
            and isValid(last)
            and not _of_one_row(last, item)
            and _stays_against_reading(hands, last, item)
        ):
            back.append((place_of(item).top(), f"from {stops[-1]} back to {item.objectName()}"))
        stops.append(item.objectName())
        last = item
    # Once it begins anew at the top.
    back.remove(min(back)) if back else None
    return stops, found + [told for _top, told in back]


def _of_one_row(one: QQuickItem, other: QQuickItem) -> bool:
    """Tell whether both lie in the same row of a list: what can be done with it has an order of its own."""
    outer = one.parentItem()
    while outer is not None:
        told = QAccessible.queryAccessibleInterface(outer)
        if told is not None and told.role() == QAccessible.Role.ListItem:
            return outer.isAncestorOf(other)
        outer = outer.parentItem()
    return False


def _stays_against_reading(hands: Hands, last: QQuickItem, item: QQuickItem) -> bool:
    """Tell whether the step leads back, once the keyboard that a field called has come or gone too."""
    if _against_reading(place_of(last), place_of(item)):
        hands.settle()
        return isValid(last) and isValid(item) and _against_reading(place_of(last), place_of(item))
    return False


def _against_reading(a: QRectF, b: QRectF) -> bool:
    """Tell whether what stands at b comes before what stands at a."""
    above, beside = b.bottom() <= a.top() + 1, b.left() >= a.right() - 1
    same_line = b.top() < a.bottom() - 1 and a.top() < b.bottom() - 1
    return (above and not beside) or (same_line and b.right() <= a.left() + 1)


def _faults(item: QQuickItem) -> list[str]:
    faults = []
    around = item if not is_a(item, "KioskInput") else item.parentItem()
    rings = [one for one in shown_items(around) if is_a(one, "KioskFocusRing")]
    if not any(place_of(ring).intersects(place_of(item)) for ring in rings):
        faults.append(f"{item.objectName()}: no ring")
    seen, whole = visible_part(item), place_of(item)
    if seen.width() < min(whole.width(), 80) or seen.height() < min(whole.height(), 80):
        faults.append(f"{item.objectName()}: focused out of sight")
    return faults
