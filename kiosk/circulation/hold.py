"""Places and cancels holds."""

from dataclasses import replace

from kiosk.circulation.recording import new_act_id, record_act
from kiosk.circulation.routing import send_on
from kiosk.decisions import Decider
from kiosk.model.decision import (
    Act,
    LimitUse,
    Override,
    PinState,
    Reason,
    ReasonCode,
    RecordFacts,
    Request,
)
from kiosk.model.errors import CardUnknown, RecordUnknown
from kiosk.model.hold import OPEN_HOLD_STATES, Hold, HoldState
from kiosk.model.outcome import ActBy, Outcome
from kiosk.model.record import record_key
from kiosk.storage import Database, NewHold


class PlaceHold:
    """Decides and puts the patron into the record's queue."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(
        self,
        card: str,
        record_id: int,
        by: ActBy,
        *,
        pickup_branch: str | None = None,
        act_id: str | None = None,
        pin: PinState = PinState.NOT_ASKED,
        override: Override | None = None,
    ) -> Outcome:
        """Return the hold's outcome; raises RecordUnknown for a record that is not there.

        The same ``act_id`` again returns the hold that it placed.
        """
        act_id = act_id or new_act_id()
        pickup = pickup_branch or by.branch
        request = Request(
            Act.HOLD, by.at, by.branch, pickup, functions=by.functions, pin=pin, override=override
        )
        with self._database.act() as work:
            facts = self._decider.facts_of_records(work, card, [record_id], lock=True, at=by.at).get(
                record_id
            )
            if facts is None or facts.record is None:
                raise RecordUnknown(record=record_key(record_id))
            before = work.holds.by_act(act_id)
            if before is not None:
                return _outcome(facts.record, before)
            decision = self._decider.decide(request, facts)
            if not decision.allowed or facts.patron is None:
                return _outcome(facts.record, None, decision.reasons, decision.limits)
            hold = work.holds.place(NewHold(act_id, record_id, facts.patron.patron.id, pickup, by.at))
            if hold is None:
                return _outcome(facts.record, None, (Reason(ReasonCode.HOLD_DUPLICATE),), decision.limits)
            record_act(
                work, by, "hold", "record", record_id, override=override, overridden=decision.overridden
            )
            work.commit()
            return _outcome(facts.record, hold, limits=decision.limits)


def _outcome(
    record: RecordFacts,
    hold: Hold | None,
    reasons: tuple[Reason, ...] = (),
    limits: tuple[LimitUse, ...] = (),
) -> Outcome:
    """Return what became of the hold; limits are counted after the act."""
    return Outcome(
        act="hold",
        done=hold is not None,
        barcode="",
        title=record.title,
        record_id=record.record_id,
        hold_id=hold.id if hold else None,
        reasons=reasons,
        limits=tuple(replace(use, used=use.used + 1) for use in limits) if hold else limits,
    )


class CancelHold:
    """Takes a patron out of a queue; what was kept goes to the next in line."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(self, card: str, record_id: int, by: ActBy) -> Outcome:
        """Return the outcome; done too when there was no such hold any more.

        Raises CardUnknown and RecordUnknown.
        """
        with self._database.act() as work:
            facts = self._decider.facts_of_records(work, card, [record_id], lock=True, at=by.at).get(
                record_id
            )
            if facts is None or facts.record is None:
                raise RecordUnknown(record=record_key(record_id))
            if facts.patron is None:
                raise CardUnknown(card=card)
            mine = [
                hold
                for hold in facts.record.holds
                if hold.patron_id == facts.patron.patron.id and hold.state in OPEN_HOLD_STATES
            ]
            for hold in mine:
                work.holds.close(hold.id, HoldState.CANCELLED, by.at)
                if hold.trapped_item_id is not None:
                    send_on(work, self._decider, hold.trapped_item_id, by)
            record_act(work, by, "cancel_hold", "record", record_id)
            work.commit()
            return Outcome("cancel_hold", True, "", title=facts.record.title, record_id=record_id)
