"""A library that lays its logo, colours and welcome into the folder is looked at as it wishes, safely."""

import logging
import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQuick import QQuickItem

from kiosk.look.palette import HIGH_CONTRAST
from kiosk.model.kiosk_health import KioskHealth
from kiosk.own_health import own_health
from kiosk.services import Services
from kiosk.ui.patron import dressing
from scripts.eyes import place_of
from tests.journeys.conftest import LANDSCAPE, PORTRAIT, Kiosk, OpenKiosk

OWN_LOOK = Path(__file__).parents[1] / "sample" / "look"
_ACCENT = "#8c1d40"


def lay(services: Services) -> None:
    shutil.copytree(OWN_LOOK, services.folder.path / "look", dirs_exist_ok=True)


def lay_broken(services: Services) -> None:
    folder = services.folder.path / "look"
    folder.mkdir(exist_ok=True)
    (folder / "logo.svg").write_text("<svg><script/></svg>", encoding="utf-8")
    (folder / "look.toml").write_text("[colours]\naccent = 'red'\n", encoding="utf-8")


def dressed(kiosk: Kiosk, has_logo: bool = True) -> None:
    look = kiosk.hands.counter.shell_view_model.look
    kiosk.hands.wait(lambda: bool(look.hasLogo) is has_logo, "the look does not come")
    kiosk.hands.settle()


def colours_of(kiosk: Kiosk, item: QQuickItem) -> set[str]:
    """Give the colours painted where an item stands."""
    picture, place = kiosk.hands.picture(), place_of(item).toRect()
    across, down = range(place.left(), place.right()), range(place.top(), place.bottom())
    return {QColor(picture.pixel(x, y)).name() for x in across for y in down}


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_home_and_every_page_wear_logo_colours_and_welcome(
    open_kiosk: OpenKiosk, size: tuple[int, int]
) -> None:
    kiosk = open_kiosk("pl", size, prepare=lay)
    dressed(kiosk)
    logo = kiosk.hands.find("logo.home")
    assert {_ACCENT, "#18233a"} <= colours_of(kiosk, logo)
    assert logo.width() / logo.height() == pytest.approx(300 / 120, rel=0.03)
    assert kiosk.hands.reads("Witamy w Wieży Książek.")
    assert _ACCENT in colours_of(kiosk, kiosk.hands.find("homeCard.find"))
    kiosk.hands.touch("dock.language.de")
    assert kiosk.hands.reads("Willkommen im Bücherturm.")
    kiosk.hands.touch("dock.access")
    assert _ACCENT in colours_of(kiosk, kiosk.hands.find("logo.head"))


def test_the_logo_speaks_its_text_in_the_language_of_the_visit(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", prepare=lay)
    dressed(kiosk)
    for language, said in (("de", "Logo: ein Turm aus Büchern"), ("en", "Logo: a tower of books")):
        kiosk.hands.touch(f"dock.language.{language}")
        told = QAccessible.queryAccessibleInterface(kiosk.hands.find("logo.home").parentItem())
        assert told.text(QAccessible.Text.Name) == said
        assert told.role() is QAccessible.Role.Graphic


def test_dark_has_the_dark_logo_and_high_contrast_stays_as_shipped(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en", prepare=lay)
    dressed(kiosk)
    kiosk.hands.touch("dock.access")
    kiosk.hands.touch("access.scheme.1")
    kiosk.hands.touch("dock.home")
    assert {"#e58ba6", "#f4efe4"} <= colours_of(kiosk, kiosk.hands.find("logo.home"))
    assert _ACCENT in colours_of(kiosk, kiosk.hands.find("homeCard.find"))
    kiosk.hands.touch("dock.access")
    kiosk.hands.touch("access.scheme.2")
    kiosk.hands.touch("dock.home")
    painted = colours_of(kiosk, kiosk.hands.find("homeCard.find"))
    assert _ACCENT not in painted
    assert HIGH_CONTRAST.find.lower() in painted


def test_a_file_taken_away_while_it_runs_leaves_the_shipped_look(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en", prepare=lay)
    dressed(kiosk)
    shutil.rmtree(kiosk.folder / "look")
    kiosk.hands.counter.look.refresh()
    dressed(kiosk, has_logo=False)
    assert _ACCENT not in colours_of(kiosk, kiosk.hands.find("homeCard.find"))
    lay(kiosk.services)
    kiosk.hands.counter.look.refresh()
    dressed(kiosk)


def test_what_is_broken_costs_a_word_in_the_log_and_one_to_staff(
    open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "kiosk"):
        kiosk = open_kiosk("en", prepare=lay_broken)
        told = caplog.messages
        kiosk.hands.wait(lambda: sum("look:" in one for one in told) == 2, "nothing is in the log")
    assert any("logo.svg" in one for one in caplog.messages)
    assert any("colours.accent" in one and "#8C1D40" in one for one in caplog.messages)
    assert not kiosk.hands.counter.shell_view_model.look.hasLogo
    health = kiosk.aside(own_health)
    assert health.look_broken
    assert KioskHealth.of(health.plain()) == health
    kiosk.hands.touch("home.find")
    assert kiosk.hands.page == "find"


def test_no_file_is_decoded_on_the_thread_of_the_window(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    real = dressing.dress

    def noted(*given: object) -> dressing.Dress:
        threads.append(threading.current_thread().name)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("kiosk.ui.patron.presenters.look.dress", noted)
    kiosk = open_kiosk("en", prepare=lay)
    dressed(kiosk)
    assert threads
    assert all(name.startswith("aside") for name in threads)
