"""Measures targets: how large each is, and how far from the next."""

from PySide6.QtCore import QRectF

from tests.measured.glass import Glass, Thing

SMALLEST, NEAREST = 80, 16  # px at a short edge of 1080


def small(glass: Glass) -> list[str]:
    """Name targets of which a finger finds less than 80 × 80, scrolled into sight."""
    least, found = SMALLEST * glass.s - 1, []
    for one in glass.targets:
        area = hit_area(one).intersected(one.room)
        if area.width() < least or area.height() < least:
            found.append(f"{one.name}: {area.width() / glass.s:.0f} × {area.height() / glass.s:.0f}")
    return found


def close(glass: Glass) -> list[str]:
    """Name pairs of targets closer together than a finger can tell."""
    least, found = NEAREST * glass.s - 1, []
    areas = [(one, hit_area(one).intersected(one.seen)) for one in glass.targets]
    areas = [(one, area) for one, area in areas if not area.isEmpty()]
    for index, (one, its) in enumerate(areas):
        for other, others in areas[index + 1 :]:
            if one.lies_in(other) or other.lies_in(one):
                continue
            across = max(others.left() - its.right(), its.left() - others.right())
            down = max(others.top() - its.bottom(), its.top() - others.bottom())
            if across < least and down < least:
                found.append(f"{one.name} and {other.name}: {across / glass.s:.0f}, {down / glass.s:.0f}")
    return found


def hit_area(thing: Thing) -> QRectF:
    """Return what of a target can be touched, its dead strips left out."""
    if "KioskPressable" not in thing.kinds:
        return thing.place
    dead_x, dead_y = float(thing.item.property("deadX")), float(thing.item.property("deadY"))
    item = thing.item
    return item.mapRectToScene(
        QRectF(0, 0, item.width(), item.height()).adjusted(dead_x, dead_y, -dead_x, -dead_y)
    )
