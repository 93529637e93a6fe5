"""Reads what the Browse page shows: runs on worker threads."""

from dataclasses import dataclass

from kiosk.catalog.finding import Asker
from kiosk.model.library import Library
from kiosk.services import Services
from kiosk.storage import HeadingPage
from kiosk.ui.patron.find_loading import FindLoader
from kiosk.ui.patron.title_rows import SeenTitle

TITLES = 60
HEADINGS = 40
KINDS = {"subjects": "subject", "authors": "author", "shelf": "call_number"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A subject, an author or a call number with how many titles it has; `key` is its place in the order.

    Of a call number `titles` are the first that stand there.
    """

    key: str
    text: str
    records: int
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headings:
    """A stretch of headings in order; `following` and `preceding` are where it goes on, None at an end."""

    rows: tuple[Heading, ...] = ()
    following: str | None = None
    preceding: str | None = None

    def and_then(self, page: "Headings") -> "Headings":
        """Add the next page at the end."""
        return Headings(_once(self.rows + page.rows), page.following, self.preceding)

    def after(self, page: "Headings") -> "Headings":
        """Add the page before at the beginning."""
        return Headings(_once(page.rows + self.rows), self.following, page.preceding)


class BrowseLoader:
    """Read lists of one library to look around in."""

    def __init__(self, services: Services, library: Library) -> None:
        self._services = services
        self._titles = FindLoader(services, library)

    def titles(self, what: str, asker: Asker) -> tuple[SeenTitle, ...]:
        """Return the newest titles, or for `popular` those lent most often within a year."""
        finder = self._services.finder
        if what == "popular":
            return self._titles.seen(finder.most_borrowed(TITLES, asker))
        return self._titles.seen(finder.newest(TITLES, asker))

    def headings(self, what: str, start: str, *, back: bool = False) -> Headings:
        """Return headings from a heading or its beginning on; with `back` those before it."""
        page: HeadingPage = self._services.finder.browse(KINDS[what], start, HEADINGS, back=back)
        rows = tuple(Heading(one.key, one.text, one.records, one.titles) for one in page.headings)
        return Headings(rows, page.next, page.previous)


def _once(rows: tuple[Heading, ...]) -> tuple[Heading, ...]:
    return tuple({row.key: row for row in rows}.values())
