"""Measures words: how they stand out from what is painted behind them, and whether any is cut."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.look.palette import contrast
from tests.measured.glass import Glass, Thing, scrolls

_RIGHT, _CENTRE = 2, 4
_ANYWHERE, _WRAP = 3, 4
_SHARE = 0.04  # of the pixels behind a text: less is the edge of something
_BOUNDS = frozenset({"KioskPressable", "KioskCard", "KioskDialog"})


def faint(glass: Glass, least: float) -> list[str]:
    """Name texts that stand out less than that from any ground they lie on, or are not to be seen."""
    found = []
    for one in glass.words:
        area = ink_of(one).intersected(one.seen).toAlignedRect()
        part = glass.pixels[max(0, area.top()) : area.bottom() + 1, max(0, area.left()) : area.right() + 1]
        if area.width() < 2 or area.height() < 2 or part.size == 0 or "QQuickTextInput" in one.kinds:
            continue
        grounds, drawn = grounds_in(part, QColor(one.item.property("color")), one.opacity)
        ratio, weak = min((contrast(drawn.name(), ground.name()), ground.name()) for ground in grounds)
        if ratio < least - 0.05:
            found.append(f"{_named(one)}: {drawn.name()} on {weak} is {ratio:.1f}")
        elif whole_in_sight(one) and not _stands_out(part, grounds[0]):
            found.append(f"{_named(one)}: covered by something")
    return found


def whole_in_sight(one: Thing) -> bool:
    """Tell whether as much of a text is in sight that some of its ink must be."""
    ink = ink_of(one)
    left = ink.intersected(one.seen)
    return left.width() * left.height() > 0.8 * ink.width() * ink.height()


def grounds_in(part: npt.NDArray[np.uint32], ink: QColor, opacity: float) -> tuple[list[QColor], QColor]:
    """Return the colours behind a text, the commonest first, and the colour that it has upon that."""
    colours, counts = np.unique(part & 0xFFFFFF, return_counts=True)
    order = np.argsort(-counts)
    full = ink.rgb() & 0xFFFFFF
    kept = [int(colours[at]) for at in order if int(colours[at]) != full] or [full]
    share = {int(colours[at]): counts[at] / part.size for at in order}
    first = QColor(kept[0])
    drawn = _over(ink, first, opacity * ink.alphaF())
    return [
        QColor(one)
        for one in kept
        if one == kept[0] or (share[one] >= _SHARE and not _between(QColor(one), first, drawn))
    ], drawn


def cut(glass: Glass) -> list[str]:
    """Name texts that are elided, too long for their room, or clipped where nothing scrolls."""
    found = []
    for one in glass.words:
        if "QQuickTextInput" in one.kinds:
            continue
        item = one.item
        if item.property("truncated"):
            found.append(f"{_named(one)}: elided")
        elif item.property("contentWidth") > item.width() + 1.5:
            found.append(f"{_named(one)}: {item.property('contentWidth'):.0f} in {item.width():.0f}")
        elif (edge := _clipped(glass, one)) != "":
            found.append(f"{_named(one)}: clipped by {edge}")
    return found


def _clipped(glass: Glass, one: Thing) -> str:
    ink = _core(one)
    for outer in one.around():
        across, down = scrolls(outer)
        if outer.outer is None or outer.item.clip() or across or down:
            box = outer.place.adjusted(-1.5, -1.5, 1.5, 1.5)
            if not across and (ink.left() < box.left() or ink.right() > box.right()):
                return f"{outer.name} at its side"
            if not down and (ink.top() < box.top() or ink.bottom() > box.bottom()):
                return f"{outer.name} above or below"
            if across or down:
                ink = _clamped(ink, box, across, down)
    return ""


def _clamped(ink: QRectF, box: QRectF, across: bool, down: bool) -> QRectF:
    """Return where the text stands once it is scrolled into sight."""
    moved = QRectF(ink)
    if across:
        moved.moveLeft(min(max(ink.left(), box.left()), max(box.left(), box.right() - ink.width())))
    if down:
        moved.moveTop(min(max(ink.top(), box.top()), max(box.top(), box.bottom() - ink.height())))
    return moved


def spilling(glass: Glass) -> list[str]:
    """Name texts that run out of the control, card or column they lie in, at its left or right."""
    found = []
    for one in glass.words:
        ink = ink_of(one)
        for outer in one.around():
            if "QQuickFlickable" in outer.kinds or outer.item.rotation() != 0:
                break
            within = outer.place.left() - 2 <= ink.left() and ink.right() <= outer.place.right() + 2
            if not within and outer.place.width() > 0 and outer.kinds & _BOUNDS:
                found.append(f"{_named(one)}: runs out of {outer.name}")
                break
    return found


def broken(glass: Glass) -> list[str]:
    """Name texts in which a word is cut in two because its line is too short; addresses may be."""
    found = []
    for one in glass.words:
        item = one.item
        if "QQuickText" not in one.kinds or item.property("lineCount") < 2:
            continue
        if _told(item, "wrapMode") in {_ANYWHERE, _WRAP}:
            letters = QFontMetricsF(item.property("font"))
            for word in str(item.property("text")).split():
                if letters.horizontalAdvance(word) > item.width() + 1 and not set("@./") & set(word[:-1]):
                    found.append(f"{_named(one)}: breaks {word}")
    return found


def overlapping(glass: Glass) -> list[str]:
    """Name pairs of texts that are drawn over one another."""
    inks = [(one, _core(one).intersected(one.seen)) for one in glass.words]
    inks = [(one, ink) for one, ink in inks if not ink.isEmpty()]
    found = []
    for index, (one, its) in enumerate(inks):
        for other, others in inks[index + 1 :]:
            shared = its.intersected(others)
            if shared.width() > 2 and shared.height() > 0.35 * min(its.height(), others.height()):
                found.append(f"{_named(one)} and {_named(other)}")
    return found


def ink_of(one: Thing) -> QRectF:
    """Return where a text's letters stand within its item, on the window."""
    item = one.item
    wide = min(float(item.property("contentWidth") or item.width()), 1e5)
    high = float(item.property("contentHeight") or item.height())
    left, right = (float(item.property(f"{side}Padding") or 0.0) for side in ("left", "right"))
    spare = item.width() - left - right - wide
    if spare > 1:
        align = _told(item, "horizontalAlignment")
        left += spare if align == _RIGHT else spare / 2 if align == _CENTRE else 0.0
    return item.mapRectToScene(QRectF(left, max(0.0, (item.height() - high) / 2), wide, high))


