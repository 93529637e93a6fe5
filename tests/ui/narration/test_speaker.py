"""One thing is said after another, cut off at once, and said again."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.devices.simulated_speech import SimulatedSpeech
from kiosk.devices.speech import Manner
from kiosk.ui.patron.narration.speaker import Speaker
from kiosk.ui.patron.narration.told import Told
from kiosk.ui.shared.voice import Voice

USUAL = Manner(160, 100)


@pytest.fixture
def speech() -> SimulatedSpeech:
    return SimulatedSpeech(lasting=True)


@pytest.fixture
def voice(speech: SimulatedSpeech, qtbot: QtBot) -> Iterator[Voice]:
    one = Voice(speech)
    yield one
    one.close()


@pytest.fixture
def speaker(voice: Voice) -> Speaker:
    return Speaker(voice, USUAL, voice)


@pytest.fixture
def hears(speech: SimulatedSpeech, qtbot: QtBot) -> Callable[[str], None]:
    def wait_for(text: str) -> None:
        qtbot.waitUntil(lambda: speech.speaking is not None and speech.speaking.what.text == text)

    return wait_for


def test_one_thing_is_said_after_another_in_the_language_given(
    speaker: Speaker, speech: SimulatedSpeech, hears: Callable[[str], None], qtbot: QtBot
) -> None:
    speaker.say(["Find", "16 titles"], "en")
    hears("Find.")
    assert speech.said[-1].language == "en"
    speech.finish()
    hears("16 titles.")
    speaker.say(["Suche"], "de")
    speech.finish()
    hears("Suche.")
    assert speech.said[-1].language == "de"
    with qtbot.waitSignal(speaker.fallen_silent):
        speech.finish()
    assert not speaker.busy


def test_a_key_cuts_off_what_is_said_and_all_that_was_to_come(
    speaker: Speaker, speech: SimulatedSpeech, hears: Callable[[str], None], qtbot: QtBot
) -> None:
    speaker.say(["one", "two"], "en")
    hears("one.")
    speaker.hush()
    assert not speaker.busy
    speaker.say(["three"], "en")
    hears("three.")
    assert [one.text for one in speech.said] == ["one.", "three."]


def test_what_was_said_together_is_said_again_together(
    speaker: Speaker, speech: SimulatedSpeech, hears: Callable[[str], None], qtbot: QtBot
) -> None:
    speaker.say(["one"], "en")
    speaker.say(["two"], "en")
    hears("one.")
    speaker.again()
    qtbot.waitUntil(lambda: len(speech.said) == 2 and speech.speaking is not None)
    hears("one.")
    speech.finish()
    hears("two.")


def test_louder_and_faster_hold_until_all_is_forgotten(
    speaker: Speaker, speech: SimulatedSpeech, hears: Callable[[str], None]
) -> None:
    assert [speaker.louder(1), speaker.louder(9), speaker.louder(-99)] == [120, 200, 20]
    assert [speaker.faster(1), speaker.faster(-99)] == [190, 80]
    speaker.say(["quiet"], "en")
    hears("quiet.")
    assert speech.said[-1].manner == Manner(80, 20)
    speaker.forget()
    assert speaker.manner == USUAL
    speaker.again()
    assert not speaker.busy, "nothing is left to be said again"


def test_while_something_else_is_read_it_waits_its_turn(
    speaker: Speaker, voice: Voice, speech: SimulatedSpeech, hears: Callable[[str], None]
) -> None:
    voice.say("An answer", "en")
    speaker.say(["Stop reading, button"], "en")
    hears("An answer")
    speech.finish()
    hears("Stop reading, button.")


def test_nothing_to_say_is_not_said(speaker: Speaker) -> None:
    speaker.say(["", " "], "en")
    assert not speaker.busy


def test_words_of_another_language_are_said_by_its_voice_and_all_is_heard_again_in_order(
    speaker: Speaker, speech: SimulatedSpeech, hears: Callable[[str], None], qtbot: QtBot
) -> None:
    row = Told(
        "Der Vorleser, Bernhard Schlink, book, here, button", "de", ("Der Vorleser", "Bernhard Schlink")
    )
    speaker.say([row, "16 titles"], "en")
    pieces = [("Der Vorleser, Bernhard Schlink,", "de"), ("book, here, button.", "en"), ("16 titles.", "en")]
    for _ in range(2):
        for text, language in pieces:
            hears(text)
            assert speech.said[-1].language == language
            speech.finish()
        qtbot.waitUntil(lambda: not speaker.busy)
        speaker.again()


def test_a_language_without_a_voice_and_that_of_the_screen_make_no_pieces(
    speaker: Speaker, speech: SimulatedSpeech, hears: Callable[[str], None]
) -> None:
    for language in ("sv", "en", ""):
        speaker.say([Told("Hemsöborna, button", language, ("Hemsöborna",))], "en")
        hears("Hemsöborna, button.")
        assert speech.said[-1].language == "en"
        speech.finish()
