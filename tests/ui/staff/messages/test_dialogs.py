"""From the inbox: a template is written, and a message becomes the beginning of an article."""

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit

from kiosk.model.request import RequestKind
from kiosk.services import Services
from kiosk.ui.staff.messages.new_article_dialog import suggested_key
from kiosk.ui.staff.pages import page_kinds
from kiosk.ui.staff.policies.article_page import ArticlePage
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import ANNA, NOW
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.dialogs import when_asked

TEXT = "My name is Anna Krause, card 20000017. May parrots come into the reading room?"


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskHands:
    def leave(services: Services) -> None:
        services.requests.make(RequestKind.QUESTION, {"text": TEXT}, at=NOW, card=ANNA, language="en")

    kinds = [kind for kind in page_kinds() if kind.section in {"messages", "policies"}]
    hands = open_desk(kinds=kinds, prepare=leave)
    hands.go("messages")
    return hands


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Gibt es Lernräume für Gruppen?", "gibt-lernraume-fur-gruppen"),
        ("Czy można tu wynająć salę na urodziny?", "mozna-wynajac-sale-urodziny"),
        ("Wi-Fi?", ""),
        ("?!", ""),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_key_is_suggested_of_the_words_that_say_most(title: str, key: str) -> None:
    assert suggested_key(title) == key


def test_a_message_becomes_a_draft_that_names_nobody(desk: DeskHands) -> None:
    desk.focus("answer")
    desk.write("They may, in a cage.")

    def begin(_dialog: QDialog) -> None:
        question = desk.one(QLineEdit, "articleQuestion")
        assert "Krause" not in question.text()
        assert "20000017" not in question.text()
        desk.focus(question)
        desk.press("Ctrl+A")
        desk.write("May parrots come in?")
        desk.press("Return")
        desk.settle()

    when_asked(desk, begin)
    desk.click("as_article")
    desk.settle()
    assert isinstance(desk.page, ArticlePage)
    assert desk.one(QLineEdit, "title-en").text() == "May parrots come in?"
    assert desk.one(QPlainTextEdit, "body-en").toPlainText() == "They may, in a cage."


def test_an_article_whose_key_is_taken_is_not_begun_twice(desk: DeskHands) -> None:
    def begin_first(services: Services) -> None:
        from kiosk.services_of_staff import StaffServices
        from tests.staff.people import signed

        StaffServices(services).article_editing.begin(
            signed(), "parrots", "en", "visiting", "May parrots come in?", at=NOW
        )

    desk.aside(begin_first)
    said: list[str] = []

    def begin(dialog: QDialog) -> None:
        desk.focus("articleKey")
        desk.press("Ctrl+A")
        desk.write("parrots")
        desk.press("Return")
        desk.settle()
        said.append(desk.texts())
        dialog.reject()

    when_asked(desk, begin)
    desk.click("as_article")
    assert "already is an article" in said[0]


def test_a_template_is_written_by_keys_and_offered_at_once(desk: DeskHands) -> None:
    def write(_dialog: QDialog) -> None:
        desk.click("newTemplate")
        desk.write("thanks")
        desk.focus("templateText")
        desk.write("Dear {patron},")
        desk.press("Ctrl+S")
        desk.settle()
        assert "“patron” is unknown" in desk.texts()
        desk.press("Ctrl+A")
        desk.write("Dear {name},")
        desk.press("Ctrl+S")
        desk.settle()
        assert [row[0] for row in desk.rows("templates")] == ["thanks"]
        desk.press("Esc")

    written = when_asked(desk, write)
    desk.click("templates")
    desk.wait(written)
    desk.settle()
    offered = desk.find("template")
    assert offered.itemText(1) == "thanks"  # type: ignore[attr-defined]


def test_a_template_that_was_begun_comes_back(desk: DeskHands) -> None:
    def leave(_dialog: QDialog) -> None:
        desk.click("newTemplate")
        desk.write("sorry")
        desk.focus("templateText")
        desk.write("We are sorry")
        desk.press("Esc")

    said: list[str] = []

    def look(dialog: QDialog) -> None:
        desk.settle()
        said.extend(
            (
                desk.one(QLineEdit, "templateName").text(),
                desk.one(QPlainTextEdit, "templateText").toPlainText(),
            )
        )
        dialog.reject()

    for act in (leave, look):
        done = when_asked(desk, act)
        desk.click("templates")
        desk.wait(done)
        desk.settle()
    assert said == ["sorry", "We are sorry"]
