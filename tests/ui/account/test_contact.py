"""Other contact details: typed at the kiosk, pending under a number, made by staff alone."""

from dataclasses import replace

import pytest

from kiosk.model.request_state import RequestState
from kiosk.services import Services
from kiosk.ui.patron.flows import account_contact as flow
from kiosk.ui.patron.flows.account_contact import ChangingContact
from kiosk.words import wording
from tests.ui.account.conftest import OpenHands, aside
from tests.ui.account.test_settings import come_to_settings, owner, reachable
from tests.ui.borrow.lending_library import NOW

KNOWN = {"email": "anna@example.org", "phone": "", "first_name": "Anna", "last_name": "Krause"}


def asked(services: Services) -> str:
    """Give the number of the one change that waits."""
    (request,) = services.requests.waiting()
    assert dict(request.details) == {"email": "new@example.org"}
    return request.number


def test_other_details_wait_under_a_number_and_come_with_staffs_consent(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=reachable)
    come_to_settings(hands)
    hands.touch("settings.contact")
    hands.touch("contact.send")
    assert hands.reads(wording("en")("contact.trouble.nothing"))
    hands.touch("contact.email.field.clear")
    hands.type("new@example")
    hands.touch("contact.send")
    assert hands.reads(wording("en")("request.problem.email"))
    hands.type(".org")
    assert hands.counter.visit.unfinished() == wording("en")("contact.unfinished")
    hands.touch("contact.send")
    assert hands.page == "settings"
    number = aside(hands, asked)
    shown = f"{number[:3]}-{number[3:7]}-{number[7:]}"
    assert hands.reads(wording("en")("contact.pending", number=shown))
    assert hands.reads("anna@example.org")
    assert hands.counter.visit.unfinished() == ""
    aside(hands, confirm, number)
    hands.touch("dock.back")
    assert hands.reads(wording("en")("contact.field.email"))
    assert not hands.reads("new@example.org"), "the account may be seen without a PIN"
    hands.touch("account.settings")
    assert hands.reads("new@example.org")
    assert aside(hands, owner).email == "new@example.org"


def confirm(services: Services, number: str) -> None:
    services.requests.decide(number, RequestState.DONE, by="desk", at=NOW)


def test_what_was_typed_is_gone_with_the_page(open_hands: OpenHands) -> None:
    hands = open_hands("pl", (1280, 800), prepare=reachable)
    come_to_settings(hands)
    hands.touch("settings.contact")
    hands.touch("contact.city.field")
    hands.type("xqzv")
    assert hands.find("contact.city.field").property("text") == "xqzv"
    line = hands.find("contact.city.field.input")
    assert (
        line.mapToScene(line.boundingRect().bottomLeft()).y()
        < hands.find("key.go").mapToScene(hands.find("key.go").boundingRect().topLeft()).y()
        - 3 * hands.find("key.go").height()
    ), "the keys cover nothing that is typed into"
    hands.touch("dock.back")
    hands.touch("settings.contact")
    assert hands.find("contact.city.field").property("text") == ""


def _typed(**texts: str) -> ChangingContact:
    state, _effects = flow.advance(ChangingContact(), flow.DetailsRead(KNOWN))
    for name, text in texts.items():
        state, _effects = flow.advance(state, flow.FieldTyped(name, text))
    return state


@pytest.mark.parametrize(
    ("texts", "changes"),
    [
        ({"email": "  anna@example.org "}, {}),
        ({"email": ""}, {"email": ""}),
        ({"phone": "030  1", "street": "   "}, {"phone": "030 1"}),
        ({"shoe": "42"}, {}),
    ],
)
def test_only_what_is_other_than_it_was_is_asked_for(texts: dict[str, str], changes: dict[str, str]) -> None:
    state, effects = flow.advance(_typed(**texts), flow.ChangeWanted("a"))
    assert state.changes == changes
    assert effects == ((flow.MakeRequest(state.turn, changes, "a"),) if changes else ())


@pytest.mark.parametrize(
    ("texts", "field"),
    [({"email": "anna"}, "email"), ({"last_name": " "}, "last_name"), ({"city": "x" * 201}, "city")],
)
def test_what_cannot_be_is_told_beside_its_field(texts: dict[str, str], field: str) -> None:
    state, effects = flow.advance(_typed(**texts), flow.ChangeWanted("a"))
    assert (set(state.wrong), effects) == ({field}, ())


def test_one_wish_is_one_request_however_often_it_is_tried() -> None:
    wanted, effects = flow.advance(_typed(phone="1"), flow.ChangeWanted("a"))
    assert flow.advance(wanted, flow.ChangeWanted("b")) == (wanted, ()), "twice is once"
    failed, _none = flow.advance(wanted, flow.RequestFailed(wanted.turn, OSError("away")))
    again, effects = flow.advance(failed, flow.ChangeWanted("b"))
    assert effects == (flow.MakeRequest(again.turn, {"phone": "1"}, "a"),)
    assert flow.advance(again, flow.RequestMade(again.turn - 1, "N")) == (again, ())
    other, _none = flow.advance(failed, flow.FieldTyped("phone", "2"))
    assert flow.advance(other, flow.ChangeWanted("b"))[1][0] == flow.MakeRequest(
        other.turn + 1, {"phone": "2"}, "b"
    )
    assert flow.advance(again, flow.RequestMade(again.turn, "N"))[1] == (flow.SayAsked("N"),)
    assert replace(again, busy=False).changes == {"phone": "1"}
