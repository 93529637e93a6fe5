"""Looks at the live items of a page as a designer with a ruler would: sizes, colours, type, targets."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtQml import QQmlExpression, QQmlProperty, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.look.palette import Palette, contrast, tokens
from scripts.eyes import flickable_of, is_a, place_of, shown_items, visible_part
from scripts.hands import Hands

FAMILIES = {"Atkinson Hyperlegible Next", "Atkinson Hyperlegible Mono", "Noto Sans"}
WEIGHTS = {400, 500, 600, 700, 800}
# px at a short edge of 1080: the type scale, and the sizes that single parts name for themselves.
SIZES = {22, 26, 32, 40, 56, 64, 84}
SIZES_OF_PARTS = {34: "big call number", 44: "day of a date slip", 92: "countdown", 96: "the answer's number"}
_RIGHT, _CENTRE = 2, 4
_ANYWHERE, _WRAP = 3, 4
_BOUNDS = ("KioskPressable", "KioskCard", "QQuickColumn", "KioskDialog")
SMALLEST_TARGET, SMALLEST_GAP = 80, 16


@dataclass(frozen=True, slots=True)
class Look:
    """One page at one moment: its window's items and pixels; what a dialog covers does not count."""

    hands: Hands
    picture: QImage
    s: float
    drawn: tuple[QQuickItem, ...]

    @classmethod
    def at(cls, hands: Hands) -> "Look":
        """Look now."""
        picture = hands.picture()
        drawn = tuple(shown_items(hands.window.contentItem()))
        dialogs = [one for one in drawn if is_a(one, "KioskDialog") and one.property("shown")]
        if dialogs:
            drawn = tuple(shown_items(dialogs[-1]))
        for toast in (one for one in drawn if is_a(one, "KioskToast")):
            drawn = tuple(one for one in drawn if _is_within(one, "KioskToast") or not _covers(toast, one))
        return cls(hands, picture, min(picture.width(), picture.height()) / 1080, drawn)

    @property
    def words(self) -> list[QQuickItem]:
        """Every text of which something can be seen."""
        kinds = ("QQuickText", "QQuickTextInput")
        texts = (one for one in self.drawn if any(is_a(one, kind) for kind in kinds))
        return [one for one in texts if one.property("text") and not visible_part(one).isEmpty()]

    @property
    def targets(self) -> list[QQuickItem]:
        """Every control of which something can be touched."""
        controls = (one for one in self.drawn if is_a(one, "KioskPressable") and one.isEnabled())
        return [one for one in controls if not visible_part(one).isEmpty()]

    # Type.

    def strange_type(self) -> list[str]:
        """Name texts whose family, weight or size is none of the drawing's."""
        allowed = {round(size * self.s) for size in (*SIZES, *SIZES_OF_PARTS)}
        found = []
        for one in self.words:
            font: QFont = one.property("font")
            if font.family() not in FAMILIES:
                found.append(f"{_named(one)}: {font.family()}")
            if int(font.weight()) not in WEIGHTS:
                found.append(f"{_named(one)}: weight {int(font.weight())}")
            if font.pixelSize() not in allowed:
                found.append(f"{_named(one)}: {font.pixelSize()} px")
        return found

    def cut_words(self) -> list[str]:
        """Name texts that are elided, wider than their room, or outside the window where nothing scrolls."""
        window = place_of(self.hands.window.contentItem())
        found = []
        for one in self.words:
            if one.property("truncated") and not (_is_of_catalogue(one) or _is_typed(one)):
                found.append(f"{_named(one)}: elided")
            if is_a(one, "QQuickText") and one.property("contentWidth") > one.width() + 1.5:
                found.append(f"{_named(one)}: {one.property('contentWidth'):.0f} in {one.width():.0f}")
            if flickable_of(one) is None and not window.adjusted(-1, -1, 1, 1).contains(_ink(one)):
                found.append(f"{_named(one)}: outside the window")
        return found

    def spilling_words(self) -> list[str]:
        """Name texts that run out of the control, card or column they lie in, at its left or right."""
        found = []
        for one in self.words:
            ink, outer = _ink(one), one.parentItem()
            while outer is not None and not is_a(outer, "QQuickFlickable") and outer.rotation() == 0:
                place = place_of(outer)
                within = place.left() - 2 <= ink.left() and ink.right() <= place.right() + 2
                if not within and place.width() > 0 and any(is_a(outer, kind) for kind in _BOUNDS):
                    found.append(f"{_named(one)}: runs out of {type(outer).__name__} {outer.objectName()}")
                    break
                outer = outer.parentItem()
        return found

    def broken_words(self) -> list[str]:
        """Name texts in which a word is cut in two because its line is too short; addresses may be."""
        found = []
        for one in self.words:
            if (
                is_a(one, "QQuickText")
                and one.property("lineCount") > 1
                and _told(one, "wrapMode") in {_ANYWHERE, _WRAP}
            ):
                letters = QFontMetricsF(one.property("font"))
                for word in str(one.property("text")).split():
                    if letters.horizontalAdvance(word) > one.width() + 1 and not set("@./") & set(word[:-1]):
                        found.append(f"{_named(one)}: breaks {word}")
        return found

    def overlapping_words(self) -> list[str]:
        """Name pairs of texts that are drawn over one another."""
        inks = [(one, _ink(one), visible_part(one)) for one in self.words]
        found = []
        for index, (one, its, seen) in enumerate(inks):
            for other, others, too in inks[index + 1 :]:
                shared = its.intersected(others).intersected(seen).intersected(too)
                if shared.width() > 2 and shared.height() > 0.35 * min(its.height(), others.height()):
                    found.append(f"{_named(one)} and {_named(other)}")
        return found

    def strange_colours(self, palette: Palette) -> list[str]:
        """Name texts in a colour that is none of the theme's; the backs of books have their own."""
        known = {QColor(getattr(palette, token)).rgb() for token in tokens()}
        found = []
        for one in self.words:
            ink = QColor(one.property("color"))
            if ink.rgb() not in known and not _is_within(one, "KioskSpine"):
                found.append(f"{_named(one)}: {ink.name()}")
        return found

    # Shapes.

    def stray_shapes(self) -> list[str]:
        """Name drawings out of their list's sight that no layer holds: the software renderer paints them."""
        window = place_of(self.hands.window.contentItem())
        found = []
        for one in self.drawn:
            if is_a(one, "QQuickShape") and visible_part(one).isEmpty() and not _is_layered(one):
                place = place_of(one)
                if place.width() > 0 and place.height() > 0 and place.intersects(window):
                    found.append(f"{_named(one)}: a shape at {place.toRect().getRect()}")
        return found

    # Targets.

    def small_targets(self) -> list[str]:
        """Name controls whose touchable part is smaller than a finger."""
        least = SMALLEST_TARGET * self.s - 1
        found = []
        for one in self.targets:
            area = hit_area(one)
            if area.width() < least or area.height() < least:
                found.append(f"{one.objectName()}: {area.width():.0f} × {area.height():.0f}")
        return found

    def close_targets(self) -> list[str]:
        """Name pairs of controls closer together than a finger can tell; books on a shelf touch, as drawn."""
        least = SMALLEST_GAP * self.s - 1
        areas = [(one, hit_area(one).intersected(visible_part(one))) for one in self.targets]
        areas = [(one, area) for one, area in areas if not area.isEmpty()]
        found = []
        for index, (one, its) in enumerate(areas):
            for other, others in areas[index + 1 :]:
                if _nested(one, other) or all(is_a(each, "KioskSpine") for each in (one, other)):
                    continue
                across = max(others.left() - its.right(), its.left() - others.right())
                down = max(others.top() - its.bottom(), its.top() - others.bottom())
                if across < least and down < least:
                    found.append(f"{one.objectName()} and {other.objectName()}: {across:.0f}, {down:.0f}")
        return found

    # Colour.

    def faint_words(self, least: float) -> list[str]:
        """Name texts that stand out too little from what is painted around them."""
        found = []
        for one in self.words:
            ink = QColor(one.property("color"))
            if ink.alpha() < 255:
                continue
            ground = self._ground(visible_part(one).toRect().intersected(self.picture.rect()), ink)
            ratio = contrast(ink.name(), ground.name())
            if ratio < least - 0.05:
                found.append(f"{_named(one)}: {ink.name()} on {ground.name()} is {ratio:.1f}")
        return found

    def _ground(self, area: QRect, ink: QColor) -> QColor:
        """Return the colour that fills most of an area, that of the words left out."""
        counts: dict[int, int] = {}
        for y in range(area.top(), area.bottom() + 1, 3):
            for x in range(area.left(), area.right() + 1, 3):
                pixel = self.picture.pixel(x, y)
                counts[pixel] = counts.get(pixel, 0) + 1
        counts.pop(ink.rgb(), None)
        return QColor(max(counts, key=lambda pixel: counts[pixel])) if counts else ink


