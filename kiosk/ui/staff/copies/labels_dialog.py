"""The dialog in which labels of copies are laid on a sheet and saved as PDF."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from kiosk.staff.copies.labelling import LabelOrder, LabelSheets
from kiosk.ui.staff.copies.copy_form import choice
from kiosk.ui.staff.copies.dialog import WorkDialog
from kiosk.ui.staff.widgets.form import Form, number_field
from kiosk.ui.staff.workplace import Workplace


class LabelsDialog(WorkDialog):
    """Ask which sheet, which kind and where to begin, then where to save the PDF."""

    def __init__(self, workplace: Workplace, parent: QWidget, barcodes: Sequence[str]) -> None:
        words = workplace.words
        count = len(barcodes)
        super().__init__(
            workplace, parent, words("staff.copies.labels.heading"), words.count("staff.copies.chosen", count)
        )
        self._barcodes = tuple(barcodes)
        self._kind = choice(
            {"barcode": words("staff.copies.labels.barcode"), "spine": words("staff.copies.labels.spine")}
        )
        self._sheet = QComboBox()
        self._start = number_field()
        self._start.setRange(1, 500)
        form = Form()
        form.add(words("staff.copies.labels.kind"), self._kind, "labelKind")
        form.add(words("staff.copies.labels.sheet"), self._sheet, "labelSheet")
        form.add(
            words("staff.copies.labels.start"),
            self._start,
            "labelStart",
            words("staff.copies.labels.start.hint"),
        )
        self.body.addWidget(form)
        self._do = self.finish_with(words("staff.copies.labels.do"), self.save)
        self._do.setEnabled(False)
        self.setMinimumWidth(480)
        labels, by = workplace.services.copies.labels, workplace.by
        workplace.read(lambda: labels.sheets(by), self._know, self.fail)

    def save(self) -> None:
        """Ask for a file and write the labels to it."""
        words = self.workplace.words
        name, _ = QFileDialog.getSaveFileName(
            self, words("staff.copies.labels.to"), words("staff.copies.labels.file"), "PDF (*.pdf)"
        )
        if name:
            self.save_to(Path(name if name.lower().endswith(".pdf") else f"{name}.pdf"))

    def save_to(self, path: Path) -> None:
        """Write the labels to a file, whole or not at all."""
        labels, by = self.workplace.services.copies.labels, self.workplace.by
        order = LabelOrder(
            self._barcodes,
            self._kind.currentData() == "spine",
            self._sheet.currentText(),
            self._start.value(),
        )

        self._do.setEnabled(False)
        self.workplace.change(
            lambda: labels.save(by, order, path), lambda made: self._done(path, made), self._failed
        )

    def _know(self, sheets: Sequence[str]) -> None:
        self._sheet.addItems(list(sheets))
        self._do.setEnabled(True)
        self._do.setFocus()

    def _done(self, path: Path, made: LabelSheets) -> None:
        words = self.workplace.words
        told = words.count("staff.copies.labels.done", made.labels, file=path.name, next=made.next_start)
        self.accept()
        self.workplace.say(told)
        if made.problems:
            lines = [f"{code}: {words.show(problem)}" for code, problem in made.problems[:3]]
            left = words.count("staff.copies.labels.without", len(made.problems))
            self.workplace.wrong.emit(f"{left} {' '.join(lines)}")

    def _failed(self, error: Exception) -> None:
        self._do.setEnabled(True)
        self.fail(error)
