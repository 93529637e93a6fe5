"""Asking the library for what it lacks, with a card and without, and asking by number how far that is."""

from kiosk.membership.message_limits import MOST_HERE
from kiosk.model.request import RequestKind
from kiosk.model.request_number import read_request_number
from kiosk.model.request_origin import Origin
from kiosk.model.request_state import RequestState
from kiosk.services import Services
from kiosk.storage import PatronRequest
from kiosk.ui.patron.visit import SignedIn
from scripts.hands import Hands
from tests.journeys.conftest import LANDSCAPE, Kiosk, OpenKiosk
from tests.journeys.ways import ANNA

_WISH = "Xanthippe Ypsilon"


def _look_for_in_vain(hands: Hands) -> None:
    hands.touch("home.find")
    hands.type(_WISH)
    hands.enter()
    hands.touch("find.nothing.get")


def _name(kiosk: Kiosk) -> str:
    return kiosk.services.settings.kiosk_name


def _number(hands: Hands) -> str:
    return str(hands.find("request.number").property("text"))


def _made(kiosk: Kiosk, number: str) -> PatronRequest:
    return kiosk.aside(lambda services: services.requests.show(number)).request


def test_what_is_not_found_is_asked_for_printed_and_followed_by_its_number_alone(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("en", LANDSCAPE)
    hands = kiosk.hands
    _look_for_in_vain(hands)
    hands.touch("request.send")
    number = _number(hands)
    made = _made(kiosk, number)
    assert (made.kind, made.details, made.patron_id, made.language) == (
        "purchase",
        {"title": _WISH, "kiosk": _name(kiosk), "screen": "find"},
        None,
        "en",
    )
    hands.touch("request.print")
    assert hands.reads("Your slip is ready."), hands.texts
    assert len(list((kiosk.folder / "receipts").glob("*.pdf"))) == 1
    hands.touch("dock.back")
    assert hands.page == "find", "Back leads to where one came from"
    hands.touch("toast.action")
    hands.touch("request.leave")
    assert not hands.reads(number)
    kiosk.aside(
        lambda services: services.requests.decide(
            number, RequestState.ORDERED, by="tests", at=services.clock.now(), next_step="Come on Friday."
        )
    )
    hands.touch("home.request")
    hands.touch("request.lookup")
    hands.type(number.replace("-", "").lower())
    hands.enter()
    assert hands.reads("Ordered"), hands.texts
    assert hands.reads("Come on Friday."), hands.texts
    assert not hands.reads(_WISH), "a number tells nothing of who asked or for what"
    hands.pass_seconds(66)
    hands.touch("home.request")
    hands.touch("request.lookup")
    assert hands.find("request.number.field.input").property("text") == ""


def test_with_a_card_the_request_goes_to_its_account_and_nothing_is_left_behind(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("de")
    hands = kiosk.hands
    hands.touch("home.request")
    hands.touch("request.open.2")
    for _ in range(3):
        hands.enter()
    assert hands.page == "request_form"
    hands.type("Wann kommt der Bus?")
    hands.touch("request.card")
    hands.scan(ANNA)
    assert hands.page == "request_form"
    assert hands.reads("Anna K."), hands.texts
    hands.touch("request.send")
    number = _number(hands)
    made = _made(kiosk, number)
    assert made.details == {"text": "Wann kommt der Bus?", "kiosk": _name(kiosk), "screen": "home"}
    assert hands.reads("Heute bis 19:00 Uhr wird Ihre Nachricht noch gelesen"), hands.texts
    asked = kiosk.aside(lambda services: services.accounts.statement(ANNA, services.clock.now(), "MAIN"))
    assert made.patron_id == asked.patron.id
    hands.touch("dock.signOut")
    presenter = repr(vars(hands.counter.pages.request)) + repr(vars(hands.counter.desk.request))
    assert "Bus" not in presenter
    assert str(read_request_number(number)) not in presenter
    assert number not in presenter


def test_no_request_is_made_on_a_card_whose_pin_was_not_given(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en", kiosk="kiosk-west")
    hands = kiosk.hands
    hands.touch("homeCard.borrow")
    hands.scan(ANNA)
    hands.touch("dock.home")
    _look_for_in_vain(hands)
    assert not hands.reads("Anna K."), hands.texts
    hands.counter.visit.sign_in(SignedIn(ANNA, "Anna K.", "adult"))
    hands.settle()
    assert not hands.reads("Anna K."), hands.texts
    hands.touch("request.send")
    assert _made(kiosk, _number(hands)).patron_id is None


def test_a_question_without_an_answer_goes_to_staff_in_its_own_words(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    hands = kiosk.hands
    hands.touch("home.ask")
    hands.type("xqzv wvk")
    hands.enter()
    hands.touch("answer.staff")
    assert hands.find("request.text.field.input").property("text") == "xqzv wvk"
    assert not hands.sees("request.text.whole")
    more = " and so on" * 8
    hands.type(more)
    assert hands.find("request.text.whole").property("text") == f"xqzv wvk{more}", "a long one is shown whole"
    hands.touch("request.send")
    assert _made(kiosk, _number(hands)).details == {
        "text": f"xqzv wvk{more}",
        "kiosk": _name(kiosk),
        "screen": "answer",
        "question": "xqzv wvk",
    }


def test_a_kiosk_that_takes_no_more_messages_says_so_calmly_and_how_else_the_library_is_reached(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("en", LANDSCAPE)

    def flood(services: Services) -> None:
        for number in range(MOST_HERE):
            asked = {"text": f"Question {number}", "phone": "0341 5550"}
            origin = Origin(services.settings.kiosk_name)
            services.requests.make(RequestKind.QUESTION, asked, at=services.clock.now(), origin=origin)

    kiosk.aside(flood)
    hands = kiosk.hands
    hands.touch("home.request")
    hands.touch("request.open.2")
    hands.type("One more")
    hands.touch("request.send")
    assert hands.reads("Many messages have been left at this kiosk"), hands.texts
    assert hands.reads("+49 341 5550 120")
    assert hands.find("request.text.field.input").property("text") == "One more", "nothing typed is lost"


def test_a_message_after_an_answer_that_did_not_help_names_the_article(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en", LANDSCAPE)
    hands = kiosk.hands
    hands.touch("home.ask")
    hands.type("how do i renew my books")
    hands.enter()
    hands.touch("answer.no")
    hands.touch("answer.staff")
    hands.touch("request.send")
    assert _made(kiosk, _number(hands)).details["article"] == "renewals"
