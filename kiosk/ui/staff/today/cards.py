"""A figure of the day on a card with a coloured edge, which opens what is behind it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from kiosk.ui.staff.icon_pictures import picture
from kiosk.ui.staff.style import COLOURS
from kiosk.ui.staff.today.state import Figure
from kiosk.ui.staff.widgets.panel import label

_RADIUS, _EDGE, _HEIGHT = 8.0, 4.0, 140


class FigureCard(QAbstractButton):
    """Show a heading, an icon, a number and a line below; a click or Enter opens more."""

    def __init__(
        self, heading: str, icon: str, colour: str, opened: Callable[[], object] | None, name: str
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._heading, self._colour = heading, QColor(colour)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 14, 10)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(label(heading, "heading"), 1)
        drawn = QLabel()
        drawn.setPixmap(picture(icon, colour, 22, self.devicePixelRatioF()))
        head.addWidget(drawn)
        column.addLayout(head)
        self._number = label("", "figure", name="number")
        self._told = label("", "caption", wrap=True, name="told")
        column.addWidget(self._number)
        column.addWidget(self._told)
        self.setAccessibleName(heading)
        if opened is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda: opened())

    def show_figure(self, figure: Figure) -> None:
        """Show another number and line."""
        self._number.setText(figure.number)
        self._told.setText(figure.told)
        self._told.setToolTip(figure.told)
        self.setAccessibleName(f"{self._heading}: {figure.number}. {figure.told}")

    def sizeHint(self) -> QSize:
        """Give the size of a card; its row makes it wider."""
        return QSize(190, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Let cards grow narrow together."""
        return QSize(150, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, its edge at the top, and a ring where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5)
        card = QPainterPath()
        card.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillPath(card, QColor(COLOURS.tint if self.isDown() else COLOURS.card))
        painter.setPen(QPen(QColor(COLOURS.line), 1))
        painter.drawPath(card)
        painter.setPen(QPen(QColor(COLOURS.line), 2))
        painter.drawLine(
            round(box.left() + _RADIUS),
            round(box.bottom() + 1),
            round(box.right() - _RADIUS),
            round(box.bottom() + 1),
        )
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), _EDGE))
        painter.fillPath(card, self._colour)
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(QColor(COLOURS.focus), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
        painter.end()
