"""How speaking begins and ends, who hears what, and that nothing of it is left for the next patron."""

import os
import pty
import tty
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.devices.headphones import event
from kiosk.services import Services
from kiosk.ui.patron.idling import COUNTDOWN_SECONDS
from kiosk.words import wording
from tests.journeys.blind import (
    BACK,
    CURTAIN,
    DOWN,
    HELP,
    OK,
    PLUG,
    REPEAT,
    SPEECH,
    UNPLUG,
    Blind,
    blind_at,
    blind_before,
    give_voice,
    narrator_of,
)
from tests.journeys.conftest import LANDSCAPE, OpenKiosk
from tests.journeys.ways import ANNA

WORDS = wording("en")
LOUDER, QUIETER, FASTER = Qt.Key.Key_F6, Qt.Key.Key_F5, Qt.Key.Key_F8


@pytest.fixture
def blind(use_kiosk: OpenKiosk) -> Iterator[Blind]:
    """Somebody who sees nothing, at a kiosk that does not speak yet."""
    one = blind_before(use_kiosk("en", LANDSCAPE, give_voice))
    yield one
    one.speech.lasting = False
    one.press(UNPLUG)


def test_nothing_is_said_until_it_is_begun_and_nothing_after_it_is_ended(blind: Blind) -> None:
    assert blind.press(DOWN) == []
    assert blind.press(SPEECH)[0].startswith("Speech is on.")
    assert blind.press(SPEECH) == [WORDS("narration.off")]
    assert blind.press(DOWN) == []


def test_any_key_interrupts_and_the_last_words_can_be_heard_again(blind: Blind) -> None:
    blind.press(SPEECH)
    said = blind.press(DOWN)
    assert blind.press(REPEAT) == said
    blind.speech.lasting = True
    QTest.keyClick(blind.hands.window, HELP)
    blind.hands.wait(lambda: blind.speech.speaking is not None, "help is not said")
    first = blind.speech.speaking
    assert first is not None
    QTest.keyClick(blind.hands.window, DOWN)
    blind.hands.wait(lambda: blind.speech.speaking is not first, "it speaks on")
    assert first.over.is_set()
    blind.speech.lasting = False
    blind.speech.finish()
    assert not any("volume" in text for text in blind.listen())


def test_volume_and_speed_change_by_key_and_are_usual_for_the_next_patron(blind: Blind) -> None:
    blind.press(SPEECH)
    assert blind.press(LOUDER) == ["Volume 120 percent."]
    assert blind.press(FASTER) == ["Faster."]
    QTest.keyClick(blind.hands.window, DOWN)
    blind.hands.wait(lambda: bool(blind.speech.said), "nothing is said")
    assert blind.speech.said[-1].manner.volume == 120
    blind.listen()
    blind.hands.counter.shell.end_visit()
    blind.hands.settle()
    blind.listen()
    blind.press(SPEECH)
    QTest.keyClick(blind.hands.window, DOWN)
    blind.hands.wait(lambda: bool(blind.speech.said), "nothing is said")
    assert blind.speech.said[-1].manner.volume == 100


def test_an_account_is_told_into_headphones_and_not_into_the_room(blind: Blind) -> None:
    blind.press(SPEECH)
    blind.hands.touch("home.account")
    blind.scan(ANNA)
    assert blind.hears(WORDS("narration.private")[:30])
    for _ in range(12):
        blind.press(DOWN)
    blind.press(REPEAT)
    private = [text for text, _language in blind.log if "Anna" in text or "Krabat" in text]
    assert private == []
    blind.press(PLUG)
    blind.press(Qt.Key.Key_F4)
    assert blind.hears("Anna K.")
    assert blind.hears("Krabat")


