"""The two charts of the day in their panels, made once the drawing library is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.staff.charts.loading import charts_are_there
from kiosk.ui.staff.style import COLOURS, SECOND_SERIES
from kiosk.ui.staff.today.state import HourBars, WeekLines
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.words import Wording

if TYPE_CHECKING:
    from kiosk.ui.staff.charts.bars import BarChart
    from kiosk.ui.staff.charts.lines import LineChart

DOTTED = ""


class Swatch(QWidget):
    """A spot of a series' colour, or a dotted line for what is compared."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(18 if colour == DOTTED else 13, 13)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._colour == DOTTED:
            pen = QPen(QColor(COLOURS.edge), 2)
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([1.6, 1.6])
            painter.setPen(pen)
            middle = self.height() / 2
            painter.drawLine(QPointF(1, middle), QPointF(self.width() - 1, middle))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour))
            painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.end()


def legend(*told: tuple[str, str]) -> QWidget:
    """Return what colours mean, beside one another."""
    return across(*(across(Swatch(colour), label(text, "caption"), gap=7) for colour, text in told), gap=14)


class DayCharts:
    """The panels of hours and weeks; empty until `draw` is first called."""

    def __init__(self, words: Wording) -> None:
        self._words = words
        self.hours = Panel(words("staff.today.by_hour"))
        self.hours.put(
            legend(
                (COLOURS.action, words("staff.today.loans")),
                (SECOND_SERIES, words("staff.today.returns")),
                (DOTTED, words("staff.today.usual")),
            )
        )
        self.weeks = Panel(words("staff.today.by_week"))
        self.weeks.put(legend((DOTTED, words("staff.today.year_before"))))
        self._nothing: list[QLabel] = []
        for panel in (self.hours, self.weeks):
            waiting = label(words("staff.today.reading"), "caption")
            panel.put(waiting, stretch=1)
            self._nothing.append(waiting)
        self._begun = False
        self._bars: BarChart | None = None
        self._lines: LineChart | None = None

    def draw(self, hours: HourBars, weeks: WeekLines) -> None:
        """Draw the day; where nothing can be drawn say so."""
        if not charts_are_there():
            for waiting in self._nothing:
                waiting.setText(self._words("staff.today.no_charts"))
            return
        if not self._begun:
            self._begun = True
            for waiting in self._nothing:
                waiting.hide()
        # One after another, so that the window is never held up by both.
        self._draw_hours(hours)
        QTimer.singleShot(0, self.weeks, lambda: self._draw_weeks(weeks))

    def _draw_hours(self, hours: HourBars) -> None:
        from kiosk.ui.staff.charts.bars import BarChart, Bars

        if self._bars is None:
            self._bars = BarChart("hoursChart")
            self.hours.put(self._bars, stretch=1)
        self._bars.show_bars(
            Bars(hours.labels, (hours.loans, hours.returns), hours.usual, self._words.language), hours.told
        )

    def _draw_weeks(self, weeks: WeekLines) -> None:
        from kiosk.ui.staff.charts.lines import LineChart, Lines

        if self._lines is None:
            self._lines = LineChart("weeksChart")
            self.weeks.put(self._lines, stretch=1)
        self._lines.show_lines(Lines(weeks.now, weeks.before, weeks.labels, self._words.language), weeks.told)