def _core(one: Thing) -> QRectF:
    """Return a text's letters without the air of its first and last line."""
    ink = ink_of(one)
    air = 0.2 * float(one.item.property("font").pixelSize())
    upright = ink.width() >= ink.height() or one.item.property("lineCount") != 1
    return ink.adjusted(0, air, 0, -air) if upright else ink.adjusted(air, 0, -air, 0)


def _over(ink: QColor, ground: QColor, share: float) -> QColor:
    parts = zip(_parts(ink), _parts(ground), strict=True)
    return QColor(*(round(over * share + under * (1 - share)) for over, under in parts))


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _between(colour: QColor, ground: QColor, ink: QColor) -> bool:
    """Tell whether a colour is a mix of both, as at the edge of a letter."""
    one, under, over = (np.asarray(_parts(each), np.float64) for each in (colour, ground, ink))
    way = over - under
    share = float(np.dot(one - under, way) / max(1.0, float(np.dot(way, way))))
    return 0 <= share <= 1 and bool(np.abs(under + share * way - one).max() <= 12)


def _stands_out(part: npt.NDArray[np.uint32], ground: QColor) -> bool:
    colours = np.unique(part & 0xFFFFFF)
    return any(contrast(QColor(int(one)).name(), ground.name()) > 1.6 for one in colours)


def _told(item: QQuickItem, name: str) -> object:
    """Return an enumeration's value: Python has no converter for those of texts, QML's own reading has."""
    context = qmlContext(item)
    assert context is not None
    return QQmlExpression(context, item, name).evaluate()[0]


def _named(one: Thing) -> str:
    return f"“{str(one.item.property('text'))[:40]}” in {one.name}"
