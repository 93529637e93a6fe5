"""Books the fines of overdue loans as far as they have run."""

from kiosk.model.charge import ChargeKind
from kiosk.model.decision import PatronFacts
from kiosk.model.library import Library
from kiosk.model.outcome import ActBy
from kiosk.rules.fines import FineMeter
from kiosk.storage import Act as Work
from kiosk.storage import NewCharge


def book_running_fines(work: Work, library: Library, patron: PatronFacts, by: ActBy, act_id: str) -> None:
    """Book for every overdue loan what a return now would; what runs up later is booked later.

    The patron and the titles must be locked. One act books one charge a kind, so each has an act of its own.
    """
    meter = FineMeter(library, by.at)
    for facts in patron.loans:
        fine = meter.running(facts)
        if not fine or work.loans.fine(facts.loan.id, fine) is None:
            continue
        work.ledger.book(
            NewCharge(
                act_id=f"{act_id}:{facts.loan.id}",
                patron_id=patron.patron.id,
                kind=ChargeKind.FINE,
                amount=fine,
                booked_at=by.at,
                loan_id=facts.loan.id,
                item_id=facts.loan.item_id,
                title=facts.title,
            )
        )
