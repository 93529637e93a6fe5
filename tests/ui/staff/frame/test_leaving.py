"""Whoever leaves, or has to, is reached by nothing any more, and loses nothing that was typed."""

from collections.abc import Callable
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from kiosk.model.texts import LocalText
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.rights import Right
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.shared.receivers import is_there
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.patrons.register_page import RegisterPage
from kiosk.ui.staff.today.page import TodayPage
from kiosk.ui.staff.workplace import Workplace
from scripts.desk_hands import NAME, PASSWORD, DeskHands
from tests.ui.staff.conftest import OpenDesk

NEW = "vier junge Buchen"
OTHER = "fünf alte Linden"


class Slow(StaffPage):
    """A page that asks for slow work in every way there is, and would write down what comes."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Slow")
        self.told = QLabel(self)
        self.go_on = Event()
        self.came: list[object] = []

    def ask(self) -> None:
        """Ask in every way, by methods, partials and functions that enclose the page."""
        jobs = self.workplace.jobs
        self.workplace.read(self.work, self.take)
        self.workplace.change(self.work, partial(self.take_of, "change"))
        self.workplace.read(self.broken, self.take, lambda error: self.take(error))
        jobs.latest("slow", self.work, lambda result: self.take(result))
        jobs.aside(self.work, self.take)

    def work(self) -> str:
        assert self.go_on.wait(20)
        return "done"

    def broken(self) -> str:
        assert self.go_on.wait(20)
        raise OSError("no")

    def take(self, result: object) -> None:
        self.came.append(result)
        self.told.setText(str(result))

    def take_of(self, _what: str, result: object) -> None:
        self.take(result)


KINDS = (PageKind("today", Right.REPORTS, Slow, "home"),)


def delete_now() -> None:
    """Have done what waits for the event loop: a window that was given up is deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_what_ends_after_the_account_has_left_reaches_nobody(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=KINDS)
    page = hands.page
    assert isinstance(page, Slow)
    page.ask()
    hands.press("Ctrl+L")
    assert hands.window.door is not None
    page.go_on.set()
    hands.settle()
    assert page.came == []
    delete_now()
    assert not isValid(page)


def test_what_ends_after_its_page_was_deleted_reaches_nobody(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=KINDS)
    page = Slow(hands.place)
    page.ask()
    page.deleteLater()
    delete_now()
    assert not isValid(page)
    page.go_on.set()
    hands.settle()
    assert page.came == []
    assert hands.mistakes == []


def test_what_ends_while_its_page_is_there_reaches_it(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=KINDS)
    page = hands.page
    assert isinstance(page, Slow)
    page.go_on.set()
    page.ask()
    hands.settle()
    assert sorted(map(str, page.came)) == ["done", "done", "done", "done", "no"]


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda gone: gone.setObjectName,
        lambda gone: partial(repr, gone),
        lambda gone: lambda: repr(gone),
        lambda gone: partial(lambda then: then, then=lambda: repr(gone)),
    ],
)
def test_a_callback_of_something_deleted_is_told_however_it_is_wrapped(
    open_desk: OpenDesk, wrapped: Callable[[QObject], Callable[..., object]]
) -> None:
    hands = open_desk(kinds=KINDS)
    one = QLabel(hands.window)
    callback = wrapped(one)
    assert is_there(callback)
    one.deleteLater()
    delete_now()
    assert not is_there(callback)


def test_todays_page_hears_of_no_change_once_it_is_deleted(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=(PageKind("today", Right.REPORTS, TodayPage, "home"),))
    place, page = hands.place, TodayPage(hands.place)
    page.deleteLater()
    delete_now()
    place.changed.emit("record")
    hands.settle()
    assert hands.mistakes == []


