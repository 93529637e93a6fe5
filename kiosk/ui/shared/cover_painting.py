"""Typographic covers for what has no picture, painted with QPainter on any thread."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath

from kiosk.ui.shared.cover_badge import draw_badge
from kiosk.ui.shared.cover_design import (
    ARCH,
    INITIAL,
    LABEL,
    MOON,
    SHELF,
    SPINE,
    CoverDesign,
    CoverOrder,
    design,
)
from kiosk.ui.shared.cover_text import broken, cover_font, draw_lines

PITCH = 1.35
SMALLEST = 5.0  # of a title, in units


def paint_cover(order: CoverOrder) -> QImage:
    """Paint a cover `order.width` pixels wide, on any thread; the typefaces must be loaded."""
    plan = design(order)
    unit = order.width / 100
    image = QImage(order.width, round(plan.height * unit), QImage.Format.Format_RGB32)
    image.fill(QColor(plan.ground))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _LAYOUTS[plan.layout](_Board(painter, plan, unit, order.title))
    _bind(painter, image, unit)
    if plan.badge:
        draw_badge(painter, plan, unit)
    painter.end()
    return image


@dataclass(frozen=True, slots=True)
class _Board:
    """The cover under the brush, in units."""

    painter: QPainter
    plan: CoverDesign
    unit: float
    title: str

    def fill(self, colour: str, x: float, y: float, width: float, height: float, alpha: float = 1) -> None:
        tone = QColor(colour)
        tone.setAlphaF(alpha)
        unit = self.unit
        box = QRectF(round(x * unit), round(y * unit), round(width * unit), max(1, round(height * unit)))
        self.painter.fillRect(box, tone)

    def write_title(
        self, baseline: float, left: float, room: float, centred: bool = False, ink: str = ""
    ) -> float:
        font = cover_font(self.plan.title_size * self.unit, QFont.Weight.Bold)
        return self._write(self.title, font, self.plan.title_size * PITCH, baseline, left, room, centred, ink)

    def write_author(
        self, baseline: float, left: float, room: float, centred: bool = False, ink: str = ""
    ) -> float:
        font = cover_font(self.plan.author_size * self.unit, QFont.Weight.Medium)
        return self._write(self.plan.author, font, 9.6, baseline, left, room, centred, ink)

    def lines_of_title(self, room: float) -> int:
        font = cover_font(self.plan.title_size * self.unit, QFont.Weight.Bold)
        return max(1, len(broken(self.title, font, room * self.unit)))

    def with_title_within(self, room: float, height: float) -> "_Board":
        """Give the board with a title as large as its layout allows and no higher than `height`."""
        board = self
        size = self.plan.title_size
        while size > SMALLEST and size * (1 + (board.lines_of_title(room) - 1) * PITCH) > height:
            size = max(SMALLEST, size - 0.5)
            board = replace(board, plan=replace(board.plan, title_size=size))
        return board

    def lines_of_author(self, room: float) -> int:
        font = cover_font(self.plan.author_size * self.unit, QFont.Weight.Medium)
        return len(broken(self.plan.author, font, room * self.unit, 3))

    def _write(
        self,
        text: str,
        font: QFont,
        pitch: float,
        baseline: float,
        left: float,
        room: float,
        centred: bool,
        ink: str,
    ) -> float:
        unit = self.unit
        lines = broken(text, font, room * unit)
        width = room * unit if centred else 0
        ink = ink or self.plan.text
        return (
            draw_lines(self.painter, lines, font, ink, left * unit, baseline * unit, pitch * unit, width)
            / unit
        )


def _moon(board: _Board) -> None:
    plan, painter, unit = board.plan, board.painter, board.unit
    top = 86 * (0.74 if plan.square else 1)
    painter.setBrush(QColor(plan.accent))
    painter.drawEllipse(QRectF(30 * unit, top * unit, 96 * unit, 96 * unit))
    board.fill(plan.ground, 20, 85.4 if plan.square else 134.4, 80, 2.2)
    _author_over_title(board, 64 if plan.square else 90)


def _author_over_title(board: _Board, foot: float) -> None:
    baseline = board.write_author(17, 10, 82) if board.plan.author else 4
    board = board.with_title_within(84, foot - baseline - 8)
    board.write_title(baseline + 8 + 0.754 * board.plan.title_size, 10, 84)


def _label(board: _Board) -> None:
    rows = max(0, board.lines_of_author(70) - 1)
    board = board.with_title_within(68, board.plan.height - 64 - rows * 9.6)
    plan = board.plan
    lines = board.lines_of_title(68)
    height = max(58.0, 30.2 + lines * plan.title_size * PITCH + rows * 9.6)
    board.fill(plan.text, 9, 12.3, 82, height)
    _frame(board, 11.5, 14.8, 77, height - 5)
    board.write_title(19.3 + plan.title_size, 16, 68, centred=True, ink=plan.ground)
    board.write_author(12.3 + height - 9 - rows * 9.6, 15, 70, centred=True, ink=plan.ground)
    board.fill(plan.accent, 9, plan.height - 16, 82, 1.7)
    board.fill(plan.accent, 9, plan.height - 11.7, 82, 2.2)


def _frame(board: _Board, x: float, y: float, width: float, height: float) -> None:
    thin = max(1.0, round(0.8 * board.unit)) / board.unit
    for left, top, wide, high in (
        (x, y, width, thin),
        (x, y + height - thin, width, thin),
        (x, y, thin, height),
        (x + width - thin, y, thin, height),
    ):
        board.fill(board.plan.ground, left, top, wide, high)


def _shelf(board: _Board) -> None:
    foot = board.plan.height - 148
    for n in range(1 if board.plan.square else 0, 5):
        board.fill(board.plan.accent, 0, foot + 92.4 + 10.95 * n, 100, 2.4 + 1.65 * n, 0.4 + 0.15 * n)
    _author_over_title(board, 52 if board.plan.square else 88)


def _initial(board: _Board) -> None:
    board = board.with_title_within(82, board.plan.height * 0.42)
    plan, painter, unit = board.plan, board.painter, board.unit
    path = QPainterPath()
    path.addText(0, 0, cover_font(165 * unit, QFont.Weight.ExtraBold), plan.initial)
    box = path.boundingRect()
    path.translate(-box.left(), (plan.height + 12) * unit)
    painter.setBrush(QColor(plan.accent))
    painter.drawPath(path)
    base = 8.5 + plan.title_size + (board.lines_of_title(82) - 1) * plan.title_size * PITCH
    rows = max(0, board.lines_of_author(84) - 1)
    band = base + (15.5 + 9.8 + rows * 9.6 if plan.author else 8)
    board.fill(plan.ground, 0, 0, 100, band)
    last = board.write_title(8.5 + plan.title_size, 10, 82)
    board.write_author(last + 15.2, 10, 84)


def _spine(board: _Board) -> None:
    plan = board.plan
    board.fill(plan.accent, 0, 0, 26.4, plan.height)
    rows = board.lines_of_author(58)
    board = board.with_title_within(60, plan.height - 44 - max(0, rows - 1) * 9.6)
    board.write_title(11.6 + board.plan.title_size, 34, 60)
    if rows:
        first = plan.height - 13 - (rows - 1) * 9.6
        board.fill(plan.accent, 34, first - 14, 20, 2.2)
        board.write_author(first, 34, 58)


def _arch(board: _Board) -> None:
    board = board.with_title_within(86, board.plan.height * 0.52)
    plan, painter, unit = board.plan, board.painter, board.unit
    last = board.write_title(9 + plan.title_size, 8, 86, centred=True)
    last = board.write_author(last + 15.5, 8, 86, centred=True)
    top = max(80.3, last + 8) if not plan.square else max(50.0, last + 6)
    for left, wide, head, colour in ((18, 64, top, plan.accent), (34, 32, top + 17.7, plan.ground)):
        path = QPainterPath()
        path.addRoundedRect(
            QRectF(left * unit, head * unit, wide * unit, 200 * unit), wide / 2 * unit, wide / 2 * unit
        )
        painter.setBrush(QColor(colour))
        painter.drawPath(path)


def _bind(painter: QPainter, image: QImage, unit: float) -> None:
    """Shade the spine and draw the edge."""
    width, height = image.width(), image.height()
    shade, light = max(1, round(3.2 * unit)), max(1, round(1.2 * unit))
    painter.fillRect(QRectF(0, 0, shade, height), QColor(0, 0, 0, 41))
    painter.fillRect(QRectF(shade, 0, light, height), QColor(255, 255, 255, 41))
    edge = QColor(0, 0, 0, 51)
    for box in (
        QRectF(0, 0, width, 1),
        QRectF(0, height - 1, width, 1),
        QRectF(0, 1, 1, height - 2),
        QRectF(width - 1, 1, 1, height - 2),
    ):
        painter.fillRect(box, edge)


_LAYOUTS = {MOON: _moon, LABEL: _label, SHELF: _shelf, INITIAL: _initial, SPINE: _spine, ARCH: _arch}