def test_headphones_pulled_out_silence_it_at_once_and_leave_a_dark_screen_dark(blind: Blind) -> None:
    blind.press(PLUG)
    blind.hands.touch("home.account")
    blind.scan(ANNA)
    blind.press(CURTAIN)
    assert blind.press(UNPLUG) == []
    assert blind.press(DOWN) == []
    assert blind.hands.sees("curtain")
    _touch_glass(blind)
    assert blind.hands.sees("curtain"), "whoever touches it does not see the account"
    blind.hands.pass_seconds(46 + COUNTDOWN_SECONDS)
    blind.listen()
    assert blind.hands.page == "home"
    assert not blind.hands.sees("curtain")


def test_without_a_card_a_touch_lifts_the_curtain(blind: Blind) -> None:
    blind.press(PLUG)
    blind.press(CURTAIN)
    assert blind.hands.sees("curtain.hint")
    _touch_glass(blind)
    assert not blind.hands.sees("curtain")
    assert blind.hands.page == "home", "what lies behind it was not touched"


def test_the_end_is_announced_waits_for_that_and_is_put_off_by_ok(blind: Blind) -> None:
    hands = blind.hands
    blind.press(PLUG)
    field = blind.choose(WORDS("section.find"))[-1]
    hands.pass_seconds(44)
    blind.speech.lasting = True
    hands.pass_seconds(2)
    hands.wait(lambda: blind.speech.speaking is not None, "the countdown is not told")
    left = hands.counter.desk.idle.seconds
    for _ in range(10):
        hands.counter.shell.second_passed()
    assert hands.counter.desk.idle.seconds == left, "it counts while it is being announced"
    blind.speech.lasting = False
    blind.speech.finish()
    told = blind.listen()
    assert WORDS("idle.question") in told
    assert told[-1].startswith(WORDS("idle.more_time"))
    hands.pass_seconds(COUNTDOWN_SECONDS - 10)
    assert any(text == "10 seconds." for text in blind.listen())
    assert blind.press(OK) == [field]
    assert hands.page == "find"


def test_at_home_too_who_listens_is_asked_before_it_ends(blind: Blind) -> None:
    blind.press(SPEECH)
    blind.hands.pass_seconds(46)
    told = blind.listen()
    assert WORDS("idle.question") in told
    for _ in range(COUNTDOWN_SECONDS + 5):
        blind.hands.counter.shell.second_passed()
        blind.hands.settle()
        told = blind.listen() or told
    assert told[-1] == WORDS("narration.ended")
    assert not narrator_of(blind.hands).active


def test_after_the_end_the_next_key_begins_anew_while_headphones_are_in(blind: Blind) -> None:
    blind.press(PLUG)
    blind.press(DOWN)
    blind.hands.counter.shell.end_visit()
    blind.hands.settle()
    blind.listen()
    assert blind.press(REPEAT)[0].startswith("Speech is on.")
    blind.press(UNPLUG)


def test_nothing_that_was_said_can_be_heard_by_the_next(blind: Blind) -> None:
    blind.press(PLUG)
    blind.hands.touch("home.account")
    blind.scan(ANNA)
    assert blind.hears("Anna")
    blind.hands.counter.shell.end_visit()
    blind.hands.settle()
    blind.listen()
    blind.press(SPEECH)
    for key in (REPEAT, Qt.Key.Key_F4, DOWN, REPEAT):
        assert not any("Anna" in text for text in blind.press(key))


def test_a_card_shown_in_the_midst_goes_on_speaking_and_forgets_what_was_before(blind: Blind) -> None:
    blind.press(PLUG)
    blind.choose(WORDS("section.find"))
    blind.scan(ANNA)
    assert blind.hears("Anna K.")
    assert narrator_of(blind.hands).active


def test_a_pin_is_told_as_dots(blind: Blind) -> None:
    blind.press(PLUG)
    blind.hands.touch("home.account")
    blind.scan(ANNA)
    blind.hands.touch("account.settings")
    told = blind.listen()
    assert WORDS("narration.secret") in told[-1]
    blind.hands.type("73")
    said = blind.listen()
    assert said
    assert all(text.startswith("Dot") for text in said)
    blind.press(Qt.Key.Key_Backspace)
    assert blind.heard == ["Deleted, 1."]
    assert not any("7" in text for text, _language in blind.log[-8:])


