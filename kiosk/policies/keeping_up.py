"""Keeps the articles that questions are answered from up to date with the database."""

import threading
from collections.abc import Sequence
from contextlib import suppress

from kiosk.model.article import Article
from kiosk.model.errors import EnvironmentTrouble
from kiosk.policies.knowledge import Knowledge
from kiosk.storage import Database

# So many edited articles are made searchable before the question is answered, more of them behind it.
_FEW = 20


class KeepingUp:
    """Holds the knowledge of the newest articles; any thread may ask for it.

    An edit is known to whoever asks next. While a new set of articles is made searchable, which takes
    seconds where there are hundreds, the earlier ones answer.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._building = threading.Lock()
        self._starting = threading.Lock()
        self._behind: threading.Thread | None = None
        self._knowledge: Knowledge | None = None

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
            articles = view.articles.all()
        if known is None or _differing(known, articles) <= _FEW:
            self._build()
        else:
            self._build_behind()
        return True

    @property
    def behind(self) -> bool:
        """Whether articles are being made searchable behind the questions."""
        return self._behind is not None and self._behind.is_alive()

    def wait(self) -> None:
        """Return once nothing is being made searchable behind the questions."""
        behind = self._behind
        if behind is not None:
            behind.join()

    def _build(self) -> None:
        with self._building:
            known = self._knowledge
            # While this waited, another thread may have built the same, or the articles changed again.
            with self._database.read() as view:
                version = view.articles.version()
                if known is not None and known.version == version:
                    return
                articles = view.articles.all()
            built = Knowledge(version, articles, known)
            built.prepare()
            self._knowledge = built

    def _build_behind(self) -> None:
        with self._starting:
            if not self.behind:
                self._behind = threading.Thread(target=self._try, name="articles", daemon=True)
                self._behind.start()

    def _try(self) -> None:
        # With the database away the next question tries again.
        with suppress(EnvironmentTrouble):
            self._build()


def _differing(known: Knowledge, articles: Sequence[Article]) -> int:
    before = {(article.key, article.language): article for article in known.articles}
    same = sum(before.get((article.key, article.language)) == article for article in articles)
    return max(len(before), len(articles)) - same
