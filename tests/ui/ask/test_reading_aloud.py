"""An answer is read aloud at a touch, and falls silent as soon as it is in sight no more."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.devices.espeak_speech import EspeakSpeech
from kiosk.devices.simulated_speech import SimulatedSpeech
from kiosk.devices.speech import Manner, Speech, SpeechState
from kiosk.ui.patron.shell_state import Route
from kiosk.ui.shared.voice import Voice
from scripts.eyes import place_of
from tests.devices.loudspeaker import needs_espeak, plug_in
from tests.ui.ask.asking_library import ADULT
from tests.ui.ask.conftest import Kiosk, OpenKiosk

FILM = "wie lange darf ich eine dvd behalten"
OWN = "wie viel schulde ich euch"

GiveVoice = Callable[..., SimulatedSpeech]


@pytest.fixture
def give_voice() -> Iterator[GiveVoice]:
    """Give a kiosk a voice that speaks until it is stopped or told to finish."""
    given: list[Voice] = []

    def give(kiosk: Kiosk, *, headphones: bool = False) -> SimulatedSpeech:
        speech = SimulatedSpeech(lasting=True)
        given.append(speak_with(kiosk, speech, headphones=headphones))
        return speech

    yield give
    for voice in given:
        voice.close()


def speak_with(kiosk: Kiosk, speech: Speech, *, headphones: bool = False) -> Voice:
    """Have answers read by that speech."""
    voice = Voice(speech, kiosk.desk)
    kiosk.asking.speak_with(voice, headphones=headphones)
    voice.look()
    kiosk.wait(lambda: voice.available)
    return voice


def read(kiosk: Kiosk, speech: SimulatedSpeech) -> str:
    """Touch the button and return what is being said."""
    kiosk.touch("answer.aloud")
    kiosk.wait(lambda: speech.speaking is not None)
    assert kiosk.answer.speech.speaking
    return speech.said[-1].text


def test_an_answer_is_read_until_its_end_or_until_it_is_stopped(
    open_kiosk: OpenKiosk, give_voice: GiveVoice
) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    assert not kiosk.seen("answer.aloud")  # no voice, no button
    speech = give_voice(kiosk)
    said = read(kiosk, speech)
    assert "7 Tage" in said
    assert "ein Euro" in said
    assert speech.said[-1].language == "de"
    assert kiosk.item("answer.aloud").property("text") == "Vorlesen beenden"
    speech.finish()
    kiosk.wait(lambda: not kiosk.answer.speech.speaking)
    read(kiosk, speech)
    kiosk.touch("answer.aloud")
    kiosk.wait(lambda: speech.speaking is None)
    assert not kiosk.answer.speech.speaking
    assert kiosk.item("answer.aloud").property("text") == "Vorlesen"
    assert not kiosk.seen("answer.aloudNote")


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1280, 800)])
def test_whoever_cannot_read_has_the_button_in_sight_at_once(
    open_kiosk: OpenKiosk, give_voice: GiveVoice, width: int, height: int
) -> None:
    kiosk = open_kiosk("pl", width, height)
    kiosk.begin()
    give_voice(kiosk)
    kiosk.asking.open_question("opening-hours")
    kiosk.settle()
    title, button, chip = (
        place_of(kiosk.item(name)) for name in ("answer.title", "answer.aloud", "answer.refine.day.today")
    )
    assert button.bottom() < min(chip.top(), height)
    assert button.left() > title.left() + title.width()
    kiosk.answer.speech.toggle()
    kiosk.settle()
    assert place_of(kiosk.item("answer.aloud")) == button  # another word on it moves nothing


LEAVING: dict[str, Callable[[Kiosk], None]] = {
    "back": lambda kiosk: kiosk.shell.back(),
    "home": lambda kiosk: kiosk.shell.go(Route(), "reset"),
    "another question": lambda kiosk: kiosk.question("wann ist geöffnet"),
    "a chip": lambda kiosk: kiosk.touch("answer.refine.item_type.book"),
    "another language": lambda kiosk: kiosk.speak("pl"),
    "a card": lambda kiosk: kiosk.sign_in(ADULT),
    "the end of the visit": lambda kiosk: kiosk.visit.end(),
}


def test_whatever_leads_away_from_it_ends_the_reading(open_kiosk: OpenKiosk, give_voice: GiveVoice) -> None:
    kiosk = open_kiosk("de")
    speech = give_voice(kiosk)
    for leads_away in LEAVING.values():
        kiosk.asking.open_question("loan-periods")
        kiosk.settle()
        kiosk.answer.speech.toggle()
        kiosk.wait(lambda: speech.speaking is not None)
        leads_away(kiosk)
        assert not kiosk.answer.speech.speaking
        kiosk.wait(lambda: speech.speaking is None)
        kiosk.visit.end()
        kiosk.shell.go(Route(), "reset")


@pytest.mark.parametrize("headphones", [False, True])
def test_what_tells_of_an_account_is_read_into_headphones_alone(
    open_kiosk: OpenKiosk, give_voice: GiveVoice, headphones: bool
) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.sign_in(ADULT)
    speech = give_voice(kiosk, headphones=headphones)
    kiosk.question("wann ist geöffnet")
    assert kiosk.seen("answer.aloud")
    kiosk.question(OWN)
    assert kiosk.answer.figure.startswith("0,00")
    assert kiosk.seen("answer.aloud") is headphones
    if headphones:
        assert "0 Euro" in read(kiosk, speech)
    else:
        kiosk.answer.speech.toggle()
        assert not kiosk.answer.speech.speaking


def test_a_voice_that_breaks_off_is_told_calmly_and_comes_back(
    open_kiosk: OpenKiosk, give_voice: GiveVoice
) -> None:
    kiosk = open_kiosk("en")
    kiosk.begin()
    kiosk.question("how long may I keep a dvd")
    speech = give_voice(kiosk)
    read(kiosk, speech)
    speech.put_into = SpeechState.SILENT
    speech.finish()
    kiosk.wait(lambda: kiosk.seen("answer.aloudNote"))
    assert "(K213)" in str(kiosk.item("answer.aloudNote").property("text"))
    kiosk.question("when are you open")
    assert not kiosk.seen("answer.aloudNote")
    kiosk.wait(lambda: not kiosk.seen("answer.aloud"))
    speech.put_into = SpeechState.READY
    kiosk.question("how long may I keep a dvd")
    kiosk.wait(lambda: kiosk.seen("answer.aloud"))
    read(kiosk, speech)
    assert not kiosk.seen("answer.aloudNote")


@needs_espeak
def test_the_program_that_speaks_is_heard_to_the_end(
    open_kiosk: OpenKiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loudspeaker = plug_in(tmp_path / "loudspeaker", monkeypatch)
    kiosk = open_kiosk("pl")
    kiosk.begin()
    voice = speak_with(kiosk, EspeakSpeech(Manner()))
    kiosk.question("kiedy jest otwarte")
    kiosk.touch("answer.aloud")
    kiosk.wait(lambda: not kiosk.answer.speech.speaking)
    voice.close()
    assert not kiosk.answer.speech.note
    assert len(loudspeaker.heard()) > 20 * 22050  # seconds
