"""The settings page with real keys: parts, accounts, roles, letters, the library file and the trail."""

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTableView,
)

from kiosk.model.library import Library
from kiosk.model.service import Service, Span, SpanUnit
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.library_file import library_file_text
from kiosk.staff.rights import Right
from kiosk.staff.settings.leaves import Path as LeafPath
from kiosk.staff.settings.leaves import leaves_of
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.settings.page import settings_page
from kiosk.ui.staff.settings.tabs import TabsPage
from scripts.desk_hands import DeskHands
from scripts.staff_walks_rules import on_cell
from tests.ui.staff.conftest import OpenDesk

KINDS = (PageKind("settings", Right.RULES_SEE, settings_page, "filter"),)


def settings(open_desk: OpenDesk, part: str, language: str = "en") -> DeskHands:
    desk = open_desk(language, kinds=KINDS)
    desk.go(f"settings/{part}")
    return desk


def part(desk: DeskHands) -> Any:
    return cast(TabsPage, desk.page).part


def stored(services: Services) -> Library:
    with services.database.read() as view:
        return view.library.load()


def mark(desk: DeskHands, label: str) -> None:
    part(desk).list.mark(label)
    desk.settle()


def typed(desk: DeskHands, name: str, text: str) -> None:
    """Type over a field and leave it."""
    desk.focus(name)
    desk.one(QLineEdit, name).selectAll()
    desk.write(text)
    desk.press("Return")
    desk.settle()


def test_a_branch_gets_a_telephone_and_a_name_in_one_language(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "branch")
    mark(desk, "WEST")
    assert desk.one(QLineEdit, "time_zone").placeholderText() == "Europe/Berlin", "the library's applies"
    typed(desk, "phone", "+49 30 99")
    typed(desk, "name-pl", "Filia Zachodnia")
    assert desk.page.unsaved() == 2
    desk.press("Ctrl+S")
    desk.settle()
    branch = desk.aside(stored).branch("WEST")
    assert branch is not None
    assert branch.phone == "+49 30 99"
    assert branch.name.in_language("pl") == "Filia Zachodnia"
    assert desk.place.library.branch("WEST") == branch, "every page has it at hand at once"
    assert branch.name.in_language("de") != "Filia Zachodnia"


def test_a_category_is_added_and_what_is_in_use_cannot_go(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "patron_category")

    def name_it() -> None:
        desk.one(QLineEdit, "new-code").setText("guest")
        desk.click("do")

    desk.when_asked(name_it)
    desk.click("addElement")
    desk.settle()
    assert part(desk).list.current.label == "guest"
    typed(desk, "name-en", "Guests")
    typed(desk, "membership_fee", "much")
    assert "“much”" in desk.texts()
    typed(desk, "membership_fee", "5")
    desk.click("save")
    desk.settle()
    added = next(one for one in desk.aside(stored).patron_categories if one.code == "guest")
    assert added.membership_fee is not None
    assert (added.name.in_language("en"), added.membership_fee.decimal()) == ("Guests", "5.00")
    mark(desk, "adult")
    desk.click("removeElement")
    desk.settle()
    assert "patrons" in desk.shell.wrong.text
    assert desk.page.unsaved() == 0
    mark(desk, "guest")
    desk.when_asked(lambda: desk.click("do"))
    desk.click("removeElement")
    desk.settle()
    desk.click("save")
    desk.settle()
    assert all(one.code != "guest" for one in desk.aside(stored).patron_categories)


def test_a_price_is_added_changed_and_said_by_the_articles_that_name_it(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "service", "de")

    def name_it() -> None:
        desk.one(QLineEdit, "new-name").setText("Laminating Film")
        desk.one(QLineEdit, "new-value").setText("0,10 €")
        assert not desk.find("do").isEnabled()
        assert "kleinen Buchstaben" in desk.texts()
        desk.one(QLineEdit, "new-name").setText("laminating")
        desk.click("do")

    desk.when_asked(name_it)
    desk.click("addElement")
    desk.settle()
    assert "{{service name=laminating}}" in desk.texts()
    typed(desk, "service_value", "zwei Monde")
    assert "„zwei Monde“" in desk.texts()
    assert desk.one(QLineEdit, "service_value").text() == "zwei Monde", "what was typed stays to be mended"
    typed(desk, "service_value", "2 Stunden")
    assert "zwei Monde" not in desk.texts()
    desk.press("Ctrl+S")
    desk.settle()
    added = desk.aside(stored).service("laminating")
    assert added == Service("laminating", Span(2, SpanUnit.HOURS))
    assert desk.rows("elements")[-1] == ("laminating", "2 Stunden", "")
    desk.when_asked(lambda: desk.click("do"))
    desk.click("removeElement")
    desk.settle()
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.aside(stored).service("laminating") is None


