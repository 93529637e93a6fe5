"""Asks what begins as typed: only the newest text is told of, its first titles before their counts."""

from collections.abc import Callable
from threading import Event

from kiosk.ui.patron.find_loading import FindLoader, Suggested
from kiosk.ui.patron.find_question import Question
from kiosk.ui.shared.jobs import Jobs

_JOB = "find.suggest"
_UNDRAWN_S = 0.04  # for a window that draws nothing


class Suggesting:
    """Tells nothing before the letter that was typed is on the glass: its frame comes first."""

    def __init__(self, loader: FindLoader, jobs: Jobs) -> None:
        self._loader = loader
        self._jobs = jobs
        self._asked = object()
        self._drawn = Event()
        self._drawn.set()

    def typed(self) -> None:
        """Note that a letter is still to be drawn."""
        self._drawn = Event()

    def drawn(self) -> None:
        """Note that the last letter is on the glass: what was found for it may follow."""
        self._drawn.set()

    def forget(self) -> None:
        """Tell nothing of what has been asked for so far."""
        self._jobs.forget(_JOB)

    def ask(
        self, question: Question, done: Callable[[Suggested], None], failed: Callable[[Exception], None]
    ) -> None:
        """Ask for a text; `done` may get it in parts, without a total first."""
        self._asked = asked = object()
        drawn = self._drawn

        def work(tell: Callable[[Suggested], None]) -> Suggested:
            def tell_drawn(early: Suggested) -> None:
                drawn.wait(_UNDRAWN_S)
                tell(early)

            suggested = self._loader.suggest(question, lambda: self._asked is asked, tell_drawn)
            drawn.wait(_UNDRAWN_S)
            return suggested

        self._jobs.latest_in_parts(_JOB, work, done, failed)
