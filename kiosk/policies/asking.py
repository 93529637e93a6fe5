"""Takes questions and gives the library's own answers, filled in for whoever asks at that moment."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kiosk.decisions import Decider
from kiosk.membership.account import Accounts
from kiosk.model.article import Article
from kiosk.model.clock import Clock
from kiosk.model.decision import PatronFacts
from kiosk.model.errors import CardUnknown, EnvironmentTrouble
from kiosk.model.library import Library
from kiosk.policies.answer import Answered, ArticleAnswer, Band, RelatedQuestion, Topic
from kiosk.policies.article_text import TOPICS
from kiosk.policies.days import DAY, day_named, value_of
from kiosk.policies.guiding import Flows
from kiosk.policies.keeping_up import KeepingUp
from kiosk.policies.knowledge import Knowledge
from kiosk.policies.live.opening import channels_shown
from kiosk.policies.live.situation import Situation
from kiosk.policies.own_answers import OF_ALL, UNTOLD, own_answer
from kiosk.policies.own_matters import OwnMatter, own_matter
from kiosk.policies.refining import day_setting, known_settings
from kiosk.policies.understanding.ranking import Ranked
from kiosk.policies.understanding.remembering import forget_words
from kiosk.policies.writing import write_answer
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.rules.resolution import RuleBook
from kiosk.storage import Database
from kiosk.words import Wording, wording

_REMEMBERED = timedelta(days=90)
_COMMONEST = (
    "opening-hours",
    "loan-periods",
    "renewals",
    "join-library",
    "overdue-fines",
    "holds",
    "wifi",
    "printing-copying-scanning",
)
"""What is asked most in public libraries, for as long as nobody has asked here."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """What the database said of one question; the same for all its answers."""

    library: Library
    knowledge: Knowledge
    patron: PatronFacts | None
    at: datetime
    branch: str
    card: str | None = None
    own: OwnMatter | None = None


class Asking:
    """Answers questions from the library's articles; any thread may ask.

    With the database away, the articles and rules last known go on answering, without accounts.
    """

    def __init__(self, database: Database, decider: Decider, clock: Clock) -> None:
        self._database = database
        self._decider = decider
        self._accounts = Accounts(database, decider)
        self.flows = Flows(database)
        self._clock = clock
        self.keeping_up = KeepingUp(database)
        self._book: RuleBook | None = None

    def ask(
        self,
        question: str,
        language: str,
        *,
        branch: str,
        card: str | None = None,
        chosen: Mapping[str, str] | None = None,
        at: datetime | None = None,
    ) -> Answered:
        """Return the answer to a question; raises CardUnknown.

        ``language`` is the screen's; the answer is in the question's own where that is another of
        the library's. ``chosen`` is what the chips say (item_type, patron_category, branch, day). Nothing
        of the question is remembered.
        """
        try:
            with self.keeping_up.turns.first():
                return self._answered(question, language, branch, card, chosen, at)
        finally:
            forget_words()

    def _answered(
        self,
        question: str,
        language: str,
        branch: str,
        card: str | None,
        chosen: Mapping[str, str] | None,
        at: datetime | None,
    ) -> Answered:
        moment = self._moment(branch, card, at)
        today = self._today(moment)
        understood = moment.knowledge.understand(question, language, today)
        words = self._words(moment, understood.language)
        moment = replace(moment, own=self._own_matter(moment, question, understood.language))
        band, found = understood.band, understood.found
        if moment.own is not None and band is Band.NONE:
            band, found = Band.ANSWER, (Ranked(OF_ALL[moment.own], 1.0),)
        answers = []
        for ranked in found:
            article = moment.knowledge.article(ranked.key, understood.language, today)
            if article is not None:
                told = moment.knowledge.named_in(question, understood.language, article, moment.library)
                settings = {**told, **self._day_told(moment, question, article), **(chosen or {})}
                answers.append(self._answer(moment, article, words, settings, ranked.score))
        answered = Answered(
            question=question,
            language=understood.language,
            band=band if answers else Band.NONE,
            answers=tuple(answers),
            catalog_query=understood.search,
            own=moment.own,
            own_answer=self._own_answer(moment, words),
        )
        if answered.band is not Band.NONE:
            return answered
        return replace(answered, channels=channels_shown(moment.library, moment.branch, moment.at, words))

    def article(
        self,
        key: str,
        language: str,
        *,
        branch: str,
        card: str | None = None,
        chosen: Mapping[str, str] | None = None,
        at: datetime | None = None,
    ) -> ArticleAnswer | None:
        """Return one article filled in, in the language or the library's first that has it; None: no such."""
        with self.keeping_up.turns.first():
            moment = self._moment(branch, card, at)
            article = moment.knowledge.in_any_language(
                key, (language, *moment.library.languages), self._today(moment)
            )
            if article is None:
                return None
            return self._answer(moment, article, self._words(moment, article.language), chosen or {})

    def own(
        self, matter: OwnMatter, language: str, *, branch: str, card: str, at: datetime | None = None
    ) -> ArticleAnswer | None:
        """Return what the card's account says of a matter; raises CardUnknown.

        None where the account cannot be read.
        """
        with self.keeping_up.turns.first():
            moment = replace(self._moment(branch, card, at), own=matter)
            return self._own_answer(moment, self._words(moment, language))

    def topics(self, language: str) -> tuple[Topic, ...]:
        """Return the shelves that have articles, each with its questions."""
        with self.keeping_up.turns.first():
            knowledge, today = self.keeping_up.current(), self._clock.now().date()
            words = wording(language)
            shelves: dict[str, list[RelatedQuestion]] = {topic: [] for topic in TOPICS}
            for article in knowledge.shown(language, today):
                shelves.setdefault(article.topic, []).append(RelatedQuestion(article.key, article.title))
            return tuple(
                Topic(topic, words(f"topic.{topic}"), tuple(articles))
                for topic, articles in shelves.items()
                if articles
            )

    def commonest(self, language: str, limit: int = 6) -> tuple[RelatedQuestion, ...]:
        """Return the questions asked most of late, filled up with those that are common anywhere."""
        with self.keeping_up.turns.first():
            now = self._clock.now()
            knowledge = self.keeping_up.current()
            try:
                with self._database.read() as view:
                    asked = view.questions.commonest(language, now - _REMEMBERED, limit)
            except EnvironmentTrouble:
                asked = ()
            shown = {article.key: article for article in knowledge.shown(language, now.date())}
            keys = dict.fromkeys((*(key for key, _times in asked), *_COMMONEST, *shown))
            found = [RelatedQuestion(key, shown[key].title) for key in keys if key in shown]
            return tuple(found[:limit])

    def _moment(self, branch: str, card: str | None, at: datetime | None) -> _Moment:
        moment = at or self._clock.now()
        knowledge = self.keeping_up.current()
        try:
            with self._database.read() as view:
                library = self._decider.libraries.current(view)
                self.flows.look(view)
                patron = view.facts.gather(card=card).patron if card is not None else None
        except EnvironmentTrouble:
            known = self._decider.libraries.last_known()
            if known is None:
                raise
            return _Moment(known, knowledge, None, moment, branch)
        if card is not None and patron is None:
            raise CardUnknown(card=card)
        return _Moment(library, knowledge, patron, moment, branch, card)

    def _own_matter(self, moment: _Moment, question: str, language: str) -> OwnMatter | None:
        return own_matter(question, language, lambda word: moment.knowledge.is_familiar(word, language))

    def _own_answer(self, moment: _Moment, words: Wording) -> ArticleAnswer | None:
        """Return what the account says; None without a card, and while the database is away."""
        if moment.own is None or moment.card is None:
            return None
        try:
            account = self._accounts.statement(moment.card, moment.at, moment.branch)
        except EnvironmentTrouble:
            return None
        of_all = moment.knowledge.article(OF_ALL[moment.own], words.language, self._today(moment))
        related = () if of_all is None else (RelatedQuestion(of_all.key, of_all.title),)
        return own_answer(moment.own, account, self._situation(moment, words), related)

    def _answer(
        self,
        moment: _Moment,
        article: Article,
        words: Wording,
        chosen: Mapping[str, str],
        score: float = 1.0,
    ) -> ArticleAnswer:
        situation = self._situation(moment, words).narrowed(known_settings(moment.library, chosen))
        day = day_setting(chosen, situation.today) if DAY in article.refine else None
        situation = situation if day is None else situation.on(day)
        there = calendar_of(moment.library, situation.branch).time_zone
        if there != str(words.zone):
            situation = replace(situation, words=self._words_in(moment, article.language, there))
        related = moment.knowledge.related(article, situation.today)
        template = moment.knowledge.template(article)
        offered = self.flows.offered(article.key, article.language)
        return replace(write_answer(article, template, situation, related, score), flows=offered)

    def _day_told(self, moment: _Moment, question: str, article: Article) -> dict[str, str]:
        """Return the day of which the question itself speaks, where the answer depends on it."""
        if DAY not in article.refine:
            return {}
        calendar, today = calendar_of(moment.library, moment.branch), self._today(moment)
        day = day_named(question, article.language, calendar, today)
        return {} if day is None else {DAY: value_of(day, today)}

    def _situation(self, moment: _Moment, words: Wording) -> Situation:
        library, patron = moment.library, moment.patron
        if self._book is None or self._book.library is not library:
            self._book = RuleBook(library)
        ordinary = next((c.code for c in library.patron_categories if c.configured), None)
        category = patron.patron.category if patron is not None else ordinary
        untold = UNTOLD.get(moment.own, frozenset()) if moment.own is not None else frozenset[str]()
        return Situation(self._book, words, moment.at, moment.branch, category, None, patron, untold)

    def _words(self, moment: _Moment, language: str) -> Wording:
        return self._words_in(moment, language, calendar_of(moment.library, moment.branch).time_zone)

    def _words_in(self, moment: _Moment, language: str, zone: str) -> Wording:
        return wording(language, zone, moment.library.languages)

    def _today(self, moment: _Moment) -> date:
        return local_day(calendar_of(moment.library, moment.branch), moment.at)
