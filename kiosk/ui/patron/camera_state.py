"""What the page shows of the camera: what it sees, mirrored, and what to do differently; free of Qt."""

from dataclasses import dataclass

from kiosk.devices.camera import Sight
from kiosk.ui.patron.camera_sighting import Sighting
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class CameraState:
    """``on`` while it looks; ``picture`` is the picture itself as a URL, empty until there is one."""

    on: bool = False
    picture: str = ""
    hint: str = ""
    gone: bool = False


def camera_state(on: bool, picture: str, sighting: Sighting, gone: bool, words: Wording) -> CameraState:
    """Derive what is shown; a camera that does not answer is told of instead of a picture."""
    if not on:
        return CameraState()
    if gone:
        return CameraState(on=True, hint=words("camera.gone"), gone=True)
    hint = words(f"camera.hint.{sighting.hint}") if sighting.hint is not Sight.NOTHING else ""
    return CameraState(on=True, picture=picture, hint=hint)
