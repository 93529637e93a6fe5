"""Joins My account to the statement and to renewing."""

from collections.abc import Iterable
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from kiosk.model.outcome import Outcome
from kiosk.services import Services
from kiosk.ui.patron.account_loading import AccountRead, read_account
from kiosk.ui.patron.account_state import AccountState, account_state, failed_state
from kiosk.ui.patron.flows import account_acts as flow
from kiosk.ui.patron.late_outcomes import note_late
from kiosk.ui.patron.presenters.account_holds import AccountHolds
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.presenters.painting import cover_urls
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.view_models.account import AccountViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs

PAGE = "account"


class AccountPresenter(QObject):
    """Show the account of the visit's card, read anew whenever the page is come to."""

    settingsWanted = Signal()

    def __init__(
        self,
        view_model: AccountViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        covers: Covers,
        sign_in: SignInPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._services = services
        self._visit = visit
        self._covers = covers
        self._sign_in = sign_in
        self._work = OwnWork(jobs, visit, self)
        self._acts = flow.AccountActs()
        self._holds = AccountHolds(view_model.holding, shell, services, jobs, visit, covers, self)
        self._read: AccountRead | None = None
        self._error: Exception | None = None
        self._listen()
        self._show()

    def _listen(self) -> None:
        view_model = self._view_model
        view_model.renewRequested.connect(self._renew)
        view_model.renewAllRequested.connect(self._renew_all)
        view_model.choosingRequested.connect(self._choosing_wanted)
        view_model.loanTouched.connect(self._loan_touched)
        view_model.renewChosenRequested.connect(self._renew_chosen)
        self._holds.changed.connect(self._read_again)
        view_model.readAgainRequested.connect(self._read_again)
        view_model.borrowRequested.connect(self._open_borrow)
        view_model.settingsRequested.connect(self.settingsWanted)
        self._shell.routeChanged.connect(self._page_changed)
        self._sign_in.entered.connect(self._entered)
        self._visit.ended.connect(self._forget)
        self._visit.changed.connect(self._show)
        self._covers.painted.connect(self._painted)

    def scanned(self, code: str) -> bool:
        """Take the card while it is asked for; what is scanned later is left to the kiosk."""
        return not self._sign_in.ready(PAGE) and self._sign_in.scanned(code)

    def garbled(self) -> bool:
        """Say on the page that the card could not be read, while it is asked for."""
        return not self._sign_in.ready(PAGE) and self._sign_in.garbled()

    def _page_changed(self) -> None:
        if self._shell.route.page == PAGE:
            self._enter()

    def _entered(self, _purpose: str) -> None:
        if self._shell.route.page == PAGE:
            self._enter()

    def _enter(self) -> None:
        if self._sign_in.ready(PAGE):
            if not self._acts.busy:
                self._acts = flow.AccountActs()
            self._holds.ask_nothing()
            self._read_again()
        else:
            self._sign_in.ask(PAGE)
            self._show()

    def _forget(self) -> None:
        self._acts = flow.AccountActs()
        self._holds.forget()
        self._read = self._error = None
        self._show()

    # What the owner wants.

    def _renew(self, barcode: str) -> None:
        self._advance(flow.RenewWanted(((barcode, str(uuid4())),)))

    def _renew_all(self) -> None:
        self._renew_these(row.barcode for row in self._state().loans if row.renewable)

    def _renew_chosen(self) -> None:
        self._renew_these(row.barcode for row in self._state().loans if row.renewable and row.chosen)

    def _renew_these(self, barcodes: Iterable[str]) -> None:
        self._advance(flow.RenewWanted(tuple((barcode, str(uuid4())) for barcode in barcodes)))

    def _choosing_wanted(self, wanted: bool) -> None:
        self._advance(flow.ChoosingWanted(wanted))

    def _loan_touched(self, barcode: str) -> None:
        self._advance(flow.LoanTouched(barcode))

    def _open_borrow(self) -> None:
        self._shell.openSection("borrow")

    # What follows.

    def _advance(self, event: flow.AccountEvent) -> None:
        self._acts, effects = flow.advance(self._acts, event)
        self._show()
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: flow.AccountEffect) -> None:
        match effect:
            case flow.RenewLoan(barcode, act_id):
                self._renew_loan(barcode, act_id)
            case flow.ReadAgain():
                self._read_again()

    def _renew_loan(self, barcode: str, act_id: str) -> None:
        card, by = self._visit.card or "", self._visit.by()
        self._work.change(
            "renew",
            lambda: self._services.acts.renew(card, barcode, by, act_id=act_id),
            lambda outcome: self._advance(flow.Renewed(barcode, outcome)),
            lambda error: self._advance(flow.RenewFailed(barcode, error)),
            act_id=act_id,
            late=lambda outcome: _note_renewal(act_id, outcome),
        )

    def _read_again(self) -> None:
        card, by = self._visit.card, self._visit.by()
        if card is None:
            return

        def done(read: AccountRead) -> None:
            self._read, self._error = read, None
            self._show()

        def failed(error: Exception) -> None:
            self._error = error
            if self._read is not None:
                # What was read before stays in sight, but not as if it were read now.
                self._shell.showToast(failure_sentence(error, self._visit.words), icon="alert")
            self._show()

        self._show()
        self._work.read("account.read", lambda: read_account(self._services, card, by), done, failed)

    def _painted(self, _order: object, _url: str) -> None:
        if self._read is not None:
            self._show()

    def _show(self) -> None:
        state = self._state()
        self._holds.show(self._read if state.loaded else None)
        self._view_model.show(state)

    def _state(self) -> AccountState:
        signed_in, words = self._visit.signed_in, self._visit.words
        if signed_in is None or not self._sign_in.ready(PAGE):
            return AccountState()
        if self._read is None:
            if self._error is not None:
                return failed_state(signed_in.name, self._error, words)
            return AccountState(entered=True, name=signed_in.name)
        read = self._read
        covers = cover_urls(self._covers, read.shown())
        return account_state(read, self._acts, self._visit.now(), self._visit.library, words, covers)


def _note_renewal(act_id: str, outcome: Outcome) -> None:
    note_late("renew", act_id, "done" if outcome.done else "refused", outcome.reasons)
