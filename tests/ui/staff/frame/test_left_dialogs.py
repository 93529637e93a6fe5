"""A dialog that was left goes, with what was typed in it; one that is still needed stays."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QLineEdit
from shiboken6 import isValid

from kiosk.ui.staff.widgets.questions import Question
from scripts.desk_hands import DeskHands
from tests.ui.staff.conftest import OpenDesk

NEW = "vier junge Buchen"


def dialogs(desk: DeskHands) -> list[QDialog]:
    """Return all that are there once what was given up is deleted, hidden ones too."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return desk.window.findChildren(QDialog)


def gone(desk: DeskHands) -> bool:
    return not dialogs(desk)


def test_a_password_typed_into_a_dialog_goes_with_it(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.go("settings/accounts")
    desk.settle()
    fields: list[QLineEdit] = []

    def type_and_leave() -> None:
        fields.append(desk.one(QLineEdit, "account-password"))
        fields[0].setText(NEW)
        desk.click("leave")

    desk.when_asked(type_and_leave)
    desk.click("add")
    desk.wait(lambda: gone(desk))
    assert not isValid(fields[0])


def test_what_was_agreed_to_is_done_and_the_dialog_goes(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.go("settings/accounts")
    desk.settle()

    def fill_in() -> None:
        for key, text in (("name", "ewa"), ("shown", "Ewa"), ("password", NEW), ("again", NEW)):
            desk.one(QLineEdit, f"account-{key}").setText(text)
        desk.click("do")

    desk.when_asked(fill_in)
    desk.click("add")
    desk.wait(lambda: gone(desk))
    desk.wait(lambda: "ewa" in [row[0] for row in desk.rows("accounts")])


def test_a_dialog_stays_while_another_stands_over_it(open_desk: OpenDesk) -> None:
    desk = open_desk()
    words = desk.place.words
    first = Question(words, "First", "", "Do", parent=desk.window)
    first.open()
    second = Question(words, "Second", "", "Do", parent=desk.window)
    first.finished.connect(second.open)
    first.accept()
    desk.settle()
    assert set(dialogs(desk)) == {first, second}
    second.reject()
    desk.wait(lambda: gone(desk))


def test_a_dialog_that_is_made_and_not_yet_shown_stays(open_desk: OpenDesk) -> None:
    desk = open_desk()
    words = desk.place.words
    later = Question(words, "Later", "", "Do", parent=desk.window)
    now = Question(words, "Now", "", "Do", parent=desk.window)
    now.open()
    now.accept()
    desk.wait(lambda: dialogs(desk) == [later])
    later.open()
    assert later.isVisible()
    later.reject()
    desk.wait(lambda: gone(desk))
