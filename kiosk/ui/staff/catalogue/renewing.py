"""Reads the titles of a list again without moving it."""

from collections.abc import Sequence

from kiosk.storage import ListedRecord
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

# So many rows are read again when a list is come back to.
_MOST = 1_000


def renew(workplace: Workplace, table: DataTable[ListedRecord]) -> None:
    """Show the loaded rows as they are now, each where it stands; of a long list those that are marked."""
    loaded = table.rows
    ids = [row.id for row in (loaded if len(loaded) <= _MOST else table.marked)]
    search, by = workplace.services.copies.search, workplace.by

    def show(rows: Sequence[ListedRecord]) -> None:
        fresh = {row.id: row for row in rows}
        for place, row in enumerate(table.rows):
            if fresh.get(row.id, row) != row:
                table.model.replace(place, fresh[row.id])

    if ids:
        workplace.read(lambda: search.listed(by, ids), show)
