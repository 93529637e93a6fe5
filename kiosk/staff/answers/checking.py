"""Says what is wrong with an article while it is being written, seen beside all others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.model.article import Article
from kiosk.model.errors import ArticleInvalid
from kiosk.model.problem import Problem
from kiosk.policies.checking import Finding, check_pages
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.staff.answers.pages import checked_page
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database

_OTHERS = ("related", "other")  # values that are keys of other articles


@dataclass(frozen=True, slots=True)
class PageProblem:
    """A complaint about a page, or about all where ``language`` is None; ``stops`` what cannot be shown."""

    language: str | None
    problem: Problem
    stops: bool = False


class ArticleChecking:
    """Checks pages as they are typed; any thread may ask."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.POLICIES_SEE)
    def problems(self, by: SignedIn, pages: Sequence[Article], *, at: datetime) -> tuple[PageProblem, ...]:
        """Return what is wrong with the pages of one article: first what stops them from being shown.

        Other articles are named by their titles, in the page's language where they are written in it.
        """
        stopping = tuple(problem for page in pages if (problem := _stopping(page)) is not None)
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            keys = {page.key for page in pages}
            others = [article for article in view.articles.all() if article.key not in keys]
        today = local_day(calendar_of(library, by.branch), at)
        stale = check_pages(pages, others, library, today)
        named = (PageProblem(one.language, _titled(one, others)) for one in stale)
        return (*stopping, *named)


def _titled(finding: Finding, others: Sequence[Article]) -> Problem:
    """Return its problem with titles for the keys of other articles; a key stays where there is none."""
    titles = {one.key: one.title for one in others}
    titles |= {one.key: one.title for one in others if one.language == finding.language}
    values = {
        name: titles.get(str(value), value) if name in _OTHERS else value
        for name, value in finding.problem.values
    }
    return Problem.of(finding.problem.key, **values)


def _stopping(page: Article) -> PageProblem | None:
    try:
        checked_page(page, draft=False)
    except ArticleInvalid as wrong:
        problem = wrong.values["problem"]
        assert isinstance(problem, Problem)
        return PageProblem(page.language, problem, stops=True)
    return None
