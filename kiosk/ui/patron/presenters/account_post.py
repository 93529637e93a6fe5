"""Shows a patron's own requests and messages on the account and on a page of their own."""

from uuid import uuid4

from PySide6.QtCore import QObject

from kiosk.services import Services
from kiosk.ui.patron.account_post import Post, note_messages_seen, read_post
from kiosk.ui.patron.account_post_state import PostState, post_state
from kiosk.ui.patron.flows import account_requests as flow
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.settings_erase_state import trouble_with_request
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.view_models.account_post import AccountPostViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

ACCOUNT, LETTERS = "account", "account_messages"


class AccountPostPresenter(QObject):
    """Read both whenever the account is come to; what is shown on the page of messages is read by then."""

    def __init__(
        self,
        view_model: AccountPostViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        sign_in: SignInPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._services = services
        self._visit = visit
        self._sign_in = sign_in
        self._work = OwnWork(jobs, visit, self)
        self._acts = flow.OwnRequests()
        self._post: Post | None = None
        self._error: Exception | None = None
        view_model.lettersRequested.connect(lambda: shell.open(LETTERS))
        view_model.withdrawRequested.connect(lambda number: self._advance(flow.WithdrawWanted(number)))
        view_model.withdrawAnswered.connect(lambda agreed: self._advance(flow.WithdrawAnswered(agreed)))
        view_model.againRequested.connect(self._read)
        shell.routeChanged.connect(self._page_changed)
        sign_in.entered.connect(self._page_changed)
        visit.ended.connect(self._forget)
        visit.changed.connect(self._show)

    def _page_changed(self) -> None:
        if self._shell.route.page in (ACCOUNT, LETTERS) and self._sign_in.ready(ACCOUNT):
            self._read()

    def _forget(self) -> None:
        self._acts, self._post, self._error = flow.OwnRequests(), None, None
        self._show()

    def _advance(self, event: flow.RequestsEvent) -> None:
        self._acts, effects = flow.advance(self._acts, event)
        self._show()
        for effect in effects:
            match effect:
                case flow.Withdraw(number):
                    self._withdraw(number)
                case flow.SayWithdrawn(error):
                    self._say_withdrawn(error)
                case flow.ReadPost():
                    self._read()

    def _withdraw(self, number: str) -> None:
        services, card, at, act = self._services, self._visit.card or "", self._visit.now(), str(uuid4())
        self._work.change(
            "withdraw",
            lambda: services.requests.withdraw(card, number, at=at, act_id=act),
            lambda _request: self._advance(flow.WithdrawEnded(number)),
            lambda error: self._advance(flow.WithdrawEnded(number, error)),
            act_id=act,
        )

    def _say_withdrawn(self, error: Exception | None) -> None:
        words = self._visit.words
        said = trouble_with_request(error, words) if error else words("account.request.withdrawn")
        self._shell.showToast(said, icon="alert" if error else "check")

    def _read(self) -> None:
        card, at = self._visit.card, self._visit.now()
        if card is not None:
            self._work.read("post.read", lambda: read_post(self._services, card, at), self._take, self._fail)

    def _take(self, post: Post) -> None:
        self._post, self._error = post, None
        self._show()
        if self._shell.route.page == LETTERS and post.new:
            self._note_seen(post)

    def _note_seen(self, post: Post) -> None:
        """Note it; what is new stays marked as long as the page is in sight."""
        at = self._visit.now()
        self._work.change(
            "seen", lambda: note_messages_seen(self._services, post, at), _leave_marked, _leave_unread
        )

    def _fail(self, error: Exception) -> None:
        self._post, self._error = None, error
        self._show()

    def _show(self) -> None:
        self._view_model.show(self._state())

    def _state(self) -> PostState:
        words = self._visit.words
        if self._visit.card is None or not self._sign_in.ready(ACCOUNT):
            return PostState()
        if self._post is None:
            return PostState(failure=failure_sentence(self._error, words))
        return post_state(self._post, self._acts, words)


def _leave_marked(_seen: int) -> None:
    """Show what was new as new until the page is left."""


def _leave_unread(_error: Exception) -> None:
    """Leave the messages new: they are shown again at the next visit."""
