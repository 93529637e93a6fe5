"""The rules page with real keys: change a rule, see what it does, save, undo, merge; and answers follow."""

from typing import cast

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from kiosk.model.article import Article
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.rights import Right
from kiosk.staff.settings.leaves import Path, Plain, leaves_of
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.rules.page import rules_page
from kiosk.ui.staff.rules.part import RulesPart
from kiosk.ui.staff.settings.tabs import TabsPage
from scripts.desk_hands import DeskHands
from scripts.staff_walks_rules import on_cell
from tests.ui.borrow.lending_library import ANNA, NOW, lend
from tests.ui.staff.conftest import OpenDesk

KINDS = (PageKind("rules", Right.RULES_SEE, rules_page, "calendar"),)
DVD = "item_type=dvd"
PERIOD: Path = ("rule", DVD, "loan_period")


def prepare(services: Services) -> None:
    """Lend a film, and write an answer that tells how long one may keep films."""
    lend(services, ANNA, "Arrival")
    article = Article(
        "films",
        "en",
        "borrowing",
        "How long may I keep a film?",
        "You may keep it for {{loan_period item_type=dvd}}.",
    )
    with services.database.act() as work:
        work.articles.save(article, by="anna", at=NOW)
        work.commit()


def rules(open_desk: OpenDesk, language: str = "en") -> DeskHands:
    desk = open_desk(language, prepare=prepare, kinds=KINDS)
    desk.go("rules/matrix")
    return desk


def part(desk: DeskHands) -> RulesPart:
    return cast(RulesPart, cast(TabsPage, desk.page).part)


def set_cell(desk: DeskHands, text: str, row: int = 1, column: int = 4) -> None:
    """Type over a cell of the first group of values and keep it."""
    on_cell(desk, "matrix-loans", row, column)
    desk.press("Return")
    desk.write(text)
    desk.press("Return")
    desk.settle()


def stored(services: Services) -> dict[Path, Plain]:
    with services.database.read() as view:
        return leaves_of(view.library.load())


def answer(services: Services) -> str:
    found = services.asking.article("films", "en", branch="MAIN")
    assert found is not None
    return found.text


def other_saves(services: Services, edits: dict[Path, Plain | None]) -> None:
    """Have another librarian, at another desk, change rules."""
    other = SignedIn("berta", "Berta", "librarian", frozenset(map(str, Right)), "MAIN")
    desk = StaffServices(services).rules
    desk.save(other, desk.library(other), edits)


def test_a_rule_is_changed_in_its_cell_its_effect_shown_and_the_answer_follows(open_desk: OpenDesk) -> None:
    desk = rules(open_desk)
    assert desk.aside(answer) == "You may keep it for 7 days."
    assert desk.rows("matrix-loans")[1][2:5] == ("Film (DVD, Blu-ray)", "yes", "7 days")
    set_cell(desk, "21")
    assert desk.rows("matrix-loans")[1][4] == "21 days"
    assert desk.page.unsaved() == 1
    assert ("Loan period", "7 days", "21 days", "new loans only") in desk.rows("effects")
    assert ("Renewal period", "7 days", "21 days", "1 open loan") in desk.rows("effects")
    told = next(row for row in desk.rows("effects") if row[0].startswith("Answer"))
    assert told[:3] == ("Answer: How long may I keep a film?", "7 days", "21 days")
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.page.unsaved() == 0
    assert desk.aside(stored)[PERIOD] == "21 days"
    assert desk.aside(answer) == "You may keep it for 21 days."


def test_the_loans_that_a_change_concerns_are_listed_one_by_one(open_desk: OpenDesk) -> None:
    desk = rules(open_desk)
    assert not desk.find("showLoans").isEnabled()
    set_cell(desk, "21")
    seen: list[tuple[str, ...]] = []

    def look() -> None:
        desk.settle()
        seen.extend(desk.rows("loansConcerned"))
        desk.click("close")

    desk.when_asked(look)
    desk.click("showLoans")
    (loan,) = seen
    assert loan[0] == "40000044"
    assert "15 December" in loan[3]


def test_the_tester_decides_with_the_row_behind_every_value(open_desk: OpenDesk) -> None:
    desk = rules(open_desk)
    box = desk.one(QComboBox, "test-item_type")
    box.setFocus()
    while box.currentData() != "dvd":
        desk.press("Down")
    box.activated.emit(box.currentIndex())
    desk.settle()
    assert desk.one(QLabel, "verdict").text() == "Allowed, due Tuesday 1 December."
    assert ("Loan period", "7 days", "Film (DVD, Blu-ray)") in desk.rows("tried")
    set_cell(desk, "21")
    assert ("Loan period", "21 days", "Film (DVD, Blu-ray)") in desk.rows("tried")
    desk.focus("testCard")
    desk.write(ANNA)
    desk.focus("testBarcode")
    desk.write("40000044")
    desk.settle()
    assert "Refused" in desk.one(QLabel, "verdict").text()
    desk.focus("testDay")
    desk.write("someday")
    desk.settle()
    assert desk.one(QLineEdit, "testDay").property("wrong")


