"""What patrons look after themselves is gone with them: details, what is kept about them, what they typed."""

import pytest

from kiosk.services import Services
from tests.journeys.conftest import OpenKiosk
from tests.journeys.test_forgetting import KNOWN, PIN, left_of, make_known
from tests.journeys.ways import WAYS

_ADDRESS, _BORN, _TYPED = "anna.krause@example.org", "12. April 1987", "fürchterliche"


@pytest.mark.parametrize(
    "end",
    [
        "idle",
        pytest.param("sign-out", marks=pytest.mark.proof),
        pytest.param("lost", marks=pytest.mark.proof),
    ],
)
def test_the_end_of_a_visit_leaves_nothing_of_ones_own_data(open_kiosk: OpenKiosk, end: str) -> None:
    kiosk = open_kiosk("de", prepare=make_known)
    hands = kiosk.hands
    WAYS["account"](hands)
    hands.touch("account.settings")
    hands.type(PIN)
    hands.enter()
    hands.touch("settings.erase")
    hands.touch("erase.ask")
    hands.touch("erase.question.yes")
    number = kiosk.aside(_number)
    hands.touch("dock.back")
    hands.touch("settings.data")
    assert len(left_of(kiosk, (_ADDRESS, _BORN))) == 2, "the page shows it, and this test sees it"
    hands.touch("dock.back")
    hands.touch("settings.contact")
    hands.touch("contact.city.field")
    hands.type(_TYPED)
    assert left_of(kiosk, (_TYPED,))
    if end == "idle":
        hands.pass_seconds(66)
    elif end == "sign-out":
        hands.touch("dock.signOut")
    else:
        hands.touch("dock.back")
        hands.touch("settings.lost")
        hands.touch("settings.question.yes")
    assert not left_of(kiosk, (*KNOWN, _BORN, _TYPED, number, number[3:7]))


def _number(services: Services) -> str:
    (request,) = services.requests.waiting()
    return request.number
