"""Hands the pictures of the look to QML: decoded and scaled already, so that no file waits on a page."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

PROVIDER = "look"


class LookPictures(QQuickImageProvider):
    """Pictures by their names; those of a look that is over are dropped with it."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures: dict[str, QImage] = {}
        self._idle: tuple[str, QImage | None] = ("", None)

    def keep(self, pictures: dict[str, QImage]) -> None:
        """Have these and no others."""
        self._pictures = pictures

    def keep_idle(self, name: str, picture: QImage | None) -> None:
        """Have this one besides, and none that was there before."""
        self._idle = (name, picture)

    def requestImage(self, name: str, size: QSize, _requested: QSize) -> QImage:
        """Return the picture; a dot that nobody sees for one that is gone."""
        picture = self._idle[1] if name == self._idle[0] else self._pictures.get(name)
        if picture is None:
            picture = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
            picture.fill(0)
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture


def address(name: str) -> str:
    """Return where QML finds the picture of that name."""
    return f"image://{PROVIDER}/{name}"
