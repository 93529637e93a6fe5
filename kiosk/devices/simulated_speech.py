"""A voice that nobody hears: for a demonstration, and for tests that cut it off."""

from collections import deque
from dataclasses import dataclass, field
from threading import Event

from kiosk.devices.speech import Manner, SpeechState, speakable
from kiosk.model.errors import SpeechUnavailable
from kiosk.model.problem import Problem

_LETTERS_A_WORD = 6
_KEPT = 100


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, in which language and how."""

    text: str
    language: str
    manner: Manner


@dataclass(slots=True)
class SimulatedSpeech:
    """Takes as long as a voice would, and is in whatever state it is put; `said` is its log.

    Where it is `lasting`, it speaks until it is stopped or told to `finish`.
    """

    manner: Manner = field(default_factory=Manner)
    put_into: SpeechState = SpeechState.READY
    lasting: bool = False
    said: deque[Said] = field(default_factory=lambda: deque(maxlen=_KEPT))
    speaking: "SimulatedUtterance | None" = field(default=None, init=False)

    def state(self) -> SpeechState:
        """Return the state it was put into."""
        return self.put_into

    def utterance(self, text: str, language: str, manner: Manner | None = None) -> "SimulatedUtterance":
        """Prepare a text."""
        return SimulatedUtterance(self, Said(speakable(text), language, manner or self.manner))

    def finish(self) -> None:
        """Come to the end of what is being said."""
        if self.speaking is not None:
            self.speaking.over.set()


@dataclass(slots=True)
class SimulatedUtterance:
    """One text said unheard."""

    voice: SimulatedSpeech
    what: Said
    over: Event = field(default_factory=Event, init=False)
    _stopped: bool = field(default=False, init=False)

    def speak(self) -> bool:
        """Let the time pass; raises SpeechUnavailable in a state in which nothing is heard."""
        if self._stopped:
            return False
        self._check()
        self.voice.speaking = self
        self.voice.said.append(self.what)
        seconds = len(self.what.text) / _LETTERS_A_WORD * 60 / self.what.manner.rate
        self.over.wait(None if self.voice.lasting else seconds)
        self.voice.speaking = None
        if not self._stopped:
            self._check()
        return not self._stopped

    def stop(self) -> None:
        """Fall silent at once."""
        self._stopped = True
        self.over.set()

    def _check(self) -> None:
        if not self.voice.put_into.speaks:
            raise SpeechUnavailable(problem=Problem(f"speech.{self.voice.put_into}"))
