"""Gathers the facts of one question, in at most five statements, and has the rules decide it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kiosk.decisions.libraries import LibraryCache
from kiosk.model.decision import Act, Decision, Facts, Request, Routing
from kiosk.model.item import barcode_key
from kiosk.rules import evaluate, route
from kiosk.storage import View


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

    def decide(self, request: Request, facts: Facts) -> Decision:
        """Return what the rules say."""
        return evaluate(request, facts)

    def route(self, facts: Facts, branch: str, at: datetime) -> Routing:
        """Return where a returned item goes."""
        return route(facts, branch, at)

    def explain(self, view: View, card: str, barcode: str, act: Act, branch: str, at: datetime) -> Decision:
        """Decide without doing: the same facts and the same function as the act itself."""
        (facts,) = self.facts_of_items(view, card, [barcode], at=at)
        if act is Act.HOLD:
            facts = replace(facts, copy=None)
        return self.decide(Request(act, at, branch, barcode=barcode), facts)
