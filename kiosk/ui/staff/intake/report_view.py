"""What a check found or an import did: one sentence, figures, and the list of problems."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.catalog.import_report import ImportReport
from kiosk.ui.staff.intake.import_telling import (
    ProblemRow,
    count_rows,
    headline,
    left_out_told,
    problem_rows,
)
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Asked, Column, arranged
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import Wording

_TO = "staff.intake."


class ReportView(QWidget):
    """`opened` gives the number of a record that a problem is about and somebody wants to see."""

    opened = Signal(int)

    def __init__(self, workplace: Workplace, *, dry: bool) -> None:
        super().__init__()
        words = self._words = workplace.words
        self._dry = dry
        kind = "check" if dry else "done"
        self._panel = Panel()
        self._head = label("", "heading", wrap=True, name=f"{kind}Headline")
        self._nothing = label(words(f"{_TO}check_nothing"), "wrong", wrap=True)
        self._kept = label(words(f"{_TO}kept_before"), "caption", wrap=True)
        self._figures = QHBoxLayout()
        self._figures.setSpacing(34)
        self._panel.put(self._head, self._nothing)
        self._panel.content.addLayout(self._figures)
        self._panel.put(self._kept)
        self.table = DataTable(workplace, problem_columns(words), name=f"{kind}Problems")
        self.table.view.setAccessibleName(words(f"{_TO}problems"))
        self._open = button(
            words(f"{_TO}go.open"), self._open_current, name=f"{kind}Open", kind="quiet", picture="book"
        )
        self.table.activated.connect(self._open_row)
        self.table.chosen.connect(self._look)
        self._problems = Panel(words(f"{_TO}problems"))
        self._problems.act(self._open)
        self._problems.put(self.table, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(self._panel)
        column.addWidget(self._problems, 1)
        self._look()

    def show_report(self, report: ImportReport, *, overwriting: bool) -> None:
        """Show a report."""
        words = self._words
        self._head.setText(headline(words, report, dry=self._dry))
        stored = report.created + report.updated + report.items_created + report.items_updated
        self._nothing.setVisible(self._dry and not stored and not report.cancelled)
        self._kept.setVisible(overwriting and not self._dry)
        while (item := self._figures.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row in count_rows(words, report):
            self._figures.addWidget(_figure(words.number(row.count), row.label, f"count_{row.key}"))
        self._figures.addStretch(1)
        self.table.follow(problem_source(words, report))
        hint = left_out_told(words, report)
        self._problems.head(
            words(f"{_TO}problems"), hint or ("" if report.problems else words(f"{_TO}problems.none"))
        )
        self._look()

    def _look(self) -> None:
        current = self.table.current
        self._open.setEnabled(current is not None and current.record_id is not None)

    def _open_current(self) -> None:
        if self.table.current is not None:
            self._open_row(self.table.current)

    def _open_row(self, row: object) -> None:
        if isinstance(row, ProblemRow) and row.record_id is not None:
            self.opened.emit(row.record_id)


def _figure(number: str, told: str, name: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(number, "title", name=name))
    column.addWidget(label(told, "caption"))
    made.setAccessibleName(f"{told}: {number}")
    return made


def problem_source(
    words: Wording, report: ImportReport
) -> Callable[[Asked[ProblemRow]], Sequence[ProblemRow]]:
    """Return what gives the problems page by page, off the window's thread: there may be very many."""
    told: list[tuple[ProblemRow, ...]] = []
    kept: dict[tuple[str, str, bool], tuple[ProblemRow, ...]] = {}
    columns = problem_columns(words)

    def load(asked: Asked[ProblemRow]) -> Sequence[ProblemRow]:
        if not told:
            told.append(problem_rows(words, report))
        order = (asked.words, asked.sort, asked.descending)
        rows = kept.get(order)
        if rows is None:
            rows = arranged(told[0], columns, asked)
            kept.clear()
            kept[order] = rows
        return rows[asked.offset : asked.offset + asked.limit]

    return load


def problem_columns(words: Wording) -> list[Column[ProblemRow]]:
    """Return the columns of the list of problems."""

    def title(key: str) -> str:
        return words(f"{_TO}column.{key}")

    return [
        Column(
            "severity",
            title("severity"),
            lambda row: row.severity,
            width=130,
            chip=lambda row: Chip(row.severity, "stop" if row.serious else "warn"),
        ),
        Column("message", title("message"), lambda row: row.message),
        Column("file", title("file"), lambda row: row.file, width=212),
        Column(
            "place",
            title("place"),
            lambda row: str(row.place) if row.place else "",
            width=92,
            sort=lambda row: row.place,
        ),
        Column("control_number", title("control_number"), lambda row: row.control_number, width=136),
    ]
