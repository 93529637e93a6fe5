"""The patron app: one window, its services, and everything that joins them."""

import logging
import os
import sys

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface
from PySide6.QtQuickControls2 import QQuickStyle

from kiosk.services import Services
from kiosk.ui.patron.counter import Counter
from kiosk.ui.patron.curtain import Curtain
from kiosk.ui.patron.window import window_of
from kiosk.ui.shared.memory import share_freed_memory
from kiosk.ui.shared.process import choose_platform, end_when_told, on_gui_thread
from kiosk.ui.shared.sound_player import system_player


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
    share_freed_memory()
    choose_platform(platform)
    app = _application()
    app.setApplicationName("kiosk")
    QQuickStyle.setStyle("Basic")
    _paint_without_a_graphics_card()
    library, profile = services.library(), services.profile()
    services.forbid_here(on_gui_thread)
    player = system_player() if services.settings.screen.sound else None
    if player is None and services.settings.screen.sound:
        logging.getLogger("kiosk").warning("no sound: this machine has no program that plays one")
    glass = size or _screen_size(app)
    hold = size is None and services.settings.front.locked
    counter = Counter(
        services, library, profile, language, glass, player=player, speech=services.speech, hold=hold
    )
    window = window_of(counter.engine)
    counter.front.ended.connect(app.exit)
    if size is None:
        window.showFullScreen()
    else:
        window.show()
    counter.begin()
    counter.read_answers()
    if curtain is not None:
        queued, once = Qt.ConnectionType.QueuedConnection, Qt.ConnectionType.SingleShotConnection
        window.frameSwapped.connect(curtain.drop, Qt.ConnectionType(queued.value | once.value))
    end_when_told(app, counter.front.end)
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


def _paint_without_a_graphics_card() -> None:
    """Paint by Qt's own software renderer unless there is a graphics card or it was said otherwise."""
    if "QT_QUICK_BACKEND" not in os.environ and not os.path.exists("/dev/dri/renderD128"):
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)


def _screen_size(app: QGuiApplication) -> tuple[int, int]:
    screen = app.primaryScreen().size()
    return screen.width(), screen.height()
