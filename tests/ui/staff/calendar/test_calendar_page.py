"""The calendar page with real keys: a closure entered and removed, hours changed."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from kiosk.model.calendar import Calendar
from kiosk.services import Services
from kiosk.staff.rights import Right
from kiosk.ui.staff.calendar.months_view import MonthsView
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.rules.page import rules_page
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import ANNA, lend
from tests.ui.staff.conftest import OpenDesk

KINDS = (PageKind("rules", Right.RULES_SEE, rules_page, "calendar"),)


def prepare(services: Services) -> None:
    lend(services, ANNA, "Arrival")  # due a week later, on 1 December


def calendar(open_desk: OpenDesk, language: str = "en") -> DeskHands:
    desk = open_desk(language, prepare=prepare, kinds=KINDS)
    desk.go("rules/calendar")
    return desk


def stored(services: Services) -> Calendar:
    with services.database.read() as view:
        branch = view.library.load().branch("MAIN")
    assert branch is not None
    return branch.calendar


def test_a_closure_is_entered_with_the_keyboard_told_what_is_due_and_removed(open_desk: OpenDesk) -> None:
    desk = calendar(open_desk)
    count = len(desk.rows("closures"))
    desk.focus("months")
    desk.press("Right", "Down", "Left")
    assert desk.one(MonthsView, "months").day == date(2026, 12, 1)
    assert "1 December 2026: 10:00" in desk.one(QLabel, "dayTold").text()
    due: list[str] = []

    def enter() -> None:
        desk.one(QLineEdit, "closureReason-en").setText("Stocktaking")
        desk.settle()
        due.append(desk.one(QLabel, "closureDue").text())
        desk.click("do")

    desk.when_asked(enter)
    desk.press("Return")
    desk.settle()
    assert due == ["1 item is due on these days, its due date stays."]
    assert len(desk.rows("closures")) == count + 1
    desk.click("save")
    desk.settle()
    kept = next(one for one in desk.aside(stored).closures if one.first == date(2026, 12, 1))
    assert kept.reason.in_language("en") == "Stocktaking"
    assert "closed – Stocktaking" in desk.one(QLabel, "dayTold").text()
    desk.page.part.closures.mark((kept.first, kept.last))  # type: ignore[attr-defined]
    desk.click("removeClosure")
    desk.settle()
    desk.click("save")
    desk.settle()
    assert all(one.first != date(2026, 12, 1) for one in desk.aside(stored).closures)


def test_days_in_the_wrong_order_are_not_entered_and_it_says_why(open_desk: OpenDesk) -> None:
    desk = calendar(open_desk)

    def enter() -> None:
        desk.one(QLineEdit, "closureTo").setText("2026-11-01")
        assert "before the first" in desk.texts()
        assert not desk.find("do").isEnabled()
        desk.one(QLineEdit, "closureTo").setText("tomorrow")
        assert "Write a day" in desk.texts()
        desk.press("Escape")

    desk.when_asked(enter)
    desk.focus("months")
    desk.press("Return")
    desk.settle()
    assert desk.page.unsaved() == 0


def test_hours_are_typed_saved_and_wrong_ones_stay_to_be_mended(open_desk: OpenDesk) -> None:
    desk = calendar(open_desk)
    desk.focus("hours-mon")
    desk.write("9-12, 14-18")
    desk.press("Tab")
    desk.settle()
    assert desk.page.unsaved() == 1
    desk.focus("hours-tue")
    desk.one(QLineEdit, "hours-tue").selectAll()
    desk.write("18-9")
    desk.press("Tab")
    desk.settle()
    assert "“18:00-9:00” are no opening hours" not in desk.texts()
    assert "“18:00-09:00” are no opening hours" in desk.texts()
    assert desk.one(QLineEdit, "hours-tue").text() == "18-9"
    assert desk.page.unsaved() == 2
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.page.unsaved() == 1, "what can be is saved, what cannot waits"
    week = desk.aside(stored).week
    assert week is not None
    assert [f"{span.opens:%H:%M}-{span.closes:%H:%M}" for span in week[0]] == ["09:00-12:00", "14:00-18:00"]


def told(desk: DeskHands, name: str) -> str:
    """Give what a field says is wrong with it."""
    return desk.one(QLineEdit, name).accessibleDescription()


def type_hours(desk: DeskHands, day: str, text: str) -> None:
    desk.focus(f"hours-{day}")
    desk.one(QLineEdit, f"hours-{day}").selectAll()
    desk.write(text)
    desk.press("Tab")
    desk.settle()


def test_impossible_hours_wait_while_one_looks_elsewhere_until_they_are_mended(open_desk: OpenDesk) -> None:
    desk = calendar(open_desk)
    before = desk.one(QLineEdit, "hours-tue").text()
    type_hours(desk, "tue", "9-12, 11-18")
    assert "overlap" in desk.texts()
    box = desk.one(QComboBox, "owner")
    box.setCurrentIndex(1)
    desk.settle()
    assert desk.one(QLineEdit, "hours-tue").text() != "9-12, 11-18", "another place has its own hours"
    assert not told(desk, "hours-tue")
    box.setCurrentIndex(0)
    desk.settle()
    assert desk.one(QLineEdit, "hours-tue").text() == "9-12, 11-18"
    assert "overlap" in told(desk, "hours-tue")
    assert desk.page.unsaved() == 1
    type_hours(desk, "wed", "9-12")
    assert desk.one(QLineEdit, "hours-tue").text() == "9-12, 11-18", "another day leaves it alone"
    desk.click("undo")
    desk.settle()
    assert desk.one(QLineEdit, "hours-tue").text() == before
    assert not told(desk, "hours-tue")
    type_hours(desk, "tue", "9")
    assert desk.page.unsaved() == 2
    type_hours(desk, "tue", before)
    assert desk.page.unsaved() == 1, "what was there before needs no repair"


def test_the_hours_of_every_branch_and_channel_can_be_chosen(open_desk: OpenDesk) -> None:
    desk = calendar(open_desk, "de")
    box = desk.one(QComboBox, "owner")
    kinds = {box.itemData(place)[0] for place in range(box.count())}
    assert kinds == {"branch", "channel"}
    box.setCurrentIndex(box.count() - 1)
    desk.settle()
    assert desk.seen("hours-mon")
