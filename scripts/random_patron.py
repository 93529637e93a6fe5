"""A patron who means something now and then and otherwise touches, types and scans what comes to hand."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem

from scripts.eyes import is_a, middle_of, visible_part
from scripts.hands import Hands

_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
)
_WORDS = ("kafka", "lem", "mo", "dvd", "wie lange", "ile", "hours", "kinder", "fee", "xqzv", "ä", "ż")
_SYLLABLES = ("ka", "lo", "mi", "ru", "ze", "po", "du", "fa")
_NEVER_SCANNED = ("99999999", "000000000000", "ABC-123-XYZ", "4006381333931")
_HUMAN_S = 2.0  # from one act to the next, on average
_SEVERAL = 6


@dataclass(frozen=True, slots=True)
class Town:
    """Who may come, and what they may bring."""

    cards: Sequence[str]
    free: Sequence[str]
    lent: Sequence[str]


class RandomPatron:
    """Use the app as somebody would; `speed` is how much faster than people, `visits` counts who came."""

    def __init__(self, hands: Hands, town: Town, dice: random.Random, speed: float) -> None:
        self._hands, self._town, self._dice, self._speed = hands, town, dice, speed
        self._pressable: dict[str, bool] = {}
        self._card = ""
        self.acts = self.visits = 0
        self.trail: list[str] = []  # what this patron has done, and on which page
        self._wants: tuple[tuple[int, Callable[[], None]], ...] = (
            (3, self._find),
            (3, self._ask),
            (4, self._borrow),
            (2, self._give_back),
            (2, self._look_at_account),
            (2, self._take_aids),
            (2, self._wander),
        )
        self._acts: tuple[tuple[int, Callable[[], None]], ...] = (
            (50, self._touch_something),
            (6, self._scan_something),
            (10, self._type_something),
            (14, self._press_something),
            (10, self._flick),
            (2, self._touch_anywhere),
        )
        self._ends: tuple[tuple[int, Callable[[], None]], ...] = (
            (5, lambda: self._touch("dock.signOut")),
            (3, self._walk_away),
            (2, self._hesitate_and_walk_away),
            (2, lambda: self._touch("dock.home")),
            (1, lambda: self._scan(self._one_of(self._town.cards))),
        )

    def come(self) -> tuple[str, ...]:
        """Make one visit and leave; return the words that were this patron's alone."""
        self.visits += 1
        self._card = self._one_of(self._town.cards)
        self.trail.clear()
        # Nobody else ever typed it: it must be gone with the visit.
        own = "".join(self._dice.choice(_SYLLABLES) for _ in range(5)) + str(self.visits)
        want = self._drawn(self._wants)
        want()
        if self._dice.random() < 0.3 and self._field() is not None:
            self._type(own)
        for _ in range(self._dice.randrange(_SEVERAL)):
            self._drawn(self._acts)()
        self._drawn(self._ends)()
        return (self._card, own)

    def leave(self) -> None:
        """Be gone, until the app has noticed."""
        self._walk_away()

    # What somebody wants.

    def _find(self) -> None:
        self._touch("home.find", "tab.find")
        self._type(self._one_of(_WORDS))
        self._press(Qt.Key.Key_Return)
        self._flick()
        self._touch_one("find.title.")
        self._flick()

    def _ask(self) -> None:
        self._touch("home.ask", "tab.ask")
        self._touch("ask.field.input")
        self._type(self._one_of(_WORDS))
        self._press(Qt.Key.Key_Return)
        self._touch_one("answer.")

    def _borrow(self) -> None:
        self._touch("homeCard.borrow", "tab.borrow")
        self._scan(self._card)
        for _ in range(self._dice.randint(1, _SEVERAL)):
            self._scan(self._one_of(self._town.free))
        self._touch("borrow.done")
        self._touch_one("borrow.receipt")

    def _give_back(self) -> None:
        self._touch("home.return", "tab.return")
        for _ in range(self._dice.randint(1, _SEVERAL)):
            self._scan(self._one_of((*self._town.lent, *self._town.free)))
        self._touch("return.done")

    def _look_at_account(self) -> None:
        self._touch("home.account", "tab.borrow")
        self._scan(self._card)
        self._flick()
        self._touch_one("account.")

    def _take_aids(self) -> None:
        self._touch("dock.access")
        for _ in range(3):
            self._touch_one("access.")
        self._touch("dock.language")
        self._touch_one("language.")
        self._touch("dock.home")

    def _wander(self) -> None:
        for _ in range(self._dice.randint(2, 3 * _SEVERAL)):
            self._drawn(self._acts)()

    # Single acts.

    def _touch_something(self) -> None:
        self._touch_one("")

    def _touch_one(self, beginning: str) -> None:
        named = [one for one in self._targets() if one.objectName().startswith(beginning)]
        self._dice.shuffle(named)
        # Looking whether an item can be seen takes longer than all else: not of all, and not for ever.
        found = next((one for one in named[:_SEVERAL] if not visible_part(one).isEmpty()), None)
        if found is not None:
            self._touch_at(found)

    def _touch(self, *names: str) -> None:
        found = next((one for one in self._targets() if one.objectName() in names), None)
        if found is not None and not visible_part(found).isEmpty():
            self._touch_at(found)

    def _touch_anywhere(self) -> None:
        window = self._hands.window
        self._hands.tap(QPoint(self._dice.randrange(window.width()), self._dice.randrange(window.height())))
        self._pause()

    def _touch_at(self, item: QQuickItem) -> None:
        self._note(item.objectName() or item.metaObject().className())
        part = visible_part(item)
        self._hands.tap((part.center() if part.isValid() else middle_of(item)).toPoint())
        self._pause()

    def _scan_something(self) -> None:
        town = self._town
        self._scan(self._one_of((*_NEVER_SCANNED, self._card, *town.free[:20], *town.lent[:20])))

    def _scan(self, code: str) -> None:
        self._note("scan")
        self._hands.scan_at_once(code)
        self._pause()

    def _type_something(self) -> None:
        self._type(self._one_of((*_WORDS, "1234", "24", "11")))

    def _type(self, text: str) -> None:
        self._note("type")
        for letter in text:
            self._hands.type_at_once(letter)
            self._hands.turn(0)
        self._pause()

    def _press_something(self) -> None:
        self._press(self._dice.choice(_KEYS))

    def _press(self, key: Qt.Key) -> None:
        self._note(key.name)
        self._hands.press_at_once(key)
        self._pause()

    def _flick(self) -> None:
        self._note("flick")
        window = self._hands.window
        start = QPoint(window.width() // 2, round(window.height() * self._dice.uniform(0.4, 0.75)))
        self._hands.flick(start, self._dice.choice((-1, 1)) * round(window.height() * 0.25))
        self._pause()

    # Ways to leave.

    def _walk_away(self) -> None:
        """Say nothing for longer than the idle time and its countdown."""
        allowed = self._hands.counter.visit.profile.idle_seconds
        self._hands.turn((allowed + 25) / self._speed)

    def _hesitate_and_walk_away(self) -> None:
        allowed = self._hands.counter.visit.profile.idle_seconds
        self._hands.turn((allowed + 8) / self._speed)
        self._touch("idle.more")
        self._walk_away()

    # Dice.

    def _note(self, act: object) -> None:
        self.trail.append(f"{self._hands.page}:{act}")

    def _pause(self) -> None:
        self.acts += 1
        self._hands.turn(min(self._dice.expovariate(1 / _HUMAN_S), 4 * _HUMAN_S) / self._speed)

    def _one_of(self, choices: Sequence[str]) -> str:
        return self._dice.choice(choices)

    def _drawn(self, weighted: tuple[tuple[int, Callable[[], None]], ...]) -> Callable[[], None]:
        return self._dice.choices([act for _, act in weighted], [weight for weight, _ in weighted])[0]

    def _field(self) -> QQuickItem | None:
        item = self._hands.window.activeFocusItem()
        return item if item is not None and is_a(item, "KioskInput") else None

    def _targets(self) -> list[QQuickItem]:
        """Give every control that is drawn, also those scrolled out of sight."""
        return [one for one in self._shown(self._hands.window.contentItem()) if one.isEnabled()]

    def _shown(self, item: QQuickItem) -> Iterator[QQuickItem]:
        """Yield the controls below an item; what is inside a control is none."""
        if not item.isVisible() or item.opacity() == 0:
            return
        if self._is_pressable(item):
            yield item
        else:
            for child in item.childItems():
                yield from self._shown(child)

    def _is_pressable(self, item: QQuickItem) -> bool:
        kind = str(item.metaObject().className())
        if kind not in self._pressable:
            self._pressable[kind] = is_a(item, "KioskPressable") or is_a(item, "KioskInput")
        return self._pressable[kind]
