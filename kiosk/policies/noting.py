"""Keeps what was asked and searched in vain, and what became of it: never who asked."""

from datetime import datetime
from enum import StrEnum

from kiosk.model.clock import Clock
from kiosk.policies.answer import Answered, Band
from kiosk.policies.scrubbing import scrubbed
from kiosk.storage import Database, QuestionAsked

_LONGEST = 400


class How(StrEnum):
    """How a question came: typed whole, begun and then chosen from what it might mean, or never typed."""

    TYPED = "typed"
    SUGGESTED = "suggested"
    TOUCHED = "touched"


class Noting:
    """Notes questions; what may tell of a person is taken out before anything is kept."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def note(
        self,
        answered: Answered,
        how: How = How.TYPED,
        *,
        branch: str,
        kiosk: str | None = None,
        after: int | None = None,
        at: datetime | None = None,
    ) -> int:
        """Keep what was asked and how sure the answer was; return its number.

        An article is kept as the answer where it was shown at once: of several to choose from none is.
        ``after`` is the number of the question asked before it in the same visit.
        """
        shown = answered.answers if answered.band is Band.ANSWER else ()
        question = QuestionAsked(
            text=scrubbed(answered.question)[:_LONGEST],
            language=answered.language,
            band=str(answered.band),
            at=at or self._clock.now(),
            article_key=shown[0].key if shown else None,
            branch=branch,
            how=how.value,
            kiosk=kiosk,
            after=after,
        )
        with self._database.act() as work:
            number = work.questions.asked(question)
            work.commit()
        return number

    def led_to(self, number: int, article: str) -> None:
        """Note which article was opened in the end."""
        with self._database.act() as work:
            work.questions.led_to(number, article)
            work.commit()

    def helped(self, number: int, yes: bool) -> None:
        """Note whether the answer to a kept question helped."""
        with self._database.act() as work:
            work.questions.helpful(number, yes)
            work.commit()

    def found_nothing(self, text: str, language: str, at: datetime | None = None) -> None:
        """Keep a search of the catalogue that found nothing."""
        with self._database.act() as work:
            work.questions.search_empty(scrubbed(text)[:_LONGEST], language, at or self._clock.now())
            work.commit()
