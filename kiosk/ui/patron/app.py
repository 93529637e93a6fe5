"""The patron app: one window, its services, and everything that joins them."""

import logging
import os
import signal
import socket
import sys

from PySide6.QtCore import QCoreApplication, QEvent, QSocketNotifier, Qt, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface
from PySide6.QtQuickControls2 import QQuickStyle

from kiosk.model.errors import NoDisplay
from kiosk.services import Services
from kiosk.ui.patron.counter import Counter
from kiosk.ui.patron.curtain import Curtain
from kiosk.ui.patron.window import window_of
from kiosk.ui.shared.sound_player import system_player

_SCREENLESS = ("offscreen", "vnc", "minimal")


def run_patron_app(
    services: Services,
    size: tuple[int, int] | None = None,
    language: str | None = None,
    platform: str | None = None,
    curtain: Curtain | None = None,
) -> int:
    """Show the patron app until it is closed; return the process's exit status.

    Fullscreen unless a size is given; ``language`` is the first one shown, ``platform``
    Qt's; the ``curtain`` goes when the first frame is there.
    Raises NoDisplay where there is no screen to show it on.
    """
    _choose_platform(platform)
    app = _application()
    app.setApplicationName("kiosk")
    QQuickStyle.setStyle("Basic")
    _paint_without_a_graphics_card()
    library, profile = services.library(), services.profile()
    services.forbid_here(_on_gui_thread)
    player = system_player() if services.settings.screen.sound else None
    if player is None and services.settings.screen.sound:
        logging.getLogger("kiosk").warning("no sound: this machine has no program that plays one")
    counter = Counter(services, library, profile, language, size or _screen_size(app), player=player)
    window = window_of(counter.engine)
    if size is None:
        window.showFullScreen()
    else:
        window.show()
    counter.begin()
    if curtain is not None:
        queued, once = Qt.ConnectionType.QueuedConnection, Qt.ConnectionType.SingleShotConnection
        window.frameSwapped.connect(curtain.drop, Qt.ConnectionType(queued.value | once.value))
    _end_when_told(app)
    try:
        return app.exec()
    finally:
        counter.close()
        # No loop runs any more to delete what is to be deleted later: left to the end of the
        # interpreter, the pages would go after the application they live in.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _application() -> QGuiApplication:
    """Return the application that the curtain has begun, or begin it."""
    begun = QGuiApplication.instance()
    return begun if isinstance(begun, QGuiApplication) else QGuiApplication(sys.argv[:1])


def _end_when_told(app: QGuiApplication) -> None:
    """Close the window on SIGTERM and Ctrl-C, so that changes under way are finished first.

    Python runs its handlers only when Python runs: a socket that the signal writes to wakes Qt's loop.
    """
    for name in (signal.SIGTERM, signal.SIGINT):
        # A handler runs in the middle of whatever Python the scene was calling: windows close later.
        signal.signal(name, lambda _number, _frame: QTimer.singleShot(0, app, app.quit))
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


def _choose_platform(wanted: str | None) -> None:
    """Take the platform asked for; without one there must be a screen, for Qt would abort."""
    if wanted is not None:
        os.environ["QT_QPA_PLATFORM"] = wanted
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _SCREENLESS or not sys.platform.startswith("linux"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise NoDisplay


def _paint_without_a_graphics_card() -> None:
    """Paint by Qt's own software renderer unless there is a graphics card or it was said otherwise."""
    if "QT_QUICK_BACKEND" not in os.environ and not os.path.exists("/dev/dri/renderD128"):
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)


def _on_gui_thread() -> bool:
    app = QCoreApplication.instance()
    return app is not None and QThread.currentThread() is app.thread()


def _screen_size(app: QGuiApplication) -> tuple[int, int]:
    screen = app.primaryScreen().size()
    return screen.width(), screen.height()
