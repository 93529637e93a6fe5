"""The workspace as a process: one window, its services, and everything that joins them."""

import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.own_files import sweep_begun_files
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.ui.shared.garbage import GarbageRounds
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.memory import share_freed_memory
from kiosk.ui.shared.process import choose_platform, end_when_told, on_gui_thread, take_short_turns
from kiosk.ui.staff.door import Doorway
from kiosk.ui.staff.icon_pictures import written_to
from kiosk.ui.staff.pages import PageKind, fetch_pages, page_kinds
from kiosk.ui.staff.style import dress
from kiosk.ui.staff.window import StaffWindow

_WORKERS = 3
_SWEEP_EVERY_MS = 10 * 60_000


def run_staff_app(
    services: Services,
    size: tuple[int, int] | None = None,
    language: str | None = None,
    platform: str | None = None,
) -> int:
    """Show the workspace until it is closed; return the process's exit status.

    As large as the screen unless a size is given. Raises NoDisplay where there is no screen.
    """
    share_freed_memory()
    choose_platform(platform)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("kiosk")
    cache = services.folder.path / "staff-cache"
    dress(app, written_to(cache, "down"), written_to(cache, "check"))
    staff = StaffServices(services)
    library, profile = services.library(), services.profile()
    doorway = Doorway(staff.signing_in.is_founded(), profile.branch)
    services.forbid_here(on_gui_thread)
    jobs, kinds = Jobs(_WORKERS), page_kinds()
    take_short_turns()
    window = StaffWindow(staff, jobs, library, doorway, kinds, language or library.languages[0])
    if size is None:
        window.showMaximized()
    else:
        window.resize(*size)
        window.show()
    jobs.aside(lambda: sweep_begun_files(services, services.clock.now()), lambda _: None, lambda _: None)
    window.activateWindow()  # without a window manager nobody else gives it the keys
    end_when_told(app)
    # While somebody signs in: a page that is opened is built at once then.
    jobs.aside(partial(_fetch, staff, kinds), lambda _: window.build_ahead(), lambda _: None)
    jobs.aside(lambda: staff.reports.ahead(services.clock.now()), partial(read_on, jobs), lambda _: None)
    rounds, sweeping = GarbageRounds(window), QTimer(window)
    sweeping.timeout.connect(rounds.sweep)
    sweeping.start(_SWEEP_EVERY_MS)
    rounds.start()
    try:
        return app.exec()
    finally:
        rounds.close()
        jobs.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def read_on(jobs: Jobs, steps: Sequence[Callable[[], object]]) -> None:
    """Take one step after another by the way, and let what else is done so come between."""
    if steps:
        jobs.aside(steps[0], lambda _: read_on(jobs, steps[1:]), lambda _: None)


def _fetch(staff: StaffServices, kinds: Sequence[PageKind]) -> None:
    """Have at hand what pages are built of, and what they ask."""
    staff.fetch()
    fetch_pages(kinds)
