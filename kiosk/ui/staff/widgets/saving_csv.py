"""Writes all rows of a list to a CSV file, off the GUI thread, with progress and a way to stop."""

import csv
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Generic

from PySide6.QtWidgets import QFileDialog, QWidget

from kiosk.model.spreadsheet import disarmed
from kiosk.ui.staff.widgets.columns import Asked, Column, RowT
from kiosk.ui.staff.widgets.file_names import name_around, suggested_name
from kiosk.ui.staff.widgets.long_work import LongWork
from kiosk.ui.staff.workplace import Workplace

_PAGE = 1000


class CsvSaving(Generic[RowT]):
    """Ask for a file and write the rows; a file that is not finished is never left under its name."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        columns: Sequence[Column[RowT]],
        rows: Sequence[RowT] | None,
        load: Callable[[Asked[RowT]], Sequence[RowT]] | None,
        asked: Asked[RowT],
    ) -> None:
        self._workplace = workplace
        self._parent = parent
        self._columns = columns
        self._rows = rows
        self._load = load
        self._asked = asked

    def begin(self) -> None:
        """Ask where to, and write."""
        words = self._workplace.words
        suggested = suggested_name(name_around(self._parent), self._workplace.now().date(), "csv")
        name, _ = QFileDialog.getSaveFileName(
            self._parent, words("staff.table.csv_to"), suggested, "CSV (*.csv)"
        )
        if name:
            path = Path(name if name.lower().endswith(".csv") else f"{name}.csv")
            work = LongWork(self._workplace, self._parent, words("staff.table.csv_saving"))
            work.begin(lambda progress: self.write(path, progress), lambda count: self._done(path, count))

    def write(self, path: Path, go_on: Callable[[int], bool]) -> int:
        """Write the file and return how many rows it has; `go_on` is told of them and may say no."""
        fresh = path.with_name(f".{path.name}.part")
        count = 0
        try:
            # With the mark by which spreadsheets know UTF-8.
            with fresh.open("w", encoding="utf-8-sig", newline="") as out:
                writer = csv.writer(out, delimiter=";")
                writer.writerow(disarmed(column.title) for column in self._columns)
                for row in self._each():
                    writer.writerow(disarmed(column.text(row)) for column in self._columns)
                    count += 1
                    if count % 500 == 0 and not go_on(count):
                        return -1
                out.flush()
                os.fsync(out.fileno())
            fresh.replace(path)
        finally:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
        return count

    def _each(self) -> Iterator[RowT]:
        if self._rows is not None or self._load is None:
            yield from self._rows or ()
            return
        last: RowT | None = None
        offset = 0
        while True:
            asked = replace(self._asked, after=last, offset=offset, limit=_PAGE)
            rows = self._load(asked)
            yield from rows
            if len(rows) < _PAGE:
                return
            last, offset = rows[-1], offset + len(rows)

    def _done(self, path: Path, count: int) -> None:
        if count >= 0:
            self._workplace.say(self._workplace.words.count("staff.table.csv_saved", count, file=path.name))
