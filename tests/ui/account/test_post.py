"""Requests and messages on the account: number, state and next step, taking back, and letters read."""

from datetime import timedelta

from kiosk.model.request import RequestKind
from kiosk.model.request_state import RequestState
from kiosk.services import Services
from kiosk.storage import NewMessage
from kiosk.ui.patron.account_post import read_post
from kiosk.ui.patron.flows import account_requests as flow
from kiosk.ui.patron.flows.account_requests import OwnRequests
from kiosk.words import wording
from scripts.hands import Hands
from tests.ui.account.conftest import OpenHands, aside
from tests.ui.borrow.lending_library import ANNA, BEN, NOW, answer


def ask(services: Services, title: str, card: str = ANNA, days_ago: int = 0) -> str:
    """Ask for a title to be bought; give the request's number."""
    at = NOW - timedelta(days=days_ago)
    made = services.requests.make(RequestKind.PURCHASE, {"title": title}, at=at, card=card)
    return made.number


def decide(services: Services, number: str, state: RequestState, days_ago: int = 0) -> None:
    at = NOW - timedelta(days=days_ago)
    services.requests.decide(number, state, by="desk", at=at, note="It costs too much.")


def written(services: Services) -> None:
    """Have one message answered, one that waits, one from staff, and requests of several kinds."""
    answer(services, ANNA, "May I book the piano?", "Yes, at the desk.")
    with services.database.act() as work:
        anna = work.patrons.by_card(ANNA)
        assert anna is not None
        work.messages.leave(NewMessage("m1", "Is there a chess club?", "en", NOW, patron_id=anna.id))
        work.commit()
    ask(services, "Dune", BEN)
    ask(services, "Hyperion")
    decide(services, ask(services, "Ulysses", days_ago=5), RequestState.DECLINED)
    decide(services, ask(services, "Emma", days_ago=90), RequestState.DONE, days_ago=60)
    taken_back = ask(services, "Lolita")
    services.requests.withdraw(ANNA, taken_back, at=NOW)


def come_to_account(hands: Hands) -> None:
    hands.touch("home.account")
    hands.scan(ANNA)


def test_requests_stand_on_the_account_and_are_taken_back_after_a_question(open_hands: OpenHands) -> None:
    hands, words = open_hands(prepare=written), wording("en")
    come_to_account(hands)
    rows = hands.counter.desk.accountPost.requests.rows  # type: ignore[attr-defined]
    assert [(row.about, row.open) for row in rows] == [("Hyperion", True), ("Ulysses", False)]
    assert rows[0].step == words("requests.next.open")
    assert "It costs too much." in rows[1].answer
    number = rows[0].number
    assert hands.reads(f"{number[:3]}-{number[3:7]}-{number[7:]}")
    hands.touch(f"account.withdraw.{number}")
    hands.touch("account.request.no")
    assert aside(hands, state_of, number) == "open"
    hands.touch(f"account.withdraw.{number}")
    hands.touch("account.request.yes")
    assert aside(hands, state_of, number) == "withdrawn"
    assert hands.reads(words("account.request.withdrawn"))
    assert not hands.reads("Hyperion")


def state_of(services: Services, number: str) -> str:
    return str(services.requests.show(number).request.state)


def test_a_request_decided_meanwhile_stays_as_it_is_and_the_kiosk_says_so(open_hands: OpenHands) -> None:
    hands = open_hands("pl", (1280, 800), prepare=lambda services: ask(services, "Dune") and None)
    come_to_account(hands)
    (row,) = hands.counter.desk.accountPost.requests.rows  # type: ignore[attr-defined]
    hands.touch(f"account.withdraw.{row.number}")
    aside(hands, decide, row.number, RequestState.DONE)
    hands.touch("account.request.yes")
    assert hands.reads(wording("pl")("account.request.too_late"))
    assert aside(hands, state_of, row.number) == "done"
    assert hands.reads(wording("pl")("requests.state.done"))


def test_messages_stand_on_a_page_of_their_own_and_a_reply_once_read_is_not_new_any_more(
    open_hands: OpenHands,
) -> None:
    hands, words = open_hands("de", prepare=written), wording("de")
    come_to_account(hands)
    assert hands.reads(words.count("account.messages.new", 1))
    hands.touch("account.messages")
    assert hands.page == "account_messages"
    for told in ("May I book the piano?", "Yes, at the desk.", words("account.letter.waits")):
        assert hands.reads(told)
    assert hands.reads(words("account.letter.new"))
    hands.touch("dock.back")
    assert hands.reads(words("account.messages.none"))
    hands.touch("account.messages")
    assert not hands.reads(words("account.letter.new"))
    hands.touch("dock.signOut")
    post = hands.counter.desk.accountPost
    assert (post.letterCount, post.requestCount) == (0, 0)


def test_whoever_shows_a_card_to_borrow_is_told_once_of_an_answer_and_led_to_it(
    open_hands: OpenHands,
) -> None:
    def prepare(services: Services) -> None:
        made = services.requests.make(
            RequestKind.QUESTION, {"text": "May parrots come in?"}, at=NOW, card=ANNA
        )
        services.requests.decide(made.number, RequestState.DONE, by="desk", at=NOW, note="In a cage.")

    hands, words = open_hands("de", prepare=prepare), wording("de")
    hands.touch("homeCard.borrow")
    hands.scan(BEN)
    assert not hands.reads(words("post.answered")), "it is nobody else's"
    hands.touch("dock.signOut")
    hands.touch("homeCard.borrow")
    hands.scan(ANNA)
    assert hands.reads(words("post.answered"))
    hands.touch("toast.action")
    assert hands.page == "account_messages"
    assert hands.reads("May parrots come in?")
    assert hands.reads("In a cage.")
    hands.touch("dock.signOut")
    hands.touch("homeCard.borrow")
    hands.scan(ANNA)
    assert not hands.reads(words("post.answered")), "it was read"


def test_nothing_of_another_card_stands_in_the_post(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=written)
    post = aside(hands, read_post, BEN, NOW)
    assert [request.details["title"] for request in post.requests] == ["Dune"]
    assert post.messages == ()


def test_a_request_is_taken_back_once_and_only_when_it_is_meant() -> None:
    asked, effects = flow.advance(OwnRequests(), flow.WithdrawWanted("A"))
    assert effects == ()
    assert flow.advance(asked, flow.WithdrawAnswered(False)) == (OwnRequests(), ())
    leaving, effects = flow.advance(asked, flow.WithdrawAnswered(True))
    assert effects == (flow.Withdraw("A"),)
    assert flow.advance(leaving, flow.WithdrawWanted("A")) == (leaving, ())
    assert flow.advance(leaving, flow.WithdrawAnswered(True)) == (leaving, ())
    error = OSError("away")
    after, effects = flow.advance(leaving, flow.WithdrawEnded("A", error))
    assert (after, effects) == (OwnRequests(), (flow.SayWithdrawn(error), flow.ReadPost()))
