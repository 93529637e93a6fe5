"""The badge of a cover that is not a book: its form's icon in the lower right, or on the spine's band."""

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui.shared.cover_design import SPINE, CoverDesign
from kiosk.ui.shared.icons import ICONS

SIDE = 21.0


def draw_badge(painter: QPainter, plan: CoverDesign, unit: float) -> None:
    """Draw the badge of `plan`."""
    left = 2.5 if plan.layout == SPINE else 74.5
    box = QRectF(left * unit, (plan.height - 25.5) * unit, SIDE * unit, SIDE * unit)
    painter.setBrush(QColor(plan.text))
    painter.drawRoundedRect(box, 2.5 * unit, 2.5 * unit)
    inset = 2.5 * unit
    _icon(plan.badge, plan.ground).render(painter, box.adjusted(inset, inset, -inset, -inset))


def _icon(name: str, colour: str) -> QSvgRenderer:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
        f'stroke="{colour}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="{ICONS[name]}"/></svg>'
    )
    return QSvgRenderer(QByteArray(drawing.encode()))
