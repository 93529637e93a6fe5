"""Joins the Borrow page to the flow and the acts."""

from collections.abc import Callable
from typing import TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer

from kiosk.model.outcome import Outcome
from kiosk.services import Services
from kiosk.ui.patron.borrow_state import BorrowState, borrow_state, settled, unfinished
from kiosk.ui.patron.code_reading import OnCard, Recognised, count_loans, is_same_card, look_at
from kiosk.ui.patron.flows import borrow_events as events
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, Offer
from kiosk.ui.patron.flows.borrowing import Borrowing, BorrowStep, advance
from kiosk.ui.patron.flows.codes import CodeKind
from kiosk.ui.patron.presenters.borrow_acts import BorrowActs
from kiosk.ui.patron.presenters.painting import cover_urls
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.receipt_printing import print_receipt
from kiosk.ui.patron.receipts import checkout_receipt
from kiosk.ui.patron.view_models.borrow import BorrowViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind

PAGE = "borrow"
_COUNT = "borrow.count"
_THANKS_MS = 10_000
AnswerT = TypeVar("AnswerT")


class BorrowPresenter(QObject):
    """Run the Borrow flow of the visit's card: looks beside one another, acts one after another."""

    def __init__(
        self,
        view_model: BorrowViewModel,
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
        self._jobs = jobs
        self._visit = visit
        self._covers = covers
        self._sign_in = sign_in
        self._acts = BorrowActs(services)
        self._flow = Borrowing()
        self._opened = False
        self._generation = 0
        self._thanks = QTimer(self)
        self._thanks.setSingleShot(True)
        self._thanks.setInterval(_THANKS_MS)
        self._thanks.timeout.connect(self._thanks_read)
        self._listen()
        self._show()

    def _listen(self) -> None:
        view_model = self._view_model
        view_model.itemTyped.connect(self.scanned)
        view_model.offerRequested.connect(self._offer_taken)
        view_model.feeAnswered.connect(self._fee_answered)
        view_model.doneRequested.connect(self._done)
        view_model.printRequested.connect(self._done_with_receipt)
        view_model.receiptAnswered.connect(self._receipt_answered)
        view_model.receiptDismissed.connect(self._receipt_dismissed)
        view_model.leaveRequested.connect(self._thanks_read)
        view_model.accountRequested.connect(self._open_account)
        self._shell.routeChanged.connect(self._page_changed)
        self._sign_in.entered.connect(self._entered)
        self._visit.ended.connect(self._forget)
        self._visit.changed.connect(self._show)
        self._covers.painted.connect(self._painted)

    # What the kiosk brings.

    def scanned(self, code: str) -> bool:
        """Take an item, or the card while nobody is signed in."""
        if not self._sign_in.ready(PAGE):
            return self._sign_in.scanned(code)
        self._advance(events.ItemRead(code, str(uuid4())))
        return True

    def garbled(self) -> bool:
        """Say on the page that it could not be read."""
        if not self._sign_in.ready(PAGE):
            return self._sign_in.garbled()
        self._advance(events.ReadBadly())
        return True

    def _page_changed(self) -> None:
        if self._shell.route.page == PAGE:
            self._enter()
        elif self._flow.step is BorrowStep.THANKS:
            self._thanks_read()

    def _entered(self, _purpose: str) -> None:
        if self._shell.route.page == PAGE:
            self._enter()

    def _enter(self) -> None:
        if not self._sign_in.ready(PAGE):
            self._sign_in.ask(PAGE)
        elif not self._opened:
            self._opened = True
            self._count_loans()
        self._show()

    def _forget(self) -> None:
        self._generation += 1
        self._flow = Borrowing()
        self._opened = False
        self._thanks.stop()
        self._show()

    # What the patron does.

    def _offer_taken(self, ticket: int, offer: str) -> None:
        self._advance(events.OfferTaken(ticket, Offer(offer), str(uuid4())))

    def _fee_answered(self, ticket: int, agreed: bool) -> None:
        self._advance(events.FeeAnswered(ticket, agreed))

    def _done(self) -> None:
        self._advance(events.DoneWanted())

    def _done_with_receipt(self) -> None:
        self._advance(events.DoneWanted(receipt=True))

    def _receipt_answered(self, wanted: bool) -> None:
        self._advance(events.ReceiptChosen(wanted))

    def _receipt_dismissed(self) -> None:
        self._advance(events.ReceiptChosen(None))

    def _thanks_read(self) -> None:
        self._advance(events.ThanksRead())

    def _open_account(self) -> None:
        self._shell.open("account")

    # What follows.

    def _advance(self, event: events.BorrowEvent) -> None:
        before = self._flow.step
        self._flow, effects = advance(self._flow, event)
        if self._flow.step is not before:
            self._thanks.stop()
            if self._flow.step is BorrowStep.THANKS:
                self._thanks.start()
        self._show()
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: events.BorrowEffect) -> None:
        match effect:
            case events.LookAt():
                self._look_at(effect)
            case events.LendItem():
                self._act(
                    effect.ticket, effect.attempt, self._acts.lend(effect, self._card, self._visit.by())
                )
            case events.TakeOffer():
                self._act(
                    effect.ticket, effect.attempt, self._acts.take(effect, self._card, self._visit.by())
                )
            case events.CountLoans():
                self._count_loans()
            case events.PrintReceipt(rows):
                self._print(rows)
            case events.SayReceiptFailed(error):
                code = trouble_behind(error).code if error is not None else ""
                self._shell.showToast(self._visit.words("borrow.receipt.failed", code=code), icon="alert")
            case events.SwitchCard(code):
                self._sign_in.begin_with_card(code)
            case events.GoHome():
                self._visit.end()
                self._shell.home()

    @property
    def _card(self) -> str:
        return self._visit.card or ""

    def _count_loans(self) -> None:
        card, branch = self._card, self._visit.profile.branch
        may_queue = "holds" in self._visit.profile.functions

        def counted(on: OnCard) -> None:
            self._advance(events.Opened(on.loans, on.allowed, may_queue, on.groups))

        self._jobs.latest(
            _COUNT,
            lambda: count_loans(self._services, card, branch),
            self._mine(counted),
            _leave_uncounted,
        )

    def _look_at(self, effect: events.LookAt) -> None:
        card, by, hidden = self._card, self._visit.by(), self._sign_in.asks_pin_at_once

        def looked(known: Recognised) -> None:
            own = known.kind is not CodeKind.ITEM and is_same_card(card, effect.code)
            kind = CodeKind.CARD if own else known.kind
            self._advance(events.LookedAt(effect.ticket, effect.attempt, kind, known.look, own_card=own))

        self._jobs.parallel(
            lambda: look_at(self._services, effect.code, card, by, hides_cards=hidden),
            self._mine(looked),
            self._failed(effect.ticket, effect.attempt),
        )

    def _act(self, ticket: int, attempt: int, act: Callable[[], tuple[Outcome, int | None]]) -> None:
        def acted(result: tuple[Outcome, int | None]) -> None:
            self._advance(events.ActAnswered(ticket, attempt, *result))

        self._jobs.serial(act, self._mine(acted), self._failed(ticket, attempt))

    def _failed(self, ticket: int, attempt: int) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            self._advance(events.WentWrong(ticket, attempt, error))

        return self._mine(failed)

    def _print(self, rows: tuple[BorrowRow, ...]) -> None:
        receipt = checkout_receipt(rows, self._visit)
        words = self._visit.words
        self._jobs.parallel(
            lambda: print_receipt(self._services, receipt, words),
            self._mine(lambda _: self._advance(events.ReceiptPrinted(True))),
            self._mine(lambda error: self._advance(events.ReceiptPrinted(False, error))),
        )

    def _mine(self, done: Callable[[AnswerT], None]) -> Callable[[AnswerT], None]:
        """Let an answer pass only within the visit in which it was asked for."""
        generation = self._generation

        def pass_on(result: AnswerT) -> None:
            if generation == self._generation:
                done(result)

        return pass_on

    def _painted(self, _order: object, _url: str) -> None:
        if self._flow.rows:
            self._show()

    def _show(self) -> None:
        signed_in, words = self._visit.signed_in, self._visit.words
        self._visit.leave_open(PAGE, unfinished(self._flow, words))
        self._visit.settle(PAGE, settled(self._flow, words))
        if signed_in is None or not self._sign_in.ready(PAGE):
            self._view_model.show(BorrowState())
            return
        covers = cover_urls(self._covers, (row.thing for row in self._flow.rows))
        now, library = self._visit.now(), self._visit.library
        self._view_model.show(borrow_state(self._flow, signed_in.name, now, library, words, covers))


def _leave_uncounted(_error: Exception) -> None:
    """Show no count: each item still says by itself whether it may be borrowed."""