def test_back_deletes_in_a_field_and_leads_back_elsewhere(blind: Blind) -> None:
    blind.press(PLUG)
    blind.choose(WORDS("section.find"))
    blind.hands.type("ka")
    blind.listen()
    backspace = Qt.Key.Key_Backspace
    assert "a deleted." in blind.press(backspace)
    blind.press(backspace)
    assert blind.hands.page == "find"
    blind.press(backspace)
    assert blind.hands.page == "home"
    assert blind.press(BACK) == [WORDS("narration.start")]


def test_a_keypad_that_sends_other_keys_does_the_same(blind: Blind) -> None:
    blind.press(PLUG)
    blind.choose(WORDS("section.find"))
    blind.press(Qt.Key.Key_F23)
    assert blind.hands.page == "home"
    blind.heard = []
    blind.go_to(WORDS("section.find"))
    blind.press(Qt.Key.Key_Select)
    assert blind.hands.page == "find"


def test_help_says_what_the_keys_do_here(blind: Blind) -> None:
    blind.press(SPEECH)
    blind.go_to(WORDS("section.find"))
    assert blind.press(HELP)[0] == WORDS("narration.help.button")
    blind.press(OK)
    assert blind.press(HELP)[0] == WORDS("narration.help.field")
    blind.press(OK)
    assert blind.press(HELP)[0].startswith(WORDS("narration.help.spelling")[:30])


def test_without_speech_help_writes_what_the_keys_do(blind: Blind) -> None:
    blind.press(HELP)
    assert blind.hands.reads(WORDS("narration.keys", ok="Enter", back="Escape"))
    assert blind.hands.reads(WORDS("narration.keys.speech", key="F2"))
    assert blind.log == []


def test_what_is_switched_on_a_refusal_and_a_dialog_are_told_and_the_focus_comes_back(
    blind: Blind,
) -> None:
    blind.press(PLUG)
    blind.choose(WORDS("dock.access.long"), Qt.Key.Key_Up)
    blind.go_to(WORDS("access.largeText"))
    assert blind.press(OK)[0] == "on."
    blind.scan("99999999")
    assert blind.heard, "a number that nobody knows is answered"
    blind.press(BACK)
    caller = blind.go_to(WORDS("help.call"), Qt.Key.Key_Up)
    blind.press(OK)
    assert blind.hears(WORDS("help.call"))
    assert blind.press(BACK)[-1] == caller


def test_a_socket_begins_and_ends_it_and_may_go(open_kiosk: OpenKiosk) -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)

    def with_socket(services: Services) -> None:
        give_voice(services, socket=os.ttyname(theirs))

    blind = blind_before(open_kiosk("en", LANDSCAPE, prepare=with_socket))
    narrator = narrator_of(blind.hands)
    os.write(ours, event(plugged=True))
    blind.hands.wait(lambda: narrator.active, "headphones do not begin it")
    assert blind.listen()[0].startswith("Speech is on.")
    os.write(ours, event(plugged=False))
    blind.hands.wait(lambda: not narrator.active, "it goes on without headphones")
    os.write(ours, event(plugged=True))
    blind.hands.wait(lambda: narrator.active, "they do not begin it again")
    os.close(ours)
    os.close(theirs)
    blind.hands.wait(lambda: not narrator.active, "a socket that has gone holds headphones")


def test_a_dark_screen_from_the_start_where_the_library_wants_it(open_kiosk: OpenKiosk) -> None:
    blind = blind_at(open_kiosk, curtain=True)
    blind.press(SPEECH)
    assert not blind.hands.sees("curtain"), "without headphones nobody asked for it"
    blind.press(SPEECH)
    blind.press(PLUG)
    assert blind.hands.sees("curtain")


def _touch_glass(blind: Blind) -> None:
    device = blind.hands._finger
    window = blind.hands.window
    QTest.touchEvent(window, device).press(0, QPoint(400, 500), window).commit()
    QTest.touchEvent(window, device).release(0, QPoint(400, 500), window).commit()
    blind.hands.settle()
