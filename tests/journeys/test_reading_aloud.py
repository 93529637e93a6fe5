"""Whoever listens touches nothing, and is not taken for gone; closed in the midst, the app is silent."""

from msgspec.structs import replace

from kiosk.devices.simulated_speech import SimulatedSpeech
from kiosk.services import Services
from kiosk.settings import SpeechSettings
from kiosk.ui.patron.idling import COUNTDOWN_SECONDS
from kiosk.ui.patron.view_models.idle import IdleViewModel
from tests.journeys.conftest import OpenKiosk


def test_nobody_is_sent_away_while_being_read_to(open_kiosk: OpenKiosk) -> None:
    speech = SimulatedSpeech(lasting=True)

    def give_voice(services: Services) -> None:
        services.settings = replace(services.settings, speech=SpeechSettings(kind="simulated"))
        services.speech = speech

    kiosk = open_kiosk("en", prepare=give_voice)
    hands, idle = kiosk.hands, kiosk.hands.counter.desk.view_model(IdleViewModel)
    hands.touch("home.ask")
    hands.type("when are you open")
    hands.enter()
    hands.touch("answer.aloud")
    hands.wait(lambda: speech.speaking is not None, "it does not speak")
    allowed = hands.counter.visit.profile.idle_seconds
    hands.pass_seconds(10 * allowed)
    assert (hands.page, idle.counting) == ("answer", False)
    speech.finish()
    hands.wait(lambda: speech.speaking is None, "it does not end")
    hands.pass_seconds(allowed)
    assert idle.counting
    hands.touch("idle.more")
    hands.touch("answer.aloud")
    hands.wait(lambda: speech.speaking is not None, "it does not speak again")
    hands.counter.shell.end_visit()
    hands.wait(lambda: speech.speaking is None, "it goes on speaking when the visit has ended")
    assert hands.page == "home"
    # An account left behind is not kept open by a voice that still speaks.
    hands.scan("20000281")
    hands.wait(lambda: hands.counter.visit.card is not None, "nobody is signed in")
    hands.counter.pages.ask.open_question("opening-hours")
    hands.wait(lambda: hands.page == "answer", "the answer does not come")
    hands.touch("answer.aloud")
    hands.wait(lambda: speech.speaking is not None, "it does not speak to who has a card")
    hands.pass_seconds(4 * allowed)
    assert idle.counting
    hands.pass_seconds(COUNTDOWN_SECONDS)
    hands.wait(lambda: speech.speaking is None, "it speaks of a visit that is over")
    assert (hands.page, hands.counter.visit.card) == ("home", None)
