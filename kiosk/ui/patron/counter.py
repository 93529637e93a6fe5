"""Everything of one running patron app: desk, visit, presenters and scanner, joined together."""

import logging
import math
import traceback

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from kiosk.catalog.search import Refreshed
from kiosk.devices.speech import Speech
from kiosk.last_words import keep_last_words
from kiosk.model.library import KioskProfile, Library
from kiosk.own_files import forget_own_files
from kiosk.own_health import tell_health, tell_stop
from kiosk.services import Services
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.front import Front
from kiosk.ui.patron.index_process import IndexProcess
from kiosk.ui.patron.key_watch import KeyWatch
from kiosk.ui.patron.look_pictures import PROVIDER, LookPictures
from kiosk.ui.patron.narration.telling import Telling
from kiosk.ui.patron.presenters.attract import AttractPresenter
from kiosk.ui.patron.presenters.help import HelpPresenter
from kiosk.ui.patron.presenters.look import LookPresenter
from kiosk.ui.patron.presenters.pages import Pages
from kiosk.ui.patron.presenters.scanner_line import ScannerLine
from kiosk.ui.patron.presenters.scans import ScanDesk
from kiosk.ui.patron.presenters.shell import ShellPresenter
from kiosk.ui.patron.scanning import Scanning
from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.sounding import Sounding
from kiosk.ui.patron.view_models.help import HelpViewModel
from kiosk.ui.patron.view_models.home import HomeViewModel
from kiosk.ui.patron.view_models.idle import IdleViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.patron.window import is_turned, open_window, window_of
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.garbage import GarbageRounds
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.process import take_short_turns
from kiosk.ui.shared.readiness import Readiness
from kiosk.ui.shared.sound_player import SoundPlayer
from kiosk.ui.shared.translating import WordsTranslator
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.ui.shared.voice import Voice

_SCHEMES = {"light": 0, "dark": 1, "high_contrast": 2}
_INDEX_EVERY_MS = 500
_TIDY_EVERY_MS = 6 * 60 * 60 * 1000
_INDEX_AGAIN_MS = 5000
_TELL_EVERY_MS = 60 * 1000
_INCH = 25.4  # millimetres


