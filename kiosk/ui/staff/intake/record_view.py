"""A record of another catalogue, whole: in short or field by field, to be read before it is taken over."""

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kiosk.staff.intake.copying import FoundCopy
from kiosk.ui.staff.intake.copy_telling import description_lines, marc_lines
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.words import Wording

_TO = "staff.intake."


class RecordView(QWidget):
    """Two ways to look at one record."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._copy: FoundCopy | None = None
        self._short = button(words(f"{_TO}new.form_view"), self._look, kind="chip", name="viewShort")
        self._marc = button(words(f"{_TO}new.marc_view"), self._look, kind="chip", name="viewMarc")
        for chip in (self._short, self._marc):
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
        self._short.setChecked(True)
        self._text = QPlainTextEdit()
        self._text.setObjectName("foundRecord")
        self._text.setAccessibleName(words(f"{_TO}new.record"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        row = QHBoxLayout()
        row.setSpacing(GAP - 4)
        row.addWidget(self._short)
        row.addWidget(self._marc)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self._text, 1)

    def show_copy(self, copy: FoundCopy | None) -> None:
        """Show a record, or nothing."""
        self._copy = copy
        self._look()

    def _look(self) -> None:
        marc = self._marc.isChecked()
        self._text.setProperty("mono", marc)
        self._text.style().unpolish(self._text)
        self._text.style().polish(self._text)
        self._text.setPlainText(self._told(marc))

    def _told(self, marc: bool) -> str:
        copy = self._copy
        if copy is None or copy.record is None or copy.description is None:
            return ""
        if marc:
            return "\n".join(marc_lines(copy.record))
        return "\n\n".join(
            f"{name}\n{text}" for name, text in description_lines(self._words, copy.description)
        )
