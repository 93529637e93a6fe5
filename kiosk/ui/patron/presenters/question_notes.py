"""Keeps for the library what was asked and whether the answer helped; never who asked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.policies.answer import Answered
from kiosk.policies.noting import How, Noting
from kiosk.services import Services
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs


@dataclass(slots=True)
class _Note:
    """A question on its way to the library: its number once it is kept."""

    number: int | None = None


class QuestionNotes(QObject):
    """Note questions by the turn of their page, one thing after another.

    What cannot be kept is let go: going on answering matters more.
    """

    def __init__(self, services: Services, jobs: Jobs, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._notes: dict[int, _Note] = {}
        self._last = _Note()

    def keep(self, turn: int, answered: Answered, how: How = How.TYPED, led_to: str = "") -> None:
        """Keep what was asked after the question before it, and the article it led to at once."""
        visit, at, before = self._visit, self._visit.now(), self._last
        branch, kiosk = visit.profile.branch, visit.profile.name
        note = self._last = self._notes[turn] = _Note()

        def work(noting: Noting) -> None:
            after = before.number
            note.number = noting.note(answered, how, branch=branch, kiosk=kiosk, after=after, at=at)

        self._do(work)
        if led_to:
            self.led_to(turn, led_to)

    def share(self, turn: int, earlier: int) -> None:
        """Take another answer to the same question as one and the same."""
        if earlier in self._notes:
            self._notes[turn] = self._notes[earlier]

    def led_to(self, turn: int, article: str) -> None:
        """Keep which article was opened in the end."""
        self._tell(turn, lambda noting, number: noting.led_to(number, article))

    def judge(self, turn: int, helped: bool) -> None:
        """Keep whether the answer helped."""
        self._tell(turn, lambda noting, number: noting.helped(number, helped))

    def forget(self) -> None:
        """Forget which question was which, and that the next would follow it; what is on its way arrives."""
        self._notes.clear()
        self._last = _Note()

    def _tell(self, turn: int, told: Callable[[Noting, int], None]) -> None:
        note = self._notes.get(turn)

        def work(noting: Noting) -> None:
            if note is not None and note.number is not None:
                told(noting, note.number)

        if note is not None:
            self._do(work)

    def _do(self, work: Callable[[Noting], None]) -> None:
        services = self._services
        self._jobs.serial(lambda: work(services.noting), _done, _let_go)


def _done(_nothing: object) -> None:
    """Nothing more to do."""


def _let_go(_error: Exception) -> None:
    """Go on answering: that a question could not be kept is no reason to stop."""
