"""An article at the desk, with real keys: written in its languages, previewed, checked, never lost."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QPlainTextEdit, QRadioButton, QTextBrowser

from kiosk.model.rule import Period, PeriodUnit
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.ui.staff.policies.article_page import ArticlePage
from scripts.desk_hands import DeskHands
from tests.staff.people import signed
from tests.ui.borrow.lending_library import NOW
from tests.ui.staff.dialogs import agree, when_asked
from tests.ui.staff.policies.conftest import live


def page(desk: DeskHands) -> ArticlePage:
    shown = desk.page
    assert isinstance(shown, ArticlePage)
    return shown


def look(desk: DeskHands) -> None:
    """Let what follows typing after a moment follow now."""
    for timer in page(desk).findChildren(QTimer):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()
    desk.settle()


def preview(desk: DeskHands) -> str:
    return desk.one(QTextBrowser, "preview").toPlainText()


def problems(desk: DeskHands) -> list[str]:
    shown = page(desk).side.problems
    assert isinstance(shown, QListWidget)
    return [shown.item(row).text() for row in range(shown.count())]


def open_article(desk: DeskHands, key: str = "loan-periods") -> None:
    desk.go(f"policies/article/{key}")
    look(desk)


def colleague(services: Services, **changed: object) -> None:
    """Let a colleague change the English page and save it."""
    editing, bert = StaffServices(services).article_editing, signed(account="bert")
    seen = editing.open(bert, "loan-periods").page("en")
    assert seen.live is not None
    theirs = replace(seen.live.article, **changed)  # type: ignore[arg-type]
    editing.save(bert, [theirs], {"en": seen.seen}, publish=True, at=NOW)


def test_a_word_typed_is_previewed_checked_and_shown_to_patrons_with_one_key(desk: DeskHands) -> None:
    open_article(desk)
    assert "28 days" in preview(desk)
    desk.focus("body-en")
    desk.press("Ctrl+Home")
    desk.write("Enjoy it for 5 weeks, {{loan_period}}!")
    desk.press("Return", "Return")
    look(desk)
    assert "Enjoy it for 5 weeks, 28 days!" in preview(desk)
    assert any("5 weeks" in one for one in problems(desk))
    desk.press("Ctrl+S")
    desk.settle()
    shown = desk.aside(live, "loan-periods")
    assert shown is not None
    assert shown.body.startswith("Enjoy it")
    assert shown.version == 2
    german = desk.aside(live, "loan-periods", "de")
    assert german is not None
    assert german.version == 1
    assert page(desk).unsaved() == 0


def test_the_preview_is_that_of_whom_it_is_for(desk: DeskHands) -> None:
    open_article(desk)
    before = preview(desk)
    desk.focus("preview-item_type")
    for _ in range(4):
        desk.press("Down")
    desk.settle()
    assert preview(desk) != before


def test_tab_goes_from_the_title_to_the_text_and_on_to_the_figure(desk: DeskHands) -> None:
    open_article(desk)
    desk.focus("title-en")
    way = []
    for _ in range(2):
        desk.press("Tab")
        field = desk.window.focusWidget()
        assert field is not None
        way.append(field.objectName())
    assert way == ["body-en", "figure-en"]
    assert desk.one(QLineEdit, "figure-en").placeholderText() == "e.g. {{loan_period}}"


def test_no_word_of_a_table_is_broken_in_the_preview(desk: DeskHands) -> None:
    open_article(desk)
    assert desk.one(QTextBrowser, "preview").wordWrapMode() == QTextOption.WrapMode.WordWrap
    desk.focus("body-en")
    desk.press("Ctrl+Home")
    desk.write("X" * 80)
    desk.press("Return", "Return")
    look(desk)
    shown = desk.one(QTextBrowser, "preview")
    assert shown.horizontalScrollBar().maximum() > 0, "what is longer than a line is reached, not broken"


def test_a_changed_rule_changes_the_preview(desk: DeskHands) -> None:
    def shorten(services: Services) -> None:
        library = services.library()
        first, *others = library.rules
        values = replace(first.values, loan_period=Period(13, PeriodUnit.DAYS))
        with services.database.act() as work:
            work.library.replace(replace(library, rules=(replace(first, values=values), *others)))
            work.commit()

    open_article(desk)
    desk.aside(shorten)
    desk.place.changed.emit("rules")
    desk.settle()
    assert "13 days" in preview(desk)


def test_what_cannot_be_shown_is_not_and_says_why(desk: DeskHands) -> None:
    open_article(desk)
    desk.focus("title-en")
    desk.press("Ctrl+A", "Delete")
    desk.press("Ctrl+S")
    desk.settle()
    assert "title" in desk.shell.wrong.text
    shown = desk.aside(live, "loan-periods")
    assert shown is not None
    assert shown.version == 1
    look(desk)
    assert "cannot be shown" in problems(desk)[0]


def test_a_draft_is_kept_from_patrons_and_can_be_given_up(desk: DeskHands) -> None:
    open_article(desk, "wifi")
    desk.focus("title-en")
    desk.press("End")
    desk.write(" And how?")
    desk.click("article-save_draft")
    desk.settle()
    shown = desk.aside(live, "wifi")
    assert shown is not None
    assert "And how?" not in shown.title
    assert "And how?" in desk.one(QLineEdit, "title-en").text()
    agree(desk)
    desk.click("article-discard")
    desk.settle()
    assert "And how?" not in desk.one(QLineEdit, "title-en").text()


def test_words_not_saved_come_back_after_a_crash(desk: DeskHands) -> None:
    open_article(desk, "wifi")
    desk.focus("body-pl")
    desk.press("Ctrl+Home")
    desk.write("Tak. ")
    look(desk)
    open_article(desk, "opening-hours")
    assert page(desk).unsaved() == 0
    open_article(desk, "wifi")
    assert desk.one(QPlainTextEdit, "body-pl").toPlainText().startswith("Tak. ")
    assert page(desk).unsaved() == 1
    desk.press("Ctrl+S")
    desk.settle()
    open_article(desk, "opening-hours")
    open_article(desk, "wifi")
    assert page(desk).unsaved() == 0


def test_days_and_chips_hold_for_all_languages(desk: DeskHands) -> None:
    open_article(desk, "wifi")
    desk.click("part-shared")
    desk.focus("review")
    desk.press("Ctrl+A")
    desk.write("2028-02-30")
    desk.press("Ctrl+S")
    desk.settle()
    assert "31/03/2027" in desk.shell.wrong.text
    desk.press("Ctrl+A")
    desk.write("2028-02-29")
    desk.press("Ctrl+S")
    desk.settle()
    for language in ("de", "en", "pl"):
        shown = desk.aside(live, "wifi", language)
        assert shown is not None
        assert shown.review == date(2028, 2, 29)


def test_what_a_colleague_wrote_meanwhile_is_shown_and_merged_by_choice(desk: DeskHands) -> None:
    open_article(desk)
    desk.focus("title-en")
    desk.press("End")
    desk.write(" Mine")
    desk.aside(lambda services: colleague(services, title="Theirs?", keywords=("theirs",)))
    answered: list[str] = []

    def choose(dialog: QDialog) -> None:
        answered.extend(one.objectName() for one in dialog.findChildren(QRadioButton) if one.isChecked())
        desk.click("takeChosen")

    when_asked(desk, choose)
    desk.press("Ctrl+S")
    desk.settle()
    desk.wait(lambda: bool(answered))
    assert answered == ["mine-en-title", "theirs-en-keywords"]
    desk.window.activateWindow()  # which a window manager does by itself
    desk.wait(desk.window.isActiveWindow)
    desk.press("Ctrl+S")
    desk.settle()
    shown = desk.aside(live, "loan-periods")
    assert shown is not None
    assert shown.title.endswith(" Mine")
    assert shown.keywords == ("theirs",)


def test_the_questions_that_led_there_are_told(desk: DeskHands) -> None:
    open_article(desk)
    assert [row.text for row in page(desk).side.asked.rows] == ["How long?"]


def test_what_is_taken_away_comes_back_by_undo(desk: DeskHands) -> None:
    open_article(desk, "wifi")
    agree(desk)
    desk.click("article-retire")
    desk.settle()
    assert desk.aside(live, "wifi") is None
    assert len(desk.rows("articles")) == 2
    desk.click("toastUndo")
    desk.settle()
    assert desk.aside(live, "wifi") is not None
    assert desk.one(QLineEdit, "title-en").text()


def test_an_earlier_version_comes_back(desk: DeskHands) -> None:
    desk.aside(lambda services: colleague(services, title="Theirs?"))
    open_article(desk)
    assert desk.one(QLineEdit, "title-en").text() == "Theirs?"

    def restore(_dialog: QDialog) -> None:
        desk.settle()
        desk.focus("versions")
        desk.press("Down")
        desk.settle()
        assert "Theirs?" in desk.one(QPlainTextEdit, "differs").toPlainText()
        desk.click("restore")

    when_asked(desk, restore)
    desk.click("article-history")
    desk.settle()
    shown = desk.aside(live, "loan-periods")
    assert shown is not None
    assert (shown.version, shown.title != "Theirs?") == (3, True)
    assert desk.one(QLineEdit, "title-en").text() == shown.title


def test_what_was_typed_is_undone_by_key_also_behind_a_save(desk: DeskHands) -> None:
    open_article(desk)
    body = desk.one(QPlainTextEdit, "body-en")
    before = body.toPlainText()
    desk.focus(body)
    desk.press("Ctrl+End")
    desk.write("  More.  ")
    desk.press("Ctrl+S")
    desk.settle()
    saved = desk.aside(live, "loan-periods")
    assert saved is not None
    assert saved.body.endswith("More.")
    assert desk.focused() is body
    for _ in range(12):
        if body.toPlainText() != before:
            desk.press("Ctrl+Z")
    assert body.toPlainText() == before
    desk.press("Ctrl+S")
    desk.settle()
    again = desk.aside(live, "loan-periods")
    assert again is not None
    assert again.body == before.strip()
