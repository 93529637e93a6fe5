"""The kiosk of the Borrow tests, for the account and for returns."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from kiosk.services import Services
from scripts.hands import Hands
from tests.ui.borrow.conftest import finger, open_kiosk
from tests.ui.borrow.lending_library import lending_library

__all__ = ["finger", "open_kiosk"]

T = TypeVar("T")

OpenHands = Callable[..., Hands]


@pytest.fixture
def open_hands(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenHands]:
    """Open the whole app over the small library: `open_hands("de", LANDSCAPE, pin_for=…)`.

    `prepare` fills the library beforehand.
    """
    opened: list[tuple[Hands, Services]] = []

    def opener(
        language: str = "en",
        size: tuple[int, int] = (1080, 1920),
        *,
        prepare: Callable[[Services], None] | None = None,
        **profile: object,
    ) -> Hands:
        services = lending_library(tmp_path / "library", **profile)
        if prepare is not None:
            prepare(services)
        opened.append((Hands.over(services, language, size, still=True), services))
        return opened[-1][0]

    yield opener
    for hands, services in opened:
        hands.close()
        services.close()
    qtbot.wait(0)


def aside(hands: Hands, look: Callable[..., T], *arguments: object) -> T:
    """Look into the library at another desk: not on the thread of the window."""
    with ThreadPoolExecutor(1) as desk:
        return desk.submit(look, hands.counter.services, *arguments).result()


def touch_digits(hands: Hands, digits: str) -> None:
    """Type digits on the number pad, and go on."""
    for digit in digits:
        hands.touch(f"key.{digit}")
    hands.touch("key.go")
