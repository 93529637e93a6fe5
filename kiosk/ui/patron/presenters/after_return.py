"""What follows the return of an item, on whichever page it was taken back."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.model.outcome import ActBy, Outcome
from kiosk.services import Services
from kiosk.ui.patron.flows.returning import TellStaff
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.return_loading import tell_staff
from kiosk.ui.patron.slip_printing import print_slip, wants_slip
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.words import Wording


class AfterReturn(QObject):
    """Has the slip printed that goes into an item, once a visit, and tells staff what is missing of it."""

    def __init__(
        self,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._work = OwnWork(jobs, visit, self)
        self._slips: set[str] = set()
        visit.closed.connect(self._slips.clear)

    def print_slip(self, outcome: Outcome | None, by: ActBy, printed: Callable[[], None]) -> None:
        """Print what goes into the item; whatever becomes of that, it is returned."""
        if outcome is None or not wants_slip(self._services, outcome) or outcome.barcode in self._slips:
            return
        self._slips.add(outcome.barcode)
        words = self._visit.words
        self._jobs.parallel(
            lambda: print_slip(self._services, outcome, by),
            lambda _: printed(),
            lambda error: self._complain("return.slip.failed", error, words),
        )

    def tell_staff(self, effect: TellStaff) -> None:
        """Leave word that something of an item is missing; where that fails, it is said."""
        by, words, thing = self._visit.by(), self._visit.words, effect.thing
        self._work.change(
            "incomplete",
            lambda: tell_staff(self._services, thing.barcode, thing.title, thing.parts, by, effect.act_id),
            _nothing_more,
            lambda error: self._complain("return.missing.failed", error, words),
            act_id=effect.act_id,
        )

    def _complain(self, key: str, error: Exception, words: Wording) -> None:
        """Tell it in the words of the visit in which it was asked for: by now that may have ended."""
        self._shell.showToast(words(key, code=trouble_behind(error).code), icon="alert")


def _nothing_more(_result: object) -> None:
    """Leave the page as it is: it says already that staff know."""
