"""Reads answers from the library's articles; runs on worker threads, so every value that leaves is frozen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from kiosk.model.errors import CardUnknown
from kiosk.policies.answer import Answered, ArticleAnswer, Band, Topic
from kiosk.policies.flows import FlowOffer
from kiosk.services import Services

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AnswerAsker:
    """In whose name and where a question is asked."""

    language: str
    branch: str
    card: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """What came back for a question: all it got, the article in sight, topics and flows where nothing was."""

    answered: Answered | None = None
    shown: ArticleAnswer | None = None
    topics: tuple[Topic, ...] = ()
    flows: tuple[FlowOffer, ...] = ()


class AnswerReader:
    """Ask for one library; a card that is not known any more asks as nobody."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def ask(self, text: str, asker: AnswerAsker) -> Reading:
        """Return what a question gets; raises DatabaseUnavailable."""
        asking = self._services.asking

        def by(card: str | None) -> Answered:
            return asking.ask(text, asker.language, branch=asker.branch, card=card, at=asker.at)

        answered = _by_card(by, asker.card)
        if answered.answers:
            return Reading(answered)
        return Reading(answered, topics=asking.topics(asker.language), flows=asking.flows.all(asker.language))

    def article(self, key: str, asker: AnswerAsker, chosen: Mapping[str, str]) -> ArticleAnswer | None:
        """Return an article's answer for those of the chosen values that it asks for."""
        asking = self._services.asking

        def by(card: str | None, settings: Mapping[str, str]) -> ArticleAnswer | None:
            return asking.article(
                key, asker.language, branch=asker.branch, card=card, chosen=settings, at=asker.at
            )

        answer = _by_card(lambda card: by(card, {}), asker.card)
        wanted = {one.key: chosen[one.key] for one in answer.refine if one.key in chosen} if answer else {}
        return _by_card(lambda card: by(card, wanted), asker.card) if wanted else answer

    def again(self, before: Reading, asker: AnswerAsker, chosen: Mapping[str, str]) -> Reading:
        """Return the same answers for another language, card or choice; one that is gone stays as it was.

        What was asked about oneself is answered by the account as soon as there is a card.
        """
        answered, shown = before.answered, before.shown
        if answered is not None:
            answers = tuple(self.article(one.key, asker, {}) or one for one in answered.answers)
            own = self._own(answered, asker)
            if own is not None and (answered.own_answer is None or shown == answered.own_answer):
                shown = own
            answered = replace(answered, answers=answers, own_answer=own)
        if shown is not None and (answered is None or shown != answered.own_answer):
            shown = self.article(shown.key, asker, chosen) or shown
        asking = self._services.asking
        topics = asking.topics(asker.language) if before.topics else ()
        return Reading(answered, shown, topics, asking.flows.all(asker.language) if before.flows else ())

    def _own(self, answered: Answered, asker: AnswerAsker) -> ArticleAnswer | None:
        matter, card = answered.own, asker.card
        if matter is None or card is None:
            return None
        try:
            return self._services.asking.own(
                matter, asker.language, branch=asker.branch, card=card, at=asker.at
            )
        except CardUnknown:
            return None


def at_once(answered: Answered | None) -> ArticleAnswer | None:
    """Return what is shown without being chosen: what the account says, else an answer that is sure."""
    if answered is None:
        return None
    sure = answered.answers[0] if answered.band is Band.ANSWER and answered.answers else None
    return answered.own_answer or sure


def spoken_in(reading: Reading) -> str:
    """Return the language of what came back, empty where nothing did."""
    told = reading.shown or reading.answered
    return told.language if told is not None else ""


def _by_card(ask: Callable[[str | None], T], card: str | None) -> T:
    try:
        return ask(card)
    except CardUnknown:
        return ask(None)
