"""What every page of the workspace has at hand: who works here, services, words, and the way elsewhere."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.model.errors import KioskError
from kiosk.model.library import Library
from kiosk.services_of_staff import StaffServices
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.ui.staff.drafts import Drafts
from kiosk.ui.staff.errands import Errands
from kiosk.words import Wording
from kiosk.words.reasons import error_sentence

T = TypeVar("T")


class Workplace(QObject):
    """One account at one desk. All of it is used on the GUI thread, which may not touch the database.

    `said` is something done, with a way to undo it or None; `wrong` is a sentence of what failed and
    why, empty once that is over; `went` asks the window for a route such as "catalogue/r12"; `changed`
    names a kind of thing that was changed here ("record", "patron", "rules", "messages" …), so that other
    pages look again.
    `over` tells with its reason that the sign-in was ended elsewhere.
    """

    said = Signal(str, object)
    wrong = Signal(str)
    went = Signal(str)
    changed = Signal(str)
    over = Signal(str)

    def __init__(
        self,
        services: StaffServices,
        by: SignedIn,
        library: Library,
        words: Wording,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.by = by
        self.library = library
        self.words = words
        self.jobs = Errands(jobs, self)
        self.jobs.over.connect(self._end)
        self.drafts = Drafts(services.base.folder.drafts, by.account)

    @property
    def folder(self) -> Path:
        """Give the library folder on this machine."""
        return self.services.base.folder.path

    def now(self) -> datetime:
        """Give the time of the library's clock."""
        return self.services.base.clock.now()

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Tell that something was done, for some seconds, with a way to undo it."""
        self.said.emit(text, undo)

    def take_library(self, library: Library) -> None:
        """Have another configuration at hand from now on, and tell the pages ("library")."""
        self.library = library
        self.changed.emit("library")

    def go(self, route: str) -> None:
        """Open a page, such as "patrons/A-1001"."""
        self.went.emit(route)

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Read something off the GUI thread; what fails is said unless the page does it."""
        self.jobs.parallel(work, done, failed or self.fail)

    def change(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Change something off the GUI thread, after all changes asked for before."""
        self.jobs.serial(work, done, failed or self.fail)

    def leave(self) -> None:
        """Let nothing that still runs reach this place: its window goes."""
        self.jobs.leave()

    def _end(self, error: Exception) -> None:
        self.over.emit(self.sentence(error))

    def fail(self, error: Exception) -> None:
        """Say in words what failed, why, and what to do."""
        self.wrong.emit(self.sentence(error))

    def sentence(self, error: Exception) -> str:
        """Return what happened, why, and what to do."""
        return sentence_of(error, self.words, self.folder)

    def keep_draft(self, form: str, about: str, values: Mapping[str, Any]) -> None:
        """Keep what stands in a form, by the way; a disk that takes none is told of."""
        at = self.now()
        self.jobs.aside(lambda: self.drafts.keep(form, about, values, at), lambda _: None, self.fail)

    def forget_draft(self, form: str) -> None:
        """Forget a form's draft, in turn behind what is still being kept of it."""
        self.jobs.aside(lambda: self.drafts.forget(form), lambda _: None, self.fail)


def sentence_of(error: Exception, words: Wording, folder: Path) -> str:
    """Return an error as staff are told it; a mistake of the program shares one sentence."""
    if isinstance(error, KioskError):
        error.values.setdefault("folder", folder)
        return error_sentence(error, words)
    return trouble_behind(error).said(words)
