"""Cameras: one that OpenCV opens, and a simulated one that shows pictures from a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.devices.camera import CameraSource, Picture, reads_codes
from kiosk.model.errors import CameraUnavailable
from kiosk.model.problem import Problem

if TYPE_CHECKING:
    from kiosk.settings import CameraSettings

_WIDTH, _HEIGHT = 1280, 720  # enough for a barcode across half a phone at arm's length
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp")


def camera_of(settings: CameraSettings, folder: Path) -> CameraSource | None:
    """Return the camera that the settings name, None for none; opens nothing yet."""
    match settings.kind:
        case "opencv":
            return OpenCvCamera(settings.device)
        case "simulated":
            return FolderCamera(folder)
        case _:
            return None


def missing_packages() -> tuple[str, ...]:
    """Return what a camera needs and is not installed."""
    missing = [] if reads_codes() else ["zxing-cpp"]
    try:
        _opencv()
    except CameraUnavailable:
        missing.append("opencv-python-headless")
    return tuple(missing)


@dataclass(slots=True)
class OpenCvCamera:
    """The device of that number or path, such as 0 or /dev/video2."""

    device: str
    _capture: Any = None

    def look(self) -> Picture:
        """Return what is seen now; raises CameraUnavailable."""
        cv2 = _opencv()
        if self._capture is None:
            self._capture = self._opened(cv2)
        there, picture = self._capture.read()
        if not there or picture is None:
            self.close()
            raise CameraUnavailable(problem=Problem.of("camera.away", device=self.device))
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim > 2 else picture
        height, width = grey.shape
        return Picture(int(width), int(height), grey.tobytes())

    def close(self) -> None:
        """Let the device go."""
        if self._capture is not None:
            self._capture.release()
            self._capture = None

    def _opened(self, cv2: Any) -> Any:
        where = int(self.device) if self.device.isdecimal() else self.device
        capture = cv2.VideoCapture(where)
        if not capture.isOpened():
            capture.release()
            raise CameraUnavailable(problem=Problem.of("camera.away", device=self.device))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # what is seen now, not a second ago
        return capture


@dataclass(slots=True)
class FolderCamera:
    """Shows the pictures of a folder one after another by name, the last one for ever; for demonstrations."""

    folder: Path
    looks: int = field(default=0, init=False)

    def look(self) -> Picture:
        """Return the next picture; raises CameraUnavailable where there is none."""
        from PIL import Image

        try:
            files = sorted(one for one in self.folder.iterdir() if one.suffix.lower() in _PICTURES)
            name = files[min(self.looks, len(files) - 1)]
            with Image.open(name) as picture:
                grey = picture.convert("L")
        except (OSError, IndexError) as error:
            raise CameraUnavailable(problem=Problem.of("camera.away", device=str(self.folder))) from error
        self.looks += 1
        return Picture(grey.width, grey.height, grey.tobytes())

    def close(self) -> None:
        """Begin again with the first picture."""
        self.looks = 0


def _opencv() -> Any:
    os.environ.setdefault("OPENCV_LOG_LEVEL", "ERROR")  # that nothing answers, we say ourselves
    try:
        import cv2
    except ImportError as error:
        problem = Problem.of("camera.missing", package="opencv-python-headless")
        raise CameraUnavailable(problem=problem) from error
    return cv2
