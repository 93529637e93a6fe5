"""All pages' presenters, and the ways that lead from one page to another."""

from typing import Protocol

from PySide6.QtCore import QObject

from kiosk.services import Services
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.presenters.borrow import BorrowPresenter
from kiosk.ui.patron.presenters.find import FindPresenter
from kiosk.ui.patron.presenters.home import HomePresenter
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.view_models.borrow import BorrowViewModel
from kiosk.ui.patron.view_models.find import FindViewModel
from kiosk.ui.patron.view_models.home import HomeViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.view_models.sign_in import SignInViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs


class TakesScans(Protocol):
    """A presenter whose page does something of its own with a scan."""

    def scanned(self, code: str) -> bool:
        """Take the code, or return False to leave it to the kiosk."""
        ...


class Pages(QObject):
    """Make one presenter a page and join what leads from each to the others."""

    def __init__(
        self,
        desk: Desk,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        covers: Covers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        given = (shell, services, jobs, visit)
        home = desk.view_model(HomeViewModel)
        self.home = HomePresenter(home, services, jobs, visit, covers, self)
        self.sign_in = SignInPresenter(desk.view_model(SignInViewModel), *given, self)
        self.borrow = BorrowPresenter(desk.view_model(BorrowViewModel), *given, covers, self.sign_in, self)
        self.find = FindPresenter(desk.view_model(FindViewModel), *given, covers, self)
        self._by_name: dict[str, TakesScans] = {
            "borrow": self.borrow,
            "sign_in": self.sign_in,
            "find": self.find,
        }
        self._lead_from_home(home)

    def in_sight(self) -> TakesScans | None:
        """Return the presenter of the page in sight, if it may want a scan."""
        return self._by_name.get(self._shell.route.page)

    def show_card(self, card: str) -> None:
        """Begin the visit of a card."""
        self.sign_in.begin_with_card(card)

    def show_record(self, key: str) -> None:
        """Show the title of that public id."""

    def _lead_from_home(self, home: HomeViewModel) -> None:
        shell = self._shell
        home.findRequested.connect(self._find)
        home.askRequested.connect(lambda: shell.openSection("ask"))
        home.borrowRequested.connect(lambda: shell.openSection("borrow"))
        home.accountRequested.connect(lambda: shell.openSection("account"))
        home.returnRequested.connect(lambda: shell.openSection("return"))
        home.recordRequested.connect(self.show_record)

    def _find(self) -> None:
        self._shell.openSection("find")
        self.find.open()
