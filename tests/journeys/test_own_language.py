"""After signing in the kiosk speaks the patron's own language, unless another was chosen in this visit."""

import pytest

from kiosk.services import Services
from kiosk.words import wording
from scripts.hands import Hands
from tests.journeys.conftest import Kiosk, OpenKiosk
from tests.journeys.ways import ANNA, EMILY, TOMASZ, WAYS, start_afresh


def own_languages(services: Services) -> None:
    with services.database.act() as work:
        for card, language in ((ANNA, "de"), (TOMASZ, "pl"), (EMILY, "uk")):
            patron = work.patrons.by_card(card)
            assert patron is not None
            work.patrons.set_language(patron.id, language)
        work.commit()


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk) -> Kiosk:
    return open_kiosk("en", prepare=own_languages)


def _speaks(hands: Hands, language: str, key: str = "borrow.order.first") -> bool:
    return hands.counter.visit.language == language and hands.reads(wording(language)(key))


@pytest.mark.parametrize(("card", "language"), [(ANNA, "de"), (TOMASZ, "pl")])
def test_the_own_language_is_spoken_from_sign_in_to_sign_out(kiosk: Kiosk, card: str, language: str) -> None:
    hands = kiosk.hands
    WAYS["borrow"](hands)
    assert _speaks(hands, "en", "sign_in.order")
    hands.scan(card)
    assert _speaks(hands, language)
    hands.touch("borrow.account")
    assert hands.reads(wording(language)("account.loans.head"))
    hands.touch("dock.signOut")
    assert hands.counter.visit.language == "en"
    WAYS["borrow"](hands)
    assert _speaks(hands, "en", "sign_in.order")


def test_a_language_that_this_kiosk_does_not_speak_changes_nothing(kiosk: Kiosk) -> None:
    WAYS["borrow"](kiosk.hands)
    kiosk.hands.scan(EMILY)
    assert _speaks(kiosk.hands, "en")


@pytest.mark.parametrize("where", ["home", "borrow", "return"])
def test_a_language_chosen_before_the_card_is_shown_stays(kiosk: Kiosk, where: str) -> None:
    hands = kiosk.hands
    for chosen in ("pl", "en"):
        start_afresh(hands)
        hands.touch("dock.language.pl")
        if chosen == "en":
            hands.touch("dock.language.en")
        WAYS[where](hands)
        hands.scan(ANNA)
        assert hands.counter.visit.card == ANNA
        assert _speaks(hands, chosen)


def test_a_language_chosen_after_signing_in_stays_for_the_visit_and_for_that_alone(kiosk: Kiosk) -> None:
    hands = kiosk.hands
    WAYS["borrowing"](hands)
    assert _speaks(hands, "de")
    hands.touch("dock.language")
    hands.touch("language.en")
    assert _speaks(hands, "en")
    hands.touch("dock.home")
    hands.scan(TOMASZ)
    assert _speaks(hands, "pl")


def test_a_second_card_of_a_visit_does_not_change_its_language(kiosk: Kiosk) -> None:
    hands = kiosk.hands
    WAYS["borrowing"](hands)
    hands.scan(TOMASZ)
    hands.touch("borrow.join.no")
    assert hands.counter.visit.card == TOMASZ
    assert _speaks(hands, "de")


def test_a_stranger_in_borrow_is_spoken_to_in_their_own_language(kiosk: Kiosk) -> None:
    hands = kiosk.hands
    WAYS["borrowing"](hands)
    hands.scan(TOMASZ)
    hands.touch("borrow.join.yes")
    assert [one.card for one in hands.counter.visit.cards] == [TOMASZ]
    assert _speaks(hands, "pl")
