"""Shows the answer in sight as a code for a phone, for as long as one looks at it and no longer."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.paper.squares import Modules, qr_modules
from kiosk.policies.answer import ArticleAnswer
from kiosk.ui.patron.answer_note import CORRECTION, AnswerNote, answer_note
from kiosk.ui.patron.qr_code import qr_path
from kiosk.ui.patron.view_models.answer_phone import AnswerPhoneState, AnswerPhoneViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.words import wording

_JOB = "answer.code"


class AnswerPhone(QObject):
    """Draw the code off the GUI thread; another page, card, language or visit takes it away."""

    def __init__(
        self,
        view_model: AnswerPhoneViewModel,
        shell: ShellViewModel,
        jobs: Jobs,
        visit: Visit,
        shown: Callable[[], ArticleAnswer | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._jobs = jobs
        self._visit = visit
        self._shown = shown
        view_model.codeRequested.connect(self._code)
        view_model.codeDismissed.connect(self.close)
        shell.routeChanged.connect(self.close)
        visit.changed.connect(self.close)
        visit.ended.connect(self.close)

    def close(self) -> None:
        """Take the code away; one that is being drawn is not shown."""
        self._jobs.forget(_JOB)
        self._view_model.show(AnswerPhoneState())

    def _code(self) -> None:
        answer, visit = self._shown(), self._visit
        if answer is None:
            return
        words = wording(answer.language, visit.words.zone.key, visit.library.languages)
        note = answer_note(answer, visit.library, visit.profile.branch, words)
        self._jobs.latest(
            _JOB, lambda: qr_modules(note.text, CORRECTION), lambda modules: self._show(answer, note, modules)
        )

    def _show(self, answer: ArticleAnswer, note: AnswerNote, modules: Modules) -> None:
        if self._shown() == answer:  # by now another may be awaited, or be there
            self._view_model.show(AnswerPhoneState(qr_path(modules), len(modules), note.cut, note.own))
