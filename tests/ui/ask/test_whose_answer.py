"""An answer is its reader's: of the card there, in the language spoken, gone with the visit."""

from tests.ui.ask.asked import FILM, articles, chosen
from tests.ui.ask.asking_library import ADULT, CHILD
from tests.ui.ask.conftest import OpenKiosk


def test_a_card_makes_the_answer_its_owners(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question("Was kostet ein Ausweis?")
    assert (kiosk.answer.figure, chosen(kiosk, "patron_category")) == ("18,00\xa0€", ["adult"])
    kiosk.sign_in(CHILD)
    assert (kiosk.answer.figure, chosen(kiosk, "patron_category")) == ("kostenlos", ["child"])


def test_what_is_asked_about_oneself_is_answered_from_the_account_once_a_card_is_there(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("en")
    kiosk.begin()
    kiosk.question("what do i owe you")
    assert kiosk.answer.cardHint
    kiosk.sign_in(ADULT)
    assert (kiosk.answer.mode, kiosk.answer.title) == ("answer", "What you owe")
    assert not kiosk.answer.cardHint
    kiosk.speak("de")
    assert kiosk.answer.title == "Was Sie schulden"


def test_a_card_that_is_gone_meanwhile_asks_as_nobody(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.sign_in("99999999")
    kiosk.question(FILM)
    assert (kiosk.answer.mode, kiosk.answer.figure) == ("answer", "7 Tage")


def test_another_language_tells_the_same_answer(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.asking.ask(FILM)
    kiosk.speak("pl")  # while it is still looked for
    assert kiosk.answer.mode == "answer"
    kiosk.speak("de")
    kiosk.speak("pl")
    assert kiosk.answer.title == "Jak długo mogę to trzymać?"
    assert (kiosk.answer.figure, chosen(kiosk, "item_type")) == ("7 dni", ["dvd"])
    assert kiosk.answer.asOf.startswith("Wprost z regulaminu")
    assert kiosk.answer.question == FILM


def test_an_answer_in_the_questions_language_stays_in_it_when_a_chip_is_touched(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question("ile mogę trzymać film")
    assert kiosk.answer.title == "Jak długo mogę to trzymać?"
    kiosk.touch("answer.refine.patron_category.child")
    assert kiosk.answer.title == "Jak długo mogę to trzymać?"


def test_back_leads_to_the_answer_before_then_to_the_question(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.touch("ask.field")
    kiosk.type(FILM + "\n")
    first = kiosk.answer.title
    kiosk.touch("answer.related.renewals")
    assert kiosk.answer.title == "Wie verlängere ich, und wie oft?"
    assert chosen(kiosk, "item_type") == ["dvd"]
    kiosk.touch("dock.back")
    assert (kiosk.page, kiosk.answer.title) == ("answer", first)
    kiosk.touch("dock.back")
    assert (kiosk.page, kiosk.ask.text) == ("ask", FILM)


def test_the_answer_before_is_told_in_the_language_spoken_by_then(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    kiosk.touch("answer.related.renewals")
    kiosk.speak("en")
    kiosk.shell.back()
    kiosk.settle()
    assert kiosk.answer.title == "How long may I keep things?"


def test_the_next_patron_finds_nothing_of_the_one_before(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.sign_in(ADULT)
    kiosk.touch("ask.field")
    kiosk.type(FILM + "\n")
    kiosk.visit.end()
    kiosk.shell.home()
    kiosk.settle()
    assert (kiosk.answer.mode, kiosk.answer.question, kiosk.answer.title) == ("waiting", "", "")
    assert (kiosk.ask.text, articles(kiosk.ask.suggestions)) == ("", [])


def test_an_answer_that_comes_after_the_visit_is_not_shown(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.asking.ask(FILM)
    kiosk.visit.end()
    kiosk.settle()
    assert (kiosk.answer.mode, kiosk.answer.title) == ("waiting", "")
