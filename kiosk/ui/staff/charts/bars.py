"""Bars beside one another: one or two series, and what is usual as a dotted outline behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from kiosk.ui.staff.charts.plot import Chart, dashed
from kiosk.ui.staff.charts.scales import every, steps_to, written
from kiosk.ui.staff.style import COLOURS, SECOND_SERIES

SERIES_COLOURS = (COLOURS.action, SECOND_SERIES)
_GROUP = 0.72  # how much of its room a group of bars takes
_MOST_LABELS = 14
_LETTERS = 84  # that stand below bars in one line


@dataclass(frozen=True, slots=True)
class Bars:
    """What is drawn: words below, values of each series above them; a `usual` of nothing has no outline."""

    labels: tuple[str, ...]
    series: tuple[tuple[float, ...], ...]
    usual: tuple[float, ...] = ()
    language: str = "en"


class BarChart(Chart):
    """Show bars, which may be shown anew."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._drawn: list[pyqtgraph.BarGraphItem] = []

    def show_bars(
        self,
        bars: Bars,
        told: str,
    ) -> None:
        """Draw these; `told` says the same to those who hear the screen."""
        self.setAccessibleName(told)
        for item in self._drawn:
            self.getPlotItem().removeItem(item)
        values = [value for series in (*bars.series, bars.usual) for value in series]
        steps = steps_to(max(values, default=0))
        across = self._labels(bars.labels)
        self.lay_out(across, steps, [written(step, bars.language) for step in steps], len(bars.labels))
        width = _GROUP / max(len(bars.series), 1)
        self._drawn = [self._outline(bars.usual, width)] if any(bars.usual) else []
        for number_of, series in enumerate(bars.series):
            colour = SERIES_COLOURS[number_of % len(SERIES_COLOURS)]
            left = -_GROUP / 2 + width * (number_of + 0.5)
            places = [place + left for place in range(len(series))]
            self._drawn.append(_bars(places, series, width * 0.92, colour))
        for item in self._drawn:
            self.getPlotItem().addItem(item)

    def _labels(self, labels: Sequence[str]) -> list[tuple[float, str]]:
        """Write the words below: every second one a line lower where they are long."""
        gap = every(len(labels), _MOST_LABELS)
        lower = sum(map(len, labels)) > _LETTERS
        self.getPlotItem().getAxis("bottom").setHeight(44 if lower else 26)
        shown = [(place, word) for place, word in enumerate(labels) if place % gap == 0]
        return [
            (float(place), f"\n{word}" if lower and number % 2 else f"{word}\n" if lower else word)
            for number, (place, word) in enumerate(shown)
        ]

    def _outline(self, usual: Sequence[float], width: float) -> pyqtgraph.BarGraphItem:
        shown = [(place, value) for place, value in enumerate(usual) if value]
        left = -_GROUP / 2 + width / 2
        return pyqtgraph.BarGraphItem(
            x=[place + left for place, _ in shown],
            height=[value for _, value in shown],
            width=width * 0.92,
            pen=dashed(width=1.2),
            brush=QBrush(Qt.BrushStyle.NoBrush),
        )


def _bars(
    places: Sequence[float], values: Sequence[float], width: float, colour: str
) -> pyqtgraph.BarGraphItem:
    return pyqtgraph.BarGraphItem(
        x=list(places),
        height=list(values),
        width=width,
        pen=QPen(Qt.PenStyle.NoPen),
        brush=QBrush(QColor(colour)),
    )
