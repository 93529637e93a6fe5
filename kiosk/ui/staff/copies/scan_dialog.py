"""The dialog in which copies are named by scanning them one after another."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kiosk.staff.copies.listing import ByBarcode
from kiosk.storage import CopyRow
from kiosk.ui.staff.copies.dialog import DraftKeeper, WorkDialog
from kiosk.ui.staff.copies.typed_copy import numbers_of
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.workplace import Workplace

_FORM = "catalogue/scanned"
_TOLD = 8

Take = Callable[[Sequence[CopyRow]], None]


class ScanDialog(WorkDialog):
    """Take barcodes, one a line; `change` or `print_labels` get the copies that they belong to."""

    def __init__(self, workplace: Workplace, parent: QWidget, change: Take, print_labels: Take) -> None:
        words = workplace.words
        super().__init__(
            workplace, parent, words("staff.copies.scan.heading"), words("staff.copies.scan.told")
        )
        self._field = QPlainTextEdit()
        self._field.setObjectName("scanned")
        self._field.setProperty("mono", True)
        self._field.setTabChangesFocus(True)
        self._field.setAccessibleName(words("staff.copies.form.barcodes"))
        self._field.setMinimumHeight(220)
        self._tally = label("", "caption", name="tally")
        self.body.addWidget(self._field)
        self.body.addWidget(self._tally)
        labels = button(
            words("staff.copies.scan.labels"),
            lambda: self._find(print_labels),
            picture="print",
            name="scanLabels",
        )
        self.finish_with(words("staff.copies.scan.change"), lambda: self._find(change), labels)
        self.setMinimumWidth(460)
        self._draft = DraftKeeper(workplace, self, _FORM, self.windowTitle)
        draft = workplace.drafts.of(_FORM)
        if draft is not None and isinstance(draft.values.get("barcodes"), str):
            self._field.setPlainText(draft.values["barcodes"])
            self.say(words("staff.copies.restored"), good=True)
        self._field.textChanged.connect(self._edited)
        self._count()
        self._field.setFocus()

    def reject(self) -> None:
        """Do nothing with what was scanned."""
        self._draft.forget()
        super().reject()

    def _edited(self) -> None:
        self._draft.changed({"barcodes": self._field.toPlainText()})
        self._count()

    def _count(self) -> None:
        count = len(numbers_of(self._field.toPlainText()))
        self._tally.setText(self.workplace.words.count("staff.copies.add.tally", count))

    def _find(self, take: Take) -> None:
        codes = numbers_of(self._field.toPlainText())
        if not codes:
            self.say(self.workplace.words("staff.copies.scan.none"))
            return
        listing, by = self.workplace.services.copies.listing, self.workplace.by
        self.workplace.read(
            lambda: listing.of_barcodes(by, codes), lambda found: self._found(found, take), self.fail
        )

    def _found(self, found: ByBarcode, take: Take) -> None:
        if found.unknown:
            words = self.workplace.words
            told = words.count("staff.copies.scan.unknown", len(found.unknown))
            self.say(f"{told} {', '.join(found.unknown[:_TOLD])}")
            self._field.setPlainText("\n".join(row.copy.item.barcode for row in found.rows) + "\n")
            return
        self._draft.forget()
        self.accept()
        take(found.rows)
