"""Lets a hold rest and wait again, and has it fetched elsewhere; it keeps its place in the queue."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kiosk.circulation.own_holds import own_holds
from kiosk.circulation.recording import record_act
from kiosk.decisions import Decider
from kiosk.model.decision import Facts, Reason
from kiosk.model.errors import BranchUnknown, CardUnknown, DayNotAhead, HoldUnknown, RecordUnknown
from kiosk.model.hold import Hold
from kiosk.model.outcome import ActBy, Outcome
from kiosk.model.record import record_key
from kiosk.rules.changing_holds import against_fetching_at, against_suspending, first_day_to_wait_again
from kiosk.rules.resolution import RuleBook
from kiosk.storage import Act as Work
from kiosk.storage import Database

Refuse = Callable[[Facts, Hold], tuple[Reason, ...]]
Change = Callable[[Work, Facts, Hold], object]


class ChangeHold:
    """Changes what may be changed of a patron's hold on a record, or of the one on an item.

    Each raises CardUnknown, RecordUnknown, and HoldUnknown where the patron does not wait for it; with
    several holds on the record all are changed, or none. Repeating a change is harmless.
    """

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def suspend(
        self,
        card: str,
        record_id: int,
        by: ActBy,
        *,
        until: date | None = None,
        hold_id: int | None = None,
        item: str | None = None,
    ) -> Outcome:
        """Let others go first, until that day or until it is resumed; raises DayNotAhead."""

        def refuse(facts: Facts, hold: Hold) -> tuple[Reason, ...]:
            first = first_day_to_wait_again(facts.library, hold, by.at)
            if until is not None and until < first:
                raise DayNotAhead(day=until, first=first)
            return against_suspending(hold)

        def change(work: Work, _facts: Facts, hold: Hold) -> object:
            return work.holds.suspend(hold.id, until)

        return self._change("suspend_hold", card, record_id, by, hold_id, item, refuse, change)

    def resume(
        self, card: str, record_id: int, by: ActBy, *, hold_id: int | None = None, item: str | None = None
    ) -> Outcome:
        """Wait again, in the old place; done too where the hold was not suspended."""
        return self._change(
            "resume_hold",
            card,
            record_id,
            by,
            hold_id,
            item,
            lambda _facts, _hold: (),
            lambda work, _facts, hold: work.holds.resume(hold.id),
        )

    def fetch_at(
        self,
        card: str,
        record_id: int,
        pickup_branch: str,
        by: ActBy,
        *,
        hold_id: int | None = None,
        item: str | None = None,
    ) -> Outcome:
        """Have it kept at another branch; raises BranchUnknown."""

        def moved(facts: Facts, hold: Hold) -> Hold:
            branch = facts.library.branch(pickup_branch)
            if branch is None:
                known = ", ".join(one.code for one in facts.library.branches)
                raise BranchUnknown(branch=pickup_branch, known=known)
            return replace(hold, pickup_branch=branch.code)

        def refuse(facts: Facts, hold: Hold) -> tuple[Reason, ...]:
            assert facts.record is not None
            return against_fetching_at(RuleBook(facts.library), facts.record, moved(facts, hold), hold)

        def change(work: Work, facts: Facts, hold: Hold) -> object:
            return work.holds.fetch_at(hold.id, moved(facts, hold).pickup_branch)

        return self._change("move_hold", card, record_id, by, hold_id, item, refuse, change)

    def _change(
        self,
        act: str,
        card: str,
        record_id: int,
        by: ActBy,
        hold_id: int | None,
        item: str | None,
        refuse: Refuse,
        change: Change,
    ) -> Outcome:
        with self._database.act() as work:
            facts = self._decider.facts_of_hold(work, card, record_id, lock=True, at=by.at)
            if facts is None or facts.record is None:
                raise RecordUnknown(record=record_key(record_id))
            if facts.patron is None:
                raise CardUnknown(card=card)
            mine = own_holds(facts, hold_id, item)
            if not mine:
                raise HoldUnknown(card=card, title=facts.record.title)
            reasons = tuple(dict.fromkeys(reason for hold in mine for reason in refuse(facts, hold)))
            if not reasons:
                for hold in mine:
                    change(work, facts, hold)
                record_act(work, by, act, "record", record_id)
                work.commit()
        return Outcome(
            act=act,
            done=not reasons,
            barcode=(item or "").strip(),
            title=facts.record.title,
            record_id=record_id,
            hold_id=mine[0].id,
            reasons=reasons,
        )