def test_a_text_that_is_no_such_value_is_told_with_an_example_and_kept_in_the_field(
    open_desk: OpenDesk,
) -> None:
    desk = rules(open_desk, "de")
    on_cell(desk, "matrix-loans", 1, 4)
    desk.press("Return")
    desk.write("bald")
    desk.press("Return")
    desk.settle()
    assert "28 Tage" in desk.shell.wrong.text
    assert desk.one(QLineEdit, "cell").text() == "bald"
    desk.press("Escape")
    assert not desk.seen("cell")
    assert desk.page.unsaved() == 0


def test_a_cell_is_cleared_and_takes_over_from_the_others(open_desk: OpenDesk) -> None:
    desk = rules(open_desk)
    on_cell(desk, "matrix-loans", 1, 4)
    desk.press("Delete")
    desk.settle()
    assert desk.rows("matrix-loans")[1][4] == "28 days"
    desk.press("Ctrl+Z")
    desk.settle()
    assert desk.rows("matrix-loans")[1][4] == "7 days"


def test_what_every_library_needs_cannot_be_cleared_and_it_says_why(open_desk: OpenDesk) -> None:
    desk = rules(open_desk)
    on_cell(desk, "matrix-loans", 0, 4)
    desk.press("Delete")
    desk.settle()
    assert "must set" in desk.shell.wrong.text
    assert desk.rows("matrix-loans")[0][4] == "28 days"
    assert desk.page.unsaved() == 0


def test_a_rule_is_added_for_a_scope_and_removed_again(open_desk: OpenDesk) -> None:
    desk = rules(open_desk)
    count = len(desk.rows("matrix-loans"))

    def choose() -> None:
        for name, wanted in (("patron_category", "child"), ("item_type", "game")):
            box = desk.one(QComboBox, name)
            box.setCurrentIndex(box.findData(wanted))
        desk.click("do")

    desk.when_asked(choose)
    desk.click("addRule")
    desk.settle()
    assert len(desk.rows("matrix-loans")) == count + 1
    row = part(desk).matrix.row
    assert row is not None
    assert row.label == "patron_category=child item_type=game"
    desk.when_asked(lambda: desk.click("do"))
    desk.click("removeRule")
    desk.settle()
    assert len(desk.rows("matrix-loans")) == count
    assert desk.page.unsaved() == 0


def test_the_last_saved_change_is_taken_back_when_asked(open_desk: OpenDesk) -> None:
    desk = rules(open_desk)
    set_cell(desk, "21")
    desk.press("Ctrl+S")
    desk.settle()
    desk.when_asked(lambda: desk.click("do"))
    desk.click("undo")
    desk.settle()
    desk.settle()
    assert desk.aside(stored)[PERIOD] == "7 days"
    assert desk.rows("matrix-loans")[1][4] == "7 days"


def test_what_another_saved_meanwhile_is_shown_and_merged_by_choice(open_desk: OpenDesk) -> None:
    desk = rules(open_desk)
    set_cell(desk, "21")
    set_cell(desk, "4", column=5)
    desk.aside(other_saves, {PERIOD: "14 days", ("rule", DVD, "renewals"): 0})
    seen: list[str] = []

    def choose() -> None:
        seen.append(desk.texts())
        box = desk.one(QComboBox, "choice0")
        box.setCurrentIndex(box.findData("mine"))
        desk.click("merge")

    desk.when_asked(choose)
    desk.press("Ctrl+S")
    desk.settle()
    desk.wait(lambda: desk.page.unsaved() == 0)
    desk.settle()
    assert "14 days" in seen[0]
    now = desk.aside(stored)
    assert now[PERIOD] == "21 days"
    assert now["rule", DVD, "renewals"] == 0
    assert now["rule", DVD, "max_loans"] == 4


def test_typed_values_come_back_after_a_crash(open_desk: OpenDesk) -> None:
    desk = rules(open_desk)
    set_cell(desk, "21")
    desk.window.hide()
    services = Services(desk.services.folder, FixedClock(NOW))
    again = DeskHands.over(services, kinds=KINDS)
    again.go("rules/matrix")
    assert again.rows("matrix-loans")[1][4] == "21 days"
    assert again.page.unsaved() == 1
    again.close()
    services.close()


def test_whoever_may_only_look_can_try_rules_and_change_none(open_desk: OpenDesk) -> None:
    desk = rules(open_desk)
    looking = part(desk)
    looking.may = False
    on_cell(desk, "matrix-loans", 1, 4)
    desk.press("Return")
    assert not desk.seen("cell")
    desk.press("Delete")
    desk.settle()
    assert desk.page.unsaved() == 0
