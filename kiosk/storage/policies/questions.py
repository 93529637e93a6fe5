"""What patrons asked and what they searched for in vain, never with a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, or_, select

from kiosk.storage.link import Link
from kiosk.storage.tables import empty_searches, questions


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A question and what became of it; ``band`` is answer, choose or none.

    ``article_key`` is what was answered, ``led_to`` the article that was opened in the end. ``how`` it
    came is typed, suggested (begun and then touched) or touched (never typed). ``after`` is the number of
    the question asked before it in the same visit.
    """

    text: str
    language: str
    band: str
    at: datetime
    article_key: str | None = None
    branch: str | None = None
    helpful: bool | None = None
    how: str = "typed"
    led_to: str | None = None
    kiosk: str | None = None
    after: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class SearchedInVain:
    """A search of the catalogue that found nothing."""

    text: str
    language: str
    at: datetime
    id: int = 0


# The article a question led to: the one opened in the end, else the one shown at once.
_LED = func.coalesce(questions.c.led_to, questions.c.article_key)


class Questions:
    """Keeps and counts questions and empty searches."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def asked(self, question: QuestionAsked) -> int:
        """Keep a question; return its number."""
        values = {
            name: getattr(question, name) for name in QuestionAsked.__dataclass_fields__ if name != "id"
        }
        row = self._link.written(questions.insert().values(values).returning(questions.c.id))
        assert row is not None
        return int(row.id)

    def helpful(self, question_id: int, yes: bool) -> None:
        """Note whether the answer helped."""
        self._link.write(questions.update().where(questions.c.id == question_id).values(helpful=yes))

    def led_to(self, question_id: int, article_key: str) -> None:
        """Note which article was opened in the end."""
        self._link.write(questions.update().where(questions.c.id == question_id).values(led_to=article_key))

    def unanswered(self, since: datetime, limit: int = 10_000) -> tuple[QuestionAsked, ...]:
        """Return the latest questions without an answer, with none of several opened, or not helped by it."""
        undecided = (questions.c.band == "choose") & questions.c.led_to.is_(None)
        poor = or_(questions.c.band == "none", undecided, questions.c.helpful.is_(False))
        query = select(questions).where(questions.c.at >= since, poor, questions.c.helpful.is_not(True))
        return self._asked(query, limit)

    def next_after(self, numbers: Iterable[int]) -> tuple[QuestionAsked, ...]:
        """Return what was asked next, in the same visits, the latest first."""
        return self._asked(select(questions).where(questions.c.after.in_([*numbers])), None)

    def of_article(self, key: str, limit: int = 100) -> tuple[QuestionAsked, ...]:
        """Return the latest questions that led to an article."""
        return self._asked(select(questions).where(_LED.in_([key])), limit)

    def commonest(self, language: str, since: datetime, limit: int = 10) -> tuple[tuple[str, int], ...]:
        """Return the articles that most questions led to, each with how many, the most first."""
        query = (
            select(_LED.label("led"), func.count().label("times"))
            .where(_LED.is_not(None), questions.c.language == language, questions.c.at >= since)
            .group_by(_LED)
            .order_by(func.count().desc(), _LED)
        )
        return tuple((row.led, row.times) for row in self._link.all(query.limit(limit)))

    def search_empty(self, text: str, language: str, at: datetime) -> None:
        """Keep a search that found nothing."""
        self._link.write(empty_searches.insert().values(text=text, language=language, at=at))

    def empty_searches(self, since: datetime, limit: int = 10_000) -> tuple[SearchedInVain, ...]:
        """Return the latest searches that found nothing."""
        query = select(empty_searches).where(empty_searches.c.at >= since)
        rows = self._link.all(query.order_by(empty_searches.c.at.desc()).limit(limit))
        return tuple(SearchedInVain(row.text, row.language, row.at, row.id) for row in rows)

    def forget_before(self, moment: datetime) -> int:
        """Delete questions and searches older than that; return how many."""
        gone = self._link.write(questions.delete().where(questions.c.at < moment)).rowcount
        return gone + self._link.write(empty_searches.delete().where(empty_searches.c.at < moment)).rowcount

    def before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the numbers of questions older than that, the oldest first."""
        return self._older(questions, moment, limit)

    def forget(self, numbers: Iterable[int]) -> int:
        """Forget these questions; return how many there were."""
        return self._link.write(questions.delete().where(questions.c.id.in_(list(numbers)))).rowcount

    def searches_before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the numbers of searches older than that, the oldest first."""
        return self._older(empty_searches, moment, limit)

    def forget_searches(self, numbers: Iterable[int]) -> int:
        """Forget these searches; return how many there were."""
        gone = empty_searches.delete().where(empty_searches.c.id.in_(list(numbers)))
        return self._link.write(gone).rowcount

    def _older(self, table: Any, moment: datetime, limit: int) -> tuple[int, ...]:
        query = select(table.c.id).where(table.c.at < moment).order_by(table.c.at, table.c.id).limit(limit)
        return tuple(self._link.column(query))

    def _asked(self, query: Select[Any], limit: int | None) -> tuple[QuestionAsked, ...]:
        rows = self._link.all(query.order_by(questions.c.at.desc(), questions.c.id.desc()).limit(limit))
        return tuple(_question_of(row) for row in rows)


def _question_of(row: Row[Any]) -> QuestionAsked:
    return QuestionAsked(**{name: getattr(row, name) for name in QuestionAsked.__dataclass_fields__})
