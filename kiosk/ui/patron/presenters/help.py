"""Calls staff for whoever touches the help button, on every page, and says what to do where nobody comes."""

from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from kiosk.model.help_call import HelpReason
from kiosk.rules.expecting import staff_are_in
from kiosk.services import Services
from kiosk.storage import HelpCall
from kiosk.ui.patron.help_state import HelpStep, help_state
from kiosk.ui.patron.view_models.help import HelpViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import Trouble, trouble_behind

TOAST = "help"  # the name under which a toast offers to call staff


class HelpPresenter(QObject):
    """Show the dialog from the touch on; an answer that comes after it was closed is heard by nobody."""

    messageWanted = Signal()

    def __init__(
        self,
        view_model: HelpViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._step = HelpStep.NONE
        self._trouble: Trouble | None = None
        self._generation = 0
        view_model.callRequested.connect(lambda: self.call(HelpReason.ASKED))
        view_model.callOffRequested.connect(self._call_off)
        view_model.messageRequested.connect(self._write)
        view_model.closeRequested.connect(self.close)
        shell.toastActed.connect(self._toast_acted)
        shell.routeChanged.connect(self._page_changed)
        visit.closed.connect(self.close)
        visit.changed.connect(self._show)

    def call(self, why: HelpReason) -> None:
        """Call staff, and say so; while the branch is closed say what to do instead."""
        if self._step is not HelpStep.NONE:
            return
        visit, services = self._visit, self._services
        kiosk, branch, screen, at = (
            visit.profile.name,
            visit.profile.branch,
            self._shell.route.page,
            visit.now(),
        )
        if not staff_are_in(visit.library, branch, at):
            self._go_to(HelpStep.CLOSED)
            return
        self._go_to(HelpStep.CALLING)
        generation, act = self._generation, str(uuid4())

        def called(made: HelpCall | None) -> None:
            if made is not None:
                self._send()
            if generation == self._generation:
                self._go_to(HelpStep.CLOSED if made is None else HelpStep.CALLED)

        def failed(error: Exception) -> None:
            if generation == self._generation:
                self._go_to(HelpStep.TROUBLE, trouble_behind(error))

        self._jobs.serial(
            lambda: services.help_calls.call(kiosk, branch, screen, why, at=at, act_id=act), called, failed
        )

    def reach(self) -> None:
        """Show how else the library is reached."""
        if self._step is HelpStep.NONE:
            self._go_to(HelpStep.REACH)

    def minute_passed(self) -> None:
        """Say anew whether somebody is to be reached; called by the clock."""
        self._show()

    def close(self) -> None:
        """Take the dialog away; the call stands."""
        self._generation += 1
        self._go_to(HelpStep.NONE)

    def _call_off(self) -> None:
        services, kiosk, words = self._services, self._visit.profile.name, self._visit.words
        self.close()
        generation = self._generation

        def gone(waited: bool) -> None:
            if generation == self._generation:
                self._shell.showToast(words("help.called_off" if waited else "help.on_the_way"))

        def failed(error: Exception) -> None:
            self._shell.showToast(trouble_behind(error).said(words), icon="alert")

        self._jobs.serial(lambda: services.help_calls.call_off(kiosk), gone, failed)

    def _write(self) -> None:
        self.close()
        self.messageWanted.emit()

    def _page_changed(self) -> None:
        """Show the page that a scan has led to, rather than how to reach those who are elsewhere."""
        if self._step is HelpStep.REACH:
            self.close()

    def _toast_acted(self, name: str) -> None:
        if name == TOAST:
            self.call(HelpReason.SCANS)

    def _send(self) -> None:
        """Write to the desk at once; what cannot be sent now waits, and so does the call."""
        services, at = self._services, self._visit.now()
        if services.settings.help.email:
            self._jobs.aside(lambda: services.outbox.send_due(at), _ignore, _ignore)

    def _go_to(self, step: HelpStep, trouble: Trouble | None = None) -> None:
        self._step, self._trouble = step, trouble
        self._show()

    def _show(self) -> None:
        visit = self._visit
        self._view_model.show(
            help_state(
                self._step, self._trouble, visit.library, visit.profile.branch, visit.words, visit.now()
            )
        )


def _ignore(_outcome: object) -> None:
    """Whoever looks into the list of calls sees it."""
