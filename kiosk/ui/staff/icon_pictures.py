"""Icons of the product's set as Qt's buttons and lists take them."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from kiosk.ui.shared.icon_drawing import draw_icon
from kiosk.ui.staff.style import COLOURS

_SCALES = (1, 2)


@lru_cache(maxsize=256)
def icon(name: str, colour: str = COLOURS.ink, checked: str = "", side: int = 20) -> QIcon:
    """Return the icon; `checked` is its colour on a button that is chosen."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(picture(name, colour, side, scale))
        made.addPixmap(picture(name, COLOURS.edge, side, scale), QIcon.Mode.Disabled)
        if checked:
            made.addPixmap(picture(name, checked, side, scale), QIcon.Mode.Normal, QIcon.State.On)
    return made


@lru_cache(maxsize=256)
def picture(name: str, colour: str, side: int, scale: float = 1, stroke: float = 1.75) -> QPixmap:
    """Return the icon painted once, `side` pixels wide at the screen's scale."""
    pixmap = QPixmap(round(side * scale), round(side * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_icon(painter, name, QRectF(0, 0, side, side), colour, stroke)
    painter.end()
    return pixmap


def written_to(folder: Path, name: str) -> str:
    """Write an icon as a file, which is the only way a style sheet takes one; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.png"
    picture(name, COLOURS.ink, 18, 2).save(str(file))
    return file.as_posix()
