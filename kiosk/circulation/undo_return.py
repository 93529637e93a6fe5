"""Takes a return back that was made by mistake: loan, fine, hold and item are as before."""

from collections.abc import Iterator

from kiosk.circulation.recording import record_act
from kiosk.circulation.return_made import ReturnMade
from kiosk.decisions import Decider
from kiosk.model.decision import CopyFacts
from kiosk.model.outcome import ActBy, Outcome
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import ReturnNotUndone
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.rules.undoing import UNDO_WITHIN
from kiosk.storage import Act as Work
from kiosk.storage import Database


class UndoReturn:
    """Opens the loan again for who had it, within minutes and where nothing has come of the return."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(self, made: ReturnMade, by: ActBy, *, act_id: str) -> Outcome:
        """Return the outcome with the due date; the same ``act_id`` again undoes no more.

        Raises ReturnNotUndone with all that stands against it. What the return deleted for good stays so:
        reminders that were sent of the loan, and reasons that staff typed for it.
        """
        with self._database.act() as work:
            (facts,) = self._decider.facts_of_items(work, None, [made.barcode], lock=True)
            if work.acts_done.knows(act_id):
                return _outcome(made)
            if against := tuple(_against(work, made, facts.copy, by)):
                raise ReturnNotUndone(why=against)
            for charge in work.ledger.booked_by(made.act_id):
                work.ledger.reverse(
                    charge.id, act_id=act_id, at=by.at, by=by.account or "kiosk", reason="undone"
                )
            if made.hold is not None:
                work.notices.forget_waiting_of_hold(made.hold.id)
                work.holds.release(made.hold.id)
            work.loans.open_again(made.loan, made.patron_id, made.filled, made.charges, made.title)
            work.items.set_place(made.item.id, made.item.place, made.item.at_branch)
            work.acts_done.remember(made.act_id, by.at)
            work.acts_done.remember(act_id, by.at)
            work.day_sums.count_anew(local_day(calendar_of(facts.library, made.branch), made.counts_at))
            record_act(work, by, "undo_return", "item", made.item.id)
            work.commit()
        return _outcome(made)


def _against(work: Work, made: ReturnMade, copy: CopyFacts | None, by: ActBy) -> Iterator[Problem]:
    """Yield all that stands against it: each thing that has come of the return since."""
    if not made.at <= by.at <= made.at + UNDO_WITHIN:
        yield Problem.of("staff.desk.back.too_late", minutes=int(UNDO_WITHIN.total_seconds()) // 60)
    ended = work.loans.closed_by(made.act_id)
    if copy is None or ended is None or ended.id != made.loan.id or work.patrons.get(made.patron_id) is None:
        yield Problem("staff.desk.back.gone")
        return
    if copy.loan is not None:
        yield Problem("staff.desk.back.lent_again")
        return
    item = copy.item
    if (item.place, item.at_branch) != made.lies or item.condition is not made.item.condition:
        yield Problem("staff.desk.back.moved")
    if made.hold is not None:
        hold = work.holds.get(made.hold.id)
        if hold is None or (hold.state, hold.trapped_item_id) != (made.hold.state, made.hold.trapped_item_id):
            yield Problem("staff.desk.back.hold_changed")
        elif work.notices.was_told_of_hold(made.hold.id):
            yield Problem("staff.desk.back.told")
    if any(charge.open_amount != charge.amount for charge in work.ledger.booked_by(made.act_id)):
        yield Problem("staff.desk.back.settled")


def _outcome(made: ReturnMade) -> Outcome:
    return Outcome(
        act="undo_return",
        done=True,
        barcode=made.barcode,
        title=made.title,
        record_id=made.item.record_id,
        loan_id=made.loan.id,
        due_at=made.loan.due_at,
    )
