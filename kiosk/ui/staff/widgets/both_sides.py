"""Two people wrote at once: both readings of each part beside one another, and a choice for each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.words import Wording

_LOW, _TALL = 74, 150


@dataclass(frozen=True, slots=True)
class BothRead:
    """A part as it stands here and as a colleague saved it; ``clash`` where both wrote it.

    ``key`` names it for whoever asks what was chosen, ``heading`` for who reads; ``body`` is a long text.
    """

    key: tuple[str, ...]
    heading: str
    named: str
    mine: str
    theirs: str
    clash: bool
    body: bool = False


class BothSidesDialog(QDialog):
    """Show parts that differ; `theirs` are those of which the colleague's reading is chosen.

    Chosen beforehand is the colleague's where nothing was written here, one's own where both wrote.
    """

    def __init__(
        self, words: Wording, title: str, explained: str, parts: Sequence[BothRead], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._theirs: dict[tuple[str, ...], QRadioButton] = {}
        self.setWindowTitle(title)
        self.resize(980, 620)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(title, "heading"))
        column.addWidget(label(explained if parts else words("staff.compare.nothing"), wrap=True))
        column.addWidget(self._area(parts), 1)
        go_on = button(words("staff.compare.take"), self.accept, kind="primary", name="takeChosen")
        leave = button(words("staff.compare.cancel"), self.reject, name="leave")
        column.addWidget(across(go_on, leave))

    @property
    def theirs(self) -> frozenset[tuple[str, ...]]:
        """Give the keys of the parts of which the colleague's reading is chosen."""
        return frozenset(key for key, radio in self._theirs.items() if radio.isChecked())

    def _area(self, parts: Sequence[BothRead]) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("canvas")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(GAP)
        for one in parts:
            column.addWidget(self._part(one))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _part(self, one: BothRead) -> Panel:
        panel = Panel(one.heading)
        grid = QGridLayout()
        radios = []
        for place, (side, value) in enumerate((("mine", one.mine), ("theirs", one.theirs))):
            radio = QRadioButton(self._words(f"staff.compare.{side}"), panel)
            radio.setObjectName("-".join((side, *one.key)))
            text = QPlainTextEdit(value, panel)
            text.setReadOnly(True)
            text.setAccessibleName(f"{radio.text()}: {one.named}")
            text.setFixedHeight(_TALL if one.body else _LOW)
            grid.addWidget(radio, 0, place)
            grid.addWidget(text, 1, place)
            radios.append(radio)
        radios[0 if one.clash else 1].setChecked(True)
        self._theirs[one.key] = radios[1]
        panel.content.addLayout(grid)
        return panel
