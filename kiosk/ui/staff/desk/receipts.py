"""What a receipt of a visit says, made of its rows; free of Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.paper.receipt import ReceiptLine
from kiosk.ui.staff.desk.rows import DeskRow, Step
from kiosk.ui.staff.desk.state import DeskState

_LENT = {Step.LENT, Step.RENEWED}


@dataclass(frozen=True, slots=True)
class WantedReceipt:
    """One receipt: what a card borrowed and renewed, or what was taken back with or without one."""

    kind: str
    card: str | None
    lines: tuple[ReceiptLine, ...]


def wanted_receipts(state: DeskState) -> tuple[WantedReceipt, ...]:
    """Return the receipts that are wanted now, of each card its own, oldest lines first.

    Of what is on the screen; where nothing of that makes a receipt, of the visit before.
    """
    before = state.last.rows if state.last is not None else ()
    return _of_rows(state.rows) or _of_rows(before)


def _of_rows(rows: Sequence[DeskRow]) -> tuple[WantedReceipt, ...]:
    cards = dict.fromkeys(row.card for row in reversed(rows))
    found = []
    for card in cards:
        mine = [row for row in rows if row.card == card]
        lent = [row for row in mine if row.step in _LENT]
        back = [row for row in mine if row.step is Step.RETURNED]
        for kind, some in (("checkout", lent), ("return", back)):
            if some:
                found.append(WantedReceipt(kind, card, _lines(some)))
    return tuple(found)


def _lines(rows: Iterable[DeskRow]) -> tuple[ReceiptLine, ...]:
    """Return each item once, as it stands by now, in the order in which it was laid down."""
    latest = {row.barcode: row for row in reversed(tuple(rows))}
    return tuple(
        ReceiptLine(
            title=row.title or row.text,
            barcode=row.barcode,
            due_at=row.outcome.due_at if row.outcome is not None and row.step in _LENT else None,
            charge=row.charge,
        )
        for row in latest.values()
    )
