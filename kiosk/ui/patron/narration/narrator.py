"""Tells the screen: title, what stands there, the focus, and whatever changes, until the visit ends."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.devices.speech import Manner
from kiosk.settings import SpeechSettings
from kiosk.ui.patron.narration.keys_told import KeysTold
from kiosk.ui.patron.narration.news import Look
from kiosk.ui.patron.narration.phrases import help_told, letters_told
from kiosk.ui.patron.narration.privacy import Privacy
from kiosk.ui.patron.narration.screen_told import ScreenTold
from kiosk.ui.patron.narration.sight import item_seen, window_seen
from kiosk.ui.patron.narration.speaker import Speaker
from kiosk.ui.patron.narration.told import Sayable
from kiosk.ui.patron.view_models.idle import IdleViewModel
from kiosk.ui.patron.view_models.narration import NarrationViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.voice import Voice
from kiosk.words import wording

_SOON_MS = 30  # what changes together is told together
_MARKS = (10, 5)  # seconds of the countdown that are told


class Narrator(QObject):
    """Speak while it is `active`: begun by a key or by headphones, ended by them or with the visit.

    What is on the screen is read from its accessibility tree, after a frame in which something changed.
    """

    headphonesChanged = Signal(bool)

    def __init__(
        self,
        window: QQuickWindow,
        frame: QQuickItem,
        view_model: NarrationViewModel,
        shell: ShellViewModel,
        idle: IdleViewModel,
        visit: Visit,
        voice: Voice,
        settings: SpeechSettings,
        keys: KeysTold,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._frame = frame
        self._view_model = view_model
        self._shell = shell
        self._idle = idle
        self._visit = visit
        self._voice = voice
        self._settings = settings
        self._keys = keys
        self._speaker = Speaker(voice, Manner(settings.rate, settings.volume), self)
        self._told = ScreenTold()
        self._active = self._dark = self._plugged = False
        self._language = visit.language  # that of the last words: the visit may have forgotten it
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._look)
        self._ending = QTimer(self)
        self._ending.setSingleShot(True)
        self._ending.timeout.connect(self._end_if_over)
        window.frameSwapped.connect(self._something_changed)
        window.activeFocusItemChanged.connect(self._something_changed)
        shell.routeChanged.connect(self._something_changed)
        idle.changed.connect(self._count_down)
        view_model.aimed.connect(self._aimed)
        view_model.spellingEnded.connect(self._spelling_ended)
        view_model.curtainTouched.connect(self._curtain_touched)
        visit.closed.connect(self._visit_closed)
        voice.failed.connect(self._broken_off)

    # Who asks.

    @property
    def active(self) -> bool:
        """Tell whether the screen is told."""
        return self._active

    @property
    def headphones(self) -> bool:
        """Tell whether nobody else in the room hears it."""
        return self._plugged or self._settings.headphones

    @property
    def busy(self) -> bool:
        """Tell whether something is being said, or is about to be."""
        return self._speaker.busy or self._soon.isActive() or self._ending.isActive()

    @property
    def warning(self) -> bool:
        """Tell whether the countdown is just being announced: it waits for that."""
        return self._active and self._speaker.busy and self._told.is_in_front(self._visit.words("idle.title"))

    # What the keys do.

    def begin(self) -> None:
        """Begin to speak: how it is used, then the screen."""
        if not self._active:
            self._voice.look()
            self._active = True
            self._dark = self._plugged and self._settings.curtain
            self._told = ScreenTold()
            words = self._visit.words
            library = words.name(self._visit.library.name)
            self._say([words("narration.welcome", library=library), words("narration.how")])
            self._something_changed()
            self._show()
            self._shell.touch()

    def end(self) -> None:
        """Fall silent, know nothing of what was said, and show the screen again."""
        self._speaker.forget()
        self._active = self._dark = False
        self._told = ScreenTold()
        self._show()

    def toggle(self) -> None:
        """Begin to speak, or end it with a word."""
        if not self._active:
            self.begin()
            return
        self.end()
        self._say([self._visit.words("narration.off")])

    def plug(self, plugged: bool) -> None:
        """Note that headphones are there, and begin; pulled out, nothing more is said into the room."""
        if plugged != self._plugged:
            self._plugged = plugged
            self.headphonesChanged.emit(self.headphones)
        if plugged:
            self.begin()
        elif self._active:
            dark = self._dark and self._visit.signed_in is not None
            self.end()
            self._dark = dark  # what is behind it is nobody's who has just come by
            self._show()

    def pressed(self, *, arrow: bool) -> bool:
        """Fall silent for a key; return whether it has begun to speak by it, and is used up."""
        if self._active:
            self._speaker.hush()
            self._told.focus.missed = arrow and not self._view_model.spelling
            self._something_changed()
        elif self._plugged and self._settings.narration:
            self.begin()
            return True
        return False

    def go_back(self) -> None:
        """Say where nothing lies behind: Back has nothing to do there."""
        if self._active and self._shell.atHome and not (self._told.in_dialog or self._view_model.spelling):
            self._say([self._visit.words("narration.start")])

    def hush(self) -> None:
        """Fall silent: something else has come."""
        self._speaker.hush()

    def repeat(self) -> None:
        """Say the last words again."""
        self._speaker.again()

    def read_page(self) -> None:
        """Say the whole screen from its top."""
        self._told = ScreenTold()
        self._something_changed()

    def help(self) -> None:
        """Say what the keys do; where it does not speak, write it."""
        words, spelling = self._visit.words, self._view_model.spelling
        told = help_told(item_seen(self._window.activeFocusItem()), words, spelling=spelling, dark=self._dark)
        if self._active:
            self._say([*told, *self._keys.aids(words)])
        else:
            self._shell.showToast(self._keys.written(words), icon="info")

    def louder(self, steps: int) -> None:
        """Speak louder or more quietly, and say so."""
        self._say([self._visit.words("narration.volume", percent=self._speaker.louder(steps))])

    def faster(self, steps: int) -> None:
        """Speak faster or more slowly, and say so."""
        self._speaker.faster(steps)
        self._say([self._visit.words("narration.faster" if steps > 0 else "narration.slower")])

    def draw_curtain(self) -> None:
        """Darken the screen, or show it again."""
        self._dark = not self._dark
        self._show()
        self._say([self._visit.words("narration.dark" if self._dark else "narration.light")])

    # What changes.

    def _something_changed(self) -> None:
        if self._active and not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        if not self._active:
            return
        if self._frame.property("busy") or self._ending.isActive():
            self._soon.start()
            return
        words, page = self._visit.words, self._shell.route.page
        self._language = words.language
        look = Look.at(window_seen(self._window), page, self._visit.language)
        item, place = self._window.activeFocusItem(), self._view_model.place
        counting = self._idle.counting
        self._say(self._told.new(look, item, place, self._privacy, words, counting=counting))

    def _count_down(self) -> None:
        told = self._active and self._idle.counting and self._idle.seconds in _MARKS
        if told and not self._speaker.busy:
            words = self._visit.words
            self._say([f"{self._idle.seconds} {words.count('idle.seconds', self._idle.seconds)}"])

    def _aimed(self, name: str, latched: bool) -> None:
        words = self._visit.words
        if self._privacy.typing_withheld and self._told.focus.secret:
            self._say([words("narration.private")])
            return
        told = letters_told(name, words)
        self._say([f"{told}, {words('narration.state.on')}" if latched else told])

    def _spelling_ended(self) -> None:
        self._told.focus.entered()
        self._something_changed()

    def _curtain_touched(self) -> None:
        if self._visit.signed_in is None:
            self._dark = False
            self._show()

    def _visit_closed(self) -> None:
        """Know nothing more of what was said: the next words may be for somebody else."""
        if self._active or self._dark:
            self._speaker.forget_words()
            self._told = ScreenTold()
            self._ending.start()

    def _end_if_over(self) -> None:
        """A visit that made way for a card goes on; one that ended at home is over, and all with it."""
        if self._shell.atHome and self._visit.signed_in is None and (self._active or self._dark):
            language = self._language
            self.end()
            self._speaker.say([wording(language)("narration.ended")], language)

    def _broken_off(self, _error: Exception) -> None:
        if self._active:
            self.end()
            self._shell.showToast(self._visit.words("narration.failed"), icon="alert")

    @property
    def _privacy(self) -> Privacy:
        return Privacy(self.headphones, self._visit.signed_in is not None, self._shell.route.page)

    def _say(self, texts: Iterable[Sayable]) -> None:
        self._speaker.say(texts, self._visit.language)

    def _show(self) -> None:
        self._view_model.show(active=self._active, dark=self._dark)
