"""The desk with real keys: lend, refuse, override, take back, collect, end; the focus stays in one field."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QDateTime, QRect, Qt, QTime
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QDateTimeEdit, QLabel, QLineEdit, QTableView

from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.item import Condition, Item
from kiosk.model.patron import Guardian
from kiosk.services import Services
from kiosk.ui.staff.desk.drop_dialog import DropDialog
from kiosk.ui.staff.desk.page import DeskPage
from kiosk.ui.staff.desk.rows import Step
from kiosk.ui.staff.style import ROW
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import (
    ANNA,
    BARCODES,
    BEN,
    CHILD,
    NOW,
    OWING,
    charge,
    holds_of,
    keep_for,
    lend,
    loans_of,
    queue,
)
from tests.ui.staff.conftest import OpenDesk

from .lending_desk import BOOKS, DESK, SCHOOL, states, the_page, to_the_front, with_books


def item(services: Services, title: str) -> Item:
    with services.database.read() as view:
        found = view.items.by_barcode(BARCODES[title])
    assert found is not None
    return found


def owed(services: Services, card: str) -> str:
    with services.database.read() as view:
        patron = view.patrons.by_card(card)
        assert patron is not None
        return view.ledger.owed(patron.id).decimal()


def scan(hands: DeskHands, *codes: str) -> None:
    for code in codes:
        hands.scan(BARCODES.get(code, code))
    hands.settle()


def give_reason(hands: DeskHands) -> None:
    hands.write("for the exhibition")
    hands.press("Return")


def say(page: DeskPage, state: str) -> None:
    action = page.findChild(QAction, f"state-{state}")
    assert action is not None
    action.trigger()


def test_thirty_items_are_lent_by_scanner_alone_though_none_is_waited_for(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=with_books)
    page = the_page(hands)
    for code in (SCHOOL, *BOOKS):
        hands.scan(code)
    assert len(page.counter.state.rows) == 31
    hands.settle()
    assert states(hands) == [("Lent", code) for code in reversed(BOOKS)] + [("Card", SCHOOL)]
    assert len(hands.aside(loans_of, SCHOOL)) == 30
    assert len(hands.rows("loans")) == 30
    assert hands.focused() is page.view.field
    hands.press("Escape")
    hands.settle()
    assert states(hands) == []
    assert "Grundschule" not in hands.texts()


def test_a_refusal_tells_its_reasons_and_is_overridden_with_a_reason(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK)
    page = the_page(hands)
    scan(hands, ANNA, "Brockhaus Enzyklopädie")
    assert "This can only be used here in the library." in hands.texts()
    hands.when_asked(lambda: give_reason(hands))
    hands.press("F8")
    hands.settle()
    assert states(hands)[0] == ("Lent", BARCODES["Brockhaus Enzyklopädie"])
    assert hands.aside(loans_of, ANNA) == {"Brockhaus Enzyklopädie"}
    assert hands.focused() is page.view.field


def test_an_override_that_is_left_changes_nothing(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK)
    the_page(hands)
    scan(hands, ANNA, "Brockhaus Enzyklopädie")
    hands.when_asked(lambda: hands.press("Escape"))
    hands.press("F8")
    hands.settle()
    assert states(hands)[0][0] == "Not lent"
    assert hands.aside(loans_of, ANNA) == set()


def test_a_fee_is_agreed_to_by_scanning_again(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK)
    the_page(hands)
    scan(hands, BEN, "Bohrmaschine")
    assert states(hands)[0][0] == "Costs a fee"
    assert hands.aside(loans_of, BEN) == set()
    scan(hands, "Bohrmaschine")
    assert [state for state, _ in states(hands)] == ["Lent", "Card"]
    assert hands.aside(owed, BEN) == "2.00"


def test_the_last_loan_is_undone_by_a_key(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK)
    the_page(hands)
    scan(hands, ANNA, "Solaris", "Kairos")
    hands.press("F11")
    hands.settle()
    assert [state for state, _ in states(hands)] == ["Undone", "Lent", "Card"]
    assert hands.aside(loans_of, ANNA) == {"Solaris"}


def test_what_is_on_the_card_already_is_renewed_or_taken_back(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: lend(services, ANNA, "Solaris", 20))
    the_page(hands)
    scan(hands, ANNA, "Solaris")
    assert states(hands)[0][0] == "On this card"
    hands.press("F8")
    hands.settle()
    assert states(hands)[0][0] == "Renewed"
    hands.press("F3")
    scan(hands, "Solaris")
    assert states(hands)[0][0] == "Returned"
    assert hands.aside(loans_of, ANNA) == set()


def test_all_loans_of_the_card_are_renewed_a_row_each(open_desk: OpenDesk) -> None:
    def prepare(services: Services) -> None:
        for title in ("Solaris", "Kairos"):
            lend(services, ANNA, title, 20)

    hands = open_desk(kinds=DESK, prepare=prepare)
    the_page(hands)
    scan(hands, ANNA)
    hands.press("Alt+L")
    hands.wait(lambda: len(states(hands)) == 3)
    hands.settle()
    assert [state for state, _ in states(hands)] == ["Renewed", "Renewed", "Card"]


def test_a_return_says_where_to_lay_it_and_the_lists_follow(open_desk: OpenDesk) -> None:
    def prepare(services: Services) -> None:
        lend(services, ANNA, "Solaris", 3)
        queue(services, BEN, "Solaris", 2)

    hands = open_desk(kinds=DESK, prepare=prepare)
    the_page(hands)
    hands.press("F3")
    scan(hands, "Solaris", "Zimna wojna")
    assert "Lay it in the bin for" in hands.texts()
    assert "Lay it on the hold shelf." in hands.rows("scans")[1][-1]
    hands.go("desk/shelf")
    assert [row[:3] for row in hands.rows("shelf")] == [("Nowak, Ben", BEN, "Solaris")]
    hands.press("Ctrl+Tab")
    hands.settle()
    assert [row[1] for row in hands.rows("travels")] == ["Zimna wojna"]


def test_returns_from_the_book_drop_are_dated_back(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: lend(services, ANNA, "Solaris", 29))
    page = the_page(hands)
    hands.when_asked(lambda: hands.press("Return"))
    hands.click("drop")
    assert page.counter.state.dated == (NOW - timedelta(days=1)).replace(hour=20, minute=0)
    scan(hands, "Solaris")
    assert states(hands)[0][0] == "Returned"
    assert hands.aside(owed, ANNA) == "0.00"
    to_the_front(hands)
    hands.press("F2")
    assert page.counter.state.dated is None


def test_a_return_made_by_mistake_is_taken_back_by_one_key(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: lend(services, ANNA, "Solaris", 60))
    the_page(hands)
    before = hands.aside(loans_of, ANNA)
    hands.press("F3")
    scan(hands, "Solaris")
    assert states(hands)[0][0] == "Returned"
    assert hands.aside(owed, ANNA) != "0.00"
    hands.press("F11")
    hands.settle()
    assert states(hands)[0][0] == "Undone"
    assert hands.aside(loans_of, ANNA) == before
    assert hands.aside(owed, ANNA) == "0.00"


def test_a_return_that_something_came_of_says_why_it_stays(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: lend(services, ANNA, "Solaris", 1))
    the_page(hands)
    hands.press("F3")
    scan(hands, "Solaris")
    hands.aside(lend, BEN, "Solaris", 0)
    hands.press("F11")
    hands.settle()
    assert "lent again" in hands.texts()
    assert hands.aside(loans_of, ANNA) == set()


def reasons(services: Services) -> list[str | None]:
    with services.database.read() as view:
        return [one.reason for one in view.audit.latest(5)]


def set_back_by_weeks(hands: DeskHands) -> None:
    hands.one(QDateTimeEdit, "dropMoment").setDateTime(QDateTime(QDate(2020, 1, 2), QTime(9, 0)))
    hands.press("Return")


def test_dated_back_further_than_the_drop_can_have_waited_a_reason_is_asked_for(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: lend(services, ANNA, "Solaris", 29))
    page = the_page(hands)

    def date_and_explain() -> None:
        set_back_by_weeks(hands)
        hands.when_asked(lambda: give_reason(hands))

    def date_and_say_nothing() -> None:
        set_back_by_weeks(hands)
        hands.when_asked(lambda: hands.press("Escape"))

    hands.when_asked(date_and_say_nothing)
    hands.click("drop")
    assert page.counter.state.dated is None
    hands.when_asked(date_and_explain)
    hands.click("drop")
    scan(hands, "Solaris")
    assert states(hands)[0][0] == "Returned"
    assert hands.aside(owed, ANNA) == "0.00"
    assert "for the exhibition" in hands.aside(reasons)


def test_whoever_may_not_waive_cannot_date_further_back(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK)
    now = datetime(2026, 3, 2, 11, tzinfo=UTC)
    words, zone = hands.place.words, ZoneInfo("Europe/Berlin")
    dialog = DropDialog(words, zone, now - timedelta(days=1), now, now - timedelta(days=2), hands.window)
    dialog.field.setDateTime(QDateTime(QDate(2020, 1, 2), QTime(9, 0)))
    assert dialog.moment == now - timedelta(days=2)
    assert any("right to waive" in one.text() for one in dialog.findChildren(QLabel))


def test_a_name_leads_to_its_card_by_arrows_and_enter(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK)
    page = the_page(hands)
    scan(hands, "now")
    assert page.view.choices.count() == 1
    hands.press("Down", "Return")
    hands.settle()
    assert "Nowak, Ben" in hands.texts()
    assert states(hands) == [("Card", BEN)]


def test_a_choice_is_left_by_escape(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK)
    page = the_page(hands)
    scan(hands, "nowak")
    hands.press("Escape")
    assert not page.view.choices.isVisible()
    assert page.counter.state.rows == ()


def test_letters_typed_on_a_list_go_to_the_field(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK)
    page = the_page(hands)
    scan(hands, ANNA, "Solaris")
    hands.focus("scans")
    scan(hands, "Kairos")
    assert hands.aside(loans_of, ANNA) == {"Solaris", "Kairos"}
    assert hands.focused() is page.view.field


def test_a_family_lends_together_and_a_stranger_ends_the_visit(open_desk: OpenDesk) -> None:
    def prepare(services: Services) -> None:
        with services.database.act() as work:
            mother, child = work.patrons.by_card(ANNA), work.patrons.by_card(CHILD)
            assert mother is not None
            assert child is not None
            work.patrons.guardians.set(child.id, Guardian(mother.id))
            work.commit()

    hands = open_desk(kinds=DESK, prepare=prepare)
    page = the_page(hands)
    scan(hands, ANNA, "Solaris", CHILD, "Momo")
    assert [one.card for one in page.counter.state.sitting] == [ANNA, CHILD]
    assert hands.aside(loans_of, CHILD) == {"Momo"}
    hands.press("F7")
    scan(hands, BEN)
    assert len(page.counter.state.sitting) == 3
    scan(hands, OWING)
    assert [row.card for row in page.counter.state.rows] == [OWING]


def test_a_payment_in_part_is_taken_by_keys(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: charge(services, OWING, 1250))
    page = the_page(hands)
    scan(hands, OWING)
    assert "Owes €12.50" in hands.texts()
    hands.press("F9")
    hands.settle()
    hands.write("5,00")
    hands.press("Return")
    hands.settle()
    assert hands.aside(owed, OWING) == "7.50"
    assert "Owes €7.50" in hands.texts()
    hands.press("Return")
    hands.settle()
    assert hands.aside(owed, OWING) == "0.00"
    assert hands.focused() is page.view.field


def test_more_than_is_owed_is_refused_and_what_was_typed_stays(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: charge(services, OWING, 100))
    the_page(hands)
    scan(hands, OWING)
    hands.press("F9")
    hands.settle()
    hands.write("50")
    hands.press("Return")
    hands.settle()
    assert "K114" in hands.texts()
    assert hands.aside(owed, OWING) == "1.00"
    hands.press("Escape")


def test_words_about_money_come_back_after_a_crash(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: charge(services, OWING, 100))
    page = the_page(hands)
    values = {"card": OWING, "act": "waive", "amount": "0,50", "text": "our mis"}
    hands.place.keep_draft("desk/money", "Money", values)
    hands.settle()
    hands.go("desk/money")
    assert page.counter.state.rows == ()
    assert hands.one(QLineEdit, "why").text() == "our mis"
    assert hands.one(QLineEdit, "amount").text() == "0,50"
    hands.press("Escape")
    hands.settle()
    hands.go("desk/queue")
    assert page.counter.state.rows == ()
    assert hands.place.drafts.of("desk/money") is None


def test_a_waiver_wants_a_reason(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: charge(services, OWING, 100))
    the_page(hands)
    scan(hands, OWING)
    hands.press("F9")
    hands.settle()
    hands.click("act-waive")
    hands.press("Return")
    hands.settle()
    assert hands.aside(owed, OWING) == "1.00"
    hands.focus("why")
    hands.write("our mistake")
    hands.press("Return")
    hands.settle()
    assert hands.aside(owed, OWING) == "0.00"


@pytest.mark.parametrize(
    ("state", "title", "condition"),
    [("damaged", "Kairos", Condition.DAMAGED), ("missing", "Kairos", Condition.MISSING)],
)
def test_staff_say_what_is_wrong_with_an_item(
    open_desk: OpenDesk, state: str, title: str, condition: Condition
) -> None:
    hands = open_desk(kinds=DESK)
    page = the_page(hands)
    hands.press("F6")
    scan(hands, title)
    hands.when_asked(lambda: hands.press("Return"))
    say(page, state)
    hands.settle()
    assert hands.aside(item, title).condition is condition
    to_the_front(hands)
    hands.press("F11")
    hands.settle()
    assert hands.aside(item, title).condition is Condition.FINE


def test_a_claim_is_noted_and_shown_on_the_card(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: lend(services, ANNA, "Solaris", 3))
    page = the_page(hands)
    scan(hands, ANNA, "Solaris")
    hands.when_asked(lambda: hands.press("Return"))
    say(page, "claim")
    hands.settle()
    assert hands.rows("loans")[0][2] == "Claimed returned"


def test_what_the_database_could_not_do_is_done_once_when_tried_again(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = open_desk(kinds=DESK)
    the_page(hands)
    scan(hands, ANNA)
    with monkeypatch.context() as trouble:
        trouble.setattr(hands.services.database, "act", _away)
        scan(hands, "Solaris")
    assert states(hands)[0][0] == "Not done"
    assert "K201" in hands.texts()
    hands.press("F8")
    hands.settle()
    assert states(hands)[0][0] == "Lent"
    assert hands.aside(loans_of, ANNA) == {"Solaris"}


def test_a_scan_that_was_not_done_survives_the_end_of_the_workspace(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = open_desk(kinds=DESK)
    page = the_page(hands)
    scan(hands, ANNA)
    with monkeypatch.context() as trouble:
        trouble.setattr(hands.services.database, "act", _away)
        scan(hands, "Solaris")
        hands.wait(lambda: bool(hands.place.drafts.all()))
    assert page.unsaved() == 1
    hands.window.hide()
    hands.services.forbid_here(lambda: False)
    again = DeskHands.over(hands.services, "en", kinds=DESK)
    the_page(again)
    to_the_front(again)
    again.settle()
    assert [row.step for row in again.page.counter.state.rows] == [Step.FAILED]  # type: ignore[attr-defined]
    again.press("F8")
    again.settle()
    assert again.aside(loans_of, ANNA) == {"Solaris"}
    again.wait(lambda: not again.place.drafts.all())
    again.close()


def test_a_receipt_is_printed_after_the_visit_has_ended(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK)
    page = the_page(hands)
    scan(hands, ANNA, "Solaris")
    hands.press("Escape")
    hands.settle()
    hands.press("F12")
    hands.settle()
    hands.press("Return")
    hands.settle()
    folder = hands.services.folder.within(hands.services.settings.receipt.folder)
    assert len(list(folder.glob("*.pdf"))) == 1
    assert page.counter.state.card is None


def test_what_another_card_has_is_put_on_hold_by_a_key(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: lend(services, ANNA, "Solaris", 3))
    the_page(hands)
    scan(hands, BEN, "Solaris")
    assert "By our records another card has this item." in hands.texts()
    hands.press("F8")
    hands.settle()
    assert states(hands)[0] == ("On hold", BARCODES["Solaris"])
    assert hands.aside(holds_of, BEN) == {"Solaris"}
    assert "1 more hold" in hands.texts()


def test_what_waits_on_the_hold_shelf_is_shown_with_the_card(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=DESK, prepare=lambda services: keep_for(services, BEN, "Solaris"))
    the_page(hands)
    scan(hands, BEN)
    assert "Ready on the hold shelf" in hands.texts()
    scan(hands, "Solaris")
    assert states(hands)[0][0] == "Lent"


def test_a_restricted_card_says_why(open_desk: OpenDesk) -> None:
    def prepare(services: Services) -> None:
        with services.database.act() as work:
            patron = work.patrons.by_card(ANNA)
            assert patron is not None
            work.patrons.restrict(patron.id, "Bring the atlas back", "anna", NOW)
            work.patrons.update(replace(patron, expires_on=NOW.date() - timedelta(days=1)))
            work.commit()

    hands = open_desk(kinds=DESK, prepare=prepare)
    the_page(hands)
    scan(hands, ANNA)
    assert "Restricted: Bring the atlas back" in hands.texts()
    assert "Expired on 23 November 2026" in hands.texts()


@pytest.mark.parametrize("language", ["de", "pl"])
def test_the_desk_speaks_the_language_of_its_librarian(open_desk: OpenDesk, language: str) -> None:
    hands = open_desk(language, kinds=DESK)
    the_page(hands)
    scan(hands, ANNA, "Solaris", "nichts dergleichen")
    assert "staff.desk" not in hands.texts()
    assert "staff." not in "".join("".join(row) for row in hands.rows("scans"))


def _away(*_: object, **__: object) -> None:
    raise DatabaseUnavailable(problem="the server is away")


def test_remarks_beside_scans_stand_whole_on_a_small_screen(open_desk: OpenDesk) -> None:
    def prepare(services: Services) -> None:
        lend(services, ANNA, "Momo", days_ago=40)
        keep_for(services, BEN, "Kairos")

    hands = open_desk("de", kinds=DESK, prepare=prepare, size=(1280, 800))
    the_page(hands)
    hands.press("F3")
    scan(hands, "Momo", "Kairos")
    view = hands.one(QTableView, "scans")
    remark = view.model().columnCount() - 1
    told = [hands.rows("scans")[row][remark] for row in range(2)]
    assert all(told), told
    letters = QFontMetrics(view.font())

    def fits(row: int) -> bool:
        room = QRect(0, 0, view.columnWidth(remark) - 22, 4000)
        wanted = letters.boundingRect(room, int(Qt.TextFlag.TextWordWrap), told[row])
        return wanted.height() <= view.rowHeight(row) and wanted.width() <= room.width()

    hands.wait(lambda: fits(0) and fits(1))
    assert max(view.rowHeight(row) for row in range(2)) > ROW
