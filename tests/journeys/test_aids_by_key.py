"""Each aid is one key away on every screen, says so, and is gone with who wanted it."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.services import Services
from kiosk.settings import KeypadSettings
from kiosk.ui.patron.shell_state import DARK, HIGH_CONTRAST, LIGHT, Comfort
from kiosk.words import wording
from scripts.hands import Hands
from tests.journeys.blind import HELP, SPEECH, Blind, blind_before, give_voice, narrator_of
from tests.journeys.conftest import LANDSCAPE, OpenKiosk

WORDS = wording("en")
LARGE, DARKNESS, CONTRAST, STILLNESS, REACH, LANGUAGE = (
    Qt.Key.Key_F10,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_F12,
    Qt.Key.Key_ScrollLock,
    Qt.Key.Key_Pause,
    Qt.Key.Key_Insert,
)
PAGES = ["home", "find", "ask", "access", "language"]
ON, OFF = WORDS("access.on"), WORDS("access.off")


def test_a_key_switches_each_aid_on_every_page_and_off_again(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en", LANDSCAPE).hands
    shell, usual = hands.counter.shell_view_model, hands.counter.shell.usual
    for page in PAGES:
        if page != "home":
            shell.open(page)
            hands.settle()
        _press(hands, LARGE, CONTRAST, REACH)
        assert shell.comfort == _comfort(hands, scheme=HIGH_CONTRAST, large_text=True, low_reach=True), page
        _press(hands, LARGE, CONTRAST, REACH)
        assert shell.comfort == _comfort(hands), page
        _press(hands, DARKNESS, STILLNESS)
        assert shell.comfort == _comfort(hands, scheme=DARK, reduced_motion=not usual.reduced_motion), page
        _press(hands, DARKNESS, STILLNESS)
        assert shell.comfort == _comfort(hands), page
        assert hands.page == page, "a key for an aid leads nowhere"


def test_it_is_written_which_aid_is_on_now(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en", LANDSCAPE).hands
    aids = (
        (LARGE, "access.largeText"),
        (CONTRAST, "access.high_contrast"),
        (DARKNESS, "access.dark"),
        (STILLNESS, "access.reducedMotion"),
    )
    for key, aid in aids:
        moving = key == STILLNESS and hands.counter.shell.usual.reduced_motion
        for state in (OFF, ON) if moving else (ON, OFF):
            _press(hands, key)
            assert hands.reads(WORDS("access.switched", aid=WORDS(aid), state=state))


def test_the_key_of_languages_takes_one_after_the_other_and_comes_round(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en", LANDSCAPE).hands
    codes = hands.counter.visit.profile.languages
    spoken = []
    for _ in codes:
        _press(hands, LANGUAGE)
        spoken.append(hands.counter.visit.language)
        assert hands.reads(hands.counter.shell_view_model.languageName)
    assert sorted(spoken) == sorted(codes)
    assert spoken[-1] == "en"


def test_the_next_patron_finds_the_screen_as_usual(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en", LANDSCAPE).hands
    _press(hands, LARGE, CONTRAST, REACH, LANGUAGE)
    hands.counter.shell.end_visit()
    hands.settle()
    assert hands.counter.shell_view_model.comfort == _comfort(hands)
    assert hands.counter.visit.language == "en"


def test_high_contrast_gives_way_to_the_colours_that_are_usual_here(open_kiosk: OpenKiosk) -> None:
    def dark(services: Services) -> None:
        services.settings = replace(services.settings, screen=replace(services.settings.screen, theme="dark"))

    hands = open_kiosk("en", LANDSCAPE, prepare=dark).hands
    _press(hands, CONTRAST)
    assert hands.counter.shell_view_model.scheme == HIGH_CONTRAST
    _press(hands, CONTRAST)
    assert hands.counter.shell_view_model.scheme == DARK
    _press(hands, DARKNESS)
    assert hands.counter.shell_view_model.scheme == LIGHT, "what is usual itself gives way to light"
    _press(hands, DARKNESS)
    assert hands.counter.shell_view_model.scheme == DARK


def test_a_held_key_switches_once(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en", LANDSCAPE).hands
    QTest.sendKeyEvent(QTest.KeyAction.Press, hands.window, LARGE, "", Qt.KeyboardModifier.NoModifier)
    again = QKeyEvent(QEvent.Type.KeyPress, LARGE, Qt.KeyboardModifier.NoModifier, "", True)
    QCoreApplication.sendEvent(hands.window, again)
    assert hands.counter.shell_view_model.largeText, "held, it is pressed once"
    QTest.sendKeyEvent(QTest.KeyAction.Release, hands.window, LARGE, "", Qt.KeyboardModifier.NoModifier)
    assert hands.counter.shell_view_model.largeText, "its release is nothing more"


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_who_listens_hears_what_a_key_has_switched_and_which_keys_there_are(
    use_kiosk: OpenKiosk, language: str
) -> None:
    blind, words = _listening(use_kiosk, language), wording(language)
    large = words("access.largeText")
    blind.press(LARGE)
    assert blind.hears(words("access.switched", aid=large, state=words("access.on")))
    blind.press(HELP)
    assert blind.hears(words("access.aid_key", aid=large, key="F10"))
    assert blind.hears(words("access.aid_key", aid=words("access.language"), key=words("key.Insert")))
    still = words("access.reducedMotion")
    assert blind.hears(words("access.aid_key", aid=still, key=words("key.ScrollLock")))
    assert blind.hears(words("access.aid_key", aid=words("access.dark"), key=words("key.PageDown")))
    blind.press(SPEECH)


def test_help_and_the_page_of_aids_name_the_keys_that_the_settings_give(open_kiosk: OpenKiosk) -> None:
    own = KeypadSettings(
        ok=("F30",), back=("F31",), speech=("F20", "F2"), large_text=("F21",), contrast=("End",), language=()
    )
    hands = open_kiosk("en", LANDSCAPE, prepare=_with_keypad(own)).hands
    _press(hands, HELP)
    told = hands.counter.shell_view_model.toast
    assert "F30 chooses, F31 leads back" in told
    assert "F20 or headphones" in told
    assert "F2 " not in told
    hands.counter.shell_view_model.openAccess()
    hands.settle()
    texts = " ".join(hands.texts)
    assert WORDS("access.aid_key", aid=WORDS("access.high_contrast"), key="End") in texts
    assert WORDS("access.aid_key", aid=WORDS("access.dark"), key=WORDS("key.PageDown")) in texts
    assert WORDS("access.key", key="Scroll Lock") in texts
    assert WORDS("access.language") not in texts, "no key is told where there is none"
    _press(hands, Qt.Key.Key_F21)
    assert hands.counter.shell_view_model.largeText
    _press(hands, LARGE)
    assert hands.counter.shell_view_model.largeText, "the key as delivered is no more"


def test_without_a_voice_help_is_written_and_aids_work(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en", LANDSCAPE).hands
    assert hands.counter.telling.narrator is None
    _press(hands, HELP)
    assert hands.counter.shell_view_model.toast.startswith("Arrow keys lead")
    assert "read aloud" not in hands.counter.shell_view_model.toast


def test_a_touch_on_the_page_of_aids_begins_speech_and_ends_it(use_kiosk: OpenKiosk) -> None:
    kiosk = use_kiosk("en", LANDSCAPE, give_voice)
    hands, blind = kiosk.hands, blind_before(kiosk)
    narration = hands.counter.desk.narration
    hands.wait(lambda: narration.usable, "the voice was not asked")
    hands.counter.shell_view_model.openAccess()
    hands.settle()
    hands.touch("access.speech")
    hands.wait(lambda: narration.active, "it does not speak")
    blind.listen()
    assert blind.log[0][0].startswith("Speech is on.")
    hands.touch("access.speech")
    hands.wait(lambda: not narration.active, "it speaks on")
    blind.listen()
    assert narrator_of(hands).busy is False


def test_without_a_voice_the_page_of_aids_says_so(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en", LANDSCAPE).hands
    hands.counter.shell_view_model.openAccess()
    hands.settle()
    switch = hands.find("access.speech")
    assert switch.property("note") == WORDS("access.speech.none")
    assert not switch.isEnabled()


def _listening(use_kiosk: OpenKiosk, language: str) -> Blind:
    blind = blind_before(use_kiosk(language, LANDSCAPE, give_voice))
    blind.press(SPEECH)
    return blind


def _with_keypad(keypad: KeypadSettings) -> Callable[[Services], None]:
    def prepare(services: Services) -> None:
        give_voice(services)
        services.settings = replace(services.settings, keypad=keypad)

    return prepare


def _press(hands: Hands, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(hands.window, key)
    hands.settle()


def _comfort(hands: Hands, **aids: bool | int) -> Comfort:
    usual = hands.counter.shell.usual
    return Comfort(**{"reduced_motion": usual.reduced_motion, "scheme": usual.scheme, **aids})  # type: ignore[arg-type]
