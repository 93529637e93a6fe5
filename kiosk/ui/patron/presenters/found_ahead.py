"""Searches for what is being typed as soon as that rests: asked for, the page is there or on its way."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.ui.patron.find_loading import Found
from kiosk.ui.patron.find_question import Question
from kiosk.ui.patron.title_rows import TitleRow
from kiosk.ui.shared.jobs import Jobs

Told = tuple[Found, tuple[TitleRow, ...]]
_REST_MS = 120  # longer than from one letter to the next: a search nobody asks for would delay that
_AHEAD = "find.ahead"


class FoundAhead(QObject):
    """Hold at most one answer; `search` gives the work of a search as things stand when it is begun."""

    def __init__(
        self, search: Callable[[Question], Callable[[], Told]], jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._jobs = jobs
        self._question: Question | None = None
        self._answer: Told | None = None
        self._begun = False
        self._asked: tuple[Callable[[Told], None], Callable[[Exception], None]] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)

    def expect(self, question: Question) -> None:
        """Search for this unless something else comes first; what was expected before is dropped."""
        self.drop()
        self._question = question
        self._rest.start()

    def drop(self) -> None:
        """Expect nothing, and forget what was found."""
        self._rest.stop()
        self._jobs.forget(_AHEAD)
        self._question, self._answer, self._asked, self._begun = None, None, None, False

    def take(
        self, question: Question, done: Callable[[Told], None], failed: Callable[[Exception], None]
    ) -> bool:
        """Give what was found, now or when it comes; tell whether this was searched for at all."""
        if question != self._question or not self._begun:
            return False
        answer = self._answer
        if answer is None:
            self._asked = done, failed
        else:
            self.drop()
            done(answer)
        return True

    def _begin(self) -> None:
        if self._question is not None:
            self._begun = True
            self._jobs.latest(_AHEAD, self._search(self._question), self._keep, self._fail)

    def _keep(self, answer: Told) -> None:
        self._answer, asked = answer, self._asked
        if asked is not None:
            self.drop()
            asked[0](answer)

    def _fail(self, error: Exception) -> None:
        """Say what is wrong only to who asked: else the search itself will find that out."""
        asked = self._asked
        self.drop()
        if asked is not None:
            asked[1](error)
