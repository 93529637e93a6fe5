"""The workspace's one window: the door, and behind it the pages of whoever has signed in."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from kiosk.model.library import Library
from kiosk.services_of_staff import StaffServices
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.staff.door import Door, Doorway
from kiosk.ui.staff.left_dialogs import LeftDialogs
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.qt_words import QtWords
from kiosk.ui.staff.shell import Shell
from kiosk.ui.staff.style import dress_window
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace, sentence_of
from kiosk.words import Wording, wording

# Longer than any form waits for a pause in typing before it keeps its draft.
_DRAFTS_KEPT_MS = 1000


class StaffWindow(QMainWindow):
    """Show the door until somebody has signed in, then the shell until they leave."""

    def __init__(
        self,
        services: StaffServices,
        jobs: Jobs,
        library: Library,
        doorway: Doorway,
        kinds: Sequence[PageKind],
        language: str,
    ) -> None:
        super().__init__()
        dress_window(self)
        self._services, self._jobs, self._library = services, jobs, library
        self._doorway, self._kinds = doorway, tuple(kinds)
        self.words = self._wording(language)
        self._qt_words = QtWords()
        self.setMinimumSize(1024, 640)
        self._why_out = ""
        self._ahead = False
        self._left_dialogs = LeftDialogs(self, jobs)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_DRAFTS_KEPT_MS)
        self._leaving.timeout.connect(self._leave)
        self._show_door()

    @property
    def door(self) -> Door | None:
        """Give the door while nobody is signed in."""
        shown = self.centralWidget()
        return shown if isinstance(shown, Door) else None

    @property
    def shell(self) -> Shell | None:
        """Give the shell of whoever is signed in."""
        shown = self.centralWidget()
        return shown if isinstance(shown, Shell) else None

    def build_ahead(self) -> None:
        """Have pages built before they are opened, of whoever is signed in and who comes later.

        Their modules have to be there (`fetch_pages`): to import them would hold everything up.
        """
        self._ahead = True
        if self.shell is not None:
            self.shell.build_ahead()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless something is not saved and whoever closes wants to stay."""
        if self._may_leave():
            self._let_go()
            self._qt_words.hush()
            event.accept()
        else:
            event.ignore()

    def sign_out(self) -> None:
        """Show the door again; what is typed and not saved stays as a draft."""
        if self._may_leave():
            self._let_go()
            self._show_door()

    def _put_out(self, why: str) -> None:
        """Let nobody go on here, and show the door with the reason once all that is typed is kept."""
        shell = self.shell
        if shell is not None and shell.isEnabled():
            shell.setEnabled(False)
            self._why_out = why
            self._leaving.start()

    def _leave(self) -> None:
        if QApplication.activeModalWidget() is not None:
            self._leaving.start()  # whoever opened the dialog still waits for it
        elif self.shell is not None:
            self._show_door()
            if self.door is not None:
                self.door.say(self._why_out)

    def _show_door(self) -> None:
        self._qt_words.speak(self.words.language)
        door = Door(self._services, self._jobs, self._library, self.words, self._doorway, self._sentence)
        door.came.connect(self._enter)
        door.spoke.connect(self._speak)
        self._put(door)

    def _enter(self, by: SignedIn) -> None:
        self._doorway = Doorway(True, by.branch)
        words = self._wording(by.language) if by.language in self._library.languages else self.words
        self._qt_words.speak(words.language)
        place = Workplace(self._services, by, self._library, words, self._jobs, self)
        shell = Shell(place, self._kinds)
        shell.ended.connect(self.sign_out)
        shell.over.connect(self._put_out)
        self._put(shell)
        shell.begin()
        if self._ahead:
            shell.build_ahead()

    def _speak(self, language: str) -> None:
        self.words = self._wording(language)
        self._show_door()

    def _put(self, widget: QWidget) -> None:
        """Show a widget instead of the one that is there, which is deleted with all that it showed."""
        before = self.shell
        self._leaving.stop()
        if before is not None:
            before.workplace.leave()
        self.setCentralWidget(widget)
        if before is not None:
            before.workplace.deleteLater()
        name = self.words.name(self._library.name)
        self.setWindowTitle(f"{name} – {self.words('staff.workspace')}")

    def _let_go(self) -> None:
        if self.shell is not None:
            self.shell.net.leave()

    def _may_leave(self) -> bool:
        shell = self.shell
        count = shell.unsaved() if shell is not None else 0
        if not count:
            return True
        words = shell.workplace.words if shell is not None else self.words
        return ask(
            words,
            self,
            words("staff.leave"),
            words.count("staff.leave.unsaved", count),
            words("staff.leave.do"),
        )

    def _wording(self, language: str | None) -> Wording:
        spoken = language if language in self._library.languages else self._library.languages[0]
        return wording(spoken, self._library.time_zone, (spoken, *self._library.languages))

    def _sentence(self, error: Exception) -> str:
        return sentence_of(error, self.words, self._services.base.folder.path)
