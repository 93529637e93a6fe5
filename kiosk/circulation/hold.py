"""Places and cancels holds."""

from dataclasses import replace

from kiosk.circulation.own_holds import own_holds
from kiosk.circulation.recording import new_act_id, record_act
from kiosk.circulation.routing import send_on
from kiosk.decisions import Decider, only_item
from kiosk.model.decision import (
    Act,
    Facts,
    LimitUse,
    Override,
    PinState,
    Reason,
    ReasonCode,
    RecordFacts,
    Request,
)
from kiosk.model.errors import CardUnknown, RecordUnknown
from kiosk.model.hold import Hold, HoldState
from kiosk.model.outcome import ActBy, Outcome
from kiosk.model.record import record_key
from kiosk.rules.priorities import hold_priority
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
        item: str | None = None,
        pickup_branch: str | None = None,
        act_id: str | None = None,
        pin: PinState = PinState.NOT_ASKED,
        override: Override | None = None,
    ) -> Outcome:
        """Return the hold's outcome; raises RecordUnknown for a record that is not there.

        With the barcode of an ``item`` that very item is waited for and no other of the record. The same
        ``act_id`` again returns the hold that it placed.
        """
        act_id = act_id or new_act_id()
        pickup = pickup_branch or by.branch
        request = Request(
            Act.HOLD,
            by.at,
            by.branch,
            pickup,
            functions=by.functions,
            pin=pin,
            override=override,
            barcode=item,
        )
        with self._database.act() as work:
            known = self._decider.facts_of_hold(work, card, record_id, lock=True, at=by.at)
            if known is None or known.record is None:
                raise RecordUnknown(record=record_key(record_id))
            before = work.holds.by_act(act_id)
            if before is not None:
                return _outcome(known.record, item, before)
            facts = only_item(known, item)
            decision = self._decider.decide(request, facts)
            if not decision.allowed or facts.patron is None:
                return _outcome(known.record, item, None, decision.reasons, decision.limits)
            hold = work.holds.place(_new_hold(facts, request, record_id, act_id))
            if hold is None:
                reasons = (Reason(ReasonCode.HOLD_DUPLICATE),)
                return _outcome(known.record, item, None, reasons, decision.limits)
            # A reason that staff typed may name the patron: it goes with the hold, as the patron's.
            kept_for = ("record", record_id) if override is None else ("hold", hold.id)
            record_act(work, by, "hold", *kept_for, override=override, overridden=decision.overridden)
            work.commit()
            return _outcome(known.record, item, hold, limits=decision.limits)


def _new_hold(facts: Facts, request: Request, record_id: int, act_id: str) -> NewHold:
    assert facts.patron is not None
    patron = facts.patron.patron
    return NewHold(
        act_id=act_id,
        record_id=record_id,
        patron_id=patron.id,
        pickup_branch=request.pickup_branch or request.branch,
        placed_at=request.at,
        item_id=facts.copy.item.id if facts.copy else None,
        priority=hold_priority(facts.library, patron.category),
    )


def _outcome(
    record: RecordFacts,
    item: str | None,
    hold: Hold | None,
    reasons: tuple[Reason, ...] = (),
    limits: tuple[LimitUse, ...] = (),
) -> Outcome:
    """Return what became of the hold; limits are counted after the act."""
    return Outcome(
        act="hold",
        done=hold is not None,
        barcode=(item or "").strip(),
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

    def __call__(
        self, card: str, record_id: int, by: ActBy, *, hold_id: int | None = None, item: str | None = None
    ) -> Outcome:
        """Return the outcome; done too when there was no such hold any more.

        All of the patron's holds on the record end, or the one of that number, or the one on the item with
        that barcode. Raises CardUnknown and RecordUnknown.
        """
        with self._database.act() as work:
            facts = self._decider.facts_of_hold(work, card, record_id, lock=True, at=by.at)
            if facts is None or facts.record is None:
                raise RecordUnknown(record=record_key(record_id))
            if facts.patron is None:
                raise CardUnknown(card=card)
            for hold in own_holds(facts, hold_id, item):
                work.holds.close(hold.id, HoldState.CANCELLED, by.at)
                if hold.trapped_item_id is not None:
                    send_on(work, self._decider, hold.trapped_item_id, by)
            record_act(work, by, "cancel_hold", "record", record_id)
            work.commit()
            title = facts.record.title
            return Outcome("cancel_hold", True, (item or "").strip(), title=title, record_id=record_id)
