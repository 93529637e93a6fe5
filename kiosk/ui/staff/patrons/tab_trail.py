"""What was done to a person's entry, as a tab: by whom, when, and which fields."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.staff.patrons.trail import TrailLine
from kiosk.ui.staff.patrons.shown import table_day
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words.done import act_name


class TrailTab(QWidget):
    """The latest first; of what was written only the names of the fields."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        words = workplace.words

        def done(line: TrailLine) -> str:
            return act_name(line.act, words)

        def named(line: TrailLine) -> str:
            keys = (f"staff.patrons.field.{name}" for name in line.fields)
            return ", ".join(words(key) for key in keys if key in words.catalogue)

        self._table: DataTable[TrailLine] = DataTable(
            workplace,
            (
                Column(
                    "at",
                    words("staff.patrons.day"),
                    lambda one: f"{table_day(one.at, words)}, {words.clock(one.at)}",
                    width=210,
                    sort=lambda one: one.at,
                ),
                Column("by", words("staff.patrons.by"), lambda one: one.account, width=150),
                Column("what", words("staff.patrons.what"), done, width=300),
                Column("fields", words("staff.patrons.trail.fields"), named),
            ),
            name="trail",
            filtered=False,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(self._table)

    def show_lines(self, lines: tuple[TrailLine, ...]) -> None:
        """Show them."""
        self._table.show_rows(lines)