def _by_another(services: Services, act: Callable[[StaffServices, SignedIn], None]) -> None:
    staff, at = StaffServices(services), services.clock.now()
    boss = staff.signing_in.sign_in(NAME, PASSWORD, at=at, branch="MAIN")
    staff.accounts.add(boss, "ewa", "Ewa", "administrator", NEW, at=at)
    act(staff, staff.signing_in.sign_in("ewa", NEW, at=at, branch="MAIN"))


def switch_off(services: Services) -> None:
    at = services.clock.now()
    _by_another(services, lambda staff, ewa: staff.accounts.set_active(ewa, NAME, False, at=at))


def take_rights(services: Services) -> None:
    _by_another(
        services,
        lambda staff, ewa: staff.accounts.set_role(ewa, NAME, "circulation", at=services.clock.now()),
    )


def change_password(services: Services) -> None:
    """Sign out elsewhere: a new password ends what began with the old one."""
    at = services.clock.now()
    _by_another(services, lambda staff, ewa: staff.accounts.set_password(ewa, NAME, OTHER, at=at))


def before_the_door(hands: DeskHands) -> None:
    hands.wait(lambda: hands.window.door is not None and hands.window.door.isVisible())


def typing(open_desk: OpenDesk) -> DeskHands:
    hands = open_desk(kinds=(PageKind("patrons/new", Right.PATRONS_EDIT, RegisterPage, "person"),))
    hands.write("Zimmermann")
    return hands


@pytest.mark.parametrize("end", [switch_off, take_rights, change_password])
def test_an_account_that_was_ended_elsewhere_stands_before_the_door_at_its_next_act(
    open_desk: OpenDesk, end: Callable[[Services], None]
) -> None:
    hands = typing(open_desk)
    drafts = hands.place.drafts
    hands.aside(end)
    hands.press("Ctrl+S")
    before_the_door(hands)
    assert "sign in again" in hands.texts()
    kept = hands.aside(lambda _: drafts.of("patrons/new"))
    assert kept is not None, "what was typed right before is kept"
    assert "Zimmermann" in str(kept.values)
    assert hands.aside(_registered) == []


def _registered(services: Services) -> list[int]:
    with services.database.read() as view:
        return [one.id for one in view.patrons.search("Zimmermann")]


def test_whoever_comes_in_again_goes_on_with_what_was_typed(open_desk: OpenDesk) -> None:
    hands = typing(open_desk)
    hands.aside(change_password)
    hands.press("Ctrl+S")
    before_the_door(hands)
    hands.come_in(NAME, OTHER)
    hands.click("draftGoOn")
    hands.settle()
    assert hands.page.unsaved() > 0


def test_a_role_that_loses_a_right_ends_the_sign_in_of_all_who_have_it(open_desk: OpenDesk) -> None:
    hands = open_desk(kinds=KINDS)
    hands.press("Ctrl+L")

    def add(services: Services) -> None:
        staff, at = StaffServices(services), services.clock.now()
        boss = staff.signing_in.sign_in(NAME, PASSWORD, at=at, branch="MAIN")
        staff.accounts.save_role(boss, "own", LocalText.of("Own"), {Right.CATALOGUE_SEE, Right.DESK}, at=at)
        staff.accounts.add(boss, "ola", "Ola", "own", NEW, at=at)

    def lose(services: Services) -> None:
        staff, at = StaffServices(services), services.clock.now()
        boss = staff.signing_in.sign_in(NAME, PASSWORD, at=at, branch="MAIN")
        staff.accounts.save_role(boss, "own", LocalText.of("Own"), {Right.CATALOGUE_SEE}, at=at)

    hands.aside(add)
    hands.come_in("ola", NEW)
    place = hands.place
    hands.aside(lose)
    seen: list[Exception] = []
    place.read(
        lambda: place.services.reports.kiosks.all(place.by, at=place.now()), lambda _: None, seen.append
    )
    hands.wait(lambda: seen != [])
    before_the_door(hands)
    assert [type(error).__name__ for error in seen] == ["SignInOver"]
