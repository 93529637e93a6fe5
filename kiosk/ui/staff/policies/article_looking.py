"""Looks at an article while it is typed: what is wrong with it, and how the kiosk would show it."""

from collections.abc import Sequence

from kiosk.model.article import Article
from kiosk.policies.answer import ArticleAnswer
from kiosk.ui.staff.policies.shared_fields import SharedCard
from kiosk.ui.staff.policies.side_panel import SidePanel
from kiosk.ui.staff.workplace import Workplace


class ArticleLooking:
    """Feeds the side of an article from the rules as they are now, off the GUI thread, the newest alone."""

    def __init__(self, workplace: Workplace, side: SidePanel, shared: SharedCard) -> None:
        self._workplace = workplace
        self._side = side
        self._shared = shared

    def read_once(self, key: str) -> None:
        """Read what may be chosen for a preview and to go with it, and the questions that led to it."""
        place, at, language = self._workplace, self._workplace.now(), self._workplace.words.language
        place.read(
            lambda: place.services.article_preview.choices(place.by, language, at=at), self._side.offer
        )
        place.read(lambda: place.services.asked.led_to(place.by, key), self._side.show_asked)
        place.read(
            lambda: place.services.article_shelf.titles(place.by, language),
            lambda titles: self._shared.related.offer({k: t for k, t in titles.items() if k != key}),
        )

    def look(self, pages: Sequence[Article]) -> None:
        """Check the pages and show the one that is previewed."""
        place, at = self._workplace, self._workplace.now()
        place.jobs.latest(
            "policies.problems",
            lambda: place.services.article_checking.problems(place.by, pages, at=at),
            self._side.show_problems,
            place.fail,
        )
        shown = next((page for page in pages if page.language == self._side.language), None)
        situation = self._side.situation()

        def show() -> ArticleAnswer | None:
            if shown is None:
                return None
            return place.services.article_preview.show(place.by, shown, situation, at=at)

        place.jobs.latest("policies.preview", show, self._side.show_answer, place.fail)
