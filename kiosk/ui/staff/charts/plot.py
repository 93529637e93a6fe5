"""A chart in the workspace's look: no frame, quiet lines, words of its own typeface, nothing to drag."""

from collections.abc import Sequence

import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame

from kiosk.ui.shared.fonts import FAMILY
from kiosk.ui.staff.style import CAPTION, COLOURS

Ticks = Sequence[tuple[float, str]]


class Chart(pyqtgraph.PlotWidget):  # type: ignore[misc]  # which says nothing of its types
    """A plot that only shows; what it says is told to those who hear the screen by its accessible name."""

    def __init__(self, name: str, *, scale_at: str = "left", ends: float = 0.0) -> None:
        super().__init__(background=QColor(COLOURS.card), enableMenu=False)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(120, 100)
        self.scale_at, self.ends = scale_at, ends
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMouseEnabled(False, False)
        plot.getViewBox().setDefaultPadding(0)
        for side in ("left", "right", "bottom"):
            plot.showAxis(side, side in (scale_at, "bottom"))
            axis = plot.getAxis(side)
            # A word at the very end may stand over the edge; the next one never touches it.
            axis.setStyle(hideOverlappingLabels=False)
            axis.setStyle(tickLength=0, tickAlpha=0, tickFont=caption_font(), tickTextOffset=8)
            axis.setTextPen(QColor(COLOURS.ink2))
            axis.setPen(QPen(Qt.PenStyle.NoPen))
        self._lines: list[pyqtgraph.InfiniteLine] = []

    def lay_out(self, across: Ticks, steps: Sequence[float], numbers: Sequence[str], width: float) -> None:
        """Draw the scale with its numbers and the words below; `width` counts the steps across."""
        plot = self.getPlotItem()
        for line in self._lines:
            plot.removeItem(line)
        self._lines = []
        for value in steps:
            ground = value == 0
            pen = QPen(QColor(COLOURS.ink if ground else COLOURS.line), 1.5 if ground else 1)
            pen.setCosmetic(True)
            line = pyqtgraph.InfiniteLine(value, 0, pen)
            line.setZValue(-10)
            plot.addItem(line)
            self._lines.append(line)
        plot.getAxis(self.scale_at).setTicks([list(zip(steps, numbers, strict=True))])
        plot.getAxis("bottom").setTicks([list(across)])
        plot.setXRange(-0.5 - self.ends, max(width - 0.5, 0.5) + self.ends, padding=0)
        room = (steps[-1] - steps[0]) * 0.04
        plot.setYRange(steps[0], steps[-1] + room, padding=0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to whatever the chart lies in."""
        event.ignore()


def caption_font() -> QFont:
    """Return the typeface of what stands at a chart's edges."""
    font = QFont(FAMILY)
    font.setPixelSize(CAPTION)
    return font


def dashed(colour: str = COLOURS.edge, width: float = 1.5) -> QPen:
    """Return the pen of what is compared with."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    pen.setStyle(Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.5, 2.5])
    return pen


def solid(colour: str, width: float) -> QPen:
    """Return the pen of a line."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
