"""Joins the holds in My account to the acts that change them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.membership.account import HoldLine
from kiosk.model.outcome import Outcome
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.services import Services
from kiosk.ui.patron.account_holding import account_holds_state, told_of, told_of_failure
from kiosk.ui.patron.account_loading import AccountRead
from kiosk.ui.patron.flows import account_hold_events as events
from kiosk.ui.patron.flows import account_holds as flow
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.presenters.painting import cover_urls
from kiosk.ui.patron.view_models.account_holds import AccountHoldsViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs


class AccountHolds(QObject):
    """Change the holds of the account in sight; `changed` tells to read it again."""

    changed = Signal()

    def __init__(
        self,
        view_model: AccountHoldsViewModel,
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
        self._holds = flow.AccountHolds()
        self._read: AccountRead | None = None
        self._listen()

    def _listen(self) -> None:
        page = self._view_model
        page.changeRequested.connect(lambda hold: self._advance(events.ChangeWanted(hold)))
        page.restRequested.connect(self._rest_wanted)
        page.weeksRequested.connect(lambda weeks: self._advance(events.WeeksChosen(weeks)))
        page.dayMoved.connect(lambda days: self._advance(events.DayMoved(days)))
        page.restAgreed.connect(lambda: self._advance(events.RestAgreed()))
        page.againRequested.connect(lambda: self._advance(events.AgainWanted()))
        page.elsewhereRequested.connect(lambda: self._advance(events.ElsewhereWanted()))
        page.branchRequested.connect(lambda code: self._advance(events.BranchChosen(code)))
        page.cancelRequested.connect(lambda hold: self._advance(events.CancelWanted(hold)))
        page.cancelAgreed.connect(lambda: self._advance(events.CancelAgreed()))
        page.questionLeft.connect(lambda: self._advance(events.Left()))

    def show(self, read: AccountRead | None) -> None:
        """Show the holds of an account as it was read, or none."""
        self._read = read
        self._show()

    def ask_nothing(self) -> None:
        """Drop a question that nobody has answered: the page is come to anew."""
        self._holds = flow.AccountHolds(busy=self._holds.busy)

    def forget(self) -> None:
        """Forget the holds and what was asked about them."""
        self._holds = flow.AccountHolds()
        self.show(None)

    def _rest_wanted(self) -> None:
        line = self._line(self._holds.hold)
        if line is not None:
            calendar = calendar_of(self._visit.library, line.pickup_branch)
            today = local_day(calendar, self._visit.now())
            self._advance(events.RestWanted(flow.next_day(today)))

    def _line(self, hold: int) -> HoldLine | None:
        lines = self._read.statement.holds if self._read is not None else ()
        return next((line for line in lines if line.hold_id == hold), None)

    # What follows.

    def _advance(self, event: events.HoldEvent) -> None:
        self._holds, effects = flow.advance(self._holds, event)
        self._show()
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: events.HoldEffect) -> None:
        words, library = self._visit.words, self._visit.library
        match effect:
            case events.Tell(act, title):
                self._shell.showToast(told_of(act, title, library, words))
                self.changed.emit()
            case events.TellFailed(error):
                self._shell.showToast(told_of_failure(error, words), icon="alert")
                self.changed.emit()
            case events.ReadAgain():
                self.changed.emit()
            case _:
                self._do(effect)

    def _do(self, act: events.HoldAct) -> None:
        line = self._line(act.hold)
        if line is None:
            return
        self._work.change(
            type(act).__name__.lower(),
            self._act(act, line.record_id),
            lambda outcome: self._advance(events.Changed(act, outcome)),
            lambda error: self._advance(events.ChangeFailed(act, error)),
            act_id=str(act.hold),
        )

    def _act(self, act: events.HoldAct, record: int) -> Callable[[], Outcome]:
        card, by, acts = self._visit.card or "", self._visit.by(), self._services.acts
        match act:
            case events.Suspend(hold, until):
                return lambda: acts.change_hold.suspend(card, record, by, until=until, hold_id=hold)
            case events.Resume(hold):
                return lambda: acts.change_hold.resume(card, record, by, hold_id=hold)
            case events.FetchAt(hold, branch):
                return lambda: acts.change_hold.fetch_at(card, record, branch, by, hold_id=hold)
            case events.Cancel(hold):
                return lambda: acts.cancel_hold(card, record, by, hold_id=hold)

    def _show(self) -> None:
        covers = cover_urls(self._covers, self._read.shown()) if self._read is not None else {}
        state = account_holds_state(self._read, self._holds, self._visit.library, self._visit.words, covers)
        self._view_model.show(state)
