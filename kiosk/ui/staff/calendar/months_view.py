"""Months beside one another, each day drawn as open or closed; the keyboard moves from day to day."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.model.calendar import Calendar
from kiosk.ui.staff.calendar.days import DayCell, DayKind, day_told, later, month_cells
from kiosk.ui.staff.style import CAPTION, COLOURS, TEXT
from kiosk.words import Wording

ACROSS, DOWN = 3, 2
_GAP, _HEAD, _LINE = 22, 30, 20
_GROUNDS = {DayKind.CLOSED: COLOURS.sunk, DayKind.CLOSURE: COLOURS.stopTint}
_INKS = {DayKind.OPEN: COLOURS.ink, DayKind.CLOSED: COLOURS.ink2, DayKind.CLOSURE: COLOURS.stop}


class MonthsView(QWidget):
    """Show half a year; `moved` tells the day the keyboard is on, `chosen` that Enter or a click took it."""

    moved = Signal(object)
    chosen = Signal(object)

    def __init__(self, words: Wording, today: date) -> None:
        super().__init__()
        self._words, self._today = words, today
        self._calendar = Calendar("UTC")
        self.first = today.replace(day=1)
        self.day = today
        self.setObjectName("months")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(480, 320))

    def show_calendar(self, calendar: Calendar) -> None:
        """Show another calendar."""
        self._calendar = calendar
        self._tell()

    def go(self, months: int) -> None:
        """Show months earlier or later."""
        if 1 < later(self.first, months).year < 9998:
            self.first = later(self.first, months)
            self.day = max(self.first, min(self.day, later(self.first, ACROSS * DOWN) - timedelta(days=1)))
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days, weeks and months; Enter takes the day."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._go_to(self.day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go_to(later(self.day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the keyboard on the day under the pointer."""
        found = self._day_at(event.position().toPoint())
        if found is not None:
            self._go_to(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the day under the pointer."""
        found = self._day_at(event.position().toPoint())
        if found is not None:
            self.chosen.emit(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(ACROSS * DOWN):
            self._draw_month(painter, number)
        painter.end()

    def _draw_month(self, painter: QPainter, number: int) -> None:
        month, box = later(self.first, number), self._month_box(number)
        self._font(painter, TEXT, QFont.Weight.Bold)
        painter.setPen(QColor(COLOURS.ink))
        head = QRectF(box.left(), box.top(), box.width(), _HEAD - 4)
        name = self._words.dated(month, "staff_month")
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        self._font(painter, CAPTION, QFont.Weight.Normal)
        painter.setPen(QColor(COLOURS.ink2))
        monday = date(2024, 1, 1)
        for column in range(7):
            said = self._words.dated(monday + timedelta(days=column), "weekday")[:2]
            place = self._cell_box(box, -1, column)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, said)
        for cell in month_cells(self._calendar, month):
            self._draw_day(painter, cell, self._cell_box(box, cell.row, cell.column))

    def _draw_day(self, painter: QPainter, cell: DayCell, box: QRectF) -> None:
        inner = box.adjusted(1, 1, -1, -1)
        ground = _GROUNDS.get(cell.kind)
        painter.setPen(Qt.PenStyle.NoPen)
        if ground is not None:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(inner, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if cell.day == self._today:
            painter.setPen(QPen(QColor(COLOURS.ink), 1.5))
            painter.drawRoundedRect(inner, 4, 4)
        if cell.day == self.day:
            painter.setPen(QPen(QColor(COLOURS.focus if self.hasFocus() else COLOURS.edge), 2))
            painter.drawRoundedRect(inner, 4, 4)
        weight = QFont.Weight.Bold if cell.kind is DayKind.CLOSURE else QFont.Weight.Normal
        self._font(painter, CAPTION, weight)
        painter.setPen(QColor(_INKS[cell.kind]))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, str(cell.day.day))

    def _font(self, painter: QPainter, size: int, weight: QFont.Weight) -> None:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setWeight(weight)
        painter.setFont(font)

    def _month_box(self, number: int) -> QRectF:
        wide = (self.width() - _GAP * (ACROSS - 1)) / ACROSS
        high = (self.height() - _GAP * (DOWN - 1)) / DOWN
        return QRectF((number % ACROSS) * (wide + _GAP), (number // ACROSS) * (high + _GAP), wide, high)

    def _cell_box(self, month: QRectF, row: int, column: int) -> QRectF:
        wide, high = month.width() / 7, (month.height() - _HEAD - _LINE) / 6
        top = month.top() + _HEAD + (_LINE + row * high if row >= 0 else 0)
        return QRectF(month.left() + column * wide, top, wide, high if row >= 0 else _LINE)

    def _day_at(self, point: QPoint) -> date | None:
        for number in range(ACROSS * DOWN):
            box = self._month_box(number)
            if box.contains(point):
                cells = month_cells(self._calendar, later(self.first, number))
                return next(
                    (c.day for c in cells if self._cell_box(box, c.row, c.column).contains(point)), None
                )
        return None

    def _go_to(self, day: date) -> None:
        while day < self.first:
            self.first = later(self.first, -1)
        while day >= later(self.first, ACROSS * DOWN):
            self.first = later(self.first, 1)
        self.day = day
        self._tell()

    def _tell(self) -> None:
        told = day_told(self._calendar, self.day, self._words)
        self.setAccessibleName(told)
        self.update()
        self.moved.emit(self.day)