class Counter(QObject):
    """Make the window hidden, then `begin`; `close` waits for changes under way and forgets the rest.

    ``size`` is that of the glass, in px; ``still`` is for whoever wants nothing to move, and
    without a ``player`` nothing sounds, and without a ``speech`` nothing is read aloud. Where it is to
    ``hold`` the screen, only `front` and staff let it go.
    """

    def __init__(
        self,
        services: Services,
        library: Library,
        profile: KioskProfile,
        language: str | None,
        size: tuple[int, int],
        *,
        still: bool = False,
        player: SoundPlayer | None = None,
        speech: Speech | None = None,
        hold: bool = False,
    ) -> None:
        super().__init__()
        self.services = services
        self.jobs = Jobs(parent=self)
        self.jobs.crashed.connect(self._crashed)
        first = language or profile.languages[0]
        self.visit = Visit(library, profile, services.clock, first, self)
        covers = Covers(services.folder.cover_cache, self.jobs, self)
        self._translator = WordsTranslator(first, self)
        QCoreApplication.installTranslator(self._translator)
        self.desk = Desk()
        screen = services.settings.screen
        self.engine = open_window(self.desk, *size, turned=is_turned(screen.orientation, size))
        self.window = window_of(self.engine)
        pictures = LookPictures()
        self.engine.addImageProvider(PROVIDER, pictures)
        self._readiness = Readiness(self.window, self)
        shell = self.shell_view_model = self.desk.view_model(ShellViewModel)
        shell.setGlass(screen.size_inches * _INCH / math.hypot(*size), screen.viewing_distance_mm)
        comfort = Comfort(scheme=_SCHEMES[screen.theme], reduced_motion=still)
        idle = self.desk.view_model(IdleViewModel)
        self.shell = ShellPresenter(shell, idle, self.visit, comfort, self)
        self.shell.languageChanged.connect(self._speak)
        self.pages = Pages(self.desk, shell, services, self.jobs, self.visit, covers, self)
        asked = self.desk.view_model(HelpViewModel)
        self.help = HelpPresenter(asked, shell, services, self.jobs, self.visit, self)
        self.desk.view_model(HomeViewModel).reachRequested.connect(self.help.reach)
        self.look = LookPresenter(
            shell.look, pictures, services, self.jobs, self.visit, min(size) / 1080, self
        )
        self.shell.minutePassed.connect(self.look.refresh)
        nobody = (self.shell, shell, self.jobs, self.visit, self.window)
        self._attract = AttractPresenter(self.look, pictures, *nobody, self)
        self.shell.minutePassed.connect(self.pages.home.minute_passed)
        self.shell.minutePassed.connect(self.help.minute_passed)
        self.help.messageWanted.connect(lambda: self.pages.request.ask_staff(""))
        self.window.frameSwapped.connect(self.pages.find.drawn)
        self._key_watch = KeyWatch(self.window, shell, self)
        self.front = Front(self.desk, self.window, self.shell, services, self.jobs, self.visit, hold, self)
        self.voice = None if speech is None else self._given_voice(speech)
        told = (self.desk, self.shell, self.visit, self.voice, services.settings)
        self.telling = Telling(self.window, *told, self)
        scanning = Scanning(self.window, services.settings.scanner, self)
        self.front.lock.come_first()
        self.visit.ended.connect(scanning.forget)
        self.scans = ScanDesk(scanning, shell, services, self.jobs, self.visit, self.pages, self)
        self.scans.heard.connect(self.shell.stay)
        line = services.scanner
        self._scanner = None if line is None else ScannerLine(line, self.scans, shell, self.visit, self)
        if (narrator := self.telling.narrator) is not None:
            self.scans.heard.connect(narrator.hush)
            narrator.headphonesChanged.connect(self.pages.ask.hear_alone)
            self.pages.borrow.wait_while(lambda: narrator.active)
        self.pages.camera.seen.connect(self.scans.scanned)
        self._sounding: Sounding | None = None
        if player is not None and screen.sound:
            self._sounding = Sounding(services.folder.sound_cache, player, self)
            self._sounding.listen(scanning, self.desk)
        self._garbage = GarbageRounds(self)
        self.visit.ended.connect(self._garbage.sweep_soon)
        self._late_values = False
        self.visit.closed.connect(self._forget_values)
        self.jobs.idle.connect(self._forget_late_values)
        self._index_timer = QTimer(self)
        self._index_timer.setInterval(_INDEX_EVERY_MS)
        self._index_timer.timeout.connect(self._catch_up)
        self._tidying = QTimer(self)
        self._tidying.setInterval(_TIDY_EVERY_MS)
        self._tidying.timeout.connect(self._tidy)
        self._telling = QTimer(self)
        self._telling.setInterval(_TELL_EVERY_MS)
        self._telling.timeout.connect(self._tell)
        self._catching_up = False
        self._index_process = IndexProcess(services.folder.path, self)

    def begin(self) -> None:
        """Start what goes on while the window is shown."""
        take_short_turns()
        self.look.refresh()
        self.pages.home.refresh()
        if self.voice is not None:
            self.voice.look()
        if self._scanner is not None:
            self._scanner.begin()
        self.telling.begin()
        self._index_timer.start()
        self._garbage.start()
        self._tidying.start()
        self._tidy()
        self._telling.start()
        self._tell()
        services = self.services
        self.jobs.aside(lambda: keep_last_words(services), _ignore, _ignore)

    def read_answers(self) -> None:
        """Make all answers searchable behind whatever goes on, so that no question waits for it."""
        self.jobs.aside(self.services.asking.keeping_up.prepare, _ignore, _ignore)

    def close(self) -> None:
        """Finish the changes begun, and take the window away."""
        self.shell.stop()
        self._index_timer.stop()
        if self._telling.isActive():
            self._telling.stop()
            services = self.services
            self.jobs.serial(lambda: tell_stop(services, services.clock.now()), _ignore, _ignore)
        self.front.close()
        if self._scanner is not None:
            self._scanner.close()
        self.pages.camera.close()
        self.telling.close()
        if self.voice is not None:
            self.voice.close()
        self.jobs.close()
        if self._sounding is not None:
            self._sounding.close()
        QCoreApplication.removeTranslator(self._translator)
        self.window.close()
        self._garbage.close()
        # Presenters first: none may still speak to a page that is gone.
        self.deleteLater()
        self.engine.deleteLater()

    def _given_voice(self, speech: Speech) -> Voice:
        """Let the pages speak; who is read to is there, though nothing is touched."""
        voice = Voice(speech, self)
        voice.lane.crashed.connect(self._crashed)
        self.shell.stay_while(lambda: voice.saying is not None)
        self.pages.ask.speak_with(voice, headphones=self.services.settings.speech.headphones)
        return voice

    def _forget_values(self) -> None:
        """Forget what the database was asked with, behind the changes that the visit has left."""
        services = self.services
        self._late_values = True
        self.jobs.serial(lambda: services.database.forget_values(), _ignore, _ignore)

    def _forget_late_values(self) -> None:
        """Forget once more what a question asked that was still on its way as the visit ended."""
        if self._late_values:
            services, self._late_values = self.services, False
            self.jobs.aside(lambda: services.database.forget_values(), _ignore, _ignore)

    def _tidy(self) -> None:
        """Forget this kiosk's old receipts and logs: the nightly job runs on another machine, maybe."""
        services = self.services
        self.jobs.aside(lambda: forget_own_files(services, services.clock.now()), _ignore, _ignore)

    def _tell(self) -> None:
        """Tell staff how this kiosk is."""
        services = self.services
        self.jobs.aside(lambda: tell_health(services, services.clock.now()), _ignore, _ignore)

    def _speak(self, language: str) -> None:
        self._translator.speak(language)
        self.engine.retranslate()

    def _crashed(self, error: Exception) -> None:
        """Say what nobody else says; the page stays as it is. The log names places, never values."""
        trouble = trouble_behind(error)
        places = "".join(traceback.format_tb(error.__traceback__))
        logging.getLogger("kiosk").error("%s %s\n%s", trouble.code, type(error).__name__, places)
        self.shell_view_model.showToast(trouble.said(self.visit.words), icon="alert")

    def _catch_up(self) -> None:
        """Bring this machine's index up to date beside the screen, one pass at a time."""
        if not self._catching_up:
            self._catching_up = True
            self.jobs.parallel(self._up_to_date, self._caught_up, self._not_caught_up)

    def _up_to_date(self) -> Refreshed:
        """Bring the index up to date and keep at hand what searches need; on another thread."""
        finder = self.services.finder
        done = finder.catch_up()
        finder.index.warm()
        return done

    def _caught_up(self, done: Refreshed) -> None:
        self._catching_up = False
        if done.rebuild_needed and not done.busy:
            self._index_process.want()
        if done.applied:
            self.pages.find.refresh()
            self.pages.browse.refresh()
        self._index_timer.setInterval(_INDEX_EVERY_MS)

    def _not_caught_up(self, _error: Exception) -> None:
        """Try again later: whoever searches meanwhile is told by the page."""
        self._catching_up = False
        self._index_timer.setInterval(_INDEX_AGAIN_MS)


def _ignore(_outcome: object) -> None:
    """Leave it: another round follows."""
