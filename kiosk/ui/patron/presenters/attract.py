"""Shows the library's pictures at home while nobody is there, one after another."""

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.look.reading import IdlePicture
from kiosk.ui.patron.dressing import filling
from kiosk.ui.patron.look_pictures import LookPictures, address
from kiosk.ui.patron.presenters.look import LookPresenter
from kiosk.ui.patron.presenters.shell import ShellPresenter
from kiosk.ui.patron.view_models.look import LookViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.patron.waking import only_wakes
from kiosk.ui.shared.jobs import Jobs

BEFORE_S = 30  # home is to be seen as it is by who comes just after somebody
EACH_S = 20


class AttractPresenter(QObject):
    """Begin half a minute after the last visitor; the touch or key that ends it does no more.

    One picture is in memory at a time, decoded for this glass by the way; one that cannot be shown any
    more is passed over.
    """

    def __init__(
        self,
        look: LookPresenter,
        pictures: LookPictures,
        shell: ShellPresenter,
        shell_view_model: ShellViewModel,
        jobs: Jobs,
        visit: Visit,
        window: QQuickWindow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._pictures, self._jobs, self._visit = look, pictures, jobs, visit
        self._shell, self._shell_view_model, self._window = shell, shell_view_model, window
        self._view_model: LookViewModel = shell_view_model.look
        self._quiet = 0
        self._next = 0
        self._turn = 0
        self._view_model.woken.connect(shell_view_model.touch)
        shell.secondPassed.connect(self.second_passed)
        shell_view_model.touched.connect(self._soon)
        shell_view_model.routeChanged.connect(self._soon)
        window.installEventFilter(self)

    def second_passed(self) -> None:
        """Count a second in which nobody was there."""
        if self._shell.used or not self._shell_view_model.atHome or not self._look.pictures:
            self._end()
            return
        self._quiet += 1
        if self._quiet >= BEFORE_S and (self._quiet - BEFORE_S) % EACH_S == 0:
            self._turn_over()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a key that ends it do nothing else."""
        if not self._view_model.idlePicture or not only_wakes(event):
            return False
        self._shell_view_model.touch()
        return True

    def _turn_over(self) -> None:
        shown = self._look.pictures
        picture = shown[self._next % len(shown)]
        self._next += 1
        self._turn += 1
        turn, size = self._turn, QSize(self._window.width(), self._window.height())
        self._jobs.aside(
            lambda: filling(picture, size), lambda image: self._show(turn, picture, image), _ignore
        )

    def _show(self, turn: int, picture: IdlePicture, image: QImage | None) -> None:
        if turn != self._turn or image is None:
            return
        name = f"idle/{turn}"
        self._pictures.keep_idle(name, image)
        self._view_model.show_idle(address(name), self._visit.words.name(picture.text))

    def _soon(self) -> None:
        # A finger's press has to find the picture still there: else it would press what lies below.
        QTimer.singleShot(0, self, self._end)

    def _end(self) -> None:
        self._quiet = 0
        self._turn += 1
        if self._view_model.idlePicture:
            self._view_model.show_idle("", "")
            self._pictures.keep_idle("", None)


def _ignore(_error: Exception) -> None:
    """Leave it: the next picture has its turn soon."""
