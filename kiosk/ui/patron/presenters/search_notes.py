"""Keeps for the library what was searched in vain; never who searched."""

from PySide6.QtCore import QObject

from kiosk.services import Services
from kiosk.ui.patron.find_loading import Found
from kiosk.ui.patron.find_question import Question
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs


class SearchNotes(QObject):
    """Note each search without a single hit once, however often its page is looked at."""

    def __init__(self, services: Services, jobs: Jobs, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._kept: Question | None = None

    def keep(self, found: Found) -> None:
        """Keep a search that found nothing; one that filters left without hits is none."""
        question = found.question
        if found.total or found.unfiltered or not question.text.strip() or question == self._kept:
            return
        self._kept = question
        services, language, at = self._services, self._visit.language, self._visit.now()
        # That it could not be kept is no reason to stop.
        self._jobs.serial(
            lambda: services.noting.found_nothing(question.text, language, at), _nothing_more, _nothing_more
        )

    def forget(self) -> None:
        """Forget what was searched; what is on its way arrives."""
        self._kept = None


def _nothing_more(_result: object) -> None:
    """Let it be."""
