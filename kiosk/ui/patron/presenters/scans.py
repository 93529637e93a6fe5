"""Sends each scan where it belongs: the page in sight first, then card or item, whatever the page."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject

from kiosk.model.record import record_key
from kiosk.services import Services
from kiosk.ui.patron.presenters.pages import Pages
from kiosk.ui.patron.scanning import Scanning
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs


class _Kind(Enum):
    CARD = "card"
    ITEM = "item"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class _Known:
    kind: _Kind
    record: str = ""


class ScanDesk(QObject):
    """Listen to the scanner for the whole window; a scan counts as somebody being there."""

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
        scanning.scanned.connect(self.scanned)
        scanning.garbled.connect(self.garbled)

    def scanned(self, code: str) -> None:
        """Take one scan."""
        self._shell.touch()
        code = code.strip()
        if not code.isprintable() or not code.isascii() or not code:
            self.garbled()
            return
        page = self._pages.in_sight()
        if page is not None and page.scanned(code):
            return
        self._jobs.parallel(
            lambda: self._look_up(code),
            lambda known: self._known(code, known),
            lambda _error: self._unknown(code),
        )

    def garbled(self) -> None:
        """Say that what was scanned could not be read."""
        self._shell.touch()
        self._shell.showToast(self._visit.words("scan.garbled"))

    def _look_up(self, code: str) -> _Known:
        with self._services.database.read() as view:
            if view.patrons.by_card(code) is not None:
                return _Known(_Kind.CARD)
            item = view.items.by_barcode(code)
            return _Known(_Kind.ITEM, record_key(item.record_id)) if item else _Known(_Kind.NEITHER)

    def _known(self, code: str, known: _Known) -> None:
        if known.kind is _Kind.CARD:
            self._pages.show_card(code)
        elif known.kind is _Kind.ITEM:
            self._pages.show_record(known.record)
        else:
            self._unknown(code)

    def _unknown(self, code: str) -> None:
        self._shell.showToast(self._visit.words("scan.unknown", code=code))
