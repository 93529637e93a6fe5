"""Pictures for covers: painted from the title, read and made small from a file; on any thread."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from kiosk.model.staff_errors import CoverUnusable
from kiosk.ui.shared.cover_design import CoverOrder
from kiosk.ui.shared.cover_painting import paint_cover

# As wide as a cover is ever shown, at twice the pixels.
_WIDEST = 1280
_QUALITY = 90
_MEGABYTES = 20


def shown_cover(picture: Path | None, order: CoverOrder) -> QImage:
    """Return the library's own picture in the width ordered, else a cover painted from the title."""
    if picture is not None:
        reader = QImageReader(str(picture))
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(QSize(order.width, max(1, size.height() * order.width // size.width())))
        image = reader.read()
        if not image.isNull():
            return image
    return paint_cover(order)


def picture_of_file(path: Path) -> bytes:
    """Return a picture file's content as it is kept; raises CoverUnusable for what cannot be shown."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    return kept_picture(reader.read())


def kept_picture(image: QImage) -> bytes:
    """Return an image as a JPEG no wider than is ever shown; raises CoverUnusable."""
    if image.isNull():
        raise CoverUnusable(megabytes=_MEGABYTES)
    if image.width() > _WIDEST:
        image = image.scaledToWidth(_WIDEST, Qt.TransformationMode.SmoothTransformation)
    if image.hasAlphaChannel():
        flat = QImage(image.size(), QImage.Format.Format_RGB32)
        flat.fill(Qt.GlobalColor.white)
        _laid_on(flat, image)
        image = flat
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "JPG", _QUALITY):  # type: ignore[call-overload]
        raise CoverUnusable(megabytes=_MEGABYTES)
    return bytes(held.data())


def _laid_on(ground: QImage, image: QImage) -> None:
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