def test_a_wrong_time_zone_waits_with_its_reason_while_another_form_is_open(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "branch")
    first, second, *_ = codes(desk.aside(stored))
    mark(desk, first)
    typed(desk, "time_zone", "Berlin")
    typed(desk, "phone", "+49 30 5")
    assert "“Berlin” cannot be Time zone" in desk.texts()
    mark(desk, second)
    assert desk.one(QLineEdit, "time_zone").text() == ""
    assert not desk.one(QLineEdit, "time_zone").accessibleDescription()
    desk.go("settings/library")
    typed(desk, "time_zone", "Mars")
    assert "“Mars” cannot be Time zone" in desk.texts()
    desk.go("settings/branch")
    mark(desk, first)
    assert desk.one(QLineEdit, "time_zone").text() == "Berlin"
    assert "“Berlin” cannot be Time zone" in desk.one(QLineEdit, "time_zone").accessibleDescription()
    desk.press("Ctrl+S")
    desk.settle()
    desk.press("Ctrl+S")
    desk.settle()
    assert "marked as wrong" in desk.shell.wrong.text
    assert desk.page.unsaved() == 2, "one here, one of the library's own"
    typed(desk, "time_zone", "Europe/Warsaw")
    desk.press("Ctrl+S")
    desk.settle()
    branch = desk.aside(stored).branch(first)
    assert branch is not None
    assert (branch.phone, branch.calendar.time_zone) == ("+49 30 5", "Europe/Warsaw")
    desk.go("settings/library")
    assert desk.one(QLineEdit, "time_zone").text() == "Mars"


def codes(library: Library) -> list[str]:
    return [one.code for one in library.branches]


def test_a_branch_is_moved_by_button_and_by_keys_and_back(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "branch")
    first, second, *rest = codes(desk.aside(stored))
    mark(desk, first)
    assert not desk.find("move-up").isEnabled(), "the first goes no higher"
    desk.click("move-down")
    desk.settle()
    assert [row[0] for row in desk.rows("elements")] == [second, first, *rest]
    assert part(desk).list.current.label == first, "the mark goes with it"
    assert desk.page.unsaved() == 1
    desk.focus("elements")
    desk.press("Alt+Up")
    desk.settle()
    assert desk.page.unsaved() == 0, "where it was is no change"
    desk.press("Alt+Down")
    desk.settle()
    desk.press("Ctrl+S")
    desk.settle()
    assert codes(desk.aside(stored)) == [second, first, *rest]
    desk.when_asked(lambda: desk.click("do"))
    desk.press("Ctrl+Z")
    desk.settle()
    assert codes(desk.aside(stored)) == [first, second, *rest]


def test_a_list_in_another_order_or_cut_by_a_filter_moves_nothing(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "branch")
    first, second, *_ = codes(desk.aside(stored))
    mark(desk, second)
    assert desk.find("move-up").isEnabled()
    part(desk).list.filter(second)
    mark(desk, second)
    assert not desk.find("move-up").isEnabled()
    part(desk).list.filter("")
    part(desk).list.sort("code", descending=first < second)
    mark(desk, first)
    assert not desk.find("move-down").isEnabled()
    assert not desk.find("move-up").isEnabled()


def test_a_kiosk_gets_another_idle_time_and_a_function_less(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "kiosk")
    mark(desk, "kiosk-1")
    typed(desk, "idle_seconds", "90")
    desk.click("functions-holds")
    desk.settle()
    typed(desk, "idle_seconds", "3")
    assert "“3” cannot be Idle after (seconds)" in desk.texts()
    desk.click("save")
    desk.settle()
    kiosk = next(one for one in desk.aside(stored).kiosks if one.name == "kiosk-1")
    assert kiosk.idle_seconds == 90
    assert "holds" not in kiosk.functions


def test_how_long_things_are_kept_is_a_number_of_days_or_for_ever(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "library", "de")
    typed(desk, "retention-messages", "für immer")
    typed(desk, "retention-holds", "60")
    desk.press("Ctrl+S")
    desk.settle()
    kept = desk.aside(stored).retention
    assert (kept.messages, kept.holds) == (None, 60)


