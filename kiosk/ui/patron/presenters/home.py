"""Fills the home screen: new titles, the commonest questions, how much there is."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from kiosk.catalog.finding import FoundTitle
from kiosk.model.record import Form
from kiosk.services import Services
from kiosk.storage import Counts
from kiosk.ui.patron.channel_rows import channel_rows
from kiosk.ui.patron.flows.joining import joins_here
from kiosk.ui.patron.home_state import Arrival, HomeQuestion, HomeState
from kiosk.ui.patron.view_models.home import HomeViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.cover_design import CoverOrder
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs
from kiosk.words.languages import spoken_code

_ARRIVALS = 16
_QUESTIONS = 40
_FIRST, _BRIEF, _BRIEF_LETTERS = 3, 4, 26  # the commonest, and the commonest that stand on a narrow line
_COVER_WIDTH = 232
_REFRESH_MS = 5 * 60 * 1000
_SQUARE = frozenset({Form.MUSIC, Form.AUDIOBOOK, Form.GAME})


class HomePresenter(QObject):
    """Read what home shows, now and every few minutes, in the visit's language."""

    def __init__(
        self,
        view_model: HomeViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        covers: Covers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._covers = covers
        self._titles: tuple[FoundTitle, ...] = ()
        self._counts: Counts | None = None
        self._questions: tuple[HomeQuestion, ...] = ()
        visit.changed.connect(self._words_changed)
        covers.painted.connect(self._covers_painted)
        self._again = QTimer(self)
        self._again.setInterval(_REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        self._again.start()
        self._show()

    def refresh(self) -> None:
        """Read everything anew."""
        asker = replace(self._visit.asker(), card=None)
        self._jobs.parallel(
            lambda: self._services.finder.newest(_ARRIVALS, asker), self._take_titles, _ignore
        )
        self._jobs.parallel(self._services.counts, self._take_counts, _ignore)
        self._ask_questions()

    def minute_passed(self) -> None:
        """Say anew whether somebody is to be reached; called by the clock."""
        self._show()

    def _ask_questions(self) -> None:
        language = self._visit.language
        self._jobs.latest(
            "home.questions",
            lambda: self._services.asking.commonest(language, _QUESTIONS),
            lambda found: self._take_questions(tuple(HomeQuestion(one.key, one.title) for one in found)),
            _ignore,
        )

    def _take_titles(self, titles: tuple[FoundTitle, ...]) -> None:
        self._titles = titles
        self._show()

    def _take_counts(self, counts: Counts) -> None:
        self._counts = counts
        self._show()

    def _take_questions(self, questions: tuple[HomeQuestion, ...]) -> None:
        brief = [one for one in questions if len(one.text) <= _BRIEF_LETTERS]
        self._questions = tuple(dict.fromkeys((*questions[:_FIRST], *brief[:_BRIEF])))
        self._show()

    def _words_changed(self) -> None:
        self._show()
        self._ask_questions()

    def _covers_painted(self, order: CoverOrder, _url: str) -> None:
        if order.width == _COVER_WIDTH:  # those of other pages are many
            self._show()

    def _show(self) -> None:
        words, functions = self._visit.words, self._visit.profile.functions
        now = self._visit.now()
        counts = ""
        if self._counts is not None:
            counts = words("home.counts", titles=self._counts.titles, available=self._counts.available)
        self._view_model.show(
            HomeState(
                questions=self._questions,
                arrivals=tuple(self._arrival(title) for title in self._titles),
                channels=channel_rows(self._visit.library, self._visit.profile.branch, words, now),
                counts=counts,
                borrowing="borrow" in functions,
                returning="return" in functions,
                joining=joins_here(self._visit.library, functions),
            )
        )

    def _arrival(self, found: FoundTitle) -> Arrival:
        description = found.listed.description
        author = natural_name(description.authors[0]) if description.authors else ""
        order = CoverOrder(description.title, author, description.form, _COVER_WIDTH)
        return Arrival(
            record=found.listed.key,
            title=description.title,
            author=author,
            cover=self._covers.url(order),
            square=description.form in _SQUARE,
            language=spoken_code(description.language),
        )


def natural_name(inverted: str) -> str:
    """Return a name as it is spoken: "Kehlmann, Daniel" becomes "Daniel Kehlmann"."""
    surname, comma, rest = inverted.partition(", ")
    return f"{rest.strip(' ,')} {surname}" if comma and rest and "," not in rest else inverted


def _ignore(_error: Exception) -> None:
    """Leave home as it is: the next refresh tries again, and home needs nothing to be usable."""