def hit_area(item: QQuickItem) -> QRectF:
    """Return what of a control can be touched, its dead strips left out."""
    dead_x, dead_y = float(item.property("deadX")), float(item.property("deadY"))
    return place_of(item).adjusted(dead_x, dead_y, -dead_x, -dead_y)


def _ink(item: QQuickItem) -> QRectF:
    """Return where a text's letters stand within its item."""
    place, wide = place_of(item), float(item.property("contentWidth") or item.width())
    high = float(item.property("contentHeight") or item.height())
    top = place.top() + max(0.0, (place.height() - high) / 2)
    left = place.left()
    if wide < place.width() - 1:
        align = _told(item, "horizontalAlignment")
        spare = place.width() - wide
        left += spare if align == _RIGHT else spare / 2 if align == _CENTRE else 0
    return QRectF(left, top, wide, high)


def _told(item: QQuickItem, name: str) -> object:
    """Return an enumeration's value: Python has no converter for those of texts, QML's own reading has."""
    context = qmlContext(item)
    assert context is not None
    return QQmlExpression(context, item, name).evaluate()[0]


def _named(item: QQuickItem) -> str:
    outer: QQuickItem | None = item
    while outer is not None and not outer.objectName():
        outer = outer.parentItem()
    return f"“{str(item.property('text'))[:40]}” in {outer.objectName() if outer is not None else '?'}"


def _is_layered(item: QQuickItem) -> bool:
    outer: QQuickItem | None = item
    while outer is not None:
        if QQmlProperty.read(outer, "layer.enabled"):
            return True
        outer = outer.parentItem()
    return False


def _nested(one: QQuickItem, other: QQuickItem) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _is_typed(item: QQuickItem) -> bool:
    """Tell whether it is what a patron asked, in the field that leads back to asking it."""
    outer: QQuickItem | None = item
    while outer is not None and not outer.objectName():
        outer = outer.parentItem()
    return outer is not None and outer.objectName().endswith(".field")


def _covers(toast: QQuickItem, item: QQuickItem) -> bool:
    shared = place_of(toast).intersected(visible_part(item))
    return shared.height() > 0 and visible_part(item).height() < place_of(toast).height() * 2


def _is_of_catalogue(item: QQuickItem) -> bool:
    """Tell whether it is a title or name in a list: those have any length, and are whole on their record."""
    return _is_within(item, "QQuickItemView")


def _is_within(item: QQuickItem, kind: str) -> bool:
    outer: QQuickItem | None = item
    while outer is not None:
        if is_a(outer, kind):
            return True
        outer = outer.parentItem()
    return False