def test_an_account_is_added_given_another_role_and_let_in_no_longer(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "accounts")

    def fill() -> None:
        for key, text in (("name", "ewa"), ("shown", "Ewa"), ("password", "vier junge Buchen")):
            desk.one(QLineEdit, f"account-{key}").setText(text)
        assert not desk.find("do").isEnabled()
        desk.one(QLineEdit, "account-again").setText("vier junge Buchen")
        desk.click("do")

    desk.when_asked(fill)
    desk.click("add")
    desk.settle()
    desk.settle()
    assert [row[0] for row in desk.rows("accounts")] == ["ewa", "magda"]
    mark(desk, "ewa")

    def other_role() -> None:
        box = desk.one(QComboBox, "account-role")
        box.setCurrentIndex(box.findData("editor"))
        desk.click("do")

    desk.when_asked(other_role)
    desk.click("role")
    desk.settle()
    desk.settle()
    assert desk.rows("accounts")[0][2] == "Editor"
    desk.when_asked(lambda: desk.click("do"))
    desk.click("active")
    desk.settle()
    desk.settle()
    assert desk.rows("accounts")[0][3] == "not let in"


def test_the_last_administrator_stays(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "accounts")
    desk.when_asked(lambda: desk.click("do"))
    desk.click("active")
    desk.settle()
    assert "last account" in desk.shell.wrong.text
    assert desk.rows("accounts")[0][3] == "may sign in"


def test_a_role_gets_a_right_and_loses_it_again(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "roles")
    heads = [role.code for role in part(desk)._roles]
    row, column = list(Right).index(Right.REPORTS), heads.index("circulation") + 1
    assert desk.rows("roles")[row][column] == "–"
    for wanted in ("yes", "–"):
        on_cell(desk, "roles", row, column)
        desk.when_asked(lambda: desk.click("do"))
        desk.one(QTableView, "roles").activated.emit(desk.one(QTableView, "roles").currentIndex())
        desk.settle()
        desk.settle()
        assert desk.rows("roles")[row][column] == wanted


def test_a_role_is_added_and_stands_beside_the_others(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "roles")

    def name_it() -> None:
        desk.one(QLineEdit, "reason").setText("Trainees")
        desk.click("do")

    desk.when_asked(name_it)
    desk.click("addRole")
    desk.settle()
    desk.settle()
    added = next(role for role in part(desk)._roles if role.code == "trainees")
    assert added.rights == frozenset()
    heads = desk.one(QTableView, "roles").model()
    assert "Trainees" in {heads.headerData(n, Qt.Orientation.Horizontal) for n in range(heads.columnCount())}


def test_every_part_fits_a_small_window_in_the_longest_language(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "file", "de")
    desk.window.resize(1280, 800)
    for name in (
        "library",
        "branch",
        "shelf",
        "kiosk",
        "service",
        "letters",
        "file",
        "accounts",
        "roles",
        "trail",
    ):
        desk.go(f"settings/{name}")
        least = desk.window.minimumSizeHint()
        assert (least.width() <= 1280, least.height() <= 800) == (True, True), f"{name} wants {least}"


def test_a_letter_that_two_wrote_at_once_is_chosen_part_by_part(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "letters")
    opened = part(desk).list.current.worded
    mine = f"{opened.body.strip()}\n\nMine."

    def colleague(services: Services) -> None:
        letters = StaffServices(services).letters
        letters.save(desk.place.by, opened, "Soon due, said kindly", f"{opened.body.strip()}\n\nTheirs.\n")

    desk.aside(colleague)
    desk.focus("letterBody")
    desk.press("Ctrl+End", "Return", "Return")
    desk.write("Mine.")
    seen: list[bool] = []

    def choose() -> None:
        seen.append(desk.one(QRadioButton, "theirs-subject").isChecked())
        seen.append(desk.one(QRadioButton, "mine-body").isChecked())
        assert "Soon due, said kindly" in shown_in(desk)
        assert mine in shown_in(desk)
        desk.click("takeChosen")

    desk.when_asked(choose)
    desk.press("Ctrl+S")
    desk.wait(lambda: bool(seen))
    desk.settle()
    assert seen == [True, True], "the colleague's where nothing was written here, one's own where both wrote"
    assert desk.one(QLineEdit, "letterSubject").text() == "Soon due, said kindly"
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.page.unsaved() == 0
    kept = part(desk).list.current.worded
    assert (kept.subject, kept.body.strip()) == ("Soon due, said kindly", mine)


