"""Draws an icon of the product's own set with a painter, in any colour and weight."""

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui.shared.icons import ICONS


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: str, stroke: float = 1.75) -> None:
    """Draw the icon in the box, its lines as thick as `stroke` of a grid of 24."""
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
        f'stroke="{colour}" stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="{ICONS[name]}"/></svg>'
    )
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, box)
