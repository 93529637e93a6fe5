"""A patron puts a question: typed, suggested, from a topic, or touched at home."""

from tests.ui.ask.asked import FILM, articles, asked
from tests.ui.ask.conftest import OpenKiosk


def test_nothing_is_asked_before_enter(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.touch("ask.field")
    kiosk.type("wie verl")
    assert kiosk.page == "ask"
    assert articles(kiosk.ask.suggestions) == ["renewals"]
    assert kiosk.aside(asked) == []
    kiosk.type("\n")
    assert kiosk.page == "answer"
    assert kiosk.answer.question == "wie verl"
    assert [text for text, *_rest in kiosk.aside(asked)] == ["wie verl"]


def test_the_keys_on_the_screen_type_and_ask(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("pl")
    kiosk.begin()
    kiosk.touch("ask.field")
    for letter in "wifi":
        kiosk.touch(f"key.{letter}")
    assert kiosk.ask.text == "wifi"
    kiosk.touch("key.go")
    assert (kiosk.page, kiosk.answer.mode) == ("answer", "answer")


def test_enter_on_an_empty_field_asks_nothing(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.touch("ask.field")
    kiosk.type("  \n")
    assert (kiosk.page, kiosk.aside(asked)) == ("ask", [])


def test_a_suggested_question_opens_its_answer_at_a_touch(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.touch("ask.field")
    kiosk.type("verl")
    kiosk.touch("ask.suggestion.renewals")
    assert (kiosk.page, kiosk.answer.title) == ("answer", "Wie verlängere ich, und wie oft?")


def test_a_topic_lists_its_questions_and_comes_off_again(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    common = articles(kiosk.ask.questions)
    kiosk.touch("ask.topic.money")
    assert articles(kiosk.ask.questions) == ["lost-or-damaged", "overdue-fines", "paying-fees"]
    kiosk.touch("ask.topic.money")
    assert articles(kiosk.ask.questions) == common
    assert common[0] == "opening-hours"


def test_a_question_touched_at_home_opens_its_article(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.home.askQuestion("opening-hours")
    kiosk.settle()
    assert (kiosk.page, kiosk.answer.figure) == ("answer", "10:00–19:00")
    kiosk.shell.back()
    assert kiosk.page == "home"


def test_a_touch_on_the_field_goes_back_to_typing_one_on_the_cross_begins_anew(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    kiosk.touch("answer.field")
    assert (kiosk.page, kiosk.ask.text) == ("ask", FILM)
    kiosk.type(" noch\n")
    assert kiosk.answer.question == FILM + " noch"
    kiosk.touch("answer.clear")
    assert (kiosk.page, kiosk.ask.text) == ("ask", "")


def test_what_was_typed_is_gone_with_the_section(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.touch("ask.field")
    kiosk.type("verl")
    kiosk.touch("tab.find")
    kiosk.touch("tab.ask")
    assert kiosk.ask.text == ""


def test_home_while_typing_shuts_the_keyboard_and_nothing_breaks(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("pl", 1920, 1080)
    for _ in range(3):
        kiosk.begin()
        kiosk.touch("ask.field")
        kiosk.type("a")
        kiosk.shell.home()
        kiosk.settle()
    assert not kiosk.seen("key.a")
