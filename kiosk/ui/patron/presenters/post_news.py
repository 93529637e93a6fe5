"""Tells whoever shows a card that the library has answered, once a visit, and leads to the answer."""

from PySide6.QtCore import QObject

from kiosk.services import Services
from kiosk.ui.patron.account_post import has_unread_answer
from kiosk.ui.patron.presenters.account_post import ACCOUNT, LETTERS
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

_TOAST = "post"


class PostNews(QObject):
    """Look once a card is let in; on the account, where it stands anyway, nothing more is said."""

    def __init__(
        self,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        sign_in: SignInPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._sign_in = sign_in
        self._told: set[str] = set()
        sign_in.entered.connect(lambda _purpose: self._look())
        visit.changed.connect(self._look)
        visit.closed.connect(self._told.clear)
        shell.toastActed.connect(self._toast_acted)

    def _look(self) -> None:
        card, services = self._visit.card, self._services
        if card is None or card in self._told or not self._sign_in.ready(ACCOUNT):
            return
        self._told.add(card)

        def came(answered: bool) -> None:
            if answered and card == self._visit.card and self._shell.route.page not in (ACCOUNT, LETTERS):
                words = self._visit.words
                self._shell.showToast(words("post.answered"), words("post.read"), _TOAST, "mail")

        self._jobs.parallel(lambda: has_unread_answer(services, card), came, _leave_unsaid)

    def _toast_acted(self, name: str) -> None:
        if name == _TOAST and self._visit.card is not None:
            self._shell.openSection(ACCOUNT)
            self._shell.open(LETTERS)


def _leave_unsaid(_error: Exception) -> None:
    """The account tells it too."""
