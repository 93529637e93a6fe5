"""The measures see what is wrong: each fault is made on purpose on a page that has none, and named."""

from collections.abc import Callable

import pytest
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem

from scripts.hands import Hands
from tests.journeys.conftest import PORTRAIT, OpenKiosk
from tests.journeys.ways import WAYS
from tests.measured.faults import faults
from tests.measured.glass import Glass

_TITLE = "Bedienungshilfen"


def _title(hands: Hands) -> QQuickItem:
    return next(one.item for one in Glass.now(hands).words if one.item.property("text") == _TITLE)


def _set(name: str, value: object) -> Callable[[Hands], None]:
    def make(hands: Hands) -> None:
        assert QQmlProperty.write(_title(hands), name, value)

    return make


def _button(name: str, value: object) -> Callable[[Hands], None]:
    def make(hands: Hands) -> None:
        assert QQmlProperty.write(hands.find("access.largeText"), name, value)

    return make


def _narrow(hands: Hands) -> None:
    _set("wrapMode", 3)(hands)
    _title(hands).setWidth(300)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_set("color", "#cccccc"), f"contrast: “{_TITLE}”"),
        (_set("x", -60), f"cut: “{_TITLE}”"),
        (_set("y", 60), "overlap: "),
        (_narrow, f"broken: “{_TITLE}”"),
        (_button("height", 40.0), "small: access.largeText"),
        (_button("width", 60.0), "small: access.largeText"),
        (_button("text", ""), "name or role: access.largeText"),
        (_button("activeFocusOnTab", False), "focus: access.largeText: keys do not lead there"),
    ],
)
def test_a_fault_made_on_purpose_is_named(
    use_kiosk: OpenKiosk, make: Callable[[Hands], None], told: str
) -> None:
    hands = use_kiosk("de", PORTRAIT).hands
    WAYS["access"](hands)
    assert faults(hands) == []
    make(hands)
    hands.settle()
    found = faults(hands)
    assert any(fault.startswith(told) for fault in found), found
