"""Has staff see to an item that came back without all that belongs to it."""

from kiosk.circulation.recording import new_act_id, record_act
from kiosk.decisions import Decider
from kiosk.model.decision import CopyFacts, Reason, ReasonCode
from kiosk.model.item import Place
from kiosk.model.outcome import ActBy, Outcome
from kiosk.model.request import RequestKind
from kiosk.storage import Act as Work
from kiosk.storage import Database, PatronRequest


class ReportIncomplete:
    """Takes an item that was handed in from whoever it was kept for, and leaves it and a request to staff.

    Returned by staff once it is whole again, it goes where any return goes.
    """

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(
        self, barcode: str, text: str, language: str, by: ActBy, *, act_id: str | None = None
    ) -> Outcome:
        """Return whether the item is known; the same ``act_id`` again leaves everything as it is.

        The request is left whatever became of the item. One that is lent again is not taken from its loan.
        """
        repeatable = act_id is not None
        act_id = act_id or new_act_id()
        with self._database.act() as work:
            (facts,) = self._decider.facts_of_items(work, None, [barcode], lock=True)
            if facts.copy is None:
                unknown = Reason(ReasonCode.ITEM_UNKNOWN, (("barcode", barcode.strip()),))
                outcome = Outcome("incomplete", False, barcode.strip(), reasons=(unknown,))
            else:
                outcome = Outcome("incomplete", True, facts.copy.item.barcode)
            if repeatable and work.acts_done.knows(act_id):
                return outcome
            work.acts_done.remember(act_id, by.at)
            work.requests.make(_request(act_id, outcome.barcode, text, language, by, facts.copy))
            if facts.copy is not None and facts.copy.loan is None:
                _set_aside(work, facts.copy, by)
            work.commit()
        return outcome


def _request(
    act_id: str, barcode: str, text: str, language: str, by: ActBy, copy: CopyFacts | None
) -> PatronRequest:
    """Return what staff find in their inbox; nobody is named."""
    return PatronRequest(
        act_id,
        None,
        RequestKind.INCOMPLETE.value,
        by.at,
        {"text": text, "barcode": barcode},
        branch=by.branch,
        language=language,
        record_id=None if copy is None else copy.item.record_id,
    )


def _set_aside(work: Work, copy: CopyFacts, by: ActBy) -> None:
    if copy.trapped_for is not None:
        work.holds.release(copy.trapped_for.id)
    work.items.set_place(copy.item.id, Place.STAFF, by.branch)
    record_act(work, by, "incomplete", "item", copy.item.id)
