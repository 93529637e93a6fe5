"""Sends each scan where it belongs: the page in sight first, then card or item, whatever the page."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.model.record import record_key
from kiosk.services import Services
from kiosk.ui.patron.code_reading import Recognised, recognise
from kiosk.ui.patron.flows.codes import CodeKind, is_readable
from kiosk.ui.patron.presenters.help import TOAST as HELP
from kiosk.ui.patron.presenters.pages import Pages
from kiosk.ui.patron.scanning import Scanning
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind

AnswerT = TypeVar("AnswerT")
_FAILURES = 3  # in a row, then help is offered


class ScanDesk(QObject):
    """Listen to the scanner for the whole window; `heard` tells of every scan, whatever comes of it.

    Scans are taken in order: one waits until the one before has found its page.
    """

    heard = Signal()

    def __init__(
        self,
        scanning: Scanning,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        pages: Pages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._pages = pages
        self._waiting: list[str] = []
        self._looking_up = False
        self._leading = False
        self._generation = 0
        self._failures = 0
        pages.sign_in.misread.connect(self._offer_help_if_it_fails)
        pages.sign_in.entered.connect(self._worked)
        visit.closed.connect(self._worked)
        scanning.scanned.connect(self.scanned)
        scanning.garbled.connect(self.garbled)
        visit.ended.connect(self._forget)

    def scanned(self, code: str) -> None:
        """Take one scan."""
        self.heard.emit()
        if self._looking_up:
            self._waiting.append(code)
        else:
            self._take(code)

    def _take(self, code: str) -> None:
        if not (is_readable(code) and code.isascii()):
            self.garbled()
            return
        code = code.strip()
        page = self._pages.in_sight()
        if page is not None and page.scanned(code):
            if self._visit.card is not None:
                self._worked()
            return
        self._looking_up = True
        self._jobs.parallel(
            lambda: recognise(self._services, code),
            self._then(lambda known: self._known(code, known)),
            self._then(self._failed),
        )

    def garbled(self) -> None:
        """Say that what was scanned could not be read: on the page where it has a place for that."""
        self.heard.emit()
        page = self._pages.in_sight()
        if page is not None and page.garbled():
            self._offer_help_if_it_fails()
        else:
            self._complain_of_scan(self._visit.words("scan.garbled"))

    def _then(self, done: Callable[[AnswerT], None]) -> Callable[[AnswerT], None]:
        """Let an answer pass unless the visit has ended since, and go on with the scans that wait."""
        generation = self._generation

        def pass_on(answer: AnswerT) -> None:
            if generation != self._generation:
                return
            self._looking_up = False
            self._leading = True
            try:
                done(answer)
            finally:
                self._leading = False
            while self._waiting and not self._looking_up:
                self._take(self._waiting.pop(0))

        return pass_on

    def _forget(self) -> None:
        # A card ends the visit of another card: what is scanned after it is its own.
        if not self._leading:
            self._generation += 1
            self._looking_up = False
            self._waiting.clear()

    def _known(self, code: str, known: Recognised) -> None:
        if known.kind is CodeKind.ITEM and known.thing is not None:
            self._worked()
            self._pages.show_record(record_key(known.thing.record_id))
        elif known.kind is CodeKind.CARD or self._pages.hides_cards:
            # Where a PIN is asked for, nobody learns by scanning which cards there are.
            self._pages.show_card(code, known)
        else:
            self._complain_of_scan(self._visit.words("scan.unknown", code=code))

    def _failed(self, error: Exception) -> None:
        self._complain(trouble_behind(error).said(self._visit.words))

    # Scans that fail one after another.

    def _worked(self, _purpose: str = "") -> None:
        self._failures = 0

    def _offer_help_if_it_fails(self) -> None:
        """Count a scan that the page itself has told of, and offer help where it is one too many."""
        self._failures += 1
        if self._failures >= _FAILURES:
            self._offer(self._visit.words("help.offer"))

    def _complain_of_scan(self, sentence: str) -> None:
        self._failures += 1
        if self._failures >= _FAILURES:
            self._offer(sentence)
        else:
            self._complain(sentence)

    def _offer(self, sentence: str) -> None:
        self._shell.showToast(sentence, self._visit.words("help.call"), HELP, "alert")

    def _complain(self, sentence: str) -> None:
        self._shell.showToast(sentence, icon="alert")
