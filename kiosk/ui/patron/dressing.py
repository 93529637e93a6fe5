"""Draws the library's logo for this glass, in every scheme of colours; slow, so never on the GUI thread."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.look.drawings import Drawing
from kiosk.look.files import Unusable
from kiosk.look.palette import DARK, HIGH_CONTRAST, LIGHT, contrast
from kiosk.look.photographs import Pixels, read_photograph
from kiosk.look.reading import IdlePicture, Logo, Look
from kiosk.ui.patron.look_pictures import address
from kiosk.ui.patron.look_state import ShownLogo

# Boxes into which it is fitted, in units of a short edge of 1080: with the name beside it, and alone.
HOME_BOX = {True: (300, 76), False: (620, 80)}
HEAD_BOX = {True: (200, 52), False: (400, 56)}
_SAMPLE = 40  # px of each side, looked at one by one
_SEEN = 3.0  # WCAG's contrast for what is no text
_BETTER = 0.1  # of its pixels: a plate must be worth it
_PLATES = ("#FFFFFF", "#18233A")


@dataclass(frozen=True, slots=True)
class Dress:
    """Pictures by name, and the logo that is made of them; none where there is no logo."""

    pictures: dict[str, QImage]
    logos: tuple[ShownLogo, ...] = ()


def dress(look: Look, scale: float, turn: int) -> Dress:
    """Draw the logo at ``scale`` device px a unit; ``turn`` tells these pictures from earlier ones.

    A file that went away meanwhile is as one that was never there.
    """
    pictures: dict[str, QImage] = {}
    logos: list[ShownLogo] = []
    try:
        for scheme, palette in enumerate((LIGHT, DARK, HIGH_CONTRAST)):
            source = (look.light_logo if scheme == 0 else look.dark_logo) or look.light_logo
            if source is None:
                return Dress({})
            drawn = {
                place: _drawn(source, *(side * scale for side in boxes[look.name_beside]))
                for place, boxes in (("home", HOME_BOX), ("head", HEAD_BOX))
            }
            names = {place: f"logo/{turn}/{scheme}/{place}" for place in drawn}
            pictures |= {names[place]: image for place, image in drawn.items()}
            home = drawn["home"]
            logos.append(
                ShownLogo(
                    address(names["home"]),
                    address(names["head"]),
                    home.width() / home.height(),
                    _plate(home, palette.paper),
                )
            )
    except Unusable:
        return Dress({})
    return Dress(pictures, tuple(logos))


def filling(picture: IdlePicture, size: QSize) -> QImage | None:
    """Return a picture as large as the glass; None for one that cannot be shown any more."""
    try:
        return _image(read_photograph(picture.path, size.width(), size.height(), fill=True))
    except Unusable:
        return None


def fitted(ratio: float, width: float, height: float) -> tuple[int, int]:
    """Return the size in whole px of what is as wide by high as ``ratio`` in a box."""
    share = min(width, height * ratio)
    return max(1, round(share)), max(1, round(share / ratio))


def _drawn(logo: Logo, width: float, height: float) -> QImage:
    """Return it as large as the box lets it be; a picture of pixels is never enlarged here."""
    if isinstance(logo.source, Drawing):
        across, down = fitted(logo.source.ratio, width, height)
        image = QImage(across, down, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(logo.source.content)).render(painter, QRectF(image.rect()))
        painter.end()
        return image
    return _image(read_photograph(logo.source, max(1, round(width)), max(1, round(height))))


def _image(pixels: Pixels) -> QImage:
    lying = QImage(pixels.rgba, pixels.width, pixels.height, 4 * pixels.width, QImage.Format.Format_RGBA8888)
    return lying.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _plate(logo: QImage, paper: str) -> str:
    """Return the colour on which more of the logo is seen than on the page; empty where none is."""
    sample = logo.scaled(_SAMPLE, _SAMPLE, Qt.AspectRatioMode.IgnoreAspectRatio)
    colours = [*_colours(sample)]
    shares = {ground: _share_seen(colours, ground) for ground in (paper, *_PLATES)}
    best = max(_PLATES, key=lambda ground: shares[ground])
    return best if shares[best] > shares[paper] + _BETTER else ""


def _share_seen(colours: list[str], ground: str) -> float:
    return sum(contrast(colour, ground) >= _SEEN for colour in colours) / max(1, len(colours))


def _colours(image: QImage) -> Iterator[str]:
    """Give the colour of each pixel that is more there than not."""
    for y in range(image.height()):
        for x in range(image.width()):
            colour: QColor = image.pixelColor(x, y)
            if colour.alpha() > 127:  # half
                yield colour.name()
