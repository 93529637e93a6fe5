"""What became of a file of patrons, row by row where something was wrong."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kiosk.membership.patron_files import PatronImport
from kiosk.model.problem import Problem
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_Row = tuple[int, Problem]


class ImportReport(QDialog):
    """Tell how many rows were made, changed, left and rejected, and why."""

    def __init__(self, workplace: Workplace, parent: QWidget, report: PatronImport) -> None:
        super().__init__(parent)
        words = workplace.words
        self.setWindowTitle(words("staff.patrons.import.done"))
        self.setMinimumSize(680, 200)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.patrons.import.done"), "heading"))
        counts = {name: getattr(report, name) for name in ("read", "created", "updated", "unchanged")}
        told = words("patrons.imported", **counts, rejected=report.rejected)
        column.addWidget(label(told, wrap=True, name="importCounts"))
        if report.problems:
            rows: DataTable[_Row] = DataTable(
                workplace,
                (
                    Column("line", words("staff.patrons.import.line"), lambda row: str(row[0]), "number", 80),
                    Column("why", words("staff.patrons.import.why"), lambda row: words.show(row[1])),
                ),
                name="importProblems",
            )
            rows.show_rows(report.problems)
            column.addWidget(rows, 1)
            self.setMinimumHeight(420)
        column.addWidget(across(button(words("staff.close"), self.accept, kind="primary", name="leave")))
