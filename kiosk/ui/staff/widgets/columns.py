"""What a table shows of its rows, and in which order; free of Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kiosk.ui.staff.widgets.chips import Chip

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT]):
    """One column: what it is called and what it says of a row.

    `kind` is text, mono, number or date; `chip` shows a state instead of the text, which CSV still gets;
    `sort` is what rows are ordered by, else the text, None where the column cannot be sorted by.
    `width` is in pixels; columns without one share what is left. A `leading` one, which says what a row is
    about, gets twice as much as the others where there is too little room for all.
    """

    key: str
    title: str
    text: Callable[[RowT], str]
    kind: str = "text"
    width: int = 0
    sort: Callable[[RowT], Any] | None = None
    chip: Callable[[RowT], Chip | None] | None = None
    sortable: bool = True
    leading: bool = False

    def order(self, row: RowT) -> tuple[bool, Any]:
        """Return what the row is sorted by: nothing comes last."""
        value = self.sort(row) if self.sort is not None else self.text(row).casefold()
        return (value is None or value == "", "" if value is None else value)


@dataclass(frozen=True, slots=True)
class Asked(Generic[RowT]):
    """Which rows a table wants: the next `limit` behind `after` (None: the first), filtered and sorted.

    `offset` counts the rows before them; `sort` is a column's key, empty for the list's own order.
    """

    after: RowT | None = None
    offset: int = 0
    limit: int = 200
    words: str = ""
    sort: str = ""
    descending: bool = False


def arranged(rows: Sequence[RowT], columns: Sequence[Column[RowT]], asked: Asked[RowT]) -> tuple[RowT, ...]:
    """Return the rows in which every word of the filter stands in some column, sorted as asked."""
    kept = [row for row in rows if _holds(row, columns, asked.words)] if asked.words else list(rows)
    column = next((one for one in columns if one.key == asked.sort), None)
    if column is not None:
        empty = [row for row in kept if column.order(row)[0]]
        told = [row for row in kept if not column.order(row)[0]]
        kept = sorted(told, key=column.order, reverse=asked.descending) + empty
    return tuple(kept)


def _holds(row: RowT, columns: Sequence[Column[RowT]], words: str) -> bool:
    told = "\n".join(column.text(row) for column in columns).casefold()
    return all(word in told for word in words.casefold().split())
