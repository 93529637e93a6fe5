"""Joins the narrator with voice, keypad and socket of one running app."""

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.devices.headphones import HeadphoneSocket
from kiosk.settings import Settings
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.narration.key_plan import key_plan
from kiosk.ui.patron.narration.keypad_watch import KeypadWatch
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
        self._socket: SocketWatch | None = None
        speech = settings.speech
        view_model = desk.view_model(NarrationViewModel)
        visit.closed.connect(view_model.forget_letters)
        frame = window.findChild(QQuickItem, "shell")
        if voice is not None and frame is not None and speech.narration:
            models = view_model, desk.view_model(ShellViewModel)
            idle = desk.view_model(IdleViewModel)
            self.narrator = narrator = Narrator(window, frame, *models, idle, visit, voice, speech, self)
            shell.tell_to(lambda: narrator.active, lambda: narrator.warning)
            if speech.socket:
                self._socket = SocketWatch(HeadphoneSocket(speech.socket), self)
                self._socket.plugged.connect(narrator.plug)
        self._keypad = KeypadWatch(window, key_plan(settings.keypad), self.narrator, self)

    def begin(self) -> None:
        """Watch for headphones from now on."""
        if self._socket is not None:
            self._socket.look()

    def close(self) -> None:
        """Watch no more."""
        if self._socket is not None:
            self._socket.close()
