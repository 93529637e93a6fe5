"""What an article leads to is chosen by title, and the way to an article names no key."""

from PySide6.QtWidgets import QComboBox, QListWidget

from scripts.desk_hands import DeskHands
from tests.ui.staff.policies.conftest import live


def related(desk: DeskHands) -> list[str]:
    shown = desk.one(QListWidget, "relatedList")
    return [shown.item(row).text() for row in range(shown.count())]


def test_related_articles_are_added_and_taken_out_by_their_titles(desk: DeskHands) -> None:
    other = desk.aside(live, "loan-periods")
    assert other is not None
    desk.go("policies/article/wifi")
    desk.click("part-shared")
    desk.one(QComboBox, "related").setCurrentText(other.title.upper())
    desk.click("relatedAdd")
    assert related(desk) == [other.title]
    desk.press("Ctrl+S")
    desk.settle()
    saved = desk.aside(live, "wifi", "de")
    assert saved is not None
    assert saved.related == ("loan-periods",)
    assert related(desk) == [other.title]
    desk.focus("relatedList")
    desk.one(QListWidget, "relatedList").setCurrentRow(0)
    desk.press("Delete")
    assert related(desk) == []
    desk.press("Ctrl+S")
    desk.settle()
    bare = desk.aside(live, "wifi")
    assert bare is not None
    assert bare.related == ()


def test_an_article_is_not_offered_to_itself_and_words_that_are_no_title_add_nothing(desk: DeskHands) -> None:
    own = desk.aside(live, "wifi")
    assert own is not None
    desk.go("policies/article/wifi")
    desk.click("part-shared")
    box = desk.one(QComboBox, "related")
    assert box.count() == 2
    assert box.findText(own.title) < 0
    box.setCurrentText("No such article")
    desk.click("relatedAdd")
    assert related(desk) == []


def test_a_title_typed_and_not_added_is_saved_and_one_that_is_none_is_not(desk: DeskHands) -> None:
    other = desk.aside(live, "loan-periods")
    assert other is not None
    desk.go("policies/article/wifi")
    desk.click("part-shared")
    desk.focus("related")
    desk.write("No such article")
    assert desk.page.unsaved()
    desk.press("Ctrl+S")
    desk.settle()
    assert "Related" in desk.texts()
    assert desk.page.unsaved()
    desk.focus("related")
    desk.press("Ctrl+A")
    desk.write(other.title)
    desk.press("Escape", "Ctrl+S")  # the first closes the list of titles
    desk.settle()
    saved = desk.aside(live, "wifi")
    assert saved is not None
    assert saved.related == ("loan-periods",)
    assert not desk.page.unsaved()


def test_the_way_to_an_article_names_its_topic_and_no_key(desk: DeskHands) -> None:
    desk.go("policies/article/loan-periods")
    shown = desk.aside(live, "loan-periods")
    assert shown is not None
    assert desk.page.title == shown.title
    assert "loan-periods" not in desk.page.crumb
    assert desk.page.crumb.endswith(desk.place.words(f"topic.{shown.topic}"))
