"""Messages to staff: what goes with them, how many there may be, and that all are in one inbox."""

from concurrent.futures import ThreadPoolExecutor
from typing import TypedDict, Unpack

import pytest

from kiosk.membership.message_limits import MOST_HERE
from kiosk.membership.requests import PatronRequests
from kiosk.model.errors import RequestIncomplete, RequestOfKiosk, TooManyHere
from kiosk.model.request import RequestKind, cleaned, is_phone, problems_of
from kiosk.model.request_origin import Origin
from kiosk.model.request_state import RequestState
from kiosk.storage import NewMessage, PatronRequest
from tests.circulation.desk import MAIN, NOON, Desk, days

QUESTION = RequestKind.QUESTION
HERE = Origin("entrance", "answer", "can i bring my parrot", "food-and-drink")
MINUTE = days(1 / 1440)


@pytest.fixture
def requests(desk: Desk) -> PatronRequests:
    desk.reader("R1", email="ewa@example.org")
    return PatronRequests(desk.database, desk.decider)


class Told(TypedDict, total=False):
    """What may be told with a message."""

    card: str
    email: str
    branch: str
    language: str
    origin: Origin | None


def leave(
    requests: PatronRequests,
    text: str = "May parrots come in?",
    minutes: float = 0,
    *,
    phone: str = "",
    **more: Unpack[Told],
) -> PatronRequest:
    details = {"text": text} | ({"phone": phone} if phone else {})
    told: Told = {"origin": HERE, **more}
    return requests.make(QUESTION, details, at=NOON + minutes * MINUTE, **told)


def test_a_message_carries_what_was_asked_and_where(requests: PatronRequests) -> None:
    made = leave(requests, phone="+49 341 5550", email="x@example.org", branch=MAIN, language="pl")
    (found,) = requests.waiting(QUESTION)
    assert found == made
    assert found.details == {
        "text": "May parrots come in?",
        "phone": "+49 341 5550",
        "kiosk": "entrance",
        "screen": "answer",
        "question": "can i bring my parrot",
        "article": "food-and-drink",
    }
    assert (found.branch, found.language, found.email) == (MAIN, "pl", "x@example.org")


def test_a_question_that_is_the_message_itself_is_not_told_twice(requests: PatronRequests) -> None:
    made = leave(requests, "can i  bring\nmy parrot")
    assert "question" not in made.details


def test_a_wish_to_buy_tells_its_kiosk_but_no_question() -> None:
    told = HERE.details(RequestKind.PURCHASE, {"title": "Emma"})
    assert told == {"kiosk": "entrance", "screen": "answer"}


def test_hostile_words_in_what_goes_along_are_cut_and_cleaned() -> None:
    told = Origin("k" * 999, "a\x00b", "q\u202e\n" * 999).details(QUESTION, {})
    assert (len(told["kiosk"]), told["screen"], len(told["question"])) == (100, "a b", 500)
    assert "\u202e" not in told["question"]


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"text": "x" * 2001}, "text"),
        ({"text": "see www.a.example and http://b.example, ftp://c.example or www.d.example"}, "text"),
        ({"text": "call me", "phone": "tomorrow"}, "phone"),
        ({"text": "call me", "phone": "12"}, "phone"),
        ({"text": "call me", "phone": "1" * 41}, "phone"),
    ],
)
def test_what_is_too_long_has_too_many_links_or_no_number_is_told(
    requests: PatronRequests, details: dict[str, str], field: str
) -> None:
    assert [name for name, _problem in problems_of(QUESTION, details)] == [field]
    with pytest.raises(RequestIncomplete):
        requests.make(QUESTION, details, at=NOON)


def test_two_thousand_characters_and_three_links_are_not_too_many() -> None:
    text = "https://www.a.example https://b.example www.c.example ".ljust(2000, "x")
    assert problems_of(QUESTION, {"text": text}) == ()


def test_controls_and_turned_text_are_taken_out() -> None:
    assert cleaned(QUESTION, {"text": "\x1b[31mred\u202eder\x85\n two"}) == {"text": "[31mred der \n two"}


@pytest.mark.parametrize("number", ["0341 5550120", "+48 (12) 345-67-89", "110"])
def test_a_number_to_call_is_taken_however_it_is_written(number: str) -> None:
    assert is_phone(number)


