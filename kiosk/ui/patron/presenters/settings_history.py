"""Shows the past loans that a patron chose to keep; a title leads to its record."""

from PySide6.QtCore import QObject, Signal

from kiosk.services import Services
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.presenters.painting import cover_urls
from kiosk.ui.patron.settings_history_state import HistoryState, PastLoans, history_state, read_past_loans
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.view_models.settings_history import SettingsHistoryViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs

PAGE = "settings_history"


class SettingsHistoryPresenter(QObject):
    """Read the list a stretch at a time; `recordWanted` tells the id of a title touched."""

    recordWanted = Signal(str)

    def __init__(
        self,
        view_model: SettingsHistoryViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        covers: Covers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._services = services
        self._visit = visit
        self._covers = covers
        self._work = OwnWork(jobs, visit, self)
        self._read: PastLoans | None = None
        self._error: Exception | None = None
        view_model.recordRequested.connect(self.recordWanted)
        view_model.moreRequested.connect(self._read_on)
        shell.routeChanged.connect(self._page_changed)
        visit.ended.connect(self._forget)
        visit.changed.connect(self._show)
        covers.painted.connect(self._painted)

    def open(self) -> None:
        """Show the list from its beginning."""
        self._forget()
        self._shell.open(PAGE)
        self._read_on()

    def _page_changed(self) -> None:
        if PAGE not in self._shell.route.pages:
            self._forget()

    def _forget(self) -> None:
        self._read = self._error = None
        self._show()

    def _read_on(self) -> None:
        card = self._visit.card
        start = len(self._read.loans) if self._read else 0
        if card is not None:
            self._work.read(
                "history.read", lambda: read_past_loans(self._services, card, start), self._take, self._fail
            )

    def _take(self, stretch: PastLoans) -> None:
        if PAGE in self._shell.route.pages:
            self._read, self._error = (self._read or PastLoans()).and_then(stretch), None
            self._show()

    def _fail(self, error: Exception) -> None:
        self._error = error
        self._show()

    def _painted(self, _order: object, _url: str) -> None:
        if self._read is not None:
            self._show()

    def _show(self) -> None:
        self._view_model.show(self._state())

    def _state(self) -> HistoryState:
        words = self._visit.words
        if self._visit.card is None:
            return HistoryState()
        if self._read is None:
            return HistoryState(failure=failure_sentence(self._error, words))
        covers = cover_urls(self._covers, [self._read.thing(loan) for loan in self._read.loans])
        return history_state(self._read, self._error, words, covers)
