"""What stands on the window at one moment: its items with their places, and its pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QMetaObject, QRectF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from scripts.eyes import place_of
from scripts.hands import Hands

_Known = dict[str, frozenset[str]]
_ENDLESS = QRectF(-1e6, -1e6, 2e6, 2e6)


@dataclass(slots=True, eq=False)
class Thing:
    """An item that is drawn, what it lies in, where it stands, and what is left of it in sight.

    ``room`` is the most that scrolling could bring into sight; ``opacity`` is that of all around it too.
    """

    item: QQuickItem
    kinds: frozenset[str]
    outer: "Thing | None"
    place: QRectF
    seen: QRectF
    room: QRectF
    opacity: float

    @property
    def name(self) -> str:
        """Name it by its object name, or that of the nearest thing around it that has one."""
        for one in self.around(itself=True):
            if one.item.objectName():
                return one.item.objectName()
        return "?"

    def around(self, *, itself: bool = False) -> "Iterator[Thing]":
        """Yield what it lies in, from within outwards."""
        one = self if itself else self.outer
        while one is not None:
            yield one
            one = one.outer

    def lies_in(self, other: "Thing") -> bool:
        """Tell whether it is the other or lies in it."""
        return any(one is other for one in self.around(itself=True))


@dataclass(frozen=True, slots=True)
class Glass:
    """The window at one moment; where a dialog is up, that dialog alone: nothing else can be used."""

    hands: Hands
    window: QRectF
    s: float
    things: tuple[Thing, ...]
    pixels: npt.NDArray[np.uint32]

    @classmethod
    def now(cls, hands: Hands) -> "Glass":
        """Look now."""
        image = hands.picture().convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()
        root = hands.window.contentItem()
        window = place_of(root)
        things = tuple(_things(root, None, 1.0, window, _ENDLESS, {}))
        dialogs = [one for one in things if "KioskDialog" in one.kinds and one.item.property("shown")]
        if dialogs:
            things = tuple(one for one in things if one.lies_in(dialogs[-1]))
        return cls(hands, window, min(window.width(), window.height()) / 1080, things, pixels)

    def only(self, kind: str) -> "Glass":
        """Look at things of that kind and what lies in them alone."""
        tops = [one for one in self.things if kind in one.kinds]
        inner = tuple(one for one in self.things if any(one.lies_in(top) for top in tops))
        return Glass(self.hands, self.window, self.s, inner, self.pixels)

    @property
    def words(self) -> list[Thing]:
        """Every text in which something is written, wherever it stands."""
        kinds = ("QQuickText", "QQuickTextInput")
        return [
            one
            for one in self.things
            if any(kind in one.kinds for kind in kinds) and str(one.item.property("text")).strip()
        ]

    @property
    def targets(self) -> list[Thing]:
        """Everything that can be touched or typed into."""
        return [one for one in self.things if is_target(one) and one.item.isEnabled()]

    @property
    def stops(self) -> list[Thing]:
        """Everything that the focus can rest on: targets, and what is only read."""
        return [
            one
            for one in self.things
            if (is_target(one) or one.item.activeFocusOnTab()) and one.item.isEnabled()
        ]

    def shows(self, kind: str) -> bool:
        """Tell whether something of that kind is drawn."""
        return any(kind in one.kinds for one in self.things)


def is_target(thing: Thing) -> bool:
    """Tell whether it answers a finger: what keys can lead to, but for what is only read."""
    return bool(thing.kinds & {"KioskPressable", "KioskInput"}) or (
        bool(thing.item.activeFocusOnTab()) and not thing.item.objectName().startswith("data.piece.")
    )


def scrolls(thing: Thing) -> tuple[bool, bool]:
    """Tell whether it scrolls what lies in it, across and down."""
    if "QQuickFlickable" not in thing.kinds:
        return "QQuickTextInput" in thing.kinds, False
    item = thing.item

    def long(of: str) -> float:
        return float(item.property(of) or 0.0)

    return (
        long("leftMargin") + long("contentWidth") + long("rightMargin") > item.width() + 1,
        long("topMargin") + long("contentHeight") + long("bottomMargin") > item.height() + 1,
    )


def _things(
    item: QQuickItem, outer: Thing | None, opacity: float, seen: QRectF, room: QRectF, known: _Known
) -> Iterator[Thing]:
    opacity *= item.opacity()
    if not item.isVisible() or opacity <= 0:
        return
    place = place_of(item)
    thing = Thing(item, _kinds(item, known), outer, place, place.intersected(seen), room, opacity)
    yield thing
    across, down = scrolls(thing)
    if item.clip() or outer is None:
        seen, room = seen.intersected(place), place.intersected(room)
    if across or down:
        room = _along(room, place, across, down)
    for child in item.childItems():
        yield from _things(child, thing, opacity, seen, room, known)


def _along(room: QRectF, place: QRectF, across: bool, down: bool) -> QRectF:
    """Return the room of what scrolls: anywhere along its way."""
    view = place.intersected(room)
    return QRectF(
        _ENDLESS.left() if across else view.left(),
        _ENDLESS.top() if down else view.top(),
        _ENDLESS.width() if across else view.width(),
        _ENDLESS.height() if down else view.height(),
    )


def _kinds(item: QQuickItem, known: _Known) -> frozenset[str]:
    """Return the names of its type and of all that this derives from."""
    meta: QMetaObject | None = item.metaObject()
    name = item.metaObject().className()
    if name not in known:
        names = set()
        while meta is not None:
            names.add(meta.className().split("_QML")[0])
            meta = meta.superClass()
        known[name] = frozenset(names)
    return known[name]
