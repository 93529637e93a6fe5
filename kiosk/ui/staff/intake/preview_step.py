"""The second page of an import: the first records as they would be, and where their items are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from kiosk.ui.staff.intake.column_choices import ColumnChoices
from kiosk.ui.staff.intake.import_state import ITEM_CHOICES, ImportState, Work
from kiosk.ui.staff.intake.import_telling import PreviewRow, preview_rows
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import Wording

_TO = "staff.intake."


class PreviewStep(QWidget):
    """The signals tell what somebody wants otherwise: another file, items, a column, overwriting."""

    chose_file = Signal(int)
    chose_items = Signal(str)
    chose_column = Signal(str, str)
    chose_overwriting = Signal(bool)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        words = self._words = workplace.words
        self._files = QComboBox()
        self._files.setObjectName("previewFile")
        self._files.setAccessibleName(words(f"{_TO}preview.file"))
        self._files.activated.connect(self.chose_file)
        self._items_label = label(words(f"{_TO}preview.items"), "label")
        self._items = QComboBox()
        self._items.setObjectName("previewItems")
        self._items.setAccessibleName(words(f"{_TO}preview.items"))
        for choice in ITEM_CHOICES:
            self._items.addItem(words(f"{_TO}items.{choice}"), choice)
        self._items_label.setBuddy(self._items)
        self._items.activated.connect(lambda _: self.chose_items.emit(str(self._items.currentData())))
        self._found = label("", "caption", name="previewFound")
        self._overwrite = QCheckBox(words(f"{_TO}preview.overwrite"))
        self._overwrite.setObjectName("previewOverwrite")
        self._overwrite.clicked.connect(self.chose_overwriting)
        self._columns_panel = Panel(words(f"{_TO}preview.columns"))
        self._columns = ColumnChoices(words)
        self._columns.chosen.connect(self.chose_column)
        self._columns_panel.put(self._columns)
        self._unusable = label(words(f"{_TO}preview.unusable"), "wrong", wrap=True, name="previewUnusable")
        self.table = DataTable(
            workplace, preview_columns(words), name="previewRecords", filtered=False, csv=False
        )
        self.table.view.setAccessibleName(words(f"{_TO}preview.records"))
        panel = Panel(words(f"{_TO}preview.records"))
        panel.put(self._unusable)
        panel.put(self.table, stretch=1)
        self.setFocusProxy(self._columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(across(self._files, self._items_label, self._items, self._found, self._overwrite))
        column.addWidget(self._columns_panel)
        column.addWidget(panel, 1)

    def show_state(self, state: ImportState) -> None:
        """Show the beginning of the file, and what has been chosen."""
        self._show_files(state)
        self._items.setCurrentIndex(self._items.findData(state.items))
        self._overwrite.setChecked(state.overwrite)
        for widget in (self._items, self._items_label, self._found):
            widget.setVisible(not state.is_table)
        self._columns_panel.setVisible(state.is_table)
        # While the file is looked into, more may be chosen: the last choice counts.
        busy = state.work not in (None, Work.LOOKING)
        for field in (self._files, self._items, self._columns, self._overwrite):
            field.setEnabled(not busy)
        preview = state.preview
        self._unusable.setVisible(preview is not None and not preview.usable)
        if preview is None:
            return
        tag = preview.tag
        self._found.setText(
            self._words(f"{_TO}preview.found_in", tag=tag)
            if tag
            else self._words(f"{_TO}preview.found_nowhere")
        )
        self._found.setVisible(not state.is_table and state.items == "auto")
        if state.is_table:
            self._columns.show_columns(preview.columns, dict(state.columns))
        self.table.show_rows(preview_rows(self._words, preview))

    def _show_files(self, state: ImportState) -> None:
        names = [path.name for path in state.paths]
        if names != [self._files.itemText(place) for place in range(self._files.count())]:
            self._files.clear()
            self._files.addItems(names)
        self._files.setCurrentIndex(state.shown)
        self._files.setVisible(len(names) > 1)


def preview_columns(words: Wording) -> list[Column[PreviewRow]]:
    """Return the columns of the preview's table."""

    def title(key: str) -> str:
        return words(f"{_TO}column.{key}")

    return [
        Column("number", title("number"), lambda row: row.number, kind="number", width=60, sortable=False),
        Column("title", title("title"), lambda row: row.title),
        Column("author", title("author"), lambda row: row.author, width=170),
        Column("year", title("year"), lambda row: row.year, width=60),
        Column("form", title("form"), lambda row: row.form, width=96),
        Column("items", title("items"), lambda row: row.items, width=190),
        Column(
            "fate",
            title("fate"),
            lambda row: row.fate,
            width=120,
            chip=lambda row: Chip(row.fate, row.tone),
        ),
        Column("told", title("told"), lambda row: row.told),
    ]
