"""A patron who sees nothing: hears what is said, presses keys of a keypad, and remembers."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.devices.simulated_speech import SimulatedSpeech
from kiosk.devices.speech import Manner
from kiosk.services import Services
from kiosk.settings import SpeechSettings
from kiosk.ui.patron.narration.narrator import Narrator
from scripts.hands import Hands
from tests.journeys.conftest import Kiosk, OpenKiosk

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
OK, BACK, HELP, SPEECH = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F2
REPEAT, PAGE, CURTAIN = Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F9
PLUG, UNPLUG = Qt.Key.Key_F15, Qt.Key.Key_F16
_AT_ONCE = 100_000_000  # words a minute


class Lost(AssertionError):
    """What was looked for is not to be heard."""


class Blind:
    """Presses a key, hears all that is said of it, and knows nothing else.

    `heard` is what was said since the last key, `log` everything piece by piece, with its language.
    """

    def __init__(self, hands: Hands, speech: SimulatedSpeech) -> None:
        self.hands = hands
        self.speech = speech
        self.log: list[tuple[str, str]] = []
        self.heard: list[str] = []

    def press(self, key: Qt.Key) -> list[str]:
        """Press a key of the keypad and listen to the end."""
        QTest.keyClick(self.hands.window, key)
        self.hands.settle()
        return self.listen()

    def scan(self, code: str) -> list[str]:
        """Hold a card or an item to the reader and listen to the end."""
        self.hands.scan(code)
        self.hands.settle()
        return self.listen()

    def listen(self) -> list[str]:
        """Wait until nothing more is said, and return what was."""
        self.hands.wait(lambda: not narrator_of(self.hands).busy, "it speaks on and on")
        said = [self.speech.said.popleft() for _ in range(len(self.speech.said))]
        self.log += [(one.text, one.language) for one in said]
        self.heard = _whole(one.text for one in said)
        return self.heard

    def hears(self, words: str) -> bool:
        """Tell whether something with these words was said since the last key."""
        return any(words.casefold() in text.casefold() for text in self.heard)

    def go_to(self, words: str, key: Qt.Key = DOWN) -> str:
        """Press an arrow until a control is told that begins with these words, if it is not there yet."""
        for _ in range(120):
            for text in self.heard[-1:]:
                if text.casefold().startswith(words.casefold()):
                    return text
            self.press(key)
        raise Lost(f"no key leads to {words!r}; the last was {self.heard}")

    def choose(self, words: str, key: Qt.Key = DOWN) -> list[str]:
        """Go to a control and press OK."""
        self.go_to(words, key)
        return self.press(OK)

    def spell(self, text: str) -> None:
        """Spell on the keyboard on the screen, from any key, by what is said of each."""
        for letter in text:
            self.find_key(letter)
            self.press(OK)

    def find_key(self, name: str) -> None:
        """Walk the rows of the keyboard, each round once, until a key of that name is heard."""
        wanted = f"{name}.".casefold()
        for _ in range(8):
            first = here = self._key_beside(RIGHT)
            while here != wanted:
                here = self._key_beside(RIGHT)
                if here == first:
                    break
            if here == wanted:
                return
            self._key_beside(DOWN)
        raise Lost(f"there is no key {name!r}")

    def _key_beside(self, key: Qt.Key) -> str:
        QTest.keyClick(self.hands.window, key)  # nothing comes of it but that it is told
        told = self.listen()
        if len(told) != 1:
            raise Lost(f"no single key is told, but {told}")
        return told[0].casefold()


def _whole(pieces: Iterable[str]) -> list[str]:
    """Join what was said by the voices of several languages: only the last piece of a sentence ends it."""
    whole: list[str] = []
    for piece in pieces:
        if whole and whole[-1].endswith(","):
            whole[-1] = f"{whole[-1]} {piece}"
        else:
            whole.append(piece)
    return whole


def narrator_of(hands: Hands) -> Narrator:
    """Give the narrator of a running app that has a voice."""
    narrator = hands.counter.telling.narrator
    assert narrator is not None
    return narrator


def give_voice(services: Services, **speech: object) -> None:
    """Give a kiosk, before it is opened, a voice that is unheard and says everything at once."""
    said = SpeechSettings(kind="simulated", rate=_AT_ONCE, socket="")
    services.settings = replace(services.settings, speech=replace(said, **speech))
    services.speech = SimulatedSpeech(Manner(_AT_ONCE))


def blind_at(open_kiosk: OpenKiosk, language: str = "en", **speech: object) -> Blind:
    """Open a kiosk that has such a voice, and send somebody there who sees nothing."""
    kiosk = open_kiosk(language, (1920, 1080), prepare=lambda services: give_voice(services, **speech))
    return blind_before(kiosk)


def blind_before(kiosk: Kiosk) -> Blind:
    """Send somebody who sees nothing to a kiosk that has a voice."""
    speech = kiosk.services.speech
    assert isinstance(speech, SimulatedSpeech)
    speech.said.clear()
    return Blind(kiosk.hands, speech)
