"""The one voice of the app: says a text off the GUI thread, interrupts itself, and knows whether it works."""

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.devices.speech import Manner, Speech, SpeechState, Utterance
from kiosk.model.errors import KioskError
from kiosk.ui.shared.jobs import Jobs

_LOOK_AGAIN_MS = 30_000


class Voice(QObject):
    """Speak for every page; `changed` tells that it began, ended, or can or cannot be heard any more.

    `failed` tells that it broke off. The device has a lane of its own, so that one that does not answer
    holds up nothing else; while nothing would be heard, it is asked again by and by.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._lane = Jobs(1, self)
        self._available = False
        self._saying: Utterance | None = None
        self._asking = False
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_AGAIN_MS)
        self._again.timeout.connect(self.look)

    @property
    def lane(self) -> Jobs:
        """Give the lane, for whoever listens for mistakes in it."""
        return self._lane

    @property
    def available(self) -> bool:
        """Tell whether something said now would be heard, as far as is known."""
        return self._available

    @property
    def saying(self) -> Utterance | None:
        """Give what is being said, None for nothing."""
        return self._saying

    def look(self) -> None:
        """Find out whether it can be heard."""
        if not self._asking:
            self._asking = True
            self._lane.serial(self._speech.state, self._found)

    def say(self, text: str, language: str, manner: Manner | None = None) -> Utterance:
        """Say a text from now on, and return it as what is being said; what was before is cut off."""
        before, said = self._saying, self._speech.utterance(text, language, manner)
        if before is not None:
            before.stop()
        self._saying = said
        self._lane.serial(
            said.speak, lambda _whole: self._ended(said), lambda error: self._broken_off(said, error)
        )
        self.changed.emit()
        return said

    def stop(self) -> None:
        """Fall silent at once."""
        if self._saying is not None:
            self._saying.stop()
            self._saying = None
            self.changed.emit()

    def close(self) -> None:
        """Fall silent for good."""
        self._again.stop()
        if self._saying is not None:
            self._saying.stop()
            self._saying = None
        self._lane.close()

    def _found(self, state: SpeechState) -> None:
        self._asking = False
        if state.speaks:
            self._again.stop()
        else:
            self._again.start()
        if state.speaks != self._available:
            self._available = state.speaks
            self.changed.emit()

    def _ended(self, said: Utterance) -> None:
        if self._saying is said:
            self._saying = None
            self.changed.emit()

    def _broken_off(self, said: Utterance, error: Exception) -> None:
        if self._saying is not said:
            return
        self._saying = None
        if isinstance(error, KioskError):
            self.look()
        self.failed.emit(error)
        self.changed.emit()
