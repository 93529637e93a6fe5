"""Chips and tables of an answer narrow it by touch, and Back widens it again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.ask.asked import FILM, chosen, rows
from tests.ui.ask.asking_library import CHILD
from tests.ui.ask.conftest import OpenKiosk


def test_a_chip_asks_again_and_comes_off_at_the_second_touch(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    assert chosen(kiosk, "item_type") == ["dvd"]
    kiosk.touch("answer.refine.item_type.book")
    assert (kiosk.answer.figure, chosen(kiosk, "item_type")) == ("28 Tage", ["book"])
    kiosk.touch("answer.refine.item_type.book")
    assert chosen(kiosk, "item_type") == []
    assert kiosk.answer.question == FILM


def test_back_undoes_the_chips_one_by_one_where_they_stand_before_it_leaves(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", 1280, 800)
    kiosk.begin()
    kiosk.question(FILM)
    seen = kiosk.item("answer.content")
    seen.setProperty("contentY", 150)
    for chip in ("item_type.book", "patron_category.child"):
        kiosk.touch(f"answer.refine.{chip}")
    top = seen.property("contentY")
    assert top > 0
    kiosk.speak("pl")
    kiosk.sign_in(CHILD)
    kiosk.touch("answer.refine.patron_category.adult")
    ways = []
    for _ in range(3):
        kiosk.touch("dock.back")
        ways.append((kiosk.page, chosen(kiosk, "item_type"), chosen(kiosk, "patron_category")))
        assert seen.property("contentY") == top
    assert ways == [("answer", [kind], ["child"]) for kind in ("book", "book", "dvd")]
    assert kiosk.answer.figure.endswith("dni")
    QTest.keyClick(kiosk.window, Qt.Key.Key_Escape)
    assert kiosk.page == "ask"


def test_another_day_is_a_touch_away_all_the_week_and_back_leads_to_today(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.home.askQuestion("opening-hours")
    kiosk.settle()
    today = kiosk.answer.figure
    days = ("today", "tomorrow", "thu", "fri", "sat", "sun", "mon")
    assert all(kiosk.seen(f"answer.refine.day.{day}") for day in days)
    assert not kiosk.seen("answer.refine.day.more")
    kiosk.touch("answer.refine.day.sun")
    assert (chosen(kiosk, "day"), kiosk.answer.figure != today) == (["sun"], True)
    kiosk.touch("dock.back")
    assert (kiosk.page, chosen(kiosk, "day"), kiosk.answer.figure) == ("answer", ["today"], today)
    kiosk.touch("dock.back")
    assert kiosk.page == "home"
    kiosk.home.askQuestion("loan-periods")
    kiosk.settle()
    kiosk.touch("answer.refine.day.more")  # among two other things to choose
    kiosk.touch("answer.refine.day.mon")
    assert chosen(kiosk, "day") == ["mon"]


def test_the_chips_that_do_not_fit_are_a_touch_away(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    assert not kiosk.seen("answer.refine.item_type.kit")
    kiosk.touch("answer.refine.item_type.more")
    kiosk.touch("answer.refine.item_type.kit")
    assert chosen(kiosk, "item_type") == ["kit"]


def test_a_long_table_shows_the_row_asked_for_first_and_the_rest_on_demand(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    (table,) = (block for block in rows(kiosk.answer.blocks) if block.kind == "table")
    assert (table.rows[0][0], table.marked, table.icons[0]) == ("Film (DVD, Blu-ray)", 0, "film")
    kiosk.touch("answer.table.all")
    assert not kiosk.seen("answer.table.all")
