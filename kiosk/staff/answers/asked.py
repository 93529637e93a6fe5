"""What patrons asked: what led to an article, and what got no answer and becomes one in a step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.model.article import Article
from kiosk.policies.learning import AskedInVain, Learning
from kiosk.staff.answers.pages import checked_page
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, QuestionAsked

_MOST_READ = 1000


@dataclass(frozen=True, slots=True)
class LedHere:
    """A question that led to an article: how often, when last, and how many said that it helped, or not."""

    text: str
    language: str
    times: int
    last_at: datetime
    helped: int
    failed: int


class Asked:
    """Shows questions and makes answers of them; ``since`` is how far back the list that was seen went."""

    def __init__(self, database: Database, learning: Learning) -> None:
        self._database = database
        self._learning = learning

    @needs(Right.POLICIES_SEE)
    def led_to(self, by: SignedIn, key: str) -> tuple[LedHere, ...]:
        """Return the latest questions that led to an article, each wording once, the commonest first."""
        with self._database.read() as view:
            found = view.questions.of_article(key, _MOST_READ)
        wordings: dict[tuple[str, str], list[QuestionAsked]] = {}
        for one in found:
            wordings.setdefault((one.language, " ".join(one.text.casefold().split())), []).append(one)
        led = map(_led, wordings.values())
        return tuple(sorted(led, key=lambda one: (-one.times, -one.last_at.timestamp())))

    @needs(Right.POLICIES_SEE)
    def in_vain(self, by: SignedIn, *, since: datetime, limit: int = 500) -> tuple[AskedInVain, ...]:
        """Return what got no answer that helped since then, the commonest first."""
        return self._learning.unanswered(since, limit)

    @needs(Right.POLICIES_EDIT)
    def add_wording(
        self,
        by: SignedIn,
        asked: AskedInVain,
        article: str,
        *,
        since: datetime,
        at: datetime,
        wording: str | None = None,
    ) -> Article:
        """Make it lead to an article at once; raises QuestionUnknown, ArticleUnknown."""
        account = by.account
        return self._learning.add_wording(
            asked.number, article, since=since, by=account, at=at, wording=wording
        )

    @needs(Right.POLICIES_EDIT)
    def new_article(
        self, by: SignedIn, asked: AskedInVain, key: str, topic: str, *, since: datetime, at: datetime
    ) -> Article:
        """Begin an article of it, as a draft; raises QuestionUnknown, ArticleExists, ArticleInvalid."""
        checked_page(Article(key, asked.language, topic, asked.text, ""), draft=True)
        return self._learning.new_article(asked.number, key, topic, since=since, by=by.account, at=at)

    @needs(Right.POLICIES_EDIT)
    def dismiss(self, by: SignedIn, asked: AskedInVain, *, since: datetime, at: datetime) -> int:
        """Forget what wants no answer; return how many questions that were. Raises QuestionUnknown."""
        return self._learning.dismiss(asked.number, since=since, by=by.account, at=at)


def _led(asked: Sequence[QuestionAsked]) -> LedHere:
    return LedHere(
        text=asked[0].text,
        language=asked[0].language,
        times=len(asked),
        last_at=max(one.at for one in asked),
        helped=sum(one.helpful is True for one in asked),
        failed=sum(one.helpful is False for one in asked),
    )
