"""What a patron's card shows: loans, holds, charges, and what may be renewed."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.membership.hold_lines import HoldLine, hold_lines
from kiosk.model.charge import Charge
from kiosk.model.decision import Act, Decision, LoanFacts, PatronFacts, Request
from kiosk.model.errors import CardUnknown
from kiosk.model.item import barcode_key
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.rules.fines import FineMeter
from kiosk.storage import Database, Message, PatronRequest, View

__all__ = ["Accounts", "HoldLine", "LoanLine", "Statement"]

_DECIDED_AT_ONCE = 50  # so many items are gathered in one go


@dataclass(frozen=True, slots=True)
class LoanLine:
    """One open loan; ``renewal`` is what the rules say of renewing it now, None beyond the first fifty."""

    barcode: str
    title: str
    record_id: int
    item_branch: str
    due_at: datetime
    overdue: bool
    renewals_left: int
    fine_so_far: Money
    renewal: Decision | None
    claims_returned: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Everything open on a card at one moment; ``owes`` is unpaid charges and running fines together."""

    library: Library
    patron: Patron
    owes: Money
    loans: tuple[LoanLine, ...]
    holds: tuple[HoldLine, ...]
    charges: tuple[Charge, ...]
    requests: tuple[PatronRequest, ...]
    messages: tuple[Message, ...]


class Accounts:
    """Reads accounts; changes nothing."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def statement(
        self, card: str, at: datetime, branch: str, functions: frozenset[str] | None = None
    ) -> Statement:
        """Return the card's statement at that moment; raises CardUnknown, also for a replaced card.

        Whoever finds a lost card learns nothing by it.
        """
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            facts = view.facts.gather(card=card).patron
            if facts is None or view.patrons.former.find(card) is not None:
                raise CardUnknown(card=card)
            charges = view.ledger.open_charges(facts.patron.id)
            requests = view.requests.of_patron(facts.patron.id)
            messages = view.messages.of_patron(facts.patron.id)
            holds = hold_lines(view, library, facts.holds, at)
            renewals = self._renewals(view, facts, at, branch, functions)
        meter = FineMeter(library, at)
        running = {loan.loan.id: meter.running(loan) for loan in facts.loans}
        return Statement(
            library=library,
            patron=facts.patron,
            owes=sum(running.values(), facts.unpaid),
            loans=tuple(
                _loan_line(loan, at, running[loan.loan.id], renewals.get(barcode_key(loan.barcode)))
                for loan in facts.loans
            ),
            holds=holds,
            charges=charges,
            requests=requests,
            messages=messages,
        )

    def _renewals(
        self, view: View, facts: PatronFacts, at: datetime, branch: str, functions: frozenset[str] | None
    ) -> dict[str, Decision]:
        """Return what the rules say of renewing each of the first loans, by barcode."""
        barcodes = [loan.barcode for loan in facts.loans[:_DECIDED_AT_ONCE]]
        known = self._decider.facts_of_items(view, facts.patron.card, barcodes) if barcodes else []
        return {
            barcode_key(barcode): self._decider.decide(
                Request(Act.RENEW, at, branch, functions=functions, barcode=barcode), one
            )
            for barcode, one in zip(barcodes, known, strict=True)
        }


def _loan_line(facts: LoanFacts, at: datetime, fine: Money, renewal: Decision | None) -> LoanLine:
    allowed = renewal.rule("renewals") if renewal else None
    renewals = allowed.value if allowed and isinstance(allowed.value, int) else facts.loan.terms.renewals
    return LoanLine(
        barcode=facts.barcode,
        title=facts.title,
        record_id=facts.record_id,
        item_branch=facts.item_branch,
        due_at=facts.loan.due_at,
        overdue=facts.loan.due_at < at,
        renewals_left=max(0, renewals - facts.loan.renewals_used),
        fine_so_far=fine,
        renewal=renewal,
        claims_returned=facts.loan.claims_returned,
    )
