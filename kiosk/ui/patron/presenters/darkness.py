"""Lets the screen sleep while the branch is closed and nobody uses it."""

import logging
import shlex
import subprocess

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk.settings import FrontSettings
from kiosk.ui.patron.presenters.shell import ShellPresenter
from kiosk.ui.patron.view_models.darkness import DarknessViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.waking import only_wakes
from kiosk.ui.shared.jobs import Jobs

_COMMAND_S = 10


class DarknessPresenter(QObject):
    """Show the dark page by the calendar, and run the machine's own commands where it has any.

    A touch, a key or a scan wakes it for as long as somebody is there; what works without staff works.
    """

    def __init__(
        self,
        view_model: DarknessViewModel,
        shell_view_model: ShellViewModel,
        shell: ShellPresenter,
        settings: FrontSettings,
        jobs: Jobs,
        window: QQuickWindow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model, self._shell_view_model, self._shell = view_model, shell_view_model, shell
        self._settings, self._jobs = settings, jobs
        view_model.woken.connect(shell_view_model.touch)
        shell.secondPassed.connect(self.look)
        shell_view_model.touched.connect(self._soon)
        shell_view_model.routeChanged.connect(self._soon)
        window.installEventFilter(self)

    def look(self) -> None:
        """Sleep or be awake, as it is now."""
        wanted = self._settings.screen_off == "closed"
        asleep = wanted and not self._shell_view_model.isOpen and not self._shell.used
        if asleep != self._view_model.asleep:
            self._view_model.show(asleep)
            self._run(self._settings.off_command if asleep else self._settings.on_command)

    def close(self) -> None:
        """Leave no dark screen behind."""
        if self._view_model.asleep:
            self._view_model.show(False)
            self._run(self._settings.on_command)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a key that wakes the screen do nothing else."""
        if not self._view_model.asleep or not only_wakes(event):
            return False
        self._shell_view_model.touch()
        return True

    def _soon(self) -> None:
        # The frame counts somebody in on the same signal: behind that.
        QTimer.singleShot(0, self, self.look)

    def _run(self, command: str) -> None:
        """Have the machine do it too; a machine that cannot is as dark as black paint is."""
        if not command.strip():
            return

        self._jobs.serial(lambda: _run_quietly(command), _ignore, _ignore)


def _run_quietly(command: str) -> None:
    """Run a command without a shell; whether it works is told in the log alone."""
    try:
        subprocess.run(
            shlex.split(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_COMMAND_S,
            check=True,
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        logging.getLogger("kiosk").info("the command for the screen failed (%s)", type(error).__name__)


def _ignore(_outcome: object) -> None:
    """It is dark or light as it may."""
