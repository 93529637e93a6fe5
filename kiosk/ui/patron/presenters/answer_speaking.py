"""Reads the answer in sight aloud, and falls silent as soon as it is in sight no more."""

from PySide6.QtCore import QObject

from kiosk.devices.speech import Utterance
from kiosk.policies.aloud import read_aloud
from kiosk.policies.answer import ArticleAnswer
from kiosk.ui.patron.view_models.answer_speech import AnswerSpeechViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.ui.shared.voice import Voice


class AnswerSpeaking(QObject):
    """Offer to read an answer where there is a voice; one of somebody's own account only into headphones."""

    def __init__(
        self,
        view_model: AnswerSpeechViewModel,
        shell: ShellViewModel,
        visit: Visit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._visit = visit
        self._voice: Voice | None = None
        self._headphones = False
        self._answer: ArticleAnswer | None = None
        self._reading: Utterance | None = None
        self._failed = ""
        view_model.toggleRequested.connect(self._toggle)
        shell.routeChanged.connect(self._stop)
        visit.changed.connect(self._stop)
        visit.ended.connect(lambda: self.take(None))

    def speak_with(self, voice: Voice, *, headphones: bool) -> None:
        """Speak with this voice from now on; `headphones`: nobody else in the room hears it."""
        self._voice, self._headphones = voice, headphones
        voice.changed.connect(self._voice_changed)
        voice.failed.connect(self._broken_off)

    def hear_alone(self, headphones: bool) -> None:
        """Note whether nobody else hears it from now on; what everybody would hear now is broken off."""
        self._headphones = headphones
        if self._reading is not None and self._answer is not None and not self._may_be_heard(self._answer):
            self._stop()
        self._show()

    def take(self, answer: ArticleAnswer | None) -> None:
        """Take note of the answer in sight, None for none; another one than before is not read yet."""
        if answer != self._answer:
            self._answer = answer
            self._stop()
            if self._voice is not None and answer is not None and not self._voice.available:
                self._voice.look()
        self._show()

    def _toggle(self) -> None:
        voice, answer = self._voice, self._answer
        if self._reading is not None:
            self._stop()
        elif voice is not None and answer is not None and self._may_be_heard(answer):
            self._failed = ""
            self._reading = voice.say("\n".join(read_aloud(answer)), answer.language)
            self._show()

    def _stop(self) -> None:
        self._failed = ""
        if self._voice is not None and self._reading is not None:
            self._reading = None
            self._voice.stop()
        self._show()

    def _voice_changed(self) -> None:
        """Note that it came to its end, or that something else is said now."""
        if self._voice is not None and self._voice.saying is not self._reading:
            self._reading = None
        self._show()

    def _broken_off(self, error: Exception) -> None:
        if self._reading is not None:
            self._reading = None
            self._failed = trouble_behind(error).code
        self._show()

    def _may_be_heard(self, answer: ArticleAnswer) -> bool:
        return self._headphones or not answer.personal

    def _show(self) -> None:
        voice, answer = self._voice, self._answer
        # Where it has just broken off the button stays: it may be tried again, and holds the focus.
        heard = voice is not None and (voice.available or bool(self._failed))
        note = self._visit.words("speech.failed", code=self._failed) if self._failed else ""
        offered = heard and answer is not None and self._may_be_heard(answer)
        self._view_model.show(offered, self._reading is not None, note)
