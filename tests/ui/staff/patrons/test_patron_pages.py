"""The patrons' pages with real keys: found, registered, changed beside another, charged, merged, swept."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QRadioButton,
    QScrollArea,
    QTabWidget,
)

from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.patron import Address, Guardian, Patron
from kiosk.model.request import RequestKind
from kiosk.model.texts import LocalText
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.patrons.trail import TrailLine
from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.staff.patrons.kinds import patron_pages
from kiosk.ui.staff.style import ROW
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import ANNA, BEN, CHILD, NOW, OWING, charge, lend
from tests.ui.staff.conftest import OpenDesk

ANOTHER = SignedIn("jan", "Jan", "librarian", frozenset(map(str, FIRST_ROLES["librarian"])), "MAIN")


def text(desk: DeskHands, name: str) -> str:
    return desk.one(QLineEdit, name).text()


def patron(desk: DeskHands, card: str) -> Patron | None:
    def look(services: Services) -> Patron | None:
        with services.database.read() as view:
            return view.patrons.by_card(card)

    return desk.aside(look)


def trail(desk: DeskHands, patron_id: int) -> list[TrailLine]:
    return list(desk.aside(lambda services: StaffServices(services).patrons.trail.of(ANOTHER, patron_id)))


def saved_as(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))


def test_a_child_is_registered_with_its_guardian_by_keys_alone(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go("patrons")
    desk.press("Ctrl+N")
    desk.settle()
    for typed in ("Krause", "Lena", "3.5.2017"):
        desk.write(typed)
        desk.press("Tab")
    desk.settle()
    assert desk.one(QComboBox, "category").currentData() == "child"
    assert text(desk, "expires_on") == "24/11/2028"
    desk.press("Ctrl+S")
    desk.settle()
    assert "guardian" in desk.shell.wrong.text
    assert desk.focused().objectName() == "guardian_card"
    desk.scan(ANNA)
    desk.press("Ctrl+S")
    desk.settle()
    card = desk.shell.route.partition("/")[2]
    made = patron(desk, card)
    assert made is not None
    assert (made.last_name, made.category, str(made.birth_date)) == ("Krause", "child", "2017-05-03")

    def guardian(services: Services) -> Guardian | None:
        with services.database.read() as view:
            return view.patrons.guardians.of(made.id)

    anna = patron(desk, ANNA)
    assert anna is not None
    assert desk.aside(guardian) == Guardian(anna.id)
    assert desk.one(QLabel, "pageTitle").text() == "Lena Krause"
    assert text(desk, "guardian_card") == ANNA
    assert card in desk.shell.toast.accessibleName()


def test_somebody_is_found_as_one_types_and_opened_with_enter(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go("patrons")
    assert len(desk.rows("patrons")) == 5
    desk.write("ann kr")
    desk.settle()
    assert [row[0] for row in desk.rows("patrons")] == ["Krause, Anna"]
    desk.press("Return")
    desk.settle()
    assert desk.shell.route == f"patrons/{ANNA}"
    assert text(desk, "last_name") == "Krause"
    desk.go("patrons")
    desk.write("nobody of that name")
    desk.settle()
    assert "in any order" in desk.texts()


def test_a_scanned_card_opens_its_person_and_a_list_answers_to_the_arrow(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go("patrons")
    desk.scan(BEN)
    desk.settle()
    assert desk.shell.route == f"patrons/{BEN}"
    desk.press("Alt+Left")
    desk.settle()
    desk.click("list_blocked")
    desk.settle()
    assert [row[0] for row in desk.rows("patrons")] == ["Vogel, Lara"]
    desk.focus("findPatron")
    desk.press("Down", "Return")
    desk.settle()
    assert text(desk, "last_name") == "Vogel"


def test_who_is_there_already_is_noticed_while_typing(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go("patrons/new")
    desk.write("KRAUSE")
    desk.press("Tab")
    desk.write("anna")
    desk.settle()
    assert [row[1] for row in desk.rows("alike")] == [ANNA]


def test_what_is_typed_comes_back_after_a_crash_and_goes_with_giving_up(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go("patrons/new")
    desk.write("Zimmermann")
    desk.wait(lambda: desk.aside(lambda _: desk.place.drafts.of("patrons/new")) is not None)
    desk.when_asked(lambda: desk.click("do"))
    desk.press("Ctrl+L")
    desk.settle()
    desk.come_in()
    desk.go("patrons/new")
    assert text(desk, "last_name") == "Zimmermann"
    desk.click("giveUp")
    desk.settle()
    assert desk.place.drafts.of("patrons/new") is None
    assert desk.shell.route == "patrons"


def test_a_change_is_saved_undone_and_told_by_its_field(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go(f"patrons/{ANNA}")
    desk.focus("phone")
    desk.write("030 1234")
    assert desk.page.unsaved() == 1
    desk.press("Ctrl+S")
    desk.settle()
    saved = patron(desk, ANNA)
    assert saved is not None
    assert saved.phone == "030 1234"
    assert desk.page.unsaved() == 0
    assert trail(desk, saved.id)[0].fields == ("phone",)
    desk.click("toastUndo")
    desk.settle()
    undone = patron(desk, ANNA)
    assert undone is not None
    assert undone.phone is None
    assert text(desk, "phone") == ""


def test_taking_a_change_back_means_whose_it_was_also_from_another_page(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go(f"patrons/{ANNA}")
    desk.focus("phone")
    desk.write("030 1234")
    desk.press("Ctrl+S")
    desk.settle()
    desk.go(f"patrons/{BEN}")
    desk.click("toastUndo")
    desk.settle()
    anna, ben = patron(desk, ANNA), patron(desk, BEN)
    assert anna is not None
    assert ben is not None
    assert (anna.phone, ben.phone) == (None, None)
    assert text(desk, "last_name") == "Nowak"
    assert desk.page.unsaved() == 0


def test_a_card_is_renewed_after_its_day_and_fee_were_seen(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go(f"patrons/{ANNA}")
    seen: list[str] = []

    def agree() -> None:
        seen.append(desk.texts())
        desk.press("Return")

    desk.when_asked(agree)
    desk.page.acts.renew_card()  # type: ignore[attr-defined]
    desk.settle()
    assert "14 March 2028" in seen[0]
    assert "€18.00" in seen[0]
    assert text(desk, "expires_on") == "14/03/2028"
    desk.one(QTabWidget, "personTabs").setCurrentIndex(2)
    assert "Owes €18.00" in desk.one(QLabel, "owes").text()


def test_a_child_is_begun_from_the_page_of_its_guardian(open_desk: OpenDesk) -> None:
    def move(services: Services) -> None:
        with services.database.act() as work:
            anna = work.patrons.by_card(ANNA)
            assert anna is not None
            work.patrons.set_address(anna.id, Address("Markt 1", "04177", "Lindenau"))
            work.commit()

    desk = open_desk(kinds=patron_pages(), prepare=move)
    desk.go(f"patrons/new/{ANNA}")
    assert text(desk, "guardian_card") == ANNA
    assert (text(desk, "street"), text(desk, "city")) == ("Markt 1", "Lindenau")
    assert "Anna Krause" in desk.one(QLabel, "guardianTold").text()


def test_a_guardian_is_found_by_a_part_of_the_name(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go("patrons/new")
    desk.focus("guardian_card")
    desk.write("ann kr")
    desk.settle()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    assert popup.model().index(0, 0).data() == f"Krause, Anna · {ANNA}"
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    desk.settle()
    assert text(desk, "guardian_card") == ANNA
    assert "Anna Krause" in desk.one(QLabel, "guardianTold").text()


def test_a_database_that_is_away_loses_no_typed_word(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go(f"patrons/{ANNA}")
    desk.focus("street")
    desk.write("Am Markt 12")

    def away(*_: object, **__: object) -> None:
        raise DatabaseUnavailable

    with monkeypatch.context() as patched:
        patched.setattr(desk.place.services.patrons.records, "save", away)
        desk.press("Ctrl+S")
        desk.settle()
    assert desk.shell.wrong.text
    assert (text(desk, "street"), desk.page.unsaved()) == ("Am Markt 12", 1)
    desk.wait(lambda: desk.aside(lambda _: desk.place.drafts.of(f"patrons/{ANNA}")) is not None)
    desk.go(f"patrons/{BEN}")
    assert text(desk, "street") == ""
    desk.go(f"patrons/{ANNA}")
    assert text(desk, "street") == "Am Markt 12", "what was typed comes back with the page"
    desk.press("Ctrl+S")
    desk.settle()
    kept = patron(desk, ANNA)
    assert kept is not None
    assert kept.address == Address("Am Markt 12")
    assert desk.aside(lambda _: desk.place.drafts.of(f"patrons/{ANNA}")) is None


def test_what_cannot_be_is_told_at_its_field_and_nothing_is_saved(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go(f"patrons/{ANNA}")
    desk.focus("email")
    desk.write("anna at home")
    desk.settle()
    assert "this is no e-mail address" in desk.texts()
    desk.press("Ctrl+S")
    desk.settle()
    found = patron(desk, ANNA)
    assert found is not None
    assert found.email is None
    assert desk.page.unsaved() == 1


def test_what_another_changed_meanwhile_is_shown_and_chosen_field_by_field(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go(f"patrons/{ANNA}")
    desk.focus("phone")
    desk.write("030 1")

    def change(services: Services) -> None:
        records = StaffServices(services).patrons.records
        number = records.number_of(ANOTHER, ANNA)
        theirs = records.open(ANOTHER, number).form
        changed = replace(theirs, phone="040 22222", city="Lindenau")
        records.save(ANOTHER, number, theirs, changed, at=NOW)

    desk.focus("phone")
    desk.write("234")
    desk.aside(change)
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.one(QRadioButton, "mine_phone").isChecked()
    assert desk.one(QRadioButton, "theirs_city").isChecked()
    desk.press("Return")
    desk.settle()
    kept = patron(desk, ANNA)
    assert kept is not None
    assert kept.address is not None
    assert (kept.phone, kept.address.city) == ("030 1234", "Lindenau")


def test_a_restriction_is_written_told_and_lifted(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go(f"patrons/{BEN}")
    desk.one(QTabWidget, "personTabs").setCurrentIndex(3)
    desk.click("restrict")
    desk.settle()
    desk.press("Ctrl+Return")
    desk.settle()
    assert "Nothing is written" in desk.texts()
    desk.write("Please come to the desk.")
    desk.press("Ctrl+Return")
    desk.settle()
    assert desk.rows("remarks")[0][:2] == ("Restriction", "Please come to the desk.")
    found = patron(desk, BEN)
    assert found is not None
    assert found.restriction == "Please come to the desk."


def test_a_fee_is_charged_and_paid_with_keys(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go(f"patrons/{BEN}")
    desk.one(QTabWidget, "personTabs").setCurrentIndex(2)
    desk.click("charge")
    desk.write("4,50")
    desk.press("Return")
    desk.settle()
    assert "is missing" in desk.texts()
    desk.write("Bag")
    desk.press("Return")
    desk.settle()
    assert "Owes €4.50" in desk.one(QLabel, "owes").text()
    desk.click("pay")
    assert text(desk, "amount") == "4.50"
    desk.press("Return")
    desk.settle()
    assert "€0.00" in desk.one(QLabel, "owes").text()
    assert [row[1] for row in desk.rows("ledger")] == ["Payment (Fee)", "Fee"]


def test_a_new_card_and_its_paper_leave_the_old_one_lost(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go(f"patrons/{BEN}")
    desk.page.acts.replace_card()  # type: ignore[attr-defined]
    desk.write(CHILD)
    desk.press("Return")
    desk.settle()
    assert desk.seen("newCard"), "another's card is refused in the dialog itself"
    desk.focus("newCard")
    desk.one(QLineEdit, "newCard").clear()
    desk.press("Return")
    desk.settle()
    card = desk.shell.route.partition("/")[2]
    assert card not in (BEN, CHILD)
    assert patron(desk, BEN) is None
    saved_as(monkeypatch, tmp_path / "card")
    desk.click("printCard")
    desk.settle()
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF-")


def test_two_cards_of_one_person_become_one_after_both_were_seen(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages(), prepare=lambda services: lend(services, BEN, "Piranesi"))
    desk.go(f"patrons/{ANNA}")
    desk.page.acts.merge()  # type: ignore[attr-defined]
    desk.scan(BEN)
    desk.settle()
    assert "loans 1" in desk.one(QLabel, "moving").text()
    assert desk.seen("doubt"), "they have no name in common"
    assert desk.focused().objectName() == "leave"
    desk.click("do")
    desk.settle()
    assert patron(desk, BEN) is None
    assert [row[0] for row in desk.rows("loans")] == ["Piranesi"]


def test_who_still_has_something_is_not_forgotten_and_who_has_nothing_is(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.staff.patrons.person_acts.ask", lambda *_, **__: True)
    desk = open_desk(kinds=patron_pages(), prepare=lambda services: lend(services, BEN, "Piranesi"))
    desk.go(f"patrons/{BEN}")
    desk.page.acts.erase()  # type: ignore[attr-defined]
    desk.settle()
    assert desk.shell.wrong.text
    assert patron(desk, BEN) is not None
    desk.go(f"patrons/{CHILD}")
    desk.page.acts.erase()  # type: ignore[attr-defined]
    desk.settle()
    assert patron(desk, CHILD) is None
    assert desk.shell.route == "patrons"


def test_a_photo_is_kept_small_and_deleted(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(kinds=patron_pages())
    desk.go(f"patrons/{ANNA}")
    picture = QImage(1200, 1600, QImage.Format.Format_RGB32)
    picture.fill(QColor("#2A4B8D"))
    assert picture.save(str(tmp_path / "anna.png"))
    box = desk.page._photo  # type: ignore[attr-defined]
    box.keep(tmp_path / "anna.png")
    desk.settle()
    assert desk.seen("forgetPhoto")
    (kept,) = (desk.place.folder / "photos").iterdir()
    assert kept.stat().st_size < 50_000
    (tmp_path / "no.png").write_bytes(b"not a picture")
    box.keep(tmp_path / "no.png")
    desk.settle()
    assert "JPEG" in desk.shell.wrong.text


def test_a_wish_for_other_details_is_taken_over_with_one_key(open_desk: OpenDesk) -> None:
    def ask(services: Services) -> None:
        services.requests.make(RequestKind.CONTACT, {"phone": "030 777"}, at=NOW, card=BEN)

    desk = open_desk(kinds=patron_pages(), prepare=ask)
    desk.go(f"patrons/{BEN}")
    assert "030 777" in desk.texts()
    desk.click("accept_contact")
    desk.settle()
    found = patron(desk, BEN)
    assert found is not None
    assert found.phone == "030 777"
    assert text(desk, "phone") == "030 777"
    assert not desk.seen("accept_contact")


def test_cards_that_ended_long_ago_are_shown_before_they_go(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.staff.patrons.sweep_page.ask", lambda *_, **__: True)

    def age(services: Services) -> None:
        with services.database.act() as work:
            for card in (BEN, CHILD):
                found = work.patrons.by_card(card)
                assert found is not None
                work.patrons.set_validity(found.id, found.category, NOW.date().replace(year=2020))
            work.commit()

    desk = open_desk(kinds=patron_pages(), prepare=age)
    desk.go("patrons/sweep")
    assert {row[1] for row in desk.rows("lapsed")} == {BEN, CHILD}
    desk.click("sweep")
    desk.wait(lambda: desk.rows("lapsed") == [])
    desk.settle()
    assert patron(desk, BEN) is None
    assert patron(desk, ANNA) is not None


def test_an_account_that_may_only_look_changes_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=patron_pages())

    def add(services: Services) -> None:
        staff = StaffServices(services)
        boss = SignedIn("magda", "M.", "administrator", frozenset(map(str, FIRST_ROLES["administrator"])), "")
        staff.accounts.save_role(boss, "onlooker", LocalText.of("Onlooker"), {"patrons.see"}, at=NOW)
        staff.accounts.add(boss, "olga", "Olga", "onlooker", "vier alte Linden", at=NOW)

    desk.aside(add)
    desk.press("Ctrl+L")
    desk.settle()
    desk.come_in("olga", "vier alte Linden")
    desk.go("patrons")
    assert not desk.seen("registerPatron")
    desk.go(f"patrons/{ANNA}")
    assert desk.one(QLineEdit, "last_name").isReadOnly()
    assert not desk.seen("save")
    assert not desk.seen("newPin")
    assert desk.page.acts.menu_of(desk.page.acts._shown).isEmpty()  # type: ignore[attr-defined]


def test_a_page_with_all_that_may_stand_on_it_is_scrolled_where_the_window_is_low(
    open_desk: OpenDesk,
) -> None:
    def prepare(services: Services) -> None:
        charge(services, OWING, 1250)
        services.requests.make(RequestKind.CONTACT, {"phone": "0341 555 0199"}, at=NOW, card=OWING)

    desk = open_desk("de", kinds=patron_pages(), prepare=prepare, size=(1280, 640))
    desk.go(f"patrons/{OWING}")
    tabs = desk.one(QTabWidget, "personTabs")
    tabs.setCurrentIndex(2)
    desk.settle()
    page = desk.page
    assert page.minimumSizeHint().height() <= page.height()
    ledger = desk.find("ledger")
    area = next(one for one in page.findChildren(QScrollArea) if one.isAncestorOf(ledger))
    assert area.verticalScrollBar().maximum() > 0
    desk.focus("last_name")
    ledger.setFocus(Qt.FocusReason.TabFocusReason)
    area.ensureWidgetVisible(ledger)
    assert ledger.visibleRegion().boundingRect().height() >= 2 * ROW
