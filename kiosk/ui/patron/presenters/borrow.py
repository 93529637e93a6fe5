"""Joins the Borrow page to the flow and the acts."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer

from kiosk.services import Services
from kiosk.ui.patron.borrow_mail_state import MailState, mail_state
from kiosk.ui.patron.borrow_state import BorrowState, borrow_state, settled, unfinished
from kiosk.ui.patron.flows import borrow_effects as wanted
from kiosk.ui.patron.flows import borrow_events as events
from kiosk.ui.patron.flows import borrow_mail_events as mail
from kiosk.ui.patron.flows.borrow_cards import Borrowing, BorrowStep
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, Offer
from kiosk.ui.patron.presenters.after_return import AfterReturn
from kiosk.ui.patron.presenters.borrow_mail import BorrowMail
from kiosk.ui.patron.presenters.borrow_run import BorrowRun
from kiosk.ui.patron.presenters.painting import cover_urls
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.receipt_printing import print_receipt
from kiosk.ui.patron.receipts import checkout_receipt
from kiosk.ui.patron.view_models.borrow import BorrowViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import SignedIn, Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind

PAGE = "borrow"
_THANKS_MS = 10_000


class BorrowPresenter(QObject):
    """Show the Borrow flow of the visit's cards, and end it with the visit."""

    def __init__(
        self,
        view_model: BorrowViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        covers: Covers,
        sign_in: SignInPresenter,
        after_return: AfterReturn,
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
        self._other: SignedIn | None = None  # who has shown a card in this visit, and may be a stranger
        self._after_return = after_return
        self._mail = BorrowMail(services, jobs, visit, sign_in, self)
        self._run = self._new_run()
        self._thanks = QTimer(self)
        self._thanks.setSingleShot(True)
        self._thanks.setInterval(_THANKS_MS)
        self._thanks.timeout.connect(self._thanks_shown)
        self._told: Callable[[], bool] = lambda: False
        self._listen()
        self._mail.listen(view_model.mail)
        self._show()

    def _listen(self) -> None:
        view_model = self._view_model
        view_model.itemTyped.connect(self.scanned)
        view_model.offerRequested.connect(self._offer_taken)
        view_model.feeAnswered.connect(self._fee_answered)
        view_model.joinAnswered.connect(self._join_answered)
        view_model.partsAnswered.connect(self._parts_answered)
        view_model.doneRequested.connect(self._done)
        view_model.printRequested.connect(self._done_with_receipt)
        view_model.receiptAnswered.connect(self._receipt_answered)
        view_model.receiptDismissed.connect(self._receipt_dismissed)
        view_model.leaveRequested.connect(self._thanks_read)
        view_model.accountRequested.connect(self._open_account)
        view_model.cardChosen.connect(self._card_chosen)
        self._shell.routeChanged.connect(self._page_changed)
        self._sign_in.entered.connect(self._entered)
        self._visit.closed.connect(self._forget)
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
        elif (signed_in := self._visit.signed_in) is not None and self._flow.turn != signed_in.card:
            self._advance(events.TurnTaken(signed_in.card, signed_in.name))
        self._show()

    def _forget(self) -> None:
        run, self._run, self._other = self._run, self._new_run(), None
        self._thanks.stop()
        self._show()
        run.leave()

    def _new_run(self) -> BorrowRun:
        run = BorrowRun(
            self._services,
            self._jobs,
            self._visit,
            self._after_return,
            hides_cards=self._sign_in.asks_pin_at_once,
            follow=self._followed,
        )
        self._mail.serve(run)
        return run

    # What the patron does.

    def _offer_taken(self, ticket: int, offer: str) -> None:
        taken = events.OfferTaken(ticket, Offer(offer), str(uuid4()))
        purpose = "holds" if taken.offer is Offer.QUEUE else PAGE
        self._sign_in.require(purpose, lambda: self._advance(taken))

    def _fee_answered(self, ticket: int, agreed: bool) -> None:
        self._advance(events.FeeAnswered(ticket, agreed))

    def _join_answered(self, together: bool) -> None:
        self._advance(events.JoinAnswered(together))

    def _parts_answered(self, ticket: int, complete: bool) -> None:
        self._advance(events.PartsAnswered(ticket, complete, str(uuid4())))

    def _done(self) -> None:
        self._advance(events.DoneWanted())

    def _done_with_receipt(self) -> None:
        self._advance(events.DoneWanted(receipt=True))

    def _receipt_answered(self, wanted: bool) -> None:
        self._advance(events.ReceiptChosen(wanted))

    def _receipt_dismissed(self) -> None:
        self._advance(events.ReceiptChosen(None))

    def wait_while(self, told: Callable[[], bool]) -> None:
        """Leave the thanks standing for whoever is told the screen: they go when they want to."""
        self._told = told

    def _thanks_shown(self) -> None:
        if self._told():
            self._thanks.start()
        else:
            self._thanks_read()

    def _thanks_read(self) -> None:
        self._advance(events.ThanksRead())

    def _card_chosen(self, place: int) -> None:
        if 0 <= place < len(self._flow.members):
            self._visit.turn_to(self._flow.members[place].card)
            self._enter()

    def _open_account(self) -> None:
        self._shell.open("account")

    # What follows.

    def _advance(self, event: events.BorrowEvent) -> None:
        self._run.advance(event)

    def _followed(self, before: Borrowing, effects: tuple[wanted.BorrowEffect, ...]) -> None:
        """Show the step taken, and do what only the page can do."""
        if self._flow.step is not before.step:
            self._thanks.stop()
            if self._flow.step is BorrowStep.THANKS:
                self._thanks.start()
        self._show()
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: wanted.BorrowEffect) -> None:
        match effect:
            case wanted.AddCard(code, holder):
                self._sign_in.admit(code, holder, self._admitted, self._left_out)
            case wanted.JoinVisit() | wanted.BeginVisit():
                self._answer_join(effect)
            case wanted.ChooseCard(card):
                self._visit.turn_to(card)
                self._enter()
            case wanted.PrintReceipt(rows):
                self._print(rows)
            case mail.FindAddress() | mail.QueueReceipt() | mail.SendLetters():
                self._mail.carry_out(effect)
            case wanted.SayReceiptFailed(error):
                self._complain("borrow.receipt.failed", error)
            case mail.SayMailFailed(error):
                self._complain("borrow.mail.failed", error)
            case wanted.GoHome():
                self._visit.end()
                self._shell.home()

    def _complain(self, key: str, error: Exception | None) -> None:
        code = trouble_behind(error).code if error is not None else ""
        self._shell.showToast(self._visit.words(key, code=code), icon="alert")

    def _admitted(self, signed_in: SignedIn) -> None:
        self._other = signed_in
        self._advance(events.CardAdmitted(signed_in.card, signed_in.name))

    def _answer_join(self, effect: wanted.JoinVisit | wanted.BeginVisit) -> None:
        other, self._other = self._other, None
        if other is None:
            return
        if isinstance(effect, wanted.JoinVisit):
            self._visit.join(other)
        else:
            self._sign_in.begin_visit(other)
        self._enter()
        if isinstance(effect, wanted.BeginVisit):
            for code, act_id in effect.items:
                self._advance(events.ItemRead(code, act_id))

    def _left_out(self, lost: bool) -> None:
        self._advance(events.CardLeftOut(lost))

    @property
    def _flow(self) -> Borrowing:
        return self._run.flow

    def _print(self, rows: tuple[BorrowRow, ...]) -> None:
        receipt, words, run = checkout_receipt(rows, self._visit), self._visit.words, self._run
        self._jobs.parallel(
            lambda: print_receipt(self._services, receipt, words),
            lambda _: run.advance(events.ReceiptPrinted(True)),
            lambda error: run.advance(events.ReceiptPrinted(False, error)),
        )

    def _painted(self, _order: object, _url: str) -> None:
        if self._flow.rows:
            self._show()

    def _show(self) -> None:
        signed_in, words = self._visit.signed_in, self._visit.words
        self._visit.leave_open(PAGE, unfinished(self._flow, words))
        self._visit.settle(PAGE, settled(self._flow, words))
        if signed_in is None or not self._sign_in.ready(PAGE):
            self._view_model.show(BorrowState())
            self._view_model.mail.show(MailState())
            return
        covers = cover_urls(self._covers, (row.thing for row in self._flow.shown))
        now, library = self._visit.now(), self._visit.library
        self._view_model.mail.show(mail_state(self._flow, words))
        self._view_model.show(borrow_state(self._flow, signed_in.name, now, library, words, covers))
