"""Joins the Return page to the flow and to taking items back."""

from collections.abc import Callable
from typing import TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject

from kiosk.services import Services
from kiosk.ui.patron.flows import returning as flow
from kiosk.ui.patron.flows.return_rows import Returning, ReturnRow
from kiosk.ui.patron.late_outcomes import note_late, note_late_failure
from kiosk.ui.patron.presenters.after_return import AfterReturn
from kiosk.ui.patron.presenters.painting import cover_urls
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.receipt_printing import print_receipt
from kiosk.ui.patron.receipts import return_receipt
from kiosk.ui.patron.return_loading import HandedOver, take_back
from kiosk.ui.patron.return_state import return_state, unfinished
from kiosk.ui.patron.view_models.checkin import CheckinViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.words import Wording

PAGE = "return"
AnswerT = TypeVar("AnswerT")


class CheckinPresenter(QObject):
    """Take items back one after another, whoever brings them."""

    def __init__(
        self,
        view_model: CheckinViewModel,
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
        self._flow = Returning()
        self._generation = 0
        self._after_return = after_return
        view_model.itemTyped.connect(self.scanned)
        view_model.againRequested.connect(self._again)
        view_model.doneRequested.connect(self._done)
        view_model.printRequested.connect(self._done_with_receipt)
        view_model.partsDoubted.connect(self._parts_doubted)
        view_model.partsAnswered.connect(self._parts_answered)
        visit.ended.connect(self._forget)
        visit.changed.connect(self._show)
        covers.painted.connect(self._painted)
        self._show()

    def scanned(self, code: str) -> bool:
        """Take an item back; a card begins its visit."""
        self._advance(flow.HandedIn(code, str(uuid4())))
        return True

    def garbled(self) -> bool:
        """Say on the page that it could not be read."""
        self._advance(flow.ReadBadly())
        return True

    def _again(self, ticket: int) -> None:
        self._advance(flow.AgainWanted(ticket))

    def _done(self) -> None:
        self._advance(flow.DoneWanted())

    def _done_with_receipt(self) -> None:
        self._advance(flow.DoneWanted(receipt=True))

    def _parts_doubted(self, ticket: int) -> None:
        self._advance(flow.PartsDoubted(ticket))

    def _parts_answered(self, missing: bool) -> None:
        self._advance(flow.PartsAnswered(missing, str(uuid4())))

    def _forget(self) -> None:
        self._generation += 1
        self._flow = Returning()
        self._show()

    def _advance(self, event: flow.ReturnEvent) -> None:
        self._flow, effects = flow.advance(self._flow, event)
        self._show()
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: flow.ReturnEffect) -> None:
        match effect:
            case flow.TakeBack():
                self._take_back(effect)
            case flow.PrintReceipt(rows):
                self._print(rows)
            case flow.TellStaff():
                self._after_return.tell_staff(effect)
            case flow.SwitchCard(code):
                self._sign_in.begin_with_card(code)
            case flow.AskPin(code):
                self._sign_in.ask_pin_of(code, meanwhile=self.scanned)
            case flow.GoHome():
                self._leave()

    def _take_back(self, effect: flow.TakeBack) -> None:
        card, by = self._visit.card, self._visit.by()
        ticket, attempt, hidden = effect.ticket, effect.attempt, self._sign_in.asks_pin_at_once

        def done(handed: HandedOver) -> None:
            printed = self._mine(lambda _: self._advance(flow.SlipPrinted(ticket)), _nothing_more)
            self._after_return.print_slip(handed.outcome, by, lambda: printed(None))
            self._advance(
                flow.TakenBack(
                    ticket,
                    attempt,
                    handed.kind,
                    handed.thing,
                    handed.outcome,
                    handed.late,
                    handed.fine,
                    handed.left,
                )
            )

        def late(handed: HandedOver) -> None:
            self._after_return.print_slip(handed.outcome, by, lambda: None)
            _note_handed(effect.act_id, handed)

        def failed(error: Exception) -> None:
            self._advance(flow.WentWrong(ticket, attempt, error))

        self._jobs.serial(
            lambda: take_back(self._services, effect.code, card, by, effect.act_id, hides_cards=hidden),
            self._mine(done, late),
            self._mine(failed, lambda error: note_late_failure("return", effect.act_id, error)),
        )

    def _print(self, rows: tuple[ReturnRow, ...]) -> None:
        receipt, words = return_receipt(rows, self._visit), self._visit.words
        self._jobs.parallel(
            lambda: print_receipt(self._services, receipt, words),
            _nothing_more,
            lambda error: self._complain("return.receipt.failed", error, words),
        )

    def _complain(self, key: str, error: Exception, words: Wording) -> None:
        """Tell it in the words of the visit in which it was asked for: by now that may have ended."""
        self._shell.showToast(words(key, code=trouble_behind(error).code), icon="alert")

    def _leave(self) -> None:
        """Go home; a patron who is signed in stays so, as there may be something to borrow."""
        if self._visit.card is None:
            self._visit.end()
        self._shell.home()

    def _mine(
        self, done: Callable[[AnswerT], None], late: Callable[[AnswerT], None]
    ) -> Callable[[AnswerT], None]:
        """Let an answer pass within the visit in which it was asked for; after it goes to `late`."""
        generation = self._generation

        def pass_on(result: AnswerT) -> None:
            if generation == self._generation:
                done(result)
            else:
                late(result)

        return pass_on

    def _painted(self, _order: object, _url: str) -> None:
        if self._flow.rows:
            self._show()

    def _show(self) -> None:
        visit = self._visit
        visit.leave_open(PAGE, unfinished(self._flow, visit.words))
        covers = cover_urls(self._covers, (row.thing for row in self._flow.rows))
        branch, library = visit.profile.branch, visit.library
        self._view_model.show(return_state(self._flow, branch, library, visit.words, covers))


def _note_handed(act_id: str, handed: HandedOver) -> None:
    if handed.outcome is not None:
        note_late("return", act_id, "done" if handed.outcome.done else "refused", handed.outcome.reasons)


def _nothing_more(_result: object) -> None:
    """Leave the page as it is: the receipt came out."""
