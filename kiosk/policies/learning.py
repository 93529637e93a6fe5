"""Shows staff what was asked in vain, the commonest first, and makes answers of it in one step."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from kiosk.model.article import Article
from kiosk.model.errors import ArticleExists, ArticleUnknown, QuestionUnknown
from kiosk.policies.article_changes import note_change
from kiosk.policies.understanding.letters import folded_words
from kiosk.policies.understanding.speech import speech_of
from kiosk.policies.understanding.stems import stems
from kiosk.storage import Act, Database, QuestionAsked, SearchedInVain, View

T = TypeVar("T", QuestionAsked, SearchedInVain)

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class AskedInVain:
    """Questions that mean much the same and got no answer that helped.

    ``number`` is that of the latest and names them all. ``text`` is how most put it, ``wordings`` are the
    commonest others. ``shown`` and ``asked_next`` are articles and questions with how often, the most first.
    """

    number: int
    text: str
    language: str
    times: int
    last_at: datetime
    wordings: tuple[str, ...]
    unhelpful: int
    shown: tuple[tuple[str, int], ...]
    asked_next: tuple[tuple[str, int], ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SearchedOften:
    """Searches of the catalogue in much the same words, which found nothing."""

    text: str
    language: str
    times: int
    last_at: datetime


class Learning:
    """Turns what was asked in vain into wordings and articles; what is done with leaves the list."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unanswered(self, since: datetime, limit: int = 50) -> tuple[AskedInVain, ...]:
        """Return what was asked in vain since then, the commonest first."""
        with self._database.read() as view:
            return _groups(view, since)[:limit]

    def searched(self, since: datetime, limit: int = 50) -> tuple[SearchedOften, ...]:
        """Return what was searched in vain since then, the commonest first."""
        with self._database.read() as view:
            found = view.questions.empty_searches(since)
        told = [
            SearchedOften(_commonest(group), group[0].language, len(group), group[0].at)
            for group in _by_meaning(found)
        ]
        return tuple(sorted(told, key=lambda one: (-one.times, -one.last_at.timestamp()))[:limit])

    def add_wording(
        self, number: int, article: str, *, since: datetime, by: str, at: datetime, wording: str | None = None
    ) -> Article:
        """Make what was asked another wording of an article in its language; questions find it at once.

        Raises QuestionUnknown, ArticleUnknown where the language has no such article.
        """
        with self._database.act() as work:
            asked = _of(work, number, since)
            before = work.articles.get(article, asked.language)
            if before is None:
                raise ArticleUnknown(article=article, language=asked.language)
            text = " ".join((wording or asked.text).split())
            if text not in before.questions:
                before = replace(before, questions=(*before.questions, text))
            saved = work.articles.save(before, by=by, at=at)
            self._done(work, asked, "article_worded", saved, by, at)
        return saved

    def new_article(
        self, number: int, key: str, topic: str, *, since: datetime, by: str, at: datetime
    ) -> Article:
        """Begin an article of what was asked, as a draft for somebody to write the answer of.

        Raises QuestionUnknown, ArticleExists.
        """
        with self._database.act() as work:
            asked = _of(work, number, since)
            if work.articles.get(key, asked.language) or work.articles.draft(key, asked.language):
                raise ArticleExists(article=key, language=asked.language)
            wordings = tuple(dict.fromkeys(asked.wordings))
            begun = Article(key, asked.language, topic, title=asked.text, body="", questions=wordings)
            saved = work.articles.save_draft(begun, by=by, at=at)
            self._done(work, asked, "article_begun", saved, by, at)
        return saved

    def dismiss(self, number: int, *, since: datetime, by: str, at: datetime) -> int:
        """Forget questions that want no answer; return how many there were. Raises QuestionUnknown."""
        with self._database.act() as work:
            asked = _of(work, number, since)
            self._done(work, asked, "questions_dismissed", None, by, at)
        return asked.times

    def _done(
        self, work: Act, asked: AskedInVain, act: str, article: Article | None, by: str, at: datetime
    ) -> None:
        work.questions.forget(asked.numbers)
        if article is not None:
            note_change(work, act, article, by, at, {"questions": asked.times})
        else:
            details = {"questions": asked.times, "language": asked.language}
            work.audit.write(at=at, account=by, act=act, details=details)
        work.commit()


def key_of(text: str, language: str) -> tuple[str, ...]:
    """Return what two wordings of much the same question share: the stems of the words that say something."""
    filler = speech_of(language).filler
    words = folded_words(text, language)
    telling = {stems(word, language)[0] for word in words if word not in filler}
    return tuple(sorted(telling)) or words


def _groups(view: View, since: datetime) -> tuple[AskedInVain, ...]:
    found = view.questions.unanswered(since)
    following: dict[int, list[str]] = {}
    for one in view.questions.next_after([asked.id for asked in found]):
        following.setdefault(one.after or 0, []).append(one.text)
    groups = [_group(asked, following) for asked in _by_meaning(found)]
    return tuple(sorted(groups, key=lambda one: (-one.times, -one.last_at.timestamp())))


def _of(view: View, number: int, since: datetime) -> AskedInVain:
    found = next((one for one in _groups(view, since) if number in one.numbers), None)
    if found is None:
        raise QuestionUnknown(number=number)
    return found


def _group(asked: Sequence[QuestionAsked], following: Mapping[int, Sequence[str]]) -> AskedInVain:
    numbers = tuple(one.id for one in asked)
    text = _commonest(asked)
    wordings = Counter(one.text for one in asked if one.text != text)
    shown = Counter(key for one in asked if (key := one.led_to or one.article_key))
    then = Counter(text for number in numbers for text in following.get(number, ()))
    return AskedInVain(
        number=asked[0].id,
        text=text,
        language=asked[0].language,
        times=len(asked),
        last_at=asked[0].at,
        wordings=tuple(one for one, _times in wordings.most_common(_MOST_SHOWN)),
        unhelpful=sum(one.helpful is False for one in asked),
        shown=tuple(shown.most_common(_MOST_SHOWN)),
        asked_next=tuple(then.most_common(_MOST_SHOWN)),
        numbers=numbers,
    )


def _by_meaning(found: Iterable[T]) -> list[list[T]]:
    """Put together what says much the same in one language; each group as it comes."""
    groups: dict[tuple[str, tuple[str, ...]], list[T]] = {}
    for one in found:
        groups.setdefault((one.language, key_of(one.text, one.language)), []).append(one)
    return list(groups.values())


def _commonest(asked: Sequence[QuestionAsked] | Sequence[SearchedInVain]) -> str:
    """Return how most put it, of equally many the latest."""
    return Counter(one.text for one in asked).most_common(1)[0][0]
