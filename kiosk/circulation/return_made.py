"""What a return changed, for whoever may have made it by mistake: held at the desk, stored nowhere."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.model.decision import Facts, Routing
from kiosk.model.hold import Hold
from kiosk.model.item import Condition, Item, Place
from kiosk.model.loan import Loan
from kiosk.model.outcome import ActBy
from kiosk.storage import Act as Work
from kiosk.storage import BeforeLoan

_GONE = frozenset({Condition.LOST, Condition.MISSING, Condition.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class ReturnMade:
    """One return as it was done, with what it cut: whose loan it was is told by nothing else any more.

    ``item`` is as it was before and ``lies`` as it was laid; ``hold`` is the one that it is kept for since.
    """

    act_id: str
    at: datetime
    counts_at: datetime
    branch: str
    loan: Loan
    patron_id: int
    title: str
    item: Item
    filled: BeforeLoan
    charges: tuple[int, ...]
    lies: tuple[Place, str | None]
    hold: Hold | None

    @property
    def barcode(self) -> str:
        """The item's number."""
        return self.item.barcode


def return_made(
    work: Work, facts: Facts, loan: Loan, routing: Routing, by: ActBy, act_id: str, before: "BeforeReturn"
) -> ReturnMade | None:
    """Return what can be put back; None where nobody had it or the return found what was lost."""
    assert facts.copy is not None
    assert facts.record is not None
    item, now = facts.copy.item, work.items.get(facts.copy.item.id)
    if loan.patron_id is None or item.condition in _GONE or now is None:
        return None
    return ReturnMade(
        act_id=act_id,
        at=by.noted_at or by.at,
        counts_at=max(by.at, loan.lent_at),
        branch=by.branch,
        loan=loan,
        patron_id=loan.patron_id,
        title=facts.record.title,
        item=item,
        filled=before.filled,
        charges=before.charges,
        lies=(now.place, now.at_branch),
        hold=work.holds.get(routing.hold.id) if routing.hold is not None else None,
    )


@dataclass(frozen=True, slots=True)
class BeforeReturn:
    """What a return cuts from its loan."""

    filled: BeforeLoan
    charges: tuple[int, ...]


def before_return(work: Work, loan: Loan) -> BeforeReturn:
    """Look at what the return is about to cut."""
    charges = tuple(charge.id for charge in work.ledger.of_loan(loan.id))
    return BeforeReturn(work.loans.before(loan.id) or BeforeLoan(), charges)
