"""Keeps the articles that questions are answered from up to date with the database."""

import threading
from collections.abc import Mapping
from contextlib import suppress

from kiosk.model.article import Article
from kiosk.model.errors import EnvironmentTrouble
from kiosk.policies.giving_way import GiveWay, Turns, go_on
from kiosk.policies.knowledge import Knowledge
from kiosk.policies.understanding.remembering import forget_words
from kiosk.storage import ArticleId, Database, LiveVersion, View

# So many edited articles are made searchable before the question is answered, more of them behind it.
_FEW = 20
# Where fewer stay as they were, taking over what they have takes longer than making it anew.
_MOST = 0.5


class KeepingUp:
    """Holds the knowledge of the newest articles; any thread may ask for it.

    An edit is known to whoever asks next. While a new set of articles is made searchable, which takes
    seconds where there are hundreds, the earlier ones answer, and go before it in their ``turns``.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.turns = Turns()
        self._building = threading.Lock()
        self._starting = threading.Lock()
        self._behind: threading.Thread | None = None
        self._knowledge: Knowledge | None = None
        self._live: Mapping[ArticleId, LiveVersion] = {}

    def current(self) -> Knowledge:
        """Return what is known; with the database away what was known last. Raises EnvironmentTrouble."""
        try:
            self.refresh()
        except EnvironmentTrouble:
            if self._knowledge is None:
                raise
        assert self._knowledge is not None
        return self._knowledge

    def refresh(self) -> bool:
        """Look for changed articles; return whether there were any. Raises EnvironmentTrouble."""
        known = self._knowledge
        with self._database.read() as view:
            version = view.articles.version()
            if known is not None and (known.version == version or self.behind):
                return False
            changed = dict(view.articles.live_versions().items() ^ self._live.items())
        if known is None or len(changed) <= _FEW:
            self._build()
        else:
            self._build_behind()
        return True

    @property
    def behind(self) -> bool:
        """Whether articles are being made searchable behind the questions."""
        return self._behind is not None and self._behind.is_alive()

    def prepare(self) -> None:
        """Make the articles of every language searchable, before somebody asks. Raises EnvironmentTrouble."""
        known = self.current()
        known.prepare(known.languages)
        forget_words()

    def wait(self) -> None:
        """Return once nothing is being made searchable behind the questions."""
        behind = self._behind
        if behind is not None:
            behind.join()

    def _build(self, give_way: GiveWay = go_on) -> None:
        with self._building:
            known = self._knowledge
            # While this waited, another thread may have built the same, or the articles changed again.
            with self._database.read() as view:
                version = view.articles.version()
                if known is not None and known.version == version:
                    return
                live = view.articles.live_versions()
                articles = self._articles(view, live, give_way)
            same = live.items() & self._live.items()
            earlier = known if len(same) > _MOST * len(live) else None
            built = Knowledge(version, articles, earlier, give_way)
            built.prepare(known.prepared if known is not None else (), give_way)
            self._knowledge, self._live = built, live

    def _articles(
        self, view: View, live: Mapping[ArticleId, LiveVersion], give_way: GiveWay
    ) -> list[Article]:
        """Return the live articles by key and language; of few that changed, those alone are read."""
        known = self._knowledge.articles if self._knowledge is not None else {}
        kept = [known[one] for one in live if one in known and live[one] == self._live[one]]
        if len(live) - len(kept) <= _FEW:
            there = {(article.key, article.language) for article in kept}
            read = [view.articles.get(*one) for one in live if one not in there]
            found = kept + [article for article in read if article is not None]
        else:
            found = []
            for article in view.articles.all():
                found.append(article)
                give_way()
        return sorted(found, key=lambda article: (article.key, article.language))

    def _build_behind(self) -> None:
        with self._starting:
            if not self.behind:
                self._behind = threading.Thread(target=self._try, name="articles", daemon=True)
                self._behind.start()

    def _try(self) -> None:
        # With the database away the next question tries again.
        with suppress(EnvironmentTrouble):
            self._build(self.turns.give_way)
