"""Tells whoever supervises the process (systemd, Type=notify) that the first frame is on the screen."""

import os
import socket

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtQuick import QQuickWindow


class Readiness(QObject):
    """Send READY=1 once, after the window's first frame; nothing where nobody listens.

    The protocol is that of sd_notify(3): one datagram to the socket that NOTIFY_SOCKET names.
    """

    def __init__(self, window: QQuickWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        window.frameSwapped.connect(self._first_frame, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _first_frame(self) -> None:
        self._window.frameSwapped.disconnect(self._first_frame)
        address = os.environ.get("NOTIFY_SOCKET", "")
        if address and hasattr(socket, "AF_UNIX"):
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
                # A name that begins with @ is in Linux's abstract namespace.
                sender.sendto(b"READY=1", "\0" + address[1:] if address[0] == "@" else address)
