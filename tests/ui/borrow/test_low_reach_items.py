"""Borrowing in low reach and large text: the buttons stay, and what was laid down just now is shown."""

import pytest

from kiosk.ui.patron.shell_state import Comfort
from scripts.eyes import place_of

from .conftest import OpenKiosk
from .lending_library import ANNA, BARCODES


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_done_stays_in_sight_and_the_newest_item_comes_into_it(open_kiosk: OpenKiosk, language: str) -> None:
    kiosk = open_kiosk(language, 1080, 1920, comfort=Comfort(0, True, True, True))
    kiosk.sign_in_as(ANNA)
    kiosk.window.grabWindow()
    page, bed = place_of(kiosk.item("pages")), kiosk.item("borrow.bed")
    assert bed.property("interactive"), "there is more than has room"
    assert page.contains(place_of(kiosk.item("borrow.done")))
    assert bed.property("contentY") == 0, "first what is to be done"
    kiosk.scan(BARCODES["Piranesi"])
    kiosk.wait(lambda: len(kiosk.rows("borrow")) == 1)
    kiosk.settle()
    kiosk.window.grabWindow()
    row = kiosk.item(f"borrow.row.{kiosk.rows('borrow')[0].ticket}")
    assert place_of(bed).contains(place_of(row))
    assert page.contains(place_of(kiosk.item("borrow.done")))
