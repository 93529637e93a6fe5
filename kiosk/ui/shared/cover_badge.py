"""The badge of a cover that is not a book: its form's icon in the lower right, or on the spine's band."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kiosk.ui.shared.cover_design import SPINE, CoverDesign
from kiosk.ui.shared.icon_drawing import draw_icon

SIDE = 21.0


def draw_badge(painter: QPainter, plan: CoverDesign, unit: float) -> None:
    """Draw the badge of `plan`."""
    left = 2.5 if plan.layout == SPINE else 74.5
    box = QRectF(left * unit, (plan.height - 25.5) * unit, SIDE * unit, SIDE * unit)
    painter.setBrush(QColor(plan.text))
    painter.drawRoundedRect(box, 2.5 * unit, 2.5 * unit)
    inset = 2.5 * unit
    draw_icon(painter, plan.badge, box.adjusted(inset, inset, -inset, -inset), plan.ground, 2.2)
