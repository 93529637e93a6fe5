"""Everything can be reached and done by a keyboard or a tactile keypad: arrows, OK and Back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from scripts.eyes import is_a, place_of, shown_items, visible_part
from scripts.hands import Hands
from tests.journeys.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.journeys.ways import ANNA, WAYS

_CONTROLS = ("KioskPressable", "KioskInput")


_BY_TAB = ("home", "find", "results", "record", "ask", "answer", "borrow", "account", "return", "access")
_BY_ARROWS = ("typing", "results", "browse", "borrowing")


def _ways() -> Iterator[object]:
    """Try Tab on each kind of page standing, arrows on lying ones with lists; the others are proofs."""
    keys = ((Qt.Key.Key_Tab, "tab", _BY_TAB), (Qt.Key.Key_Up, "up", _BY_ARROWS))
    for key, word, usual in keys:
        for name in WAYS:
            marks = () if name in usual else (pytest.mark.proof,)
            yield pytest.param(name, key, id=f"{name}-{word}", marks=marks)


@pytest.mark.parametrize(("name", "key"), list(_ways()))
def test_keys_lead_to_every_control_each_with_a_ring_in_sight(
    use_kiosk: OpenKiosk, name: str, key: Qt.Key
) -> None:
    size = PORTRAIT if key == Qt.Key.Key_Tab else LANDSCAPE
    hands = use_kiosk("de", size).hands
    WAYS[name](hands)
    wanted = {_named(one): one for one in _controls(hands)}
    reached: dict[str, list[str]] = {}
    for _ in range(300):
        hands.press_at_once(key)
        item = hands.window.activeFocusItem()
        if item is None or item.objectName() == "":
            continue
        if item.objectName() not in reached:
            hands.turn(0)
            reached[item.objectName()] = _faults(hands, item)
        if wanted.keys() <= reached.keys():
            break
    assert {where: faults for where, faults in reached.items() if faults} == {}
    # Tab passes lists by, which may be endless: the arrows walk them.
    now = {_named(one) for one in _controls(hands) if key == Qt.Key.Key_Up or not _in_list(one)}
    assert sorted((set(wanted) & now) - set(reached)) == []


def test_a_book_is_found_and_its_record_opened_without_touching_the_screen(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    _lead_to(hands, "home.find", Qt.Key.Key_Down)
    hands.enter()
    hands.type("solaris")
    hands.enter()
    assert hands.page == "find"
    row = next(name for name in _names(hands) if name.startswith("find.title."))
    _lead_to(hands, row, Qt.Key.Key_Down)
    hands.enter()
    assert hands.page == "record"
    hands.press(Qt.Key.Key_Escape)
    assert hands.page == "find"
    hands.press(Qt.Key.Key_Escape)
    assert hands.page == "home"


def test_a_card_is_typed_and_a_visit_ended_by_keys(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("de").hands
    _lead_to(hands, "home.account", Qt.Key.Key_Tab)
    hands.enter()
    _lead_to(hands, "signIn.type", Qt.Key.Key_Tab)
    hands.enter()
    hands.type(ANNA)
    hands.enter()
    assert hands.page == "account"
    assert hands.reads("Anna K.")
    _lead_to(hands, "dock.signOut", Qt.Key.Key_Up)
    hands.enter()
    assert hands.page == "home"


def test_the_countdown_is_answered_by_one_key_and_the_focus_comes_back(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("de").hands
    WAYS["results"](hands)
    _lead_to(hands, "dock.home", Qt.Key.Key_Up)
    hands.pass_seconds(46)
    assert hands.focus == "idle.more"
    hands.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert hands.focus.startswith("idle."), "keys stay inside the dialog"
    _lead_to(hands, "idle.more", Qt.Key.Key_Tab)
    hands.enter()
    assert not hands.sees("idle.more")
    assert hands.focus == "dock.home"


def _controls(hands: Hands) -> list[QQuickItem]:
    """Return all controls of the screen that can be used now and have a part of it."""
    return [
        one
        for one in shown_items(hands.window.contentItem())
        if any(is_a(one, kind) for kind in _CONTROLS)
        and one.isEnabled()
        and not _of_keyboard(one)
        and place_of(one).width() > 0
    ]


def _of_keyboard(item: QQuickItem) -> bool:
    """The on-screen keys type what a keyboard has itself."""
    return item.objectName().startswith("key.")


def _in_list(item: QQuickItem) -> bool:
    parent = item.parentItem()
    while parent is not None:
        if is_a(parent, "QQuickItemView"):
            return True
        parent = parent.parentItem()
    return False


def _named(item: QQuickItem) -> str:
    assert item.objectName(), (
        f"a control without a name: {item.metaObject().className()} {item.property('text')}"
    )
    return item.objectName()


def _names(hands: Hands) -> list[str]:
    return [one.objectName() for one in shown_items(hands.window.contentItem())]


def _faults(hands: Hands, item: QQuickItem) -> list[str]:
    faults = []
    rings = [one for one in shown_items(hands.window.contentItem()) if is_a(one, "KioskFocusRing")]
    if not any(place_of(ring).intersects(place_of(item)) for ring in rings):
        faults.append("no ring")
    seen, whole = visible_part(item), place_of(item)
    if seen.width() < min(whole.width(), 80) or seen.height() < min(whole.height(), 80):
        faults.append(f"out of sight: {seen} of {whole}")
    return faults


def _lead_to(hands: Hands, name: str, key: Qt.Key) -> None:
    for _ in range(80):
        if hands.focus == name:
            return
        hands.press_at_once(key)
    raise AssertionError(f"keys do not lead to {name}")
