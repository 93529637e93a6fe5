"""The chart above a report's table, made once the drawing library is there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.staff.charts.loading import charts_are_there
from kiosk.ui.staff.charts.scales import every
from kiosk.ui.staff.reports.shown import Drawn
from kiosk.ui.staff.style import COLOURS, SECOND_SERIES
from kiosk.ui.staff.today.charts import DOTTED, legend

if TYPE_CHECKING:
    from kiosk.ui.staff.charts.bars import BarChart
    from kiosk.ui.staff.charts.lines import LineChart

_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly
_HEIGHT = 230
_LETTERS = 170  # of all names together, more than which cannot stand below bars in two lines


class ReportChart(QWidget):
    """Show bars or a line with what they mean; hidden where nothing is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        self._stack.setFixedHeight(_HEIGHT)
        self._legend: QWidget | None = None
        self._wanted: Drawn | None = None
        self._column.addWidget(self._stack)
        self.hide()

    def ahead(self) -> Iterator[None]:
        """Make the charts one after the other, where the drawing library is there."""
        if charts_are_there():
            self._bars()
            yield
            self._lines()
            yield

    def draw(self, drawn: Drawn | None) -> None:
        """Draw this, or hide. The chart gets its place first, and is drawn in a turn of its own."""
        shown = drawn is not None and charts_are_there()
        self._wanted = drawn if shown else None
        if drawn is not None and shown:
            self._explain(drawn)
            self._stack.setCurrentWidget(self._lines() if drawn.line else self._bars())
            QTimer.singleShot(0, self, lambda: self._fill(drawn))
        self.setVisible(shown)

    def _fill(self, drawn: Drawn) -> None:
        if drawn is not self._wanted:
            return
        if drawn.line:
            self._draw_line(drawn)
        else:
            self._draw_bars(drawn)

    def _draw_bars(self, drawn: Drawn) -> None:
        from kiosk.ui.staff.charts.bars import Bars

        chart = self._bars()
        usual = tuple(value or 0.0 for value in drawn.compared)
        chart.show_bars(Bars(_short(drawn.names), drawn.series, usual, drawn.language), drawn.told)

    def _draw_line(self, drawn: Drawn) -> None:
        from kiosk.ui.staff.charts.lines import Lines

        chart = self._lines()
        gap = every(len(drawn.names), 8)
        labels = tuple((place, name) for place, name in enumerate(drawn.names) if place % gap == 0)
        chart.show_lines(Lines(drawn.series[0], drawn.compared, labels, drawn.language), drawn.told)

    def _bars(self) -> "BarChart":
        from kiosk.ui.staff.charts.bars import BarChart

        chart = self._stack.findChild(BarChart, options=_DIRECTLY)
        if chart is None:
            chart = BarChart("reportBars")
            self._stack.addWidget(chart)
        return chart

    def _lines(self) -> "LineChart":
        from kiosk.ui.staff.charts.lines import LineChart

        chart = self._stack.findChild(LineChart, options=_DIRECTLY)
        if chart is None:
            chart = LineChart("reportLine")
            self._stack.addWidget(chart)
        return chart

    def _explain(self, drawn: Drawn) -> None:
        if self._legend is not None:
            self._legend.deleteLater()
        colours = (COLOURS.askText,) if drawn.line else (COLOURS.action, SECOND_SERIES)
        told = list(zip(colours, drawn.headings, strict=False))
        if drawn.compared_heading and any(drawn.compared):
            told.append((DOTTED, drawn.compared_heading))
        self._legend = legend(*told)
        self._column.insertWidget(0, self._legend)


def _short(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names that stand beside one another: the more there are, the shorter they are cut."""
    most = max(4, _LETTERS // max(len(names), 1))
    return tuple(name if len(name) <= most else f"{name[: most - 1].rstrip()}…" for name in names)
