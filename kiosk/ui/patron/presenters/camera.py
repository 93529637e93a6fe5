"""Looks through the camera while a card is asked for, and only then; what it reads is taken as a scan."""

import base64
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from kiosk.devices.camera import CameraSource, Picture, Seen, read_picture
from kiosk.model.errors import CameraUnavailable
from kiosk.services import Services
from kiosk.ui.patron.camera_sighting import Sighting, sighted
from kiosk.ui.patron.camera_state import camera_state
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.view_models.camera import CameraViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.view_models.sign_in import SignInViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

_EVERY_MS = 200  # five pictures a second
_AGAIN_MS = 5000  # for a camera that did not answer
_SHOWN_WIDE = 480
# The pages that ask for a card, with what the visit's card must be let in for so that they do not.
_PAGES = {"sign_in": None, "borrow": "borrow", "account": "account"}


@dataclass(frozen=True, slots=True)
class _Look:
    seen: Seen
    picture: str


class CameraPresenter(QObject):
    """Show what the camera sees beside the question for a card; `seen` tells of a code, once.

    The device has a lane of its own, so that one that does not answer holds up nothing else.
    """

    seen = Signal(str)

    def __init__(
        self,
        view_model: CameraViewModel,
        asked: SignInViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        sign_in: SignInPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._asked = asked
        self._shell = shell
        self._visit = visit
        self._sign_in = sign_in
        self._source: CameraSource | None = services.camera
        self._looking = False
        self._on = False
        self._gone = False
        self._picture = ""
        self._sighting = Sighting()
        self._lane = Jobs(1, self)
        self._lane.crashed.connect(jobs.crashed)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look)
        if self._source is not None:
            shell.routeChanged.connect(self._turn)
            asked.changed.connect(self._turn)
            visit.changed.connect(self._turn)
            visit.ended.connect(self._turn)

    def close(self) -> None:
        """Let the device go; nothing is looked at any more."""
        self._clock.stop()
        self._lane.close()
        if self._source is not None:
            self._source.close()

    def _wanted(self) -> bool:
        """Tell whether a card is being asked for right now: not its PIN, and nothing is looked up."""
        page = self._shell.route.page
        if page not in _PAGES or self._asked.asksPin or self._asked.busy:
            return False
        purpose = _PAGES[page]
        return purpose is None or not self._sign_in.ready(purpose)

    def _turn(self) -> None:
        """Look from now on, or look away, as is wanted."""
        wanted = self._wanted()
        if wanted == self._on:
            self._show()
            return
        self._on = wanted
        if wanted:
            self._clock.start(_EVERY_MS)
        else:
            self._clock.stop()
            self._picture, self._gone, self._sighting = "", False, Sighting()
            self._let_go()
        self._show()

    def _let_go(self) -> None:
        source = self._source
        if source is not None and not self._looking:
            self._lane.serial(source.close, _nothing, _nothing)

    def _look(self) -> None:
        source = self._source
        if source is None or self._looking:
            return
        self._looking = True
        # In the lane of changes, so that it is let go only after it was looked through.
        self._lane.serial(lambda: _looked(source), self._take, self._miss)

    def _take(self, look: _Look) -> None:
        self._looking = False
        if not self._on:
            self._let_go()
            return
        if self._gone:
            self._clock.start(_EVERY_MS)
        self._gone, self._picture = False, look.picture
        self._sighting, code = sighted(self._sighting, look.seen)
        self._show()
        if code is not None:
            self.seen.emit(code)

    def _miss(self, error: Exception) -> None:
        self._looking = False
        if not self._on:
            self._let_go()
            return
        if isinstance(error, CameraUnavailable) and not self._gone:
            self._clock.start(_AGAIN_MS)
        self._gone, self._picture, self._sighting = True, "", Sighting()
        self._show()

    def _show(self) -> None:
        words = self._visit.words
        self._view_model.show(camera_state(self._on, self._picture, self._sighting, self._gone, words))


def _looked(source: CameraSource) -> _Look:
    picture = source.look()
    return _Look(read_picture(picture), _as_url(picture))


def _as_url(picture: Picture) -> str:
    """Return a small copy as a URL that holds it whole: nothing is written to a disk."""
    image = QImage(
        picture.grey, picture.width, picture.height, picture.width, QImage.Format.Format_Grayscale8
    )
    small = image.scaledToWidth(_SHOWN_WIDE, Qt.TransformationMode.FastTransformation)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "BMP")  # type: ignore[call-overload]
    return "data:image/bmp;base64," + base64.b64encode(bytes(buffer.data().data())).decode("ascii")


def _nothing(_outcome: object) -> None:
    """Whether it was let go matters to nobody."""
