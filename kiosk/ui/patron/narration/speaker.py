"""Says one thing after another by the one voice of the app, and stops at once when told to."""

from collections import deque
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Signal

from kiosk.devices.speech import Manner, Utterance
from kiosk.ui.patron.narration.told import Sayable, Told
from kiosk.ui.shared.voice import Voice
from kiosk.words import available_languages, wording
from kiosk.words.aloud import clause, sentence

_LOUDER, _QUIETEST, _LOUDEST = 20, 20, 200
_FASTER, _SLOWEST, _FASTEST = 30, 80, 400
_REMEMBERED = 120  # pieces: a screen of titles in other languages has three a row


class Speaker(QObject):
    """Speak in the order in which it was told; `fallen_silent` when there is nothing more to say.

    What is said together is repeated together. Where something else is being read, it waits.
    """

    fallen_silent = Signal()

    def __init__(self, voice: Voice, manner: Manner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._usual = self._manner = manner
        self._waiting: deque[tuple[str, str]] = deque()
        self._last: list[tuple[str, str]] = []
        self._mine: Utterance | None = None
        voice.changed.connect(self._voice_changed)

    @property
    def busy(self) -> bool:
        """Tell whether something is being said, or is about to be."""
        return bool(self._waiting) or self._mine is not None

    @property
    def manner(self) -> Manner:
        """Give how fast and loud it speaks now."""
        return self._manner

    def say(self, texts: Iterable[Sayable], language: str) -> None:
        """Say these texts after what is being said, in the language but for words of another."""
        said = [piece for text in texts for piece in _pieces(text, language)]
        if not said:
            return
        self._last = said[-_REMEMBERED:] if not self.busy else [*self._last, *said][-_REMEMBERED:]
        self._waiting.extend(said)
        self._next()

    def again(self) -> None:
        """Say anew what was said together last."""
        self.hush()
        self._waiting.extend(self._last)
        self._next()

    def hush(self) -> None:
        """Fall silent at once, and leave out what was still to be said."""
        self._waiting.clear()
        if self._voice.saying is not None:
            self._mine = None
            self._voice.stop()

    def forget_words(self) -> None:
        """Fall silent, and know nothing of what was said."""
        self.hush()
        self._last = []

    def forget(self) -> None:
        """Fall silent, know nothing more, and speak again as is usual."""
        self.forget_words()
        self._manner = self._usual

    def louder(self, steps: int) -> int:
        """Speak louder, or more quietly, from now on; return the volume in percent."""
        volume = min(_LOUDEST, max(_QUIETEST, self._manner.volume + steps * _LOUDER))
        self._manner = Manner(self._manner.rate, volume)
        return volume

    def faster(self, steps: int) -> int:
        """Speak faster, or more slowly, from now on; return the words a minute."""
        slowest, fastest = min(_SLOWEST, self._usual.rate), max(_FASTEST, self._usual.rate)
        rate = min(fastest, max(slowest, self._manner.rate + steps * _FASTER))
        self._manner = Manner(rate, self._manner.volume)
        return rate

    def _next(self) -> None:
        if self._waiting and self._voice.saying is None:
            text, language = self._waiting.popleft()
            self._mine = self._voice.say(text, language, self._manner)

    def _voice_changed(self) -> None:
        if self._mine is None or self._voice.saying is self._mine:
            if self._voice.saying is None:
                self._next()
            return
        self._mine = None
        self._next()
        if not self.busy:
            self.fallen_silent.emit()


def _pieces(text: Sayable, language: str) -> Iterator[tuple[str, str]]:
    """Yield what is said of a text, each piece by the voice of its language; only the last one ends it."""
    told = text if isinstance(text, Told) else Told(text)
    spans = [*told.spans(language, available_languages())]
    for number, (part, spoken_in) in enumerate(spans, start=1):
        say = sentence if number == len(spans) else clause
        if spoken := say(part, wording(spoken_in)):
            yield spoken, spoken_in
