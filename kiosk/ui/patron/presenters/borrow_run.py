"""One visit's Borrow at work: its flow, and the looks and acts that the flow wants."""

from collections.abc import Callable

from kiosk.model.outcome import ActBy
from kiosk.services import Services
from kiosk.ui.patron.code_reading import OnCard, Recognised, count_loans, look_at
from kiosk.ui.patron.flows import borrow_effects as wanted
from kiosk.ui.patron.flows import borrow_events as events
from kiosk.ui.patron.flows.borrow_cards import Borrowing
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, RowStep
from kiosk.ui.patron.flows.borrowing import advance
from kiosk.ui.patron.flows.returning import SlipPrinted, TellStaff
from kiosk.ui.patron.late_outcomes import note_late, note_late_failure
from kiosk.ui.patron.presenters.after_return import AfterReturn
from kiosk.ui.patron.presenters.borrow_acts import Act, Acted, BorrowActs
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

_COUNT = "borrow.count"


class BorrowRun:
    """Advance the flow of one visit: looks beside one another, acts one after another.

    `follow` is told of every step, with what is left for the page to do. A run outlives its visit
    until what was laid down is settled; it then speaks to nobody but the log.
    """

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        after_return: AfterReturn,
        *,
        hides_cards: bool,
        follow: Callable[[Borrowing, tuple[wanted.BorrowEffect, ...]], None],
    ) -> None:
        self.flow = Borrowing(may_mail=services.settings.mail.is_set)
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._after_return = after_return
        self._hides_cards = hides_cards
        self._follow = follow
        self._acts = BorrowActs(services)
        self._late: frozenset[int] = frozenset()

    def advance(self, event: events.BorrowEvent) -> None:
        """Take what has happened, and do what follows from it."""
        before, ended = self.flow, self.flow.ended
        self.flow, effects = advance(self.flow, event)
        if ended:
            self._note_settled()
        else:
            self._follow(before, effects)
        for effect in effects:
            self._carry_out(effect)

    def leave(self) -> None:
        """End with the visit: what is not settled yet is settled without anybody being told."""
        self._follow = _tell_nobody
        for number in range(len(self.flow.members)):
            self._jobs.forget(f"{_COUNT}.{number}")
        self._late = frozenset(row.ticket for row in self.flow.unsettled)
        self.advance(events.VisitEnded())
        self._note_settled()

    def _note_settled(self) -> None:
        """Note in the log each row that has come to its end since the visit did."""
        for row in self.flow.rows:
            if row.ticket in self._late and row.settled:
                self._late -= {row.ticket}
                _note(row)

    def _carry_out(self, effect: wanted.BorrowEffect) -> None:
        match effect:
            case wanted.LookAt():
                self._look_at(effect)
            case wanted.LendItem():
                by, currency = self._visit.by(), self._visit.library.currency
                self._act(effect.ticket, effect.attempt, self._acts.lend(effect, by, currency), by)
            case wanted.TakeOffer():
                by = self._visit.by()
                self._act(effect.ticket, effect.attempt, self._acts.take(effect, by), by)
            case TellStaff():
                self._after_return.tell_staff(effect)
            case wanted.CountLoans(card) if not self.flow.ended:
                self._count_loans(card)

    def _count_loans(self, card: str) -> None:
        branch, functions = self._visit.profile.branch, self._visit.profile.functions
        # Its place and not its number: a name for work outlives the visit.
        place = next((at for at, one in enumerate(self.flow.members) if one.card == card), 0)

        def counted(on: OnCard) -> None:
            self.advance(events.Opened(on.loans, on.allowed, "holds" in functions, on.groups, card))

        self._jobs.latest(
            f"{_COUNT}.{place}", lambda: count_loans(self._services, card, branch), counted, _leave_uncounted
        )

    def _look_at(self, effect: wanted.LookAt) -> None:
        by, hidden = self._visit.by(), self._hides_cards

        def looked(known: Recognised) -> None:
            self.advance(events.LookedAt(effect.ticket, effect.attempt, known.kind, known.look, known.holder))

        self._jobs.parallel(
            lambda: look_at(self._services, effect.code, effect.card, by, hides_cards=hidden),
            looked,
            self._failed(effect.ticket, effect.attempt),
        )

    def _act(self, ticket: int, attempt: int, act: Act, by: ActBy) -> None:
        def slip_printed() -> None:
            self.advance(SlipPrinted(ticket))

        def acted(done: Acted) -> None:
            if done.outcome.act == "return":
                self._after_return.print_slip(done.outcome, by, slip_printed)
            answered = (ticket, attempt, done.outcome, done.position, done.late, done.fine)
            self.advance(events.ActAnswered(*answered))

        self._jobs.serial(act, acted, self._failed(ticket, attempt))

    def _failed(self, ticket: int, attempt: int) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            self.advance(events.WentWrong(ticket, attempt, error))

        return failed


def _note(row: BorrowRow) -> None:
    if row.step is RowStep.FAILED and row.error is not None:
        note_late_failure("borrow", row.tried_id or row.act_id, row.error)
    else:
        note_late("borrow", row.act_id, row.step, row.reasons)


def _tell_nobody(_before: Borrowing, _effects: tuple[wanted.BorrowEffect, ...]) -> None:
    """Leave the page to the next patron."""


def _leave_uncounted(_error: Exception) -> None:
    """Show no count: each item still says by itself whether it may be borrowed."""
