"""Lets staff leave the locked front by the exit PIN, and writes down that they did."""

import logging
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.exit_pin import ExitPin
from kiosk.model.decision import PinState
from kiosk.model.errors import KioskError
from kiosk.services import Services
from kiosk.ui.patron.staff_exit_state import MOST_DIGITS, ExitStep, StaffExitState
from kiosk.ui.patron.view_models.staff_exit import StaffExitViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

_UNUSED_S = 20


class StaffExitPresenter(QObject):
    """Open the dialog when asked to and close it when nobody uses it; `left` tells how to end: True, anew.

    The digits typed are kept here alone, until they are checked or the dialog goes.
    """

    left = Signal(bool)
    opened = Signal()

    def __init__(
        self,
        view_model: StaffExitViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._pin = ExitPin(services.folder)
        self._step, self._typed, self._turn = ExitStep.NONE, "", 0
        self._say: Callable[[], str] = _nothing
        self._unused = QTimer(self)
        self._unused.setSingleShot(True)
        self._unused.setInterval(_UNUSED_S * 1000)
        self._unused.timeout.connect(self.close)
        view_model.typed.connect(self._type)
        view_model.erased.connect(self._erase)
        view_model.checkRequested.connect(self._check)
        view_model.stayRequested.connect(self.close)
        view_model.leaveRequested.connect(lambda: self._leave(again=False))
        view_model.restartRequested.connect(lambda: self._leave(again=True))
        visit.changed.connect(self._show)
        visit.closed.connect(self.close)

    def ask(self) -> None:
        """Ask for the PIN; the hidden gesture was made."""
        if self._step is ExitStep.NONE:
            words = self._visit
            self._go_to(
                ExitStep.PIN, _nothing if self._pin.is_set else lambda: words.words("front.exit.none")
            )
            self.opened.emit()

    def close(self) -> None:
        """Go back to the kiosk, and forget what was typed."""
        if self._step is not ExitStep.NONE:
            self._turn += 1
            self._go_to(ExitStep.NONE)
            self._unused.stop()

    def _type(self, digit: str) -> None:
        if self._step is ExitStep.PIN and digit.isdecimal() and len(self._typed) < MOST_DIGITS:
            self._typed += digit
            self._say = _nothing
            self._show()

    def _erase(self) -> None:
        if self._step is ExitStep.PIN:
            self._typed = self._typed[:-1]
            self._show()

    def _check(self) -> None:
        if self._step is not ExitStep.PIN or not self._typed:
            return
        pin, at, keeper, turn = self._typed, self._services.clock.now(), self._pin, self._turn
        self._go_to(ExitStep.CHECKING)

        def checked(became: tuple[PinState, datetime | None]) -> None:
            if turn == self._turn:
                self._checked(*became)

        def failed(_error: Exception) -> None:
            if turn == self._turn:
                self._go_to(ExitStep.PIN, lambda: self._visit.words("front.exit.trouble"))

        self._jobs.serial(lambda: keeper.check(pin, at), checked, failed)

    def _checked(self, state: PinState, until: datetime | None) -> None:
        words = self._visit
        self._audit("exit_pin_" + state.value.lower())
        if state is PinState.RIGHT:
            self._go_to(ExitStep.WAYS)
        elif until is not None:
            self._go_to(ExitStep.PIN, lambda: words.words("front.exit.locked", time=words.words.clock(until)))
        else:
            self._go_to(ExitStep.PIN, lambda: words.words("front.exit.wrong"))

    def _leave(self, *, again: bool) -> None:
        if self._step is ExitStep.WAYS:
            self._audit("kiosk_restarted" if again else "kiosk_left")
            self.left.emit(again)

    def _audit(self, act: str) -> None:
        """Write it into the log, and where the database can be reached into the audit trail."""
        services, at = self._services, self._services.clock.now()
        name = services.settings.kiosk_name
        logging.getLogger("kiosk").info("front: %s", act)

        def write() -> None:
            with services.database.act() as work:
                work.audit.write(at=at, account=f"kiosk:{name}", act=act, subject="kiosk")
                work.commit()

        self._jobs.serial(write, _ignore, _unwritten)

    def _go_to(self, step: ExitStep, say: Callable[[], str] = lambda: "") -> None:
        self._step, self._typed, self._say = step, "", say
        self._show()

    def _show(self) -> None:
        if self._step is not ExitStep.NONE:
            self._unused.start()
        self._view_model.show(StaffExitState(self._step, len(self._typed), self._say()))


def _nothing() -> str:
    return ""


def _ignore(_outcome: object) -> None:
    """It is written."""


def _unwritten(error: Exception) -> None:
    """Leave it to the log: staff leave a kiosk just when its database is away."""
    code = error.code if isinstance(error, KioskError) else type(error).__name__
    logging.getLogger("kiosk").warning("front: the audit trail was not written (%s)", code)
