"""What every process with a window needs: a platform to show it on, an end when told, a thread to spare."""

import os
import signal
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QThread, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.model.errors import NoDisplay

# The GUI thread asks for Python's lock a hundred times a frame: workers give it up after so long.
_TURN_S = 0.0005
_SCREENLESS = ("offscreen", "vnc", "minimal")


def choose_platform(wanted: str | None) -> None:
    """Take the platform asked for; without one there must be a screen, for Qt would abort."""
    if wanted is not None:
        os.environ["QT_QPA_PLATFORM"] = wanted
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _SCREENLESS or not sys.platform.startswith("linux"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise NoDisplay


def take_short_turns() -> None:
    """Have threads give up Python's lock ten times as soon as usual, so that the one that paints gets it."""
    sys.setswitchinterval(_TURN_S)


def end_when_told(app: QGuiApplication, ending: Callable[[], None] | None = None) -> None:
    """Close the window on SIGTERM and Ctrl-C, so that changes under way are finished first.

    ``ending`` is how, where closing windows does not do.
    Python runs its handlers only when Python runs: a socket that the signal writes to wakes Qt's loop.
    """
    for name in (signal.SIGTERM, signal.SIGINT):
        # A handler runs in the middle of whatever Python the scene was calling: windows close later.
        signal.signal(name, lambda _number, _frame: QTimer.singleShot(0, app, ending or app.quit))
    if sys.platform == "win32":
        return
    heard, told = socket.socketpair()
    for end in (heard, told):
        end.setblocking(False)
    signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: heard.recv(64))

    def closing() -> None:
        signal.set_wakeup_fd(-1)
        told.close()

    app.aboutToQuit.connect(closing)


def on_gui_thread() -> bool:
    """Tell whether this is the thread that paints."""
    app = QCoreApplication.instance()
    return app is not None and QThread.currentThread() is app.thread()
