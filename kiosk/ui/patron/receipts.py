"""What a receipt says of a visit's loans and returns; free of Qt but for the visit it is made of."""

from collections.abc import Sequence

from kiosk.paper.receipt import Receipt, ReceiptLine
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, RowStep
from kiosk.ui.patron.flows.return_rows import ReturnRow
from kiosk.ui.patron.reach_paper import reach_on_paper
from kiosk.ui.patron.visit import Visit


def checkout_receipt(rows: Sequence[BorrowRow], visit: Visit) -> Receipt:
    """Return the receipt of what was borrowed and renewed, in the order in which it was laid down."""
    words = visit.words
    lines = tuple(
        ReceiptLine(
            title=row.thing.title if row.thing else row.code,
            barcode=row.thing.barcode if row.thing else row.code,
            due_at=row.due_at,
            charge=row.fee if row.step is RowStep.LENT else None,
            note=words("borrow.row.renewed") if row.step is RowStep.RENEWED else None,
        )
        for row in rows
    )
    return _receipt("checkout", lines, visit)


def return_receipt(rows: Sequence[ReturnRow], visit: Visit) -> Receipt:
    """Return the receipt of what was handed in, in the order in which it was laid down."""
    words = visit.words
    lines = tuple(
        ReceiptLine(
            title=row.thing.title if row.thing else row.code,
            barcode=row.thing.barcode if row.thing else row.code,
            charge=row.fine,
            note=words("return.missing.note") if row.missing else None,
        )
        for row in rows
    )
    return _receipt("return", lines, visit)


def _receipt(kind: str, lines: tuple[ReceiptLine, ...], visit: Visit) -> Receipt:
    words, library = visit.words, visit.library
    branch = library.branch(visit.profile.branch)
    return Receipt(
        kind=kind,
        library=words.name(library.name),
        branch=words.name(branch.name) if branch else visit.profile.branch,
        at=visit.now(),
        lines=lines,
        closing=words("receipt.closing"),
        reach=reach_on_paper(visit),
    )
