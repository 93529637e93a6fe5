"""Notes that a patron says to have returned an item, or no longer says so."""

from kiosk.circulation.recording import record_act
from kiosk.decisions import Decider
from kiosk.model.errors import ItemUnknown, LoanUnknown
from kiosk.model.outcome import ActBy, Outcome
from kiosk.storage import Database


class ClaimReturned:
    """Leaves the loan open but counts it towards no limit until the item is found, given up or owned to."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(self, barcode: str, by: ActBy, *, claims: bool = True, reason: str | None = None) -> Outcome:
        """Return the outcome; done too where it was noted before.

        The reason is kept for the loan, and no longer than the loan names its patron.

        Raises ItemUnknown, and LoanUnknown for what nobody has out.
        """
        with self._database.act() as work:
            (facts,) = self._decider.facts_of_items(work, None, [barcode], lock=True)
            if facts.copy is None or facts.record is None:
                raise ItemUnknown(barcode=barcode.strip())
            loan, item = facts.copy.loan, facts.copy.item
            if loan is None:
                raise LoanUnknown(barcode=item.barcode)
            act = "claim" if claims else "drop_claim"
            if loan.claims_returned != claims:
                changed = {"before": loan.claims_returned, "after": claims}
                # Before the claim goes, and with it perhaps the link to the patron whom the reason may name.
                record_act(work, by, act, "loan", loan.id, reason=reason, changed=changed)
                work.loans.claim_returned(loan.id, claims)
                work.commit()
        record = facts.record
        return Outcome(
            act, True, item.barcode, record.title, record.record_id, loan_id=loan.id, due_at=loan.due_at
        )
