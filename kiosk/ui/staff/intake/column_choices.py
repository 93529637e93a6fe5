"""What the headings of a table mean: each with an example and the choice of a column."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QWidget

from kiosk.catalog.import_preview import PreviewColumn
from kiosk.catalog.tables.headers import COLUMNS
from kiosk.ui.staff.intake.import_state import AS_FOUND, LEFT_OUT
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.panel import label
from kiosk.words import Wording

_TO = "staff.intake."
_ACROSS = 2
_ROW_HEIGHT, _MOST_HEIGHT, _CHOICE_WIDTH = 42, 214, 270
_LONGEST_EXAMPLE = 40


class ColumnChoices(QScrollArea):
    """Two headings a row; `chosen` gives a heading and what it shall mean."""

    chosen = Signal(str, str)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(words(f"{_TO}preview.columns"))
        self._headings: tuple[tuple[str, str], ...] = ()
        self._choices: list[QComboBox] = []

    def show_columns(self, columns: tuple[PreviewColumn, ...], chosen: dict[str, str]) -> None:
        """Show the headings of a table; choices stay where they are while its headings do."""
        headings = tuple((column.heading, column.example) for column in columns)
        if headings != self._headings:
            self._headings = headings
            self._build(columns)
        for choice, column in zip(self._choices, columns, strict=True):
            meant = chosen.get(column.heading, AS_FOUND)
            if meant == AS_FOUND:
                found = self._words(f"{_TO}meaning.{column.column or 'unknown'}")
                choice.setItemText(0, self._words(f"{_TO}meaning.auto", column=found))
            choice.setCurrentIndex(max(0, choice.findData(meant)))

    def _build(self, columns: tuple[PreviewColumn, ...]) -> None:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(GAP)
        self._choices = []
        for place, column in enumerate(columns):
            row, side = divmod(place, _ACROSS)
            self._choices.append(self._add(grid, row, side * 3, place, column))
        for side in range(_ACROSS):
            grid.setColumnStretch(side * 3 + 1, 1)
        grid.setRowStretch(len(columns) // _ACROSS + 1, 1)
        self.setWidget(held)
        held.setAutoFillBackground(False)
        if self._choices:
            self.setFocusProxy(self._choices[0])
        rows = -(-len(columns) // _ACROSS)
        self.setFixedHeight(min(_MOST_HEIGHT, rows * _ROW_HEIGHT + 4))

    def _add(self, grid: QGridLayout, row: int, left: int, place: int, column: PreviewColumn) -> QComboBox:
        choice = QComboBox()
        choice.setObjectName(f"column{place}")
        choice.setMinimumWidth(_CHOICE_WIDTH)
        choice.addItem(self._words(f"{_TO}meaning.auto", column="…"), AS_FOUND)
        choice.addItem(self._words(f"{_TO}meaning.{LEFT_OUT}"), LEFT_OUT)
        for name in COLUMNS:
            choice.addItem(self._words(f"{_TO}meaning.{name}"), name)
        choice.setAccessibleName(f"{self._words(f'{_TO}column.means')}: {column.heading}")
        choice.activated.connect(partial(self._tell, column.heading, choice))
        said = label(column.heading, "label")
        said.setBuddy(choice)
        grid.addWidget(said, row, left)
        grid.addWidget(label(column.example[:_LONGEST_EXAMPLE], "caption"), row, left + 1)
        grid.addWidget(choice, row, left + 2)
        return choice

    def _tell(self, heading: str, choice: QComboBox, _index: int) -> None:
        self.chosen.emit(heading, str(choice.currentData()))
