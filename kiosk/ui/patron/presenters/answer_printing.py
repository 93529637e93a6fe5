"""Puts an answer on paper beside the screen and tells how far it is."""

from PySide6.QtCore import QObject, Signal

from kiosk.devices.printer import answer_paper
from kiosk.policies.answer import ArticleAnswer
from kiosk.services import Services
from kiosk.ui.patron.answer_paper import answer_slip
from kiosk.ui.patron.answer_state import Paper
from kiosk.ui.patron.receipt_printing import print_paper
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind


class AnswerPrinting(QObject):
    """Print answers; `came` tells the page's turn and step, the Paper come to, and the code of a trouble."""

    came = Signal(int, int, object, str)

    def __init__(self, services: Services, jobs: Jobs, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._visit = visit

    def print(self, answer: ArticleAnswer, turn: int, step: int) -> None:
        """Print an answer as it is shown, in the language spoken."""
        services, words = self._services, self._visit.words
        slip = answer_slip(answer, self._visit)
        self.came.emit(turn, step, Paper.PRINTING, "")
        self._jobs.parallel(
            lambda: print_paper(services, answer_paper(slip, words)),
            lambda _nothing: self.came.emit(turn, step, Paper.PRINTED, ""),
            lambda error: self._failed(turn, step, error),
        )

    def _failed(self, turn: int, step: int, error: Exception) -> None:
        self.came.emit(turn, step, Paper.FAILED, trouble_behind(error).code)
