"""Shows patrons everything that is kept about them, and prints it."""

from PySide6.QtCore import QObject

from kiosk.devices.printer import roll_paper
from kiosk.services import Services
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.receipt_printing import print_own_paper
from kiosk.ui.patron.settings_data_state import DataPaper, DataState, data_roll, data_state, read_own_data
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.view_models.settings_data import SettingsDataViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

PAGE = "settings_data"


class SettingsDataPresenter(QObject):
    """Read it when the page is opened, in the language spoken; nothing stays once it is left."""

    def __init__(
        self,
        view_model: SettingsDataViewModel,
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
        self._visit = visit
        self._work = OwnWork(jobs, visit, self)
        self._text = ""
        self._paper = DataPaper.NONE
        self._error: Exception | None = None
        self._language = visit.language
        view_model.printRequested.connect(self._print)
        view_model.againRequested.connect(self._read)
        shell.routeChanged.connect(self._page_changed)
        visit.ended.connect(self._forget)
        visit.changed.connect(self._visit_changed)

    def open(self) -> None:
        """Show the page."""
        self._forget()
        self._shell.open(PAGE)
        self._read()

    def _page_changed(self) -> None:
        if PAGE not in self._shell.route.pages:
            self._forget()

    def _forget(self) -> None:
        self._text, self._paper, self._error = "", DataPaper.NONE, None
        self._show()

    def _visit_changed(self) -> None:
        if self._visit.language != self._language:
            self._language = self._visit.language
            if self._text:
                self._read()
        self._show()

    def _read(self) -> None:
        card, words = self._visit.card, self._visit.words
        if card is not None:
            self._work.read(
                "data.read", lambda: read_own_data(self._services, card, words), self._take, self._fail
            )

    def _take(self, text: str) -> None:
        if PAGE in self._shell.route.pages:
            self._text, self._paper, self._error = text, DataPaper.NONE, None
            self._show()

    def _fail(self, error: Exception) -> None:
        self._text, self._error = "", error
        self._show()

    def _print(self) -> None:
        card = self._visit.card
        if card is None or not self._text or self._paper is DataPaper.PRINTING:
            return
        visit, words, text = self._visit, self._visit.words, self._text
        branch = visit.library.branch(visit.profile.branch)
        library, at = words.name(visit.library.name), visit.now()
        roll = data_roll(text, library, words.name(branch.name) if branch else "", at, words)
        self._printed(DataPaper.PRINTING)
        self._work.beside(
            lambda: print_own_paper(self._services, roll_paper(roll, at, words), card),
            lambda _nothing: self._printed(DataPaper.PRINTED),
            lambda error: self._printed(DataPaper.FAILED, error),
        )

    def _printed(self, paper: DataPaper, error: Exception | None = None) -> None:
        self._paper, self._error = paper, error
        self._show()

    def _show(self) -> None:
        self._view_model.show(self._state())

    def _state(self) -> DataState:
        words = self._visit.words
        if self._visit.card is None:
            return DataState()
        if not self._text:
            return DataState(failure=failure_sentence(self._error, words))
        return data_state(self._text, self._paper, self._error, words)
