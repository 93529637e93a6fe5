"""Keeps for the library what was asked and whether the answer helped; never who asked."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.policies.answer import Answered
from kiosk.services import Services
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs


@dataclass(slots=True)
class _Note:
    """A question on its way to the library: its number once it is kept, its verdict once there is one."""

    number: int | None = None
    helped: bool | None = None


class QuestionNotes(QObject):
    """Note questions by the turn of their page; a verdict given before the note is kept waits for it.

    What cannot be kept is let go: going on answering matters more.
    """

    def __init__(self, services: Services, jobs: Jobs, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._notes: dict[int, _Note] = {}

    def keep(self, turn: int, answered: Answered) -> None:
        """Keep what was asked."""
        services, branch, at = self._services, self._visit.profile.branch, self._visit.now()
        note = self._notes[turn] = _Note()
        self._jobs.serial(
            lambda: services.asking.note(answered, branch=branch, at=at),
            lambda number: self._kept(note, number),
            _let_go,
        )

    def share(self, turn: int, earlier: int) -> None:
        """Take another answer to the same question as one and the same."""
        if earlier in self._notes:
            self._notes[turn] = self._notes[earlier]

    def judge(self, turn: int, helped: bool) -> None:
        """Keep whether the answer helped."""
        note = self._notes.get(turn)
        if note is not None:
            note.helped = helped
            self._tell(note)

    def forget(self) -> None:
        """Forget which question was which; what is on its way arrives."""
        self._notes.clear()

    def _kept(self, note: _Note, number: int) -> None:
        note.number = number
        self._tell(note)

    def _tell(self, note: _Note) -> None:
        services, number, helped = self._services, note.number, note.helped
        if number is not None and helped is not None:
            self._jobs.serial(lambda: services.asking.helped(number, helped), _done, _let_go)


def _done(_nothing: object) -> None:
    """Nothing more to do."""


def _let_go(_error: Exception) -> None:
    """Go on answering: that a question could not be kept is no reason to stop."""
