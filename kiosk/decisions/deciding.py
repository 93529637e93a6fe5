"""Gathers the facts of one question, in at most five statements, and has the rules decide it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kiosk.decisions.libraries import LibraryCache
from kiosk.model.decision import Act, Decision, Facts, Request, Routing
from kiosk.model.item import barcode_key
from kiosk.rules import evaluate, route
from kiosk.storage import View


def only_item(facts: Facts, item: str | None) -> Facts:
    """Single out the record's copy of that barcode; another record's is as unknown as nobody's."""
    if item is None or facts.record is None:
        return facts
    copies = facts.record.copies
    copy = next((c for c in copies if barcode_key(c.item.barcode) == barcode_key(item)), None)
    return replace(facts, copy=copy, record=facts.record if copy is not None else None)


class Decider:
    """The way from a question about a card and items to the rules' decision."""

    def __init__(self, libraries: LibraryCache) -> None:
        self.libraries = libraries

    def facts_of_items(
        self,
        view: View,
        card: str | None,
        barcodes: Sequence[str],
        *,
        lock: bool = False,
        at: datetime | None = None,
    ) -> list[Facts]:
        """Return the facts of each barcode in the order given; with ``lock`` nobody else changes them now.

        Give ``at`` for a decision at that moment: loans that only count are then counted.
        An unknown card leaves ``patron`` empty, an unknown barcode ``copy``.
        """
        library = self.libraries.current(view)
        known = view.facts.gather(card=card, barcodes=barcodes, lock=lock, at=at)
        facts = []
        for barcode in barcodes:
            copy = known.copies.get(barcode_key(barcode))
            record = known.records.get(copy.item.record_id) if copy else None
            facts.append(Facts(library, known.patron, copy, record))
        return facts

    def facts_of_records(
        self,
        view: View,
        card: str | None,
        record_ids: Sequence[int],
        *,
        lock: bool = False,
        at: datetime | None = None,
    ) -> dict[int, Facts]:
        """Return the facts of each record that there is, without a copy singled out."""
        library = self.libraries.current(view)
        known = view.facts.gather(card=card, record_ids=record_ids, lock=lock, at=at)
        return {
            record_id: Facts(library, known.patron, None, known.records[record_id])
            for record_id in record_ids
            if record_id in known.records
        }

    def facts_of_hold(
        self, view: View, card: str | None, record_id: int, *, lock: bool = False, at: datetime | None = None
    ) -> Facts | None:
        """Return the facts of a hold on the record; None for one that is not there."""
        return self.facts_of_records(view, card, [record_id], lock=lock, at=at).get(record_id)

    def decide(self, request: Request, facts: Facts) -> Decision:
        """Return what the rules say."""
        return evaluate(request, facts)

    def route(self, facts: Facts, branch: str, at: datetime) -> Routing:
        """Return where a returned item goes."""
        return route(facts, branch, at)

    def explain(
        self,
        view: View,
        card: str,
        barcode: str,
        act: Act,
        branch: str,
        at: datetime,
        *,
        pickup: str | None = None,
        this_item: bool = False,
    ) -> Decision:
        """Decide without doing: the same facts and the same function as the act itself.

        A hold is one on the item's record, or with ``this_item`` on the item alone.
        """
        (facts,) = self.facts_of_items(view, card, [barcode], at=at)
        if act is Act.HOLD and not this_item:
            facts = replace(facts, copy=None)
        pickup = pickup if act is Act.HOLD else None
        return self.decide(Request(act, at, branch, pickup_branch=pickup, barcode=barcode), facts)