def test_a_kiosk_takes_ten_an_hour_without_a_card_and_then_asks_to_wait(requests: PatronRequests) -> None:
    for number in range(MOST_HERE):
        leave(requests, f"Question {number}", number)
    with pytest.raises(TooManyHere):
        leave(requests, "One more", 20)
    assert leave(requests, "One more", 20, card="R1").patron_id is not None, "a card has limits of its own"
    assert leave(requests, "One more", 20, origin=Origin("upstairs")).number, "another kiosk is not full"
    assert leave(requests, "One more", 20, origin=None).number, (
        "staff write on behalf of whoever stands there"
    )
    assert (
        leave(requests, "Question 3", 20) == requests.show(leave(requests, "Question 3", 21).number).request
    )
    assert leave(requests, "One more", 61).number, "an hour later"


def test_a_book_suggested_counts_like_a_question(requests: PatronRequests) -> None:
    for number in range(MOST_HERE):
        requests.make(RequestKind.PURCHASE, {"title": f"Book {number}"}, at=NOON, origin=HERE)
    with pytest.raises(TooManyHere):
        leave(requests)


def test_the_same_words_within_a_day_are_one_message(requests: PatronRequests) -> None:
    first = leave(requests)
    assert leave(requests, " may PARROTS\ncome in?", 60).number == first.number
    assert len(requests.waiting()) == 1
    assert leave(requests, minutes=60 * 25).number != first.number


def test_the_same_words_for_another_answer_are_another_message(requests: PatronRequests) -> None:
    made = (
        leave(requests),
        leave(requests, minutes=1, email="b@example.org"),
        leave(requests, minutes=2, phone="0341 555"),
        leave(requests, minutes=3, card="R1"),
    )
    assert len({message.number for message in made}) == 4


def test_what_a_patron_took_back_may_be_asked_anew(requests: PatronRequests) -> None:
    first = leave(requests, card="R1")
    assert leave(requests, card="R1", minutes=1).number == first.number
    requests.withdraw("R1", first.number, at=NOON + 2 * MINUTE)
    assert leave(requests, card="R1", minutes=3).number != first.number


def test_a_book_wished_for_twice_is_two_wishes(requests: PatronRequests) -> None:
    made = [requests.make(RequestKind.PURCHASE, {"title": "Emma"}, at=NOON, origin=HERE) for _ in range(2)]
    assert made[0].number != made[1].number


def test_nobody_makes_what_only_a_kiosk_leaves(requests: PatronRequests) -> None:
    with pytest.raises(RequestOfKiosk):
        requests.make(RequestKind.INCOMPLETE, {"text": "CD 2"}, at=NOON)
    assert requests.waiting() == ()


def old_messages(desk: Desk) -> None:
    with desk.database.act() as work:
        who = work.patrons.by_card("R1")
        assert who is not None
        work.messages.leave(NewMessage("a", "CD 2 is missing", "de", NOON, branch=MAIN))
        work.messages.leave(NewMessage("b", "Why?", "pl", NOON, who.id, question="why", article_key="fines"))
        answered = work.messages.leave(NewMessage("c", "When?", "pl", NOON, who.id))
        work.messages.reply(answered.id, "Now.", by="anna", at=NOON)
        work.messages.leave(NewMessage("d", "Your hold …", "pl", NOON, who.id, from_staff=True))
        work.commit()


def test_messages_of_before_are_in_the_same_inbox_once_and_can_be_answered(
    requests: PatronRequests, desk: Desk
) -> None:
    old_messages(desk)
    for _ in range(2):
        returned, asked = requests.waiting()
        assert (returned.kind, returned.details, returned.branch) == (
            "incomplete",
            {"text": "CD 2 is missing"},
            MAIN,
        )
        assert (asked.kind, asked.language, asked.at) == ("question", "pl", NOON)
        assert asked.details == {"text": "Why?", "question": "why", "article": "fines"}
    assert asked.patron_id is not None
    requests.decide(asked.number, RequestState.DONE, by="anna", at=NOON, note="Because.")
    with desk.database.read() as view:
        assert [message.text for message in view.messages.of_patron(asked.patron_id)][:2] == [
            "When?",
            "Your hold …",
        ]


def test_taken_over_by_two_at_once_each_is_one_request(requests: PatronRequests, desk: Desk) -> None:
    old_messages(desk)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _n: requests.waiting(), range(2)))
    assert len(requests.waiting()) == 2
