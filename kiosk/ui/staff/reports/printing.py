"""Writes a report as a PDF file: asks where to, then reads and draws off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kiosk.paper.report import MOST_LINES, ReportColumn, ReportPaper, report_pdf
from kiosk.ui.staff.reports.kinds import Asking, Page, ReportKind
from kiosk.ui.staff.reports.shown import columns_of, rows_of
from kiosk.ui.staff.widgets.file_names import suggested_name
from kiosk.ui.staff.widgets.long_work import LongWork
from kiosk.ui.staff.workplace import Workplace
from kiosk.whole_files import write_whole
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class ReportPrinting:
    """A report to be written: which, of what, and what is said of it below its heading."""

    kind: ReportKind
    asking: Asking
    told: tuple[str, ...]

    def begin(self, workplace: Workplace, parent: QWidget) -> None:
        """Ask for a file and write it."""
        words = workplace.words
        report = words(f"staff.reports.name.{self.kind.key}")
        suggested = suggested_name(report, workplace.now().date(), "pdf")
        name, _ = QFileDialog.getSaveFileName(parent, words("staff.reports.pdf_to"), suggested, "PDF (*.pdf)")
        if not name:
            return
        path = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
        work = LongWork(workplace, parent, words("staff.reports.pdf_writing"))
        work.begin(
            lambda go_on: self.write(path, words, go_on),
            lambda done: workplace.say(words("staff.reports.pdf_saved", file=path.name)) if done else None,
        )

    def write(self, path: Path, words: Wording, go_on: Callable[[int], bool]) -> bool:
        """Write the file, whole or not at all; return whether, for it may be told to stop before."""
        content = self.pdf(words)
        if not go_on(1):
            return False
        write_whole(path, content)
        return True

    def pdf(self, words: Wording) -> bytes:
        """Read the report and return it as a PDF file."""
        asking = self.asking
        if self.kind.paged:
            page = Page(words=asking.page.words, sort=asking.page.sort, descending=asking.page.descending)
            asking = replace(asking, page=replace(page, limit=MOST_LINES + 1))
        report = self.kind.read(asking)
        columns = columns_of(words, report.columns)
        paper = ReportPaper(
            words.name(asking.library.name),
            words(f"staff.reports.name.{self.kind.key}"),
            self.told,
            tuple(ReportColumn(column.title, column.kind == "number") for column in columns),
            tuple(tuple(column.text(row) for column in columns) for row in rows_of(report)),
        )
        return report_pdf(paper, words)
