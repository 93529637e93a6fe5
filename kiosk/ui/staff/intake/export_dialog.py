"""Records into a file: which ones, in which format, written with progress and a way to stop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QRadioButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.catalog.exporter import ExportCancelled, ExportReport
from kiosk.staff.intake.exporting import ENDINGS, Selection
from kiosk.ui.staff.intake.export_state import ExportOffer, What, with_ending
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.long_work import LongWork
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace

_TO = "staff.intake."


class ExportDialog(QDialog):
    """What is likeliest wanted is chosen already; how many records that is stands beside it."""

    def __init__(self, workplace: Workplace, offer: ExportOffer, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace, self._offer, self._over = workplace, offer, parent
        words = workplace.words
        self._counts: dict[What, int] = {}
        self.setWindowTitle(words(f"{_TO}title.export"))
        self.setMinimumWidth(520)
        self._choices = {what: QRadioButton(words(f"{_TO}export.{what}")) for what in offer.kinds}
        self._format = QComboBox()
        for ending in ENDINGS:
            self._format.addItem(words(f"{_TO}export.{ending[1:]}"), ending)
        form = Form()
        for place, (what, choice) in enumerate(self._choices.items()):
            choice.setObjectName(f"export_{what}")
            choice.setChecked(place == 0)
            form.row(choice)
        form.add(words(f"{_TO}export.format"), self._format, "exportFormat")
        self._do = button(words(f"{_TO}export.go"), self._ask_where, kind="primary", name="exportGo")
        self._do.setDefault(True)
        leave = button(words("staff.cancel"), self.reject, name="leave")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words(f"{_TO}title.export"), "heading"))
        column.addWidget(form)
        column.addWidget(across(self._do, leave))
        for what in offer.kinds:
            self._count(what)

    @property
    def chosen(self) -> What:
        """Give which records are chosen."""
        return next((what for what, choice in self._choices.items() if choice.isChecked()), What.ALL)

    def _count(self, what: What) -> None:
        by, outgoing = self._workplace.by, self._workplace.services.intake.outgoing
        selection = self._offer.selection(what)

        def known(count: int) -> None:
            if isValid(self):
                words = self._workplace.words
                self._counts[what] = count
                told = words.count(f"{_TO}export.count", count)
                self._choices[what].setText(f"{words(f'{_TO}export.{what}')}: {told}")

        self._workplace.read(lambda: outgoing.count(by, selection), known)

    def _ask_where(self) -> None:
        words, ending = self._workplace.words, str(self._format.currentData())
        suggested = f"{words(f'{_TO}export.file_name')}{ending}"
        name, _ = QFileDialog.getSaveFileName(self, words(f"{_TO}export.go"), suggested, f"*{ending}")
        if name:
            what = self.chosen
            self.accept()
            write(
                self._workplace,
                self._over,
                self._offer.selection(what),
                with_ending(name, ending),
                self._counts.get(what, 0),
            )


def write(workplace: Workplace, parent: QWidget, selection: Selection, path: Path, whole: int) -> None:
    """Write the file while a dialog shows how far it is; one that was stopped is not there."""
    by, at, outgoing = workplace.by, workplace.now(), workplace.services.intake.outgoing
    words = workplace.words

    def work(go_on: Callable[[int], bool]) -> ExportReport | None:
        def told(done: int, _of: int) -> None:
            if not go_on(done):
                raise ExportCancelled

        try:
            return outgoing.export(by, path, selection, at=at, told=told)
        except ExportCancelled:
            return None

    def done(report: ExportReport | None) -> None:
        if report is None:
            workplace.say(words(f"{_TO}export.stopped"))
            return
        said = words(f"{_TO}export.done", records=report.records, items=report.items, file=path.name)
        if report.rest is not None:
            said += " " + words(f"{_TO}export.rest", count=len(report.problems), file=report.rest.name)
        workplace.say(said)

    LongWork(workplace, parent, words(f"{_TO}title.export"), whole).begin(work, done)
