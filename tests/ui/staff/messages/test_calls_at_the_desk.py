"""Calls for help at every desk: seen on every page, gone from all when taken; and the count in the rail."""

from PySide6.QtWidgets import QLabel

from kiosk.model.help_call import HelpReason
from kiosk.model.request import RequestKind
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.rights import Right
from kiosk.ui.staff.messages.page import MessagesPage
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.pages import PageKind
from scripts.desk_hands import DeskHands
from tests.staff.people import signed
from tests.ui.borrow.lending_library import NOW
from tests.ui.staff.conftest import OpenDesk


class Plain(StaffPage):
    """A page that has nothing to do with messages."""


KINDS = (
    PageKind("today", Right.REPORTS, lambda place: Plain(place, "Today"), "home"),
    PageKind("messages", Right.MESSAGES, MessagesPage, "mail"),
)


def look(desk: DeskHands) -> None:
    desk.shell.bell.look()
    desk.settle()


def call(services: Services) -> int:
    made = services.help_calls.call("Entrance", "MAIN", "borrow", HelpReason.SCANS, at=NOW)
    assert made is not None
    return made.id


def ask(services: Services) -> None:
    services.requests.make(RequestKind.QUESTION, {"text": "Why?"}, at=NOW)


def test_a_call_is_seen_on_every_page_and_taken_with_one_touch(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    assert not desk.seen("goToCall")
    number = desk.aside(call)
    look(desk)
    assert "Entrance" in desk.texts()
    desk.click("goToCall")
    desk.settle()
    assert not desk.seen("goToCall")
    assert "is going" in desk.shell.toast.accessibleName()

    def taken_by(services: Services) -> str | None:
        bert = signed(account="bert")
        return StaffServices(services).calls_for_help.take(bert, number, at=NOW).taken_by

    assert desk.aside(taken_by) == "magda"


def test_a_call_that_a_colleague_took_goes_from_this_desk_too(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    number = desk.aside(call)
    look(desk)

    def take(services: Services) -> None:
        StaffServices(services).calls_for_help.take(signed(account="bert"), number, at=NOW)

    desk.aside(take)
    look(desk)
    assert not desk.seen("goToCall")


def test_the_rail_counts_new_messages_and_the_inbox_shows_them_by_itself(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    look(desk)
    assert desk.one(QLabel, "badge-messages").text() == ""
    desk.go("messages")
    desk.aside(ask)
    look(desk)
    assert desk.one(QLabel, "badge-messages").text() == "1"
    assert [row[2] for row in desk.rows("messages")] == ["Why?"]
    desk.click("take")
    desk.settle()
    assert desk.one(QLabel, "badge-messages").text() == ""
