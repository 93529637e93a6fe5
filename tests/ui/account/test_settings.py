"""My details and settings: language, e-mails, past loans, and a card that is lost, on the real pages."""

from dataclasses import replace

import pytest

from kiosk.model.patron import Patron
from kiosk.services import Services
from kiosk.ui.patron.flows import account_settings as flow
from kiosk.ui.patron.flows.account_settings import OwnAct, Settling
from kiosk.words import wording
from scripts.hands import Hands
from tests.ui.account.conftest import OpenHands, aside, touch_digits
from tests.ui.borrow.lending_library import ANNA, PIN, set_pin


def owner(services: Services, card: str = ANNA) -> Patron:
    with services.database.read() as view:
        patron = view.patrons.by_card(card)
    assert patron is not None
    return patron


def reachable(services: Services) -> None:
    with services.database.act() as work:
        anna = work.patrons.by_card(ANNA)
        assert anna is not None
        work.patrons.update(replace(anna, email="anna@example.org", phone="030 123"))
        work.commit()


def come_to_settings(hands: Hands) -> None:
    hands.touch("home.account")
    hands.scan(ANNA)
    hands.touch("account.settings")


def test_what_is_chosen_is_kept_and_the_language_is_spoken_at_once(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=reachable)
    come_to_settings(hands)
    assert hands.reads("anna@example.org")
    hands.touch("settings.emails")
    hands.touch("settings.history")
    hands.touch("settings.language.2")
    assert hands.reads(wording("pl")("settings.title"))
    kept = aside(hands, owner)
    assert (kept.notices_by, kept.keeps_history, kept.language) == ("none", True, "pl")
    hands.touch("settings.history")
    hands.touch("settings.question.no")
    assert aside(hands, owner).keeps_history
    hands.touch("settings.history")
    hands.touch("settings.question.yes")
    assert not aside(hands, owner).keeps_history


def test_whoever_finds_a_card_sees_no_details_without_its_pin_even_where_the_account_asks_for_none(
    open_hands: OpenHands,
) -> None:
    def prepare(services: Services) -> None:
        reachable(services)
        set_pin(services, ANNA)

    hands = open_hands(prepare=prepare)
    come_to_settings(hands)
    touch_digits(hands, "9999")
    assert hands.reads(wording("en")("reason.card.wrong_pin.way_out"))
    hands.touch("dock.back")
    assert hands.page == "account"
    assert not hands.reads("anna@example.org")
    hands.touch("account.settings")
    touch_digits(hands, PIN)
    assert hands.reads("anna@example.org")
    hands.touch("dock.back")
    hands.touch("account.settings")
    assert hands.page == "settings", "once a visit is enough"


def test_without_an_address_no_e_mail_can_be_wanted_and_the_page_says_why(open_hands: OpenHands) -> None:
    hands = open_hands()
    come_to_settings(hands)
    assert not hands.find("settings.emails").isEnabled()
    assert hands.reads(wording("en")("settings.emails.nowhere"))


def test_a_lost_card_is_reported_by_who_types_its_number_and_lets_nobody_in_any_more(
    open_hands: OpenHands,
) -> None:
    hands = open_hands()
    hands.touch("dock.language.pl")
    hands.touch("home.account")
    hands.touch("signIn.type")
    hands.touch_keys(ANNA)
    hands.touch("key.go")
    hands.touch("account.settings")
    hands.touch("settings.lost")
    assert not aside(hands, owner).card_lost, "it is asked first"
    hands.touch("settings.question.yes")
    assert aside(hands, owner).card_lost
    assert (hands.page, hands.counter.visit.card) == ("card_lost", None)
    assert hands.reads(wording("pl")("lost.next.desk"))
    assert not any("Anna" in text for text in hands.texts)
    hands.touch("lost.close")
    assert (hands.page, hands.counter.visit.language) == ("home", "en")
    hands.touch("home.account")
    hands.scan(ANNA)
    assert hands.counter.visit.card is None


def test_what_cannot_be_taken_back_is_asked_first_and_done_once() -> None:
    for act in OwnAct:
        state, effects = flow.advance(Settling(), flow.ActWanted(act))
        if act in (OwnAct.REPORT_LOST, OwnAct.FORGET_HISTORY):
            assert (state.asked, effects) == (act, ())
            assert flow.advance(state, flow.ActAnswered(False)) == (Settling(), ())
            state, effects = flow.advance(state, flow.ActAnswered(True))
        assert effects == (flow.DoAct(act),)
        assert flow.advance(state, flow.ActWanted(act)) == (state, ()), "twice is once"
        assert flow.advance(state, flow.LanguageWanted("pl")) == (state, ())


@pytest.mark.parametrize("error", [None, OSError("away")])
def test_the_visit_of_a_lost_card_ends_only_when_it_is_reported(error: Exception | None) -> None:
    _, effects = flow.advance(Settling(busy=True), flow.ActEnded(OwnAct.REPORT_LOST, error))
    assert effects == ((flow.SaySettled(error), flow.ReadAgain()) if error else (flow.EndVisit(),))
