"""Shows an article that is being written as a kiosk would, filled in by the rules as they are now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.policies.answer import ArticleAnswer, Choice, RelatedQuestion
from kiosk.policies.days import DAY, day_choices
from kiosk.policies.live.situation import Situation
from kiosk.policies.markdown import read_markdown
from kiosk.policies.refining import choices_of, day_setting, known_settings
from kiosk.policies.writing import write_answer
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.rules.resolution import RuleBook
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, View
from kiosk.words import Wording, wording

ASKED = ("patron_category", "item_type", "branch", DAY)


@dataclass(frozen=True, slots=True)
class PreviewChoices:
    """For whom, what, where and when a preview may be filled in, by the names of ``ASKED``."""

    by_name: tuple[tuple[str, tuple[Choice, ...]], ...]

    def of(self, name: str) -> tuple[Choice, ...]:
        """Return what may be chosen under a name."""
        return dict(self.by_name)[name]


class ArticlePreview:
    """Fills articles in for a situation that is chosen; any thread may ask."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.POLICIES_SEE)
    def choices(self, by: SignedIn, language: str, *, at: datetime) -> PreviewChoices:
        """Return what may be chosen, named in a language."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
        words = _words(library, by.branch, language)
        today = local_day(calendar_of(library, by.branch), at)
        days = tuple(Choice(value, name) for value, name in day_choices(today, today, words))
        named = [
            (name, tuple(Choice(code, words.name(text)) for code, text in choices_of(library, name)))
            for name in ASKED
            if name != DAY
        ]
        return PreviewChoices((*named, (DAY, days)))

    @needs(Right.POLICIES_SEE)
    def show(
        self, by: SignedIn, article: Article, chosen: Mapping[str, str], *, at: datetime
    ) -> ArticleAnswer:
        """Return the article as it would be answered now, where one works unless another branch is chosen."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            related = tuple(_related(view, article))
        settings = known_settings(library, {name: value for name, value in chosen.items() if value})
        branch = settings.get("branch", by.branch)
        ordinary = next((one.code for one in library.patron_categories if one.configured), None)
        words = _words(library, branch, article.language)
        there = Situation(RuleBook(library), words, at, branch, ordinary).narrowed(settings)
        day = day_setting(chosen, there.today)
        situation = there if day is None else there.on(day)
        return write_answer(article, read_markdown(article.body), situation, related)


def _words(library: Library, branch: str, language: str) -> Wording:
    return wording(language, calendar_of(library, branch).time_zone, library.languages)


def _related(view: View, article: Article) -> list[RelatedQuestion]:
    found = (view.articles.get(key, article.language) for key in article.related)
    return [RelatedQuestion(one.key, one.title) for one in found if one is not None and one.visible]
