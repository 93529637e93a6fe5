"""Says what state a copy is in: missing, damaged, mended or found, lost, given up, each by its act."""

from dataclasses import dataclass, replace

from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider
from kiosk.model.clock import Clock
from kiosk.model.decision import CopyFacts
from kiosk.model.item import Condition, Item, ItemStatus
from kiosk.model.outcome import ActBy
from kiosk.model.problem import Problem
from kiosk.rules.life_cycle import may_become, status_of
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database


@dataclass(frozen=True, slots=True)
class StateSet:
    """What became of a copy's state: ``why_not`` where it stays as it was."""

    barcode: str
    before: Condition | None
    after: Condition | None
    why_not: Problem | None = None

    @property
    def done(self) -> bool:
        """Whether the copy is in the state that was wanted."""
        return self.why_not is None


class CopyStates:
    """Changes the state of copies as the life cycle of items allows it."""

    def __init__(self, database: Database, decider: Decider, acts: Acts, clock: Clock) -> None:
        self._database = database
        self._decider = decider
        self._acts = acts
        self._clock = clock

    @needs(Right.CATALOGUE_EDIT)
    def set(
        self,
        by: SignedIn,
        barcode: str,
        wanted: Condition,
        reason: str | None = None,
        opened: Condition | None = None,
    ) -> StateSet:
        """Bring a copy into a state; one that is in it already stays, and that is well.

        What is on loan only becomes lost, which ends the loan and books the replacement: that needs the
        right to lend as well. A lost copy that is found has its replacement reversed. What waits for a
        copy that is gone waits for another. One that is no longer ``opened``, where that is said, is left
        alone.
        """
        acting = by.acting(self._clock.now())
        now = self._now(barcode)
        if now is not None and now.loan is not None and wanted is Condition.LOST:
            by.must(Right.DESK)
        if now is None:
            return StateSet(barcode, None, None, Problem.of("copies.why.unknown", barcode=barcode))
        before = now.item.condition
        if before is wanted and now.loan is None:
            return StateSet(now.item.barcode, before, wanted)
        if opened is not None and before is not opened:
            why: Problem | None = Problem.of("copies.why.changed_meanwhile", account="")
        else:
            why = why_not(now, wanted)
        if why is not None:
            return StateSet(now.item.barcode, before, before, why)
        return self._set(acting, now.item, wanted, reason)

    def _set(self, acting: ActBy, item: Item, wanted: Condition, reason: str | None) -> StateSet:
        # What is said of a copy is said where it lies, wherever somebody sits who says it.
        there = replace(acting, branch=item.at_branch or item.branch)
        if wanted is Condition.LOST:
            outcome = self._acts.declare_lost(item.barcode, there, reason=reason)
        elif wanted is Condition.WITHDRAWN:
            outcome = self._acts.withdraw(item.barcode, there, reason=reason)
        else:
            outcome = self._acts.mark(item.barcode, wanted, there, reason=reason)
        if outcome.done:
            return StateSet(item.barcode, item.condition, wanted)
        return StateSet(item.barcode, item.condition, item.condition, Problem("copies.why.on_loan"))

    def _now(self, barcode: str) -> CopyFacts | None:
        with self._database.read() as view:
            (facts,) = self._decider.facts_of_items(view, None, [barcode])
        return facts.copy


def why_not(copy: CopyFacts, wanted: Condition) -> Problem | None:
    """Return why a copy cannot come into that state now, None where it can."""
    if wanted is copy.item.condition and copy.loan is None:
        return None
    if copy.loan is not None and wanted is not Condition.LOST:
        return Problem("copies.why.on_loan")
    status = ItemStatus.AVAILABLE if wanted is Condition.FINE else ItemStatus(wanted.value)
    if may_become(status_of(copy), status):
        return None
    return Problem.of(
        "copies.why.not_from_state",
        state=Problem(f"copies.state.{copy.item.condition.value}"),
        wanted=Problem(f"copies.state.{wanted.value}"),
    )
