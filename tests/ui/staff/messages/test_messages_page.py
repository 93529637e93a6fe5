"""The inbox at the desk, with real keys: read, answered, taken, decided, kept from being lost."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from kiosk.model.request import RequestKind
from kiosk.model.request_origin import Origin
from kiosk.model.request_state import RequestState
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.rights import Right
from kiosk.ui.staff.messages.page import MessagesPage
from kiosk.ui.staff.pages import PageKind
from scripts.desk_hands import PASSWORD, DeskHands
from tests.staff.people import signed
from tests.ui.borrow.lending_library import ANNA, NOW
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.policies.conftest import live, write_answers

KINDS = (PageKind("messages", Right.MESSAGES, MessagesPage, "mail"),)
PARROTS = "May parrots come in?"


def leave(services: Services) -> None:
    """Leave what the tests answer: a message of a card, one of nobody, and a wish to buy."""
    make = services.requests.make
    make(RequestKind.QUESTION, {"text": PARROTS}, at=NOW - timedelta(days=2), card=ANNA, branch="MAIN")
    make(
        RequestKind.PURCHASE,
        {"title": "Solaris", "author": "Lem"},
        at=NOW - timedelta(hours=3),
        email="a@example.org",
    )
    make(RequestKind.QUESTION, {"text": "Lost my glove."}, at=NOW - timedelta(minutes=5), branch="MAIN")


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskHands:
    hands = open_desk(kinds=KINDS, prepare=leave)
    hands.settle()
    return hands


def number(services: Services, about: str) -> str:
    with services.database.read() as view:
        listed = (*view.request_list.unfinished(), *view.request_list.over(9))
        return next(one.request.number for one in listed if about in str(one.request.details))


def state(services: Services, about: str) -> str:
    return services.requests.show(number(services, about)).request.state


def unread(services: Services) -> list[str | None]:
    with services.database.read() as view:
        who = view.patrons.by_card(ANNA)
        assert who is not None
        return [one.reply for one in view.messages.unread(who.id)]


def abouts(desk: DeskHands) -> list[str]:
    return [row[2] for row in desk.rows("messages")]


def test_the_oldest_message_is_open_and_answered_by_keys_alone(desk: DeskHands) -> None:
    assert abouts(desk) == [PARROTS, "Purchase suggestion: Solaris · Lem", "Lost my glove."]
    assert PARROTS in desk.texts()
    desk.press("Return")
    desk.write("They may, in a cage.")
    desk.press("Ctrl+Return")
    desk.settle()
    assert desk.aside(unread) == ["They may, in a cage."]
    assert desk.aside(state, "parrots") == "done"
    assert abouts(desk) == ["Purchase suggestion: Solaris · Lem", "Lost my glove."]
    assert "Solaris" in desk.texts()
    assert desk.window.focusWidget() is desk.find("messages"), "Enter goes on with the next one"


def test_a_message_is_shown_again_once_a_filter_that_hid_all_is_gone(desk: DeskHands) -> None:
    page = desk.page
    assert isinstance(page, MessagesPage)
    page.table.filter("nothing of that kind")
    desk.press("F5")
    desk.settle()
    assert desk.rows("messages") == []
    assert page.panel.opened is None
    page.table.filter("")
    desk.settle()
    assert page.table.current == page.table.rows[0]
    assert page.panel.opened is not None
    assert PARROTS in desk.texts()


def test_a_message_asked_from_an_article_tells_its_title(open_desk: OpenDesk) -> None:
    def ask(services: Services) -> None:
        write_answers(services)
        for days, text, article in ((3, "And on Sundays?", "opening-hours"), (1, "And the pool?", "pool")):
            origin, at = Origin("kiosk-1", article=article), NOW - timedelta(days=days)
            services.requests.make(RequestKind.QUESTION, {"text": text}, at=at, card=ANNA, origin=origin)

    desk = open_desk("pl", kinds=KINDS, prepare=ask)
    desk.settle()
    found = desk.aside(live, "opening-hours", "pl")
    assert found is not None
    assert found.title in desk.texts()
    assert "opening-hours" not in desk.texts()
    desk.press("Down")
    desk.settle()
    assert "pool" in desk.texts().splitlines(), "one that is gone is known by its key alone"


def test_a_begun_answer_comes_back(desk: DeskHands) -> None:
    desk.focus("answer")
    desk.write("They m")
    assert desk.page.unsaved() == 1
    desk.focus("messages")
    desk.press("Down")
    desk.settle()
    desk.press("Up")
    desk.settle()
    assert desk.one(type(desk.page.panel.answer.text), "answer").toPlainText() == "They m"  # type: ignore[attr-defined]


def test_a_template_goes_in_where_the_keyboard_is(open_desk: OpenDesk) -> None:
    def prepare(services: Services) -> None:
        leave(services)
        services.reply_templates.save("hello", "en", "Dear {name},", by="anna", at=NOW)

    desk = open_desk(kinds=KINDS, prepare=prepare)
    desk.settle()
    desk.focus("template")
    desk.press("Down", "Return")
    desk.settle()
    assert desk.page.panel.answer.text.toPlainText() == "Dear Anna Krause,"  # type: ignore[attr-defined]


def test_what_is_taken_says_so_and_stays(desk: DeskHands) -> None:
    desk.click("take")
    desk.settle()
    assert desk.rows("messages")[0][0] == "Taken"
    assert desk.aside(state, "parrots") == "accepted"
    assert not desk.find("take").isEnabled()
    desk.click("put_aside")
    desk.settle()
    assert desk.rows("messages")[0][0] == "Waiting"


def test_a_message_that_nobody_can_hear_of_says_so(desk: DeskHands) -> None:
    desk.press("Down", "Down")
    desk.settle()
    assert "reaches nobody" in desk.texts()
    assert not desk.find("send").isEnabled()


def test_a_request_goes_a_step_on_with_a_word_for_who_asked(desk: DeskHands) -> None:
    desk.press("Down")
    desk.settle()
    desk.press("Return")
    states = desk.find("becomes")
    while states.currentData() != RequestState.ORDERED:  # type: ignore[attr-defined]
        desk.press("Down")
    desk.press("Tab")
    desk.write("It is ordered.")
    desk.press("Ctrl+Return")
    desk.settle()
    assert desk.aside(state, "Solaris") == "ordered"
    assert desk.rows("messages")[1][0] == "Waiting"
    assert "It is ordered." in desk.texts()


def test_a_begun_decision_comes_back(desk: DeskHands) -> None:
    desk.press("Down")
    desk.settle()
    desk.focus("note")
    desk.write("It com")
    desk.focus("messages")
    desk.press("Up")
    desk.settle()
    desk.press("Down")
    desk.settle()
    assert desk.one(QPlainTextEdit, "note").toPlainText() == "It com"


def test_what_a_colleague_did_meanwhile_is_shown_and_the_words_stay(desk: DeskHands) -> None:
    def colleague(services: Services) -> None:
        inbox, bert = StaffServices(services).inbox, signed(account="bert")
        inbox.take(bert, number(services, "parrots"), seen=0, at=NOW, act_id="1")

    desk.focus("answer")
    desk.write("They may.")
    desk.aside(colleague)
    desk.press("Ctrl+Return")
    desk.settle()
    assert "bert" in desk.shell.wrong.text
    assert "bert" in desk.texts()
    assert desk.page.panel.answer.text.toPlainText() == "They may."  # type: ignore[attr-defined]
    desk.press("Ctrl+Return")
    desk.settle()
    assert desk.aside(unread) == ["They may."]


def test_what_is_done_can_be_read_again(desk: DeskHands) -> None:
    desk.focus("answer")
    desk.write("They may.")
    desk.press("Ctrl+Return")
    desk.settle()
    desk.click("show-over")
    desk.settle()
    assert [row[0] for row in desk.rows("messages")] == ["Answered"]
    assert "They may." in desk.texts()
    assert not desk.seen("answer")


def test_an_account_that_may_not_write_articles_is_not_offered_it(desk: DeskHands) -> None:
    def hire(services: Services) -> None:
        accounts, boss = StaffServices(services).accounts, signed("administrator")
        accounts.add(boss, "vera", "Vera", "circulation", PASSWORD, at=NOW)

    assert desk.seen("as_article")
    desk.aside(hire)
    desk.press("Ctrl+L")
    desk.come_in("vera")
    desk.settle()
    assert desk.seen("answer")
    assert not desk.seen("as_article")
