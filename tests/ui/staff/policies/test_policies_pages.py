"""The shelf, what got no answer, and the guides at the desk, with real keys."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.services import Services
from kiosk.storage import QuestionAsked
from kiosk.ui.staff.policies.article_page import ArticlePage
from kiosk.ui.staff.policies.guides_page import GuidesPage
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import NOW
from tests.ui.staff.dialogs import agree, when_asked
from tests.ui.staff.policies.conftest import live

QUESTION = "May my gizmo roam the ether?"


def answered_by(services: Services) -> list[str]:
    answered = services.asking.ask(QUESTION, "en", branch="MAIN", at=NOW)
    return [one.key for one in answered.answers]


def draft(services: Services, key: str) -> str | None:
    with services.database.read() as view:
        found = view.articles.draft(key, "en")
    return found.title if found is not None else None


def test_the_shelf_shows_each_language_and_enter_opens_an_article(desk: DeskHands) -> None:
    desk.go("policies")
    rows = desk.rows("articles")
    assert len(rows) == 3
    assert {row[2:5] for row in rows} == {("Visible",) * 3}
    desk.press("Return")
    desk.settle()
    assert isinstance(desk.page, ArticlePage)


def test_the_shelf_is_narrowed_to_what_wants_work(desk: DeskHands) -> None:
    desk.go("policies/article/wifi")
    desk.focus("body-en")
    desk.write("It costs 3 euros. ")
    desk.press("Ctrl+S")
    desk.settle()
    desk.go("policies")
    desk.click("onlyWork")
    assert [row[3] for row in desk.rows("articles")] == ["1 hint"]


def test_a_new_article_is_begun_by_keys_alone(desk: DeskHands) -> None:
    desk.go("policies")

    def fill(_dialog: QDialog) -> None:
        desk.write("May parrots come in?")
        assert desk.one(QLineEdit, "articleKey").text() == "may-parrots-come"
        desk.press("Return")
        desk.settle()

    when_asked(desk, fill)
    desk.click("newArticle")
    desk.settle()
    assert desk.aside(draft, "may-parrots-come") == "May parrots come in?"
    assert desk.one(QLineEdit, "title-en").text() == "May parrots come in?"


def test_a_question_in_vain_leads_to_an_article_at_once(desk: DeskHands) -> None:
    assert desk.aside(answered_by) != ["wifi"]
    desk.go("policies/unanswered")
    assert desk.rows("unanswered")[0][:2] == ("3", QUESTION)
    desk.press("Return")
    wifi = desk.aside(live, "wifi")
    assert wifi is not None
    desk.one(QComboBox, "leadsTo").setCurrentText(wifi.title)
    desk.click("addWording")
    desk.settle()
    assert desk.aside(answered_by)[:1] == ["wifi"]
    assert desk.rows("unanswered") == []
    assert "every question" in desk.texts().casefold()


def test_a_wording_without_an_article_is_asked_for_one(desk: DeskHands) -> None:
    desk.go("policies/unanswered")
    desk.one(QComboBox, "leadsTo").setCurrentText("zzz")
    desk.click("addWording")
    assert "Choose an article" in desk.texts()
    assert len(desk.rows("unanswered")) == 1


def test_a_question_in_vain_becomes_an_article(desk: DeskHands) -> None:
    desk.go("policies/unanswered")
    when_asked(desk, lambda _dialog: desk.press("Return"))
    desk.click("makeArticle")
    desk.settle()
    assert isinstance(desk.page, ArticlePage)
    assert desk.one(QLineEdit, "title-en").text() == QUESTION
    desk.go("policies/unanswered")
    assert desk.rows("unanswered") == []


def test_a_guide_is_checked_as_it_is_typed_and_kept(desk: DeskHands) -> None:
    desk.go("policies/guides")
    text = desk.one(QPlainTextEdit, "guideText")
    assert "start: what" in text.toPlainText()
    desk.focus(text)
    desk.press("Ctrl+Home")
    desk.write("x")
    for timer in desk.page.findChildren(QTimer):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()
    desk.settle()
    problems = desk.one(QListWidget, "guideProblems")
    assert "xtitle" in problems.item(0).text()
    desk.press("Backspace")
    text.setPlainText(text.toPlainText().replace("Something is lost", "Something is gone"))
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.rows("guides")[0][0] == "Something is gone"
    assert desk.page.unsaved() == 0


def test_a_guide_is_headed_by_its_title_and_named_by_its_key_in_small(desk: DeskHands) -> None:
    desk.go("policies/guides")
    page = desk.page
    assert isinstance(page, GuidesPage)
    said = [one.text() for one in page.panel.findChildren(QLabel) if one.text()]
    assert said[:2] == ["Something is lost", "lost"]


def test_what_was_shown_in_vain_is_told_by_its_title(desk: DeskHands) -> None:
    def shown_in_vain(services: Services) -> None:
        with services.database.act() as work:
            for _ in range(9):
                work.questions.asked(
                    QuestionAsked("Wo ist das Funknetz?", "de", "answer", NOW, "wifi", helpful=False)
                )
            work.commit()

    desk.aside(shown_in_vain)
    desk.go("policies/unanswered")
    wifi = desk.aside(live, "wifi")
    assert wifi is not None
    assert desk.rows("unanswered")[0][1] == "Wo ist das Funknetz?"
    assert f"{wifi.title} (9)" in desk.texts(), "in the librarian's language, though it was asked in German"
    assert "wifi (9)" not in desk.texts()


def test_a_choice_longer_than_its_room_is_said_by_the_tip_and_whole_in_the_list(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 200)
    box = ChoiceBox(window)
    box.setFixedWidth(90)
    long = "May I bring a drink, a dog, and a friend who has no card of this library?"
    box.addItem("Short")
    box.addItem(long)
    window.show()
    box.setCurrentIndex(1)
    assert box.toolTip() == long
    box.showPopup()
    assert box.view().width() >= box.view().fontMetrics().horizontalAdvance(long)
    box.hidePopup()


def test_a_guide_that_is_taken_away_comes_back_by_undo(desk: DeskHands) -> None:
    desk.go("policies/guides")
    agree(desk)
    desk.click("removeGuide")
    desk.settle()
    assert desk.rows("guides") == []
    desk.click("toastUndo")
    desk.settle()
    assert len(desk.rows("guides")) == 1
