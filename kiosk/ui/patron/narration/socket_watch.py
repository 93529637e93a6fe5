"""Watches the socket for headphones beside the screen, and looks for it again where it is lost."""

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from kiosk.devices.headphones import HeadphoneSocket, SocketState

_AGAIN_MS = 3000


class SocketWatch(QObject):
    """Tell by `plugged` when headphones are plugged in or pulled out; a socket that is lost is empty."""

    plugged = Signal(bool)

    def __init__(self, socket: HeadphoneSocket, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket = socket
        self._notifier: QSocketNotifier | None = None
        self._in = False
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.look)

    def look(self) -> None:
        """Open the socket, and note what is in it now."""
        self._ignore()
        self._tell(self._socket.open())
        number = self._socket.fileno()
        if number is None:
            self._again.start()
            return
        self._again.stop()
        self._notifier = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._news)

    def close(self) -> None:
        """Watch no more."""
        self._again.stop()
        self._ignore()
        self._socket.close()

    def _news(self) -> None:
        state = self._socket.read()
        if not state.works:
            self._ignore()
            self._again.start()
        self._tell(state)

    def _tell(self, state: SocketState) -> None:
        inside = state is SocketState.PLUGGED
        if inside != self._in:
            self._in = inside
            self.plugged.emit(inside)

    def _ignore(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
