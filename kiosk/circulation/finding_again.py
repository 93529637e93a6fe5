"""Corrects an item that was thought lost or missing and turns up after all."""

from dataclasses import replace

from kiosk.model.charge import ChargeKind
from kiosk.model.item import Condition, Item
from kiosk.model.outcome import ActBy
from kiosk.storage import Act as Work


def found_again(work: Work, item: Item, by: ActBy, act_id: str) -> Item:
    """Return the item as it is in hand; a replacement charged for it is reversed, refunded where paid.

    That goes for one given up after it was lost as well: it stays withdrawn, but nobody pays for it.
    """
    if item.condition in (Condition.LOST, Condition.WITHDRAWN):
        _reverse_replacement(work, item.id, by, act_id)
    if item.condition not in (Condition.LOST, Condition.MISSING):
        return item
    work.items.set_condition(item.id, Condition.FINE)
    return replace(item, condition=Condition.FINE)


def _reverse_replacement(work: Work, item_id: int, by: ActBy, act_id: str) -> None:
    loan = work.loans.last_lost(item_id)
    if loan is None:
        return
    for charge in work.ledger.of_loan(loan.id):
        if charge.kind is ChargeKind.REPLACEMENT:
            # What is paid out is paid out now, whenever the item came back: the day's cash has to be right.
            who, now = by.account or "kiosk", by.noted_at or by.at
            work.ledger.reverse(charge.id, act_id=act_id, at=now, by=who, reason="found again")
    work.loans.found(loan.id)
