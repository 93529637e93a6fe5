"""A camera that looks at cards on phones: what every one can do, and what is read from its pictures."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from kiosk.model.errors import CameraUnavailable
from kiosk.model.problem import Problem

_DARK = 40  # of 255: what a covered lens or an unlit room comes to
_EVERY = 97  # so many points apart brightness is measured; a prime, so that no pattern is met in step
FORMATS = ("QRCode", "Code128", "Code39", "EAN13", "Codabar", "DataMatrix", "Aztec")


@dataclass(frozen=True, slots=True)
class Picture:
    """What a camera sees, a byte of brightness a point, row by row from the top; never written anywhere."""

    width: int
    height: int
    grey: bytes


class CameraSource(Protocol):
    """A camera; its calls take as long as a device may, so never on the thread of the screen."""

    def look(self) -> Picture:
        """Return what is seen now, opening the device if need be; raises CameraUnavailable."""
        ...

    def close(self) -> None:
        """Let the device go, so that its light goes out; it is opened again by the next look."""
        ...


class Sight(StrEnum):
    """What a picture shows."""

    NOTHING = "nothing"
    DARK = "dark"
    UNREADABLE = "unreadable"
    SEVERAL = "several"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was made of a picture; ``code`` is what the one code says."""

    sight: Sight
    code: str = ""


def read_picture(picture: Picture) -> Seen:
    """Return what a picture shows; raises CameraUnavailable where nothing is there that reads codes.

    The same code twice, as a number and below it as a barcode, is one.
    """
    zxing = _reader()
    image = memoryview(picture.grey).cast("B", shape=[picture.height, picture.width])
    formats = zxing.barcode_formats_from_str("|".join(FORMATS))
    found = zxing.read_barcodes(image, formats=formats, return_errors=True)
    codes = {code.text.strip() for code in found if code.valid and code.text.strip()}
    if len(codes) == 1:
        return Seen(Sight.CODE, codes.pop())
    if codes:
        return Seen(Sight.SEVERAL)
    if _brightness(picture) < _DARK:
        return Seen(Sight.DARK)
    return Seen(Sight.UNREADABLE if found else Sight.NOTHING)


def reads_codes() -> bool:
    """Tell whether what reads codes from pictures is installed."""
    try:
        _reader()
    except CameraUnavailable:
        return False
    return True


def _reader() -> Any:
    try:
        import zxingcpp
    except ImportError as error:
        raise CameraUnavailable(problem=Problem.of("camera.missing", package="zxing-cpp")) from error
    return zxingcpp


def _brightness(picture: Picture) -> float:
    points = picture.grey[::_EVERY]
    return sum(points) / len(points) if points else 0.0