def test_leaving_the_choice_between_two_letters_loses_no_word(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "letters")
    opened = part(desk).list.current.worded

    def colleague(services: Services) -> None:
        StaffServices(services).letters.save(desk.place.by, opened, "Theirs", opened.body)

    desk.aside(colleague)
    desk.focus("letterSubject")
    desk.one(QLineEdit, "letterSubject").selectAll()
    desk.write("Mine")
    left: list[bool] = []

    def leave() -> None:
        desk.click("leave")
        left.append(True)

    desk.when_asked(leave)
    desk.press("Ctrl+S")
    desk.wait(lambda: bool(left))
    desk.settle()
    assert desk.one(QLineEdit, "letterSubject").text() == "Mine"
    assert desk.page.unsaved() == 1


def shown_in(desk: DeskHands) -> list[str]:
    """Give what the texts of the dialog in front say."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return [one.toPlainText() for one in dialog.findChildren(QPlainTextEdit)]


def test_a_letter_is_written_previewed_and_saved(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "letters")
    desk.focus("letterSubject")
    desk.one(QLineEdit, "letterSubject").selectAll()
    desk.write("Soon due at {library}")
    assert "Soon due at " in desk.one(QPlainTextEdit, "letterPreview").toPlainText()
    assert "{library}" not in desk.one(QPlainTextEdit, "letterPreview").toPlainText()
    desk.press("Ctrl+S")
    desk.settle()
    desk.settle()
    assert desk.shell.wrong.text == ""
    assert desk.page.unsaved() == 0
    assert desk.rows("letters")[0][2] == "own"
    desk.one(QPlainTextEdit, "letterBody").setPlainText("No items here")
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.page.unsaved() == 1
    assert "needs the items" in desk.shell.wrong.text


def test_a_library_file_is_looked_at_before_it_is_put_in_force(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = settings(open_desk, "file")
    library = desk.aside(stored)
    file = tmp_path / "other.toml"
    text = library_file_text(library).replace('loan_period = "7 days"', 'loan_period = "10 days"')
    file.write_text(text, encoding="utf-8")
    desk.focus("libraryFile")
    desk.write(str(file))
    desk.press("Return")
    desk.settle()
    assert any(row[1:] == ("7 days", "10 days") for row in desk.rows("fileChanges"))
    assert leaves_of(desk.aside(stored)) == leaves_of(library)
    desk.click("loadFile")
    desk.settle()
    assert library_file_text(desk.aside(stored)) == text
    out = tmp_path / "written.toml"
    part(desk).write_to(out)
    desk.settle()
    assert out.read_text(encoding="utf-8") == text


def test_a_file_that_takes_away_what_is_used_is_not_put_in_force(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = settings(open_desk, "file")
    library = desk.aside(stored)
    gone = replace(
        library,
        item_types=tuple(one for one in library.item_types if one.code != "dvd"),
        rules=tuple(rule for rule in library.rules if rule.scope.item_type != "dvd"),
    )
    file = tmp_path / "less.toml"
    file.write_text(library_file_text(gone), encoding="utf-8")
    desk.one(QLineEdit, "libraryFile").setText(str(file))
    desk.click("lookAtFile")
    desk.settle()
    assert "dvd" in desk.one(QLabel, "fileWrong").text()
    assert not desk.find("loadFile").isEnabled()
    file.write_text("not [toml", encoding="utf-8")
    desk.click("lookAtFile")
    desk.settle()
    assert "TOML" in desk.one(QLabel, "fileWrong").text()
    assert desk.rows("fileChanges") == []


def test_the_trail_shows_what_was_changed_before_and_after(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "trail")
    path: LeafPath = ("branch", "MAIN", "phone")

    def change(services: Services) -> None:
        staff = StaffServices(services)
        staff.settings.save(desk.place.by, staff.settings.library(desk.place.by), {path: "+49 30 7"})

    desk.aside(change)
    desk.press("F5")
    desk.focus("trailAct")
    desk.write("settings.change")
    desk.settle()
    assert [row[2] for row in desk.rows("trail")] == ["settings changed"]
    assert any(
        row[0] == "branch › MAIN › phone" and row[2] == "+49 30 7" for row in desk.rows("trailChanges")
    )
    desk.focus("trailAccount")
    desk.write("nobody")
    desk.settle()
    assert desk.rows("trail") == []


def test_the_parts_are_those_that_the_account_may_see(open_desk: OpenDesk) -> None:
    desk = settings(open_desk, "library")
    place = desk.place
    place.by = replace(place.by, rights=frozenset({str(Right.RULES_SEE), str(Right.AUDIT)}))
    page = settings_page(place)
    names = [tab.key for tab in page._tabs]
    assert "accounts" not in names
    assert "roles" not in names
    assert names[-1] == "trail"
    page.deleteLater()
