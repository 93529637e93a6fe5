"""What became of an open loan so far, and which rule values decided it each time."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.model.errors import LoanUnknown
from kiosk.model.library import Library
from kiosk.model.loan import Loan
from kiosk.model.money import Money
from kiosk.rules.fines import FineMeter
from kiosk.storage import Database, Decided


@dataclass(frozen=True, slots=True)
class LoanStory:
    """One open loan; ``decided`` is what decided it at checkout and at each renewal, as kept that day.

    ``fine_so_far`` is what a return at that moment would book, over what is booked already.
    """

    library: Library
    barcode: str
    title: str
    item_branch: str
    loan: Loan
    fine_so_far: Money
    decided: tuple[Decided, ...]


class LoanStories:
    """Tells why a loan is due when it is and costs what it costs, by the rules of then; changes nothing."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def of_item(self, barcode: str, at: datetime) -> LoanStory:
        """Return the story of the item's open loan; raises LoanUnknown where it is not lent."""
        with self._database.read() as view:
            (facts,) = self._decider.facts_of_items(view, None, [barcode])
            if facts.copy is None or facts.copy.loan is None or facts.record is None:
                raise LoanUnknown(barcode=barcode.strip())
            decided = view.loans.decided(facts.copy.loan.id)
        item, loan = facts.copy.item, facts.copy.loan
        return LoanStory(
            library=facts.library,
            barcode=item.barcode,
            title=facts.record.title,
            item_branch=item.branch,
            loan=loan,
            fine_so_far=FineMeter(facts.library, at).fine(loan, item.branch, item.price),
            decided=decided,
        )
