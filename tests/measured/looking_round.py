"""Turns a screen that stands there to another size, language, theme, text size, reach or motion, and back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtQml import qmlEngine

from kiosk.ui.patron.shell_state import Comfort
from scripts.eyes import is_a, shown_items
from scripts.hands import Hands
from tests.measured.focus import give_back
from tests.measured.rows import Way


@contextmanager
def looked_at(hands: Hands) -> Iterator[None]:
    """Have the screen turned this way and that, and leave it as it was."""
    shell = hands.counter.shell_view_model
    comfort, language, focus = shell.comfort, hands.counter.visit.language, hands.focus
    size = (hands.window.width(), hands.window.height())
    yield
    _turn(hands, size, comfort, language, focus)


def turn(hands: Hands, way: Way) -> None:
    """Look at the screen in that way; the field that is typed into stays so."""
    comfort = Comfort(way.theme, way.large, reduced_motion=True, low_reach=way.low)
    _turn(hands, way.size, comfort, way.language, hands.focus)
    if way.moving:
        hands.counter.shell_view_model.setComfort(replace(comfort, reduced_motion=False))
        hands.settle()


def _turn(hands: Hands, size: tuple[int, int], comfort: Comfort, language: str, focus: str) -> None:
    # A finger has come here: keys, which lead the screen after the focus, walked it in the way before.
    engine = qmlEngine(hands.window)
    assert engine is not None
    theme = engine.singletonInstance("Kiosk", "Theme")
    assert theme is not None
    theme.setProperty("keysInUse", False)
    hands.window.resize(*size)
    hands.counter.shell_view_model.setComfort(comfort)
    if any(
        is_a(one, "KioskDialog") and one.property("shown") for one in shown_items(hands.window.contentItem())
    ):
        # Nobody can change the language behind a dialog: only what stands in it is said anew.
        hands.counter.shell.languageChanged.emit(language)
    else:
        hands.counter.visit.speak(language)
    hands.settle()
    hands.wait(
        lambda: (hands.window.contentItem().width(), hands.window.contentItem().height()) == size,
        "the window does not change its size",
    )
    give_back(hands, focus)
    # The keyboard of a field that had lost the focus meanwhile fades in anew: till then nothing is read.
    hands.wait(lambda: not _fading(hands), "the keyboard stays half there")
    hands.settle()


def _fading(hands: Hands) -> bool:
    hosts = (one for one in shown_items(hands.window.contentItem()) if is_a(one, "KioskKeyboardHost"))
    return any(0 < veil.opacity() < 1 for host in hosts for veil in host.childItems())
