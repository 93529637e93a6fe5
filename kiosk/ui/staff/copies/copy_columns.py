"""What a table of copies says of each; free of windows."""

from datetime import datetime

from kiosk.model.item import ItemStatus
from kiosk.model.library import Library
from kiosk.storage import CopyRow
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.words import Wording

_TONES = {
    ItemStatus.AVAILABLE: "good",
    ItemStatus.ON_LOAN: "wait",
    ItemStatus.HOLD_SHELF: "ask",
    ItemStatus.IN_TRANSIT: "wait",
    ItemStatus.WITH_STAFF: "ask",
    ItemStatus.NOT_FOR_LOAN: "ask",
    ItemStatus.DAMAGED: "stop",
    ItemStatus.MISSING: "stop",
    ItemStatus.LOST: "stop",
    ItemStatus.WITHDRAWN: "plain",
}
_WEEKS = 300


def status_chip(status: ItemStatus, words: Wording) -> Chip:
    """Return the chip of a state, with its word."""
    return Chip(words(f"staff.copies.status.{status.value}"), _TONES[status])


def since_text(row: CopyRow, now: datetime, words: Wording) -> str:
    """Return until when somebody has it, else since when it is as it is; nothing where nobody knows."""
    due = row.copy.due_at
    if row.copy.on_loan and due is not None:
        key = "staff.copies.was_due" if due < now else "staff.copies.due"
        return words(key, day=_day(due, now, words))
    return "" if row.since is None else words("staff.copies.since", day=_day(row.since, now, words))


def type_name(code: str, library: Library, words: Wording) -> str:
    """Return the name of an item type; its code where there is none of that code."""
    return next((words.name(kind.name) for kind in library.item_types if kind.code == code), code)


def branch_name(code: str, library: Library, words: Wording) -> str:
    """Return the name of a branch; its code where there is none of that code."""
    return next((words.name(one.name) for one in library.branches if one.code == code), code)


def copy_columns(
    words: Wording, library: Library, now: datetime, *, titles: bool = False
) -> tuple[Column[CopyRow], ...]:
    """Return the columns; with ``titles`` the copies are those of several."""
    title: Column[CopyRow] = Column("title", words("staff.copies.title"), lambda row: row.title)
    columns: tuple[Column[CopyRow], ...] = (
        Column("barcode", words("staff.copies.barcode"), lambda row: row.copy.item.barcode, "mono", 150),
        Column(
            "branch",
            words("staff.copies.branch"),
            lambda row: branch_name(row.copy.item.branch, library, words),
            width=164,
        ),
        Column("place", words("staff.copies.place"), lambda row: row.copy.item.location or ""),
        Column(
            "call_number",
            words("staff.copies.call_number"),
            lambda row: row.copy.item.call_number or "",
            "mono",
            136,
        ),
        Column(
            "type",
            words("staff.copies.type"),
            lambda row: type_name(row.copy.item.item_type, library, words),
            width=104,
        ),
        Column(
            "state",
            words("staff.copies.state"),
            lambda row: status_chip(row.copy.status, words).text,
            width=166,
            chip=lambda row: status_chip(row.copy.status, words),
        ),
        Column(
            "since",
            words("staff.copies.due_since"),
            lambda row: since_text(row, now, words),
            width=132,
            sort=lambda row: row.copy.due_at or row.since,
        ),
        Column(
            "loans",
            words("staff.copies.loans"),
            lambda row: words.number(row.loans),
            "number",
            92,
            lambda row: row.loans,
        ),
    )
    return (columns[0], title, *columns[1:]) if titles else columns


def _day(moment: datetime, now: datetime, words: Wording) -> str:
    """Return the day, with its year where it is not of about this one."""
    near = abs((now - moment).days) < _WEEKS
    return words.dated(moment, "short" if near else "numeric")
