"""Asking to be forgotten: with all that stands in the way, taken back as long as staff have not done it."""

from kiosk.model.outcome import ActBy
from kiosk.model.request_state import RequestState
from kiosk.services import Services
from kiosk.ui.patron.flows import account_erase as flow
from kiosk.ui.patron.flows.account_erase import AskingToErase
from kiosk.words import wording
from tests.ui.account.conftest import OpenHands, aside
from tests.ui.account.test_settings import come_to_settings
from tests.ui.borrow.lending_library import ANNA, BEN, NOW, charge, give_back, lend, queue


def entangled(services: Services) -> None:
    lend(services, ANNA, "Momo")
    lend(services, BEN, "Kairos")
    queue(services, ANNA, "Kairos")
    charge(services, ANNA, 250)


def settle(services: Services) -> None:
    """Bring back, cancel and pay everything."""
    give_back(services, "Momo")
    by = _by()
    with services.database.read() as view:
        kairos = view.items.by_barcode("40000111")
    assert kairos is not None
    services.acts.cancel_hold(ANNA, kairos.record_id, by)
    services.acts.settle(ANNA, services.accounts.statement(ANNA, NOW, "MAIN").owes, by)


def _by() -> ActBy:
    return ActBy(NOW, "MAIN")


def waiting(services: Services) -> list[str]:
    return [request.number for request in services.requests.waiting()]


def test_every_obstacle_is_told_and_the_wish_waits_under_a_number_until_taken_back(
    open_hands: OpenHands,
) -> None:
    hands, words = open_hands(prepare=entangled), wording("en")
    come_to_settings(hands)
    hands.touch("settings.erase")
    for told in (words.count("erase.loans", 1), words.count("erase.holds", 1), words("erase.holds.remedy")):
        assert hands.reads(told)
    assert hands.reads("€2.50")
    hands.touch("erase.ask")
    assert hands.reads(words("erase.first"))
    hands.touch("erase.question.no")
    assert aside(hands, waiting) == []
    hands.touch("erase.ask")
    hands.touch("erase.question.yes")
    (number,) = aside(hands, waiting)
    assert hands.reads(words("erase.pending", number=f"{number[:3]}-{number[3:7]}-{number[7:]}"))
    hands.touch("erase.takeBack")
    assert aside(hands, waiting) == []
    assert not hands.reads(words("erase.asked"))


def test_with_nothing_open_staff_can_forget_at_once_and_the_card_is_nobodys(open_hands: OpenHands) -> None:
    hands = open_hands("pl", (1280, 800), prepare=entangled)
    aside(hands, settle)
    come_to_settings(hands)
    hands.touch("settings.erase")
    assert hands.reads(wording("pl")("erase.free"))
    hands.touch("erase.ask")
    assert hands.reads(wording("pl")("erase.question.words"))
    hands.touch("erase.question.yes")
    (number,) = aside(hands, waiting)
    aside(hands, _do, number)
    hands.touch("dock.back")
    assert hands.counter.desk.settings.failure
    assert not any("Anna" in text for text in hands.texts)


def _do(services: Services, number: str) -> None:
    services.requests.decide(number, RequestState.DONE, by="desk", at=NOW)


def test_one_wish_is_one_request_however_often_it_is_tried() -> None:
    asked, effects = flow.advance(AskingToErase(), flow.EraseWanted("a"))
    assert effects == ()
    busy, effects = flow.advance(asked, flow.EraseAnswered(True))
    assert effects == (flow.AskToErase("a"),)
    for event in (flow.EraseWanted("b"), flow.TakeBackWanted(), flow.EraseAnswered(True)):
        assert flow.advance(busy, event) == (busy, ())
    failed, effects = flow.advance(busy, flow.EraseEnded(OSError("away")))
    assert (failed.error is not None, effects) == (True, (flow.ReadErasure(),))
    again, _none = flow.advance(failed, flow.EraseWanted("b"))
    assert flow.advance(again, flow.EraseAnswered(True))[1] == (flow.AskToErase("a"),)
    done, _none = flow.advance(busy, flow.EraseEnded())
    assert done == AskingToErase()
