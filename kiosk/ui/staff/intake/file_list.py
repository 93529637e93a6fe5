"""The files of an import: chosen or dropped, and taken out again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_ENDINGS = "*.mrc *.marc *.mrk *.xml *.json *.csv *.tsv *.txt *.gz *.iso *.dat"


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file; its size is read when it is added."""

    path: Path
    size: int


class FileList(Panel):
    """`added` gives paths that somebody chose or dropped, `removed` the place of one to be taken out."""

    added = Signal(list)
    removed = Signal(int)

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(words("staff.intake.files.name"))
        self._words = words
        self.setAcceptDrops(True)
        self._choose = button(
            words("staff.intake.files.choose"), self._ask, name="chooseFiles", keys="Ctrl+O", picture="plus"
        )
        self._remove = button(
            words("staff.intake.files.remove"), self._take_out, name="removeFile", kind="quiet"
        )
        self.act(self._remove, self._choose)
        self.put(label(words("staff.intake.files.lead"), "caption", wrap=True))
        columns: list[Column[FileRow]] = [
            Column("file", words("staff.intake.column.file"), lambda row: row.path.name),
            Column("folder", words("staff.intake.column.folder"), lambda row: str(row.path.parent)),
            Column(
                "size",
                words("staff.intake.column.size"),
                self._size,
                kind="number",
                width=120,
                sort=lambda row: row.size,
            ),
        ]
        self.table = DataTable(
            workplace, columns, name="importFiles", key=lambda row: row.path, filtered=False, csv=False
        )
        self.table.view.setAccessibleName(words("staff.intake.files.name"))
        self.put(self.table, stretch=1)
        self._rows: tuple[FileRow, ...] = ()
        QShortcut(QKeySequence("Delete"), self.table, self._take_out)
        self._remove.setEnabled(False)

    def show_files(self, rows: Sequence[FileRow]) -> None:
        """Show these files."""
        self._rows = tuple(rows)
        self.table.show_rows(self._rows)
        self._remove.setEnabled(bool(rows))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this machine."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.added.emit(paths)

    def _ask(self) -> None:
        words = self._words
        records, others = words("staff.intake.files.filter"), words("staff.intake.files.all")
        filters = f"{records} ({_ENDINGS});;{others} (*)"
        names, _ = QFileDialog.getOpenFileNames(self, words("staff.intake.files.choose"), "", filters)
        if names:
            self.added.emit([Path(name) for name in names])

    def _take_out(self) -> None:
        row = self.table.current or (self._rows[0] if len(self._rows) == 1 else None)
        if row is not None:
            self.removed.emit(self._rows.index(row))

    def _size(self, row: FileRow) -> str:
        return self._words("staff.intake.size.kilobytes", size=max(1, round(row.size / 1000)))
