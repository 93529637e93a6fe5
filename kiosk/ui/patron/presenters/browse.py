"""Leads through the catalogue without typing: new, popular, subjects, authors, the shelf, both ways."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.services import Services
from kiosk.ui.patron.browse_loading import KINDS, BrowseLoader, Headings
from kiosk.ui.patron.browse_state import LISTS, BrowseInputs, browse_state
from kiosk.ui.patron.find_question import FilterKind
from kiosk.ui.patron.presenters.title_covers import TitleCovers
from kiosk.ui.patron.title_rows import SeenTitle
from kiosk.ui.patron.view_models.browse import BrowseViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind

PAGE = "browse"
_JOB = "browse.read"
_COVER = 224


class BrowsePresenter(QObject):
    """Join the Browse page to the catalogue's lists.

    `recordWanted` leads to a title, `headingWanted` (filter kind, heading) and `callNumberWanted` to Find.
    """

    recordWanted = Signal(str)
    headingWanted = Signal(str, str)
    callNumberWanted = Signal(str)

    def __init__(
        self,
        view_model: BrowseViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        covers: Covers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._jobs = jobs
        self._visit = visit
        self._loader = BrowseLoader(services, visit.library)
        self._covers = TitleCovers(covers, _COVER, self)
        self._inputs = BrowseInputs()
        self._opened = False
        self._turn = 0
        self._reading_on = False
        view_model.listRequested.connect(lambda index: self._choose(LISTS[index]))
        view_model.jumpRequested.connect(self._jump)
        view_model.moreRequested.connect(self._read_on)
        view_model.beforeRequested.connect(self._read_back)
        view_model.headingRequested.connect(self._follow)
        view_model.recordRequested.connect(self.recordWanted)
        self._covers.painted.connect(self._show)
        visit.ended.connect(self.forget)
        visit.changed.connect(self._visit_changed)
        self._show()

    def open(self, what: str) -> None:
        """Show `new`, `popular`, `subjects`, `authors` or `shelf`; anything else is `new`."""
        self._opened = True
        self._choose(what if what in LISTS else LISTS[0])
        self._shell.open(PAGE)

    def scanned(self, code: str) -> bool:
        """Leave every scan to the kiosk."""
        return False

    def garbled(self) -> bool:
        """Leave it to the kiosk to say that a scan could not be read."""
        return False

    def forget(self) -> None:
        """Forget where somebody was."""
        self._turn += 1
        self._opened = self._reading_on = False
        self._jobs.forget(_JOB)
        self._inputs = BrowseInputs()
        self._covers.forget()
        self._show()

    def refresh(self) -> None:
        """Tell how the titles stand after something in the library has changed."""
        if self._opened and self._inputs.what not in KINDS and self._inputs.titles is not None:
            self._read_titles()

    # What the patron does.

    def _choose(self, what: str) -> None:
        self._reading_on = False
        self._inputs = BrowseInputs(what=what, turn=self._inputs.turn + 1)
        self._show()
        if what in KINDS:
            self._read_headings("", self._take_headings)
        else:
            self._read_titles()

    def _jump(self, start: str) -> None:
        self._reading_on = False
        self._inputs = replace(self._inputs, jumped=start, turn=self._inputs.turn + 1)
        self._read_headings(start, self._take_headings)
        self._show()

    def _follow(self, heading: str) -> None:
        if self._inputs.what == "shelf":
            self.callNumberWanted.emit(heading)
        else:
            kind = FilterKind.AUTHOR if self._inputs.what == "authors" else FilterKind.SUBJECT
            self.headingWanted.emit(kind.value, heading)

    # Reading.

    def _read_titles(self) -> None:
        what, asker = self._inputs.what, self._visit.asker()
        self._jobs.latest(
            _JOB,
            lambda: self._loader.titles(what, asker),
            self._mine(self._take_titles),
            self._mine(self._fail),
        )

    def _read_headings(self, start: str, take: Callable[[Headings], None], *, back: bool = False) -> None:
        what = self._inputs.what
        self._jobs.latest(
            _JOB,
            lambda: self._loader.headings(what, start, back=back),
            self._mine(take),
            self._mine(self._fail),
        )

    def _read_on(self) -> None:
        known = self._inputs.headings
        if known is not None and known.following is not None and not self._reading_on:
            self._reading_on = True
            self._read_headings(known.following, lambda page: self._take_headings(known.and_then(page)))

    def _read_back(self) -> None:
        known = self._inputs.headings
        if known is not None and known.preceding is not None and not self._reading_on:
            self._reading_on = True
            self._read_headings(
                known.preceding, lambda page: self._take_headings(known.after(page)), back=True
            )

    def _take_titles(self, titles: tuple[SeenTitle, ...]) -> None:
        self._inputs = replace(self._inputs, titles=titles, trouble=None)
        self._covers.want(titles)
        self._show()

    def _take_headings(self, headings: Headings) -> None:
        self._reading_on = False
        self._inputs = replace(self._inputs, headings=headings, trouble=None)
        self._show()

    def _fail(self, error: Exception) -> None:
        self._reading_on = False
        self._inputs = replace(self._inputs, trouble=trouble_behind(error))
        self._show()

    def _visit_changed(self) -> None:
        """Say it in another language; what may be borrowed depends on the card."""
        if self._opened and self._inputs.what not in KINDS:
            self._read_titles()
        self._show()

    def _mine(self, take: Callable[[Any], None]) -> Callable[[Any], None]:
        """Drop an answer that comes after the visit in which it was asked."""
        turn = self._turn

        def taken(answer: Any) -> None:
            if turn == self._turn:
                take(answer)

        return taken

    def _show(self) -> None:
        visit = self._visit
        inputs = replace(self._inputs, covers=self._covers.urls)
        self._view_model.show(browse_state(inputs, visit.profile.branch, visit.library, visit.words))
