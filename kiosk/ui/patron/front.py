"""The locked front of one running app: what holds the screen, who may leave it, and its sign of life."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.services import Services
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.heartbeat import Heartbeat
from kiosk.ui.patron.locked_front import LockedFront, empty_clipboard
from kiosk.ui.patron.presenters.darkness import DarknessPresenter
from kiosk.ui.patron.presenters.shell import ShellPresenter
from kiosk.ui.patron.presenters.staff_exit import StaffExitPresenter
from kiosk.ui.patron.view_models.darkness import DarknessViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.view_models.staff_exit import StaffExitViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

_DONE, _ONCE_MORE = 0, 75  # a supervisor that starts what has failed starts the second again


class Front(QObject):
    """Join them; `ended` tells the exit status with which the app is to end."""

    ended = Signal(int)

    def __init__(
        self,
        desk: Desk,
        window: QQuickWindow,
        shell: ShellPresenter,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        hold: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        if hold:
            window.setFlags(window.flags() | Qt.WindowType.FramelessWindowHint | _over_window_managers())
        shell_view_model = desk.view_model(ShellViewModel)
        self._exit = StaffExitPresenter(desk.view_model(StaffExitViewModel), services, jobs, visit, self)
        self._exit.opened.connect(shell.stay)
        self._exit.left.connect(self._left)
        darkness = desk.view_model(DarknessViewModel)
        self.darkness = DarknessPresenter(
            darkness, shell_view_model, shell, services.settings.front, jobs, window, self
        )
        item = window.findChild(QQuickItem, "shell")
        self.lock = LockedFront(window, item, hold=hold, parent=self)
        self.lock.leaveAsked.connect(self._exit.ask)
        visit.ended.connect(empty_clipboard)
        self._heartbeat = Heartbeat(self.end, self)

    @Slot()
    def end(self) -> None:
        """Let the app end, for whoever looks after the machine wants it."""
        self.lock.let_go()
        self.ended.emit(_DONE)

    def close(self) -> None:
        """Hold the screen no longer, and leave it lit."""
        self.lock.let_go()
        self.darkness.close()

    @Slot(bool)
    def _left(self, again: bool) -> None:
        self._heartbeat.leave(again=again)
        self.lock.let_go()
        self.ended.emit(_ONCE_MORE if again and not self._heartbeat.guarded else _DONE)


def _over_window_managers() -> Qt.WindowType:
    """Give the flag that keeps a window manager of X11 away: none of its keys is about this window then."""
    if QGuiApplication.platformName() == "xcb":
        return Qt.WindowType.X11BypassWindowManagerHint
    return Qt.WindowType.WindowStaysOnTopHint
