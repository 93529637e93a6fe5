"""The list of what was found: reads on ahead of whoever scrolls, gets covers, and stays true."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kiosk.ui.patron.find_loading import FindLoader, Found
from kiosk.ui.patron.find_question import Question
from kiosk.ui.patron.found_rows import FoundRows
from kiosk.ui.patron.presenters.found_ahead import FoundAhead, Told
from kiosk.ui.patron.presenters.title_covers import TitleCovers
from kiosk.ui.patron.title_rows import SeenTitle, TitleRow, title_rows
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs

_COVER = 224  # device pixels: twice what a screen of the usual size needs
_FIND, _READ_ON, _RENEW = "find.search", "find.following", "find.renew"


class FoundList(QObject):
    """Hold `found` and its `rows`; `rowsChanged` or `changed` tells of others, `failed` of a page not read.

    What was asked for before is forgotten with every new search.
    """

    changed = Signal()
    rowsChanged = Signal()
    failed = Signal(object)

    def __init__(
        self, loader: FindLoader, jobs: Jobs, visit: Visit, covers: Covers, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self._jobs = jobs
        self._visit = visit
        self._covers = TitleCovers(covers, _COVER, self)
        self._covers.painted.connect(self._take_covers)
        self._rows = FoundRows()
        self._seen = (0, -1)
        self._reading_on = False
        self._ahead = FoundAhead(self._searching, jobs, self)
        self.found: Found | None = None
        visit.changed.connect(self._ahead.drop)

    @property
    def rows(self) -> tuple[TitleRow, ...]:
        """Give the rows read so far."""
        return self._rows.rows

    @property
    def more(self) -> bool:
        """Tell whether there are rows left to read."""
        return self.found is not None and self._rows.more(self.found.total)

    def search(
        self, question: Question, done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """Look for something else; what there is stays until that is there."""
        self.stop()

        def take(answer: Told) -> None:
            self._take(answer)
            done()

        def take_earlier(answer: Told) -> None:
            take(answer)
            self.refresh()  # it was read a moment ago

        if not self._ahead.take(question, take_earlier, failed):
            self._ahead.drop()
            self._jobs.latest(_FIND, self._searching(question), take, failed)

    def expect(self, question: Question | None) -> None:
        """Search ahead for what will probably be looked for next, or for nothing any more."""
        if question is None:
            self._ahead.drop()
        else:
            self._ahead.expect(question)

    def read_on(self) -> None:
        """Read the next rows, unless that is under way or something else is looked for."""
        found = self.found
        if found is None or not self.more or self._reading_on:
            return
        self._reading_on = True
        asker, told, read = self._visit.asker(), self._telling(), self._rows.read
        self._jobs.latest(
            _READ_ON,
            lambda: told(self._loader.following(found.question, asker, read)),
            self._take_following,
            self._stay,
        )

    def look_at(self, first: int, last: int) -> None:
        """Note which rows are in sight, and see how those stand now."""
        if (first, last) != self._seen:
            self._seen = (first, last)
            self._renew()

    def refresh(self) -> None:
        """See how the rows in sight and the counts stand after something has changed."""
        found = self.found
        if found is None:
            return
        self._renew(lambda: self._loader.count(found.question))

    def stop(self) -> None:
        """Wait for no search any more; what was found stays."""
        self._jobs.forget(_FIND)
        self._forget_reading()

    def forget(self) -> None:
        """Forget what was found."""
        self.stop()
        self._ahead.drop()
        self.found = None
        self._rows.show(())
        self._covers.forget()

    def _renew(self, count: Callable[[], Found] | None = None) -> None:
        records, asker = self._rows.records(*self._seen), self._visit.asker()
        rows_of = self._rows_of()

        def work() -> tuple[Sequence[TitleRow], Found | None]:
            return rows_of(self._loader.renew(records, asker)), count() if count else None

        if records or count:
            # A count that another glance would push aside has a name of its own.
            self._jobs.latest(_RENEW + (".count" if count else ""), work, self._take_renewed, _ignore)

    def _searching(self, question: Question) -> Callable[[], Told]:
        asker, told = self._visit.asker(), self._telling()
        return lambda: told(self._loader.find(question, asker))

    def _rows_of(self) -> Callable[[Sequence[SeenTitle]], tuple[TitleRow, ...]]:
        """Give what tells of titles on any thread, in the words of now."""
        visit, words = self._visit, self._visit.words
        branch, library = visit.profile.branch, visit.library
        return lambda titles: title_rows(titles, branch, library, words, {})

    def _telling(self) -> Callable[[Found], Told]:
        rows_of = self._rows_of()
        return lambda found: (found, rows_of(found.titles))

    def _take(self, answer: Told) -> None:
        self.found, rows = answer
        self._seen = (0, len(rows) - 1)
        self._rows.show(rows, self.found.read)
        self._want_covers(self.found.titles)

    def _take_following(self, answer: Told) -> None:
        self._reading_on = False
        following, rows = answer
        if self.found is not None:
            self._rows.add(rows, following.read)
            self._want_covers(following.titles)
            self.rowsChanged.emit()

    def _take_renewed(self, answer: tuple[Sequence[TitleRow], Found | None]) -> None:
        rows, counted = answer
        self._rows.renew(rows)
        if self.found is not None and counted is not None and counted.question == self.found.question:
            self.found = self.found.counted_anew(counted)
            self.changed.emit()
        else:
            self.rowsChanged.emit()

    def _want_covers(self, titles: Sequence[SeenTitle]) -> None:
        self._covers.want(titles)
        self._rows.picture({title.key: self._covers.urls.get(title.key, "") for title in titles})

    def _take_covers(self) -> None:
        self._rows.picture(self._covers.fresh())
        self.rowsChanged.emit()

    def _stay(self, error: Exception) -> None:
        """Keep the titles already there; scrolling on asks for the others again."""
        self._reading_on = False
        self.failed.emit(error)

    def _forget_reading(self) -> None:
        self._reading_on = False
        for work in (_READ_ON, _RENEW, f"{_RENEW}.count"):
            self._jobs.forget(work)


def _ignore(_error: Exception) -> None:
    """Leave what is shown: a search or reading on says what is wrong."""
