"""Dresses the kiosk as the library wants it, and again soon after a file of its look was changed."""

import logging

from PySide6.QtCore import QObject

from kiosk.look.reading import IdlePicture, Look
from kiosk.services import Services
from kiosk.ui.patron.dressing import Dress, dress
from kiosk.ui.patron.look_pictures import LookPictures
from kiosk.ui.patron.look_state import LookState
from kiosk.ui.patron.view_models.look import LookViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.words import wording


class LookPresenter(QObject):
    """Show the look; files are read and pictures decoded by the way, nothing ever waits for them."""

    def __init__(
        self,
        view_model: LookViewModel,
        pictures: LookPictures,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        scale: float,
        parent: QObject | None = None,
    ) -> None:
        """Dress a glass of ``scale`` device px a unit."""
        super().__init__(parent)
        self._view_model, self._pictures, self._visit = view_model, pictures, visit
        self._services, self._jobs, self._scale = services, jobs, scale
        self._look, self._dress = Look(), Dress({})
        self._turn = 0
        visit.changed.connect(self._show)

    @property
    def pictures(self) -> tuple[IdlePicture, ...]:
        """Give the pictures for while nobody is there."""
        return self._look.pictures

    def refresh(self) -> None:
        """Read what was changed since."""
        services, shown, scale, turn = self._services, self._look, self._scale, self._turn + 1

        def read() -> tuple[Look, Dress] | None:
            look = services.look.current()
            return None if look is shown else (look, dress(look, scale, turn))

        self._turn = turn
        self._jobs.aside(read, self._take, _ignore)

    def _take(self, found: tuple[Look, Dress] | None) -> None:
        if found is None:
            return
        self._look, self._dress = found
        words = wording(self._visit.profile.languages[0])
        for problem in self._look.problems:
            logging.getLogger("kiosk").warning("look: %s", words.show(problem))
        for remark in self._look.remarks:
            logging.getLogger("kiosk").info("look: %s", words.show(remark))
        self._pictures.keep(self._dress.pictures)
        self._show()

    def _show(self) -> None:
        words, look = self._visit.words, self._look
        beside = look.name_beside or not self._dress.logos
        told = words.name(look.logo_text) or ("" if beside else words.name(self._visit.library.name))
        self._view_model.show(
            LookState(
                logos=self._dress.logos,
                logo_text=told if self._dress.logos else "",
                name_beside=beside,
                welcome=words.name(look.welcome),
                light=look.colours.light,
                dark=look.colours.dark,
            )
        )


def _ignore(_error: Exception) -> None:
    """Leave it as it looks: the next minute tries again."""
