"""Keeps the frame true: clock, opening hours, language, whose visit it is, and when it ends."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.rules.calendar import open_state
from kiosk.ui.patron.idling import Idling
from kiosk.ui.patron.shell_state import Comfort, Language, Route, ShellState
from kiosk.ui.patron.view_models.idle import IdleViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.words import wording
from kiosk.words.opening import opening_sentence

_SECTION_FUNCTIONS = {"find": None, "ask": None, "borrow": "borrow", "return": "return"}


class ShellPresenter(QObject):
    """Show header and dock, count idle seconds, and end the visit when nobody is there."""

    languageChanged = Signal(str)
    minutePassed = Signal()
    secondPassed = Signal()

    def __init__(
        self,
        shell: ShellViewModel,
        idle: IdleViewModel,
        visit: Visit,
        comfort: Comfort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._idle = idle
        self._visit = visit
        self._comfort = comfort
        self._idling = Idling(visit.profile.idle_seconds)
        self._used = False
        self._read_to: Callable[[], bool] = _never
        self._told: Callable[[], bool] = _never
        self._warned: Callable[[], bool] = _never
        self._language = visit.language
        self._minute = visit.now().replace(second=0, microsecond=0)
        shell.setUsual(comfort)
        shell.touched.connect(self.touched)
        shell.languageRequested.connect(visit.speak)
        shell.signOutRequested.connect(self.end_visit)
        shell.routeChanged.connect(self.stay)
        idle.moreTimeRequested.connect(self.stay)
        idle.endRequested.connect(self.end_visit)
        visit.changed.connect(self._visit_changed)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.second_passed)
        self._second.start()
        self._show()

    @property
    def usual(self) -> Comfort:
        """Tell how it looks at the beginning of each visit."""
        return self._comfort

    @property
    def used(self) -> bool:
        """Tell whether somebody is there, or was until a moment ago."""
        return self._used

    def stop(self) -> None:
        """Let no second pass any more: the window is closing."""
        self._second.stop()

    def touched(self) -> None:
        """Note that somebody is there; the countdown wants an answer, so that a brush does not end it."""
        if not self._idling.counting:
            self.stay()

    def stay(self) -> None:
        """Give all the idle time anew."""
        self._used = True
        self._idling = self._idling.touched()
        self._show_idle()

    def stay_while(self, read_to: Callable[[], bool]) -> None:
        """Count no idle second while somebody is read to: who listens touches nothing.

        Who has a card is asked after a few idle periods all the same: an account is in sight.
        """
        self._read_to = read_to

    def tell_to(self, told: Callable[[], bool], warned: Callable[[], bool]) -> None:
        """Ask before the end whoever is `told` the screen, and count down once they were `warned` of it."""
        self._told, self._warned = told, warned

    def end_visit(self) -> None:
        """Forget everything of this patron and go home."""
        self._idling = self._idling.touched()
        self._visit.end()
        self._shell.showToast("")
        self._shell.setComfort(self._comfort)
        self._shell.go(Route(), "reset")
        self._show_idle()
        self._used = False

    def second_passed(self) -> None:
        """Count one second; called by the clock."""
        self._idling = self._one_second_on()
        if self._idling.over or (self._idling.counting and not self._anything_to_lose()):
            # Home as the next visitor finds it is worth no question, but what was typed may still be known.
            self.end_visit()
        self._show_idle()
        self._show()
        minute = self._visit.now().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self.minutePassed.emit()
        self.secondPassed.emit()

    def _one_second_on(self) -> Idling:
        if not self._used:
            return self._idling.touched()
        if self._idling.counting and self._told():
            return self._idling if self._warned() else self._idling.second_passed()
        if self._read_to():
            return self._idling.second_listened(signed_in=self._visit.signed_in is not None)
        return self._idling.second_passed()

    def _anything_to_lose(self) -> bool:
        return (
            not self._shell.atHome
            or self._visit.signed_in is not None
            or self._visit.language != self._visit.first_language
            or self._shell.comfort != self._comfort
            or self._told()
        )

    def _visit_changed(self) -> None:
        if self._visit.language != self._language:
            self._language = self._visit.language
            self.languageChanged.emit(self._language)
        self._show()

    def _show_idle(self) -> None:
        self._idle.show(
            self._idling.counting,
            self._idling.seconds_left,
            self._visit.signed_in is not None,
            self._visit.unfinished(),
            self._visit.settled(),
        )

    def _show(self) -> None:
        visit, words, now = self._visit, self._visit.words, self._visit.now()
        branch = visit.library.branch(visit.profile.branch) or visit.library.branches[0]
        self._shell.show(
            ShellState(
                library=words.name(visit.library.name),
                date=words.day(now),
                time=words.clock(now),
                open_long=opening_sentence(branch.calendar, now, words, today=True),
                open_short=opening_sentence(branch.calendar, now, words),
                is_open=open_state(branch.calendar, now).open,
                language=visit.language,
                languages=tuple(
                    Language(code, wording(code)("language.name")) for code in visit.profile.languages
                ),
                signed_in=visit.signed_in is not None,
                sections=tuple(
                    name
                    for name, function in _SECTION_FUNCTIONS.items()
                    if function is None or function in visit.profile.functions
                ),
            )
        )


def _never() -> bool:
    return False
