"""A line over time with the one it is compared to dotted, and a dot where it has come to."""

from dataclasses import dataclass

import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from kiosk.ui.staff.charts.plot import Chart, dashed, solid
from kiosk.ui.staff.charts.scales import steps_between, written
from kiosk.ui.staff.style import COLOURS

_NAN = float("nan")


@dataclass(frozen=True, slots=True)
class Lines:
    """What is drawn: a value a step, None where nobody knows; words stand below the steps they name."""

    values: tuple[float | None, ...]
    compared: tuple[float | None, ...] = ()
    labels: tuple[tuple[int, str], ...] = ()
    language: str = "en"


class LineChart(Chart):
    """Show a line, which may be shown anew; its scale stands at the right, where the line has come to."""

    def __init__(self, name: str) -> None:
        super().__init__(name, scale_at="right")
        self.getPlotItem().getAxis("bottom").setHeight(26)
        plot = self.getPlotItem()
        self._compared = plot.plot(pen=dashed(), connect="finite", antialias=True)
        self._line = plot.plot(pen=solid(COLOURS.askText, 2.5), connect="finite", antialias=True)
        self._dot = pyqtgraph.ScatterPlotItem(
            size=11, pen=QPen(Qt.PenStyle.NoPen), brush=QBrush(QColor(COLOURS.askText)), antialias=True
        )
        plot.addItem(self._dot)

    def show_lines(self, lines: Lines, told: str) -> None:
        """Draw these; `told` says the same to those who hear the screen."""
        self.setAccessibleName(told)
        known = [value for value in (*lines.values, *lines.compared) if value is not None]
        steps = steps_between(min(known), max(known)) if known else (0.0, 1.0)
        self.ends = len(lines.values) * 0.03
        self.lay_out(
            lines.labels, steps, [written(step, lines.language) for step in steps], len(lines.values)
        )
        self._line.setData(range(len(lines.values)), _drawn(lines.values))
        self._compared.setData(range(len(lines.compared)), _drawn(lines.compared))
        last = [(place, value) for place, value in enumerate(lines.values) if value is not None][-1:]
        self._dot.setData([place for place, _ in last], [value for _, value in last])


def _drawn(values: tuple[float | None, ...]) -> list[float]:
    return [_NAN if value is None else value for value in values]
