"""While nobody is at the kiosk it shows the library's pictures; whoever comes has home at once."""

import shutil
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.services import Services
from kiosk.ui.patron.presenters.attract import BEFORE_S, EACH_S
from scripts.eyes import middle_of
from tests.journeys.conftest import Kiosk, OpenKiosk

OWN_LOOK = Path(__file__).parents[1] / "sample" / "look"


def lay(services: Services) -> None:
    shutil.copytree(OWN_LOOK, services.folder.path / "look", dirs_exist_ok=True)


def with_pictures(open_kiosk: OpenKiosk, language: str = "en") -> Kiosk:
    """Open a kiosk that has its look and nobody at it."""
    kiosk = open_kiosk(language, prepare=lay)
    kiosk.hands.wait(lambda: bool(kiosk.hands.counter.look.pictures), "the pictures do not come")
    kiosk.hands.counter.shell.end_visit()
    kiosk.hands.settle()
    return kiosk


def picture(kiosk: Kiosk) -> str:
    return str(kiosk.hands.counter.shell_view_model.look.idlePicture)


def attracted(kiosk: Kiosk) -> None:
    kiosk.hands.pass_seconds(BEFORE_S)
    kiosk.hands.wait(lambda: picture(kiosk) != "", "no picture comes")
    kiosk.hands.settle()


def test_a_picture_comes_with_its_words_and_goes_at_a_touch_that_does_no_more(open_kiosk: OpenKiosk) -> None:
    kiosk = with_pictures(open_kiosk)
    kiosk.hands.pass_seconds(BEFORE_S - 1)
    assert picture(kiosk) == ""
    below = middle_of(kiosk.hands.find("home.find")).toPoint()
    attracted(kiosk)
    assert kiosk.hands.reads("The reading room on the second floor is now open until 8 p.m.")
    assert kiosk.hands.reads("Touch the screen to begin")
    assert kiosk.hands.picture().pixelColor(below).name() != "#fffdf8"
    _press(kiosk, below)
    kiosk.hands.wait(lambda: picture(kiosk) == "", "the picture stays")
    kiosk.hands.settle()
    assert kiosk.hands.page == "home"
    kiosk.hands.touch("home.find")
    assert kiosk.hands.page == "find"


def test_a_key_brings_home_and_does_no_more(open_kiosk: OpenKiosk) -> None:
    kiosk = with_pictures(open_kiosk)
    attracted(kiosk)
    QTest.keyClick(kiosk.hands.window, Qt.Key.Key_Return)
    kiosk.hands.wait(lambda: picture(kiosk) == "", "the picture stays")
    assert kiosk.hands.page == "home"


def test_languages_help_and_aids_stay_a_touch_away(open_kiosk: OpenKiosk) -> None:
    kiosk = with_pictures(open_kiosk)
    attracted(kiosk)
    kiosk.hands.touch("dock.language.pl")
    assert picture(kiosk) == ""
    assert kiosk.hands.reads("Witamy w Wieży Książek.")


def test_a_card_held_to_the_reader_begins_a_visit_at_once(open_kiosk: OpenKiosk) -> None:
    kiosk = with_pictures(open_kiosk)
    attracted(kiosk)
    kiosk.hands.scan("20000017")
    kiosk.hands.wait(lambda: kiosk.hands.page != "home", "the card is not seen")
    assert picture(kiosk) == ""


def test_pictures_change_and_one_that_was_taken_away_is_passed_over(open_kiosk: OpenKiosk) -> None:
    def several(services: Services) -> None:
        lay(services)
        for number, colour in ((2, "#112233"), (3, "#445566")):
            Image.new("RGB", (30, 20), colour).save(services.folder.path / f"look/pictures/{number}.png")

    kiosk = open_kiosk("en", prepare=several)
    kiosk.hands.wait(lambda: len(kiosk.hands.counter.look.pictures) == 3, "the pictures do not come")
    kiosk.hands.counter.shell.end_visit()
    kiosk.hands.settle()
    attracted(kiosk)
    first = picture(kiosk)
    (kiosk.folder / "look/pictures/2.png").unlink()
    kiosk.hands.pass_seconds(EACH_S)
    kiosk.hands.settle()
    assert picture(kiosk) == first
    kiosk.hands.pass_seconds(EACH_S)
    kiosk.hands.wait(lambda: picture(kiosk) != first, "the third picture does not come")
    kiosk.hands.settle()
    assert kiosk.hands.picture().pixelColor(20, 20).name() == "#445566"


def test_without_pictures_home_stays(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    kiosk.hands.counter.shell.end_visit()
    kiosk.hands.settle()
    kiosk.hands.pass_seconds(2 * BEFORE_S)
    assert picture(kiosk) == ""


def _press(kiosk: Kiosk, at: QPoint) -> None:
    QTest.mouseClick(kiosk.hands.window, Qt.MouseButton.LeftButton, pos=at)
