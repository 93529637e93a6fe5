"""The list of all scans of the visit, the newest first."""

from collections.abc import Sequence

from kiosk.ui.staff.desk.result_panel import chip_of
from kiosk.ui.staff.desk.telling import RowTold
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.widgets.tall_rows import TallRows
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import Wording


def rows_table(workplace: Workplace) -> DataTable[RowTold]:
    """Return the empty list."""
    table: DataTable[RowTold] = DataTable(
        workplace, _columns(workplace.words), name="scans", key=lambda told: told.ticket, filtered=False
    )
    TallRows(table.view, table.model, ("title", "more"))
    return table


def show_rows(table: DataTable[RowTold], rows: Sequence[RowTold]) -> None:
    """Show the rows; the newest stays in sight unless somebody has sorted or walked away."""
    before = table.current
    columns = table.model.columns
    charge = next(place for place, column in enumerate(columns) if column.key == "charge")
    # Most visits cost nothing: its room is the words' own.
    table.view.setColumnHidden(charge, not any(told.charge for told in rows))
    table.show_rows(rows)
    if before is None and rows:
        table.view.scrollToTop()


def _columns(words: Wording) -> tuple[Column[RowTold], ...]:
    return (
        Column("state", words("staff.desk.column.state"), lambda told: told.state, chip=chip_of, width=162),
        Column("title", words("staff.desk.column.title"), lambda told: told.title),
        Column("code", words("staff.desk.column.code"), lambda told: told.code, kind="mono", width=130),
        Column("due", words("staff.desk.column.due"), lambda told: told.due, width=100),
        Column(
            "charge", words("staff.desk.column.charge"), lambda told: told.charge, kind="number", width=78
        ),
        Column("more", words("staff.desk.column.more"), lambda told: told.line, sortable=False),
    )
