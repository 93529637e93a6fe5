"""Shows a title with its copies and its place, and lets it be taken along on paper or on the phone."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.devices.printer import slip_paper
from kiosk.model.errors import RecordUnknown
from kiosk.paper.slip import ShelfSlip
from kiosk.paper.squares import qr_modules
from kiosk.services import Services
from kiosk.ui.patron.presenters.record_holds import RecordHolds
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.presenters.title_covers import TitleCovers
from kiosk.ui.patron.receipt_printing import print_paper
from kiosk.ui.patron.record_loading import Record, RecordLoader
from kiosk.ui.patron.record_state import RecordInputs, RecordState, Surroundings, note_of, record_state
from kiosk.ui.patron.view_models.record import RecordViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import Trouble, trouble_behind

PAGE = "record"
# Device pixels: the covers of other titles, and the one that the page is about.
_COVER, _BIG_COVER = 232, 504


class RecordPresenter(QObject):
    """Join the Record page to the finder; `authorWanted` and `subjectWanted` lead to Find."""

    authorWanted = Signal(str)
    subjectWanted = Signal(str)

    def __init__(
        self,
        view_model: RecordViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        covers: Covers,
        sign_in: SignInPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._holds = RecordHolds(view_model.holding, shell, services, jobs, visit, sign_in, self)
        self._loader = RecordLoader(services, visit.library)
        self._covers = TitleCovers(covers, _COVER, self)
        self._big_covers = TitleCovers(covers, _BIG_COVER, self)
        self._inputs = RecordInputs()
        self._shown = RecordState()
        self._turn = 0
        self._listen()
        self._show()

    def _listen(self) -> None:
        page = self._view_model
        page.copyRequested.connect(lambda barcode: self._change(chosen=barcode))
        page.recordRequested.connect(self.open_record)
        page.authorRequested.connect(self.authorWanted)
        page.subjectRequested.connect(self.subjectWanted)
        page.printRequested.connect(self._print)
        page.phoneRequested.connect(lambda: self._change(coded=True))
        page.codeDismissed.connect(lambda: self._change(coded=False))
        self._holds.pageWanted.connect(lambda: self._shell.open(PAGE))
        self._holds.changed.connect(self._visit_changed)
        self._shell.routeChanged.connect(self._page_changed)
        self._covers.painted.connect(self._show)
        self._big_covers.painted.connect(self._show)
        self._visit.ended.connect(self.forget)
        self._visit.changed.connect(self._visit_changed)

    # What others lead to.

    def open_record(self, key: str) -> None:
        """Show the title of that id, barcode or ISBN; a record page in sight turns to it."""
        self._inputs = RecordInputs()
        self._show()
        self._load(key)
        self._holds.ask_nothing()
        self._shell.open(PAGE)

    def scanned(self, code: str) -> bool:
        """Leave every scan to the kiosk: an item opens its record here."""
        return False

    def garbled(self) -> bool:
        """Leave it to the kiosk to say that a scan could not be read."""
        return False

    def forget(self) -> None:
        """Forget the title and what was asked for it."""
        self._turn += 1
        self._jobs.forget("record.load")
        self._holds.forget()
        self._inputs = RecordInputs()
        self._covers.forget()
        self._big_covers.forget()
        self._show()

    # Reading.

    def _load(self, key: str) -> None:
        asker = self._visit.asker()
        self._jobs.latest(
            "record.load",
            lambda: self._loader.load(key, asker),
            self._mine(self._take),
            self._mine(self._fail),
        )

    def _take(self, record: Record) -> None:
        self._inputs = replace(self._inputs, record=record, trouble=None)
        self._covers.want((*record.more, *record.like))
        self._big_covers.want([record.seen])
        self._show()

    def _fail(self, error: Exception) -> None:
        gone = isinstance(error, RecordUnknown)
        self._change(
            record=None, trouble=Trouble("record.trouble.unknown") if gone else trouble_behind(error)
        )

    def _visit_changed(self) -> None:
        """Say everything anew: in another language, or for another card."""
        if self._inputs.record is not None:
            self._load(self._inputs.record.seen.key)
        self._show()

    def _page_changed(self) -> None:
        """Ask and show nothing above another page, to which a scan has led."""
        if self._shell.route.page != PAGE:
            self._holds.ask_nothing()
            if self._inputs.coded:
                self._change(coded=False)

    # Taking along.

    def _print(self) -> None:
        record, words, around = self._inputs.record, self._visit.words, self._around()
        if record is None:
            return
        slip = shelf_slip(self._shown, record, around)
        self._jobs.serial(
            lambda: print_paper(self._services, slip_paper(slip, words)),
            self._mine(lambda _: self._shell.showToast(self._visit.words("record.printing"))),
            self._mine(self._not_printed),
        )

    def _not_printed(self, error: Exception) -> None:
        words = self._visit.words
        self._shell.showToast(words("record.not_printed", code=trouble_behind(error).code), icon="alert")

    # Showing.

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, **changes)
        self._show()

    def _around(self) -> Surroundings:
        visit = self._visit
        return Surroundings(
            visit.profile.branch, visit.now(), visit.profile.functions, visit.library, visit.words
        )

    def _show(self) -> None:
        inputs = replace(self._inputs, covers=self._covers.urls, big_covers=self._big_covers.urls)
        self._shown = record_state(inputs, self._around())
        self._view_model.show(self._shown)
        self._holds.show(self._inputs.record)

    def _mine(self, take: Callable[[Any], None]) -> Callable[[Any], None]:
        """Drop an answer that comes after the visit in which it was asked."""
        turn = self._turn

        def taken(answer: Any) -> None:
            if turn == self._turn:
                take(answer)

        return taken


def shelf_slip(state: RecordState, record: Record, around: Surroundings) -> ShelfSlip:
    """Return the slip of the copy chosen on the page."""
    chosen = next((copy for copy in state.copies if copy.chosen), None)
    place = (chosen.place, chosen.shelf) if chosen else ()
    return ShelfSlip(
        library=around.words.name(around.library.name),
        at=around.now,
        title=state.title,
        author=state.author,
        meta=state.meta,
        call_number=state.call_number,
        place=tuple(part for part in place if part),
        state=chosen.state if chosen else "",
        qr=qr_modules(note_of(record, around)),
    )
