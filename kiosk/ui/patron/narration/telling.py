"""Joins the narrator with voice, keypad and socket of one running app."""

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.devices.headphones import HeadphoneSocket
from kiosk.settings import Settings
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.narration.aid_keys import AidKeys
from kiosk.ui.patron.narration.key_plan import Act, key_plan
from kiosk.ui.patron.narration.keypad_watch import KeypadWatch
from kiosk.ui.patron.narration.keys_told import KeysTold
from kiosk.ui.patron.narration.narrator import Narrator
from kiosk.ui.patron.narration.socket_watch import SocketWatch
from kiosk.ui.patron.presenters.shell import ShellPresenter
from kiosk.ui.patron.view_models.idle import IdleViewModel
from kiosk.ui.patron.view_models.narration import NarrationViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.voice import Voice


class Telling(QObject):
    """Make the narrator where there is a voice; the keypad works without it too.

    Made before Scanning and after the key watch, for the last filter of the window comes first.
    """

    def __init__(
        self,
        window: QQuickWindow,
        desk: Desk,
        shell: ShellPresenter,
        visit: Visit,
        voice: Voice | None,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.narrator: Narrator | None = None
        self._keys = KeysTold(settings.keypad, speaks=False)
        self._socket: SocketWatch | None = None
        speech = settings.speech
        self._visit = visit
        self._voice = voice
        self._view_model = view_model = desk.view_model(NarrationViewModel)
        page = desk.view_model(ShellViewModel)
        visit.closed.connect(view_model.forget_letters)
        frame = window.findChild(QQuickItem, "shell")
        if voice is not None and frame is not None and speech.narration:
            idle = desk.view_model(IdleViewModel)
            self._keys = KeysTold(settings.keypad, speaks=True)
            told = idle, visit, voice, speech, self._keys, self
            self.narrator = narrator = Narrator(window, frame, view_model, page, *told)
            view_model.toggled.connect(narrator.toggle)
            voice.changed.connect(self._show)
            shell.tell_to(lambda: narrator.active, lambda: narrator.warning)
            if speech.socket:
                self._socket = SocketWatch(HeadphoneSocket(speech.socket), self)
                self._socket.plugged.connect(narrator.plug)
        aids = AidKeys(page, visit).acts
        if self.narrator is None:
            aids[Act.HELP] = lambda: page.showToast(self._keys.written(visit.words), icon="info")
        self._keypad = KeypadWatch(window, key_plan(settings.keypad), self.narrator, aids, self)
        visit.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Tell the page of aids whether speech can begin, and which keys do what in the visit's language."""
        words, keys = self._visit.words, self._keys
        switches = Act.LARGE_TEXT, Act.LOW_REACH, Act.SPEECH, Act.REDUCED_MOTION
        called = [keys.called(act, words) for act in switches]
        notes = [words("access.key", key=key) if key else "" for key in called]
        others = [keys.aid(act, words) for act in (Act.DARK, Act.CONTRAST, Act.LANGUAGE)]
        usable = self.narrator is not None and self._voice is not None and self._voice.available
        self._view_model.show_keys(usable, notes, " ".join(filter(None, others)))

    def begin(self) -> None:
        """Watch for headphones from now on."""
        if self._socket is not None:
            self._socket.look()

    def close(self) -> None:
        """Watch no more."""
        if self._socket is not None:
            self._socket.close()
