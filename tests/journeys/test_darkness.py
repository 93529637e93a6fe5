"""Outside opening hours the screen may sleep; whoever touches it finds what works."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt

from kiosk.services import Services
from scripts.hands import Hands
from tests.journeys.conftest import NOW, OpenKiosk
from tests.journeys.ways import ANNA

_NIGHT = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
_MIDDLE = QPoint(540, 900)


class SetClock:
    """A clock that is put forward by hand."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return its moment."""
        return self.moment


def sleeping(clock: SetClock, **commands: str) -> Callable[[Services], None]:
    """Let it be as late as the clock says, and the screen sleep while the branch is closed."""

    def prepare(services: Services) -> None:
        front = replace(services.settings.front, screen_off="closed", **commands)
        services.settings = replace(services.settings, front=front)
        services.clock = clock

    return prepare


def is_dark(hands: Hands) -> bool:
    """Tell whether the whole picture is black."""
    picture = hands.picture().scaled(8, 8)
    pixels = {picture.pixelColor(x, y).name() for x in range(8) for y in range(8)}
    return pixels == {"#000000"}


def test_it_sleeps_at_night_wakes_for_a_touch_that_does_no_more_and_sleeps_again(
    open_kiosk: OpenKiosk,
) -> None:
    hands = open_kiosk("de", prepare=sleeping(SetClock(_NIGHT))).hands
    hands.pass_seconds(1)
    assert is_dark(hands)
    hands.tap(_MIDDLE)
    hands.settle()
    assert not is_dark(hands)
    assert hands.page == "home", "the touch has opened nothing"
    hands.touch("home.find")
    assert hands.page == "find", "what works by night works"
    hands.pass_seconds(66)
    assert hands.page == "home"
    assert is_dark(hands)


def test_a_key_wakes_it_and_does_no_more_and_a_card_begins_its_visit(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("en", prepare=sleeping(SetClock(_NIGHT))).hands
    hands.pass_seconds(1)
    hands.press(Qt.Key.Key_Return)
    assert not is_dark(hands)
    assert hands.page == "home"
    hands.pass_seconds(66)
    assert is_dark(hands)
    hands.scan(ANNA)
    assert hands.counter.visit.card == ANNA
    assert not is_dark(hands)


def test_at_opening_home_is_there_again(open_kiosk: OpenKiosk) -> None:
    clock = SetClock(_NIGHT)
    hands = open_kiosk("pl", prepare=sleeping(clock)).hands
    hands.pass_seconds(1)
    assert is_dark(hands)
    clock.moment = NOW
    hands.pass_seconds(2)
    assert not is_dark(hands)
    assert hands.sees("home.find")


def test_it_never_sleeps_unless_it_is_set_so(open_kiosk: OpenKiosk) -> None:
    def at_night(services: Services) -> None:
        services.clock = SetClock(_NIGHT)

    hands = open_kiosk("de", prepare=at_night).hands
    hands.pass_seconds(3)
    assert not is_dark(hands)


def test_the_machines_own_commands_are_run_and_one_that_fails_keeps_nothing_back(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    mark = tmp_path / "off"
    commands = {"off_command": f"touch '{mark}'", "on_command": "no-such-program --on"}
    hands = open_kiosk("de", prepare=sleeping(SetClock(_NIGHT), **commands)).hands
    hands.pass_seconds(1)
    hands.wait(mark.exists, "the command was not run")
    hands.tap(_MIDDLE)
    hands.settle()
    assert not is_dark(hands)
